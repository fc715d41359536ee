"""The page: a part for each file of captions, and what the scores say."""

from collections.abc import Sequence

from sparc_desktop import __version__
from sparc_desktop.evaluate.report import names
from sparc_desktop.evaluate.report.curves import around, by_count, by_step, by_third
from sparc_desktop.evaluate.report.results import Results
from sparc_desktop.evaluate.report.sections import MAIN, differences, present, refusals, scores, task
from sparc_desktop.evaluate.report.style import STYLE
from sparc_desktop.evaluate.report.tables import figure, table
from sparc_desktop.page.document import CLOSING, opening
from sparc_desktop.page.markup import Html, element, joined
from sparc_desktop.translation import translate


def page(files: Sequence[tuple[str, Results]]) -> str:
    """A complete HTML document in the program's language, of files of captions by their names."""
    title = translate("EvaluationPage", "What captions are worth")
    introduction = translate(
        "EvaluationPage",
        "A model on this computer has described pictures, with several ways of decoding. Here stands how much of what "
        "it wrote is true, how much of the truth it told, and where it looked meanwhile.",
    )
    parts = [element("p", introduction), _overview(files)]
    parts += [_file(name, results, f"file-{number}") for number, (name, results) in enumerate(files)]
    return f"{opening(title, STYLE)}{joined(*parts, _reading(files))}{CLOSING}"


def _overview(files: Sequence[tuple[str, Results]]) -> Html:
    """Where there are several files, what counts most of all of them."""
    shown = [name for name in MAIN if any(name in present(results, MAIN) for _, results in files)]
    if len(files) < 2:
        return joined()
    heads = [
        translate("EvaluationPage", "File and method"),
        translate("EvaluationPage", "Pictures"),
        *(names.short(name) for name in shown),
    ]
    rows = [
        (
            f"{name}: {each.label}",
            [(str(results.pictures),), *(figure(score, each.scores.get(score)) for score in shown)],
        )
        for name, results in files
        for each in results.methods
    ]
    heading = translate("EvaluationPage", "All files")
    return element("section", element("h2", heading), table(heading, heads, rows))


def _file(name: str, results: Results, identifier: str) -> Html:
    parts: list[str] = [element("h2", name), task(results)]
    if results.pictures:
        parts += [
            differences(results, identifier),
            scores(results),
            by_count(results, identifier),
            by_third(results, identifier),
            by_step(results, identifier),
            around(results, identifier),
            refusals(results),
        ]
    return element("section", *parts)


def _reading(files: Sequence[tuple[str, Results]]) -> Html:
    """How to read the figures, and what each score says."""
    intervals = translate(
        "EvaluationPage",
        "After a value stands its 95 % interval: of 2,000 times that as many of the pictures are drawn anew, with "
        "repetition, 95 in 100 give a value in it. Methods are compared on the same pictures, and a difference is "
        "called better or worse where its interval does not hold 0. Many comparisons are made here, and no interval "
        "allows for that: one in twenty may be off by chance. Rates of wrong answers and refusals have Wilson's "
        "interval. The time of a token has none. Pictures that the model would refuse are described all the same, so "
        "that no score depends on its limits, and how often it refuses stands by itself; where they are left out, it "
        "is said.",
    )
    used = {score for _, results in files for each in results.methods for score in each.scores}
    used |= {score for _, results in files for score in results.refusals}
    listed = [name for _, group in (*names.GROUPS, ("", names.REFUSED)) for name in group]
    terms = [
        joined(element("dt", translate("Scores", names.of(name).short)), element("dd", names.meaning(name)))
        for name in listed
        if any(score.partition(":")[0] == name for score in used)
    ]
    if any(score.startswith("recall_") for score in used):
        terms += [
            joined(element("dt", translate("Scores", each.short)), element("dd", translate("Scores", each.meaning)))
            for each in names.PLACED.values()
        ]
    heading = translate("EvaluationPage", "How to read this")
    made = translate("EvaluationPage", "Measured by SPARC Desktop {version}.").format(version=__version__)
    return element(
        "section", element("h2", heading), element("p", intervals), element("dl", *terms), element("p", made)
    )
