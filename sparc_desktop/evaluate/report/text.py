"""What counts most, as lines of text: one thing said a line, so that it can be listened to and searched."""

from collections.abc import Iterator

from sparc_desktop.evaluate.report import names
from sparc_desktop.evaluate.report.results import Results
from sparc_desktop.evaluate.report.sections import MAIN, present
from sparc_desktop.evaluate.report.tables import difference, figure
from sparc_desktop.translation import translate


def lines(name: str, results: Results) -> Iterator[str]:
    """A file's results; `name` is the file's."""
    head = translate("EvaluationPage", "{name}: {count} pictures").format(name=name, count=results.pictures)
    if results.left_out:
        left_out = translate("EvaluationPage", "{count} left out, which not all of the methods have described")
        head = f"{head}, {left_out.format(count=results.left_out)}"
    if results.refused:
        refused = translate("EvaluationPage", "{count} left out, which the model refuses")
        head = f"{head}, {refused.format(count=results.refused)}"
    yield head
    for score, rate in results.refusals.items():
        yield f"  {names.short(score)}: {' '.join(figure(score, rate))}"
    for score in present(results, [*MAIN, "ms_per_token"]):
        yield f"  {names.short(score)}"
        for method in results.methods:
            told = " ".join(figure(score, method.scores.get(score)))
            if score in method.differences:
                than = translate("EvaluationPage", "{value}; difference {difference}")
                told = than.format(value=told, difference=" ".join(difference(score, method.differences[score])))
            yield f"    {method.label}: {told}"
