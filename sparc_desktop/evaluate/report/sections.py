"""The parts of a page that tell of one file of captions: tables of all scores, and what differs from the baseline."""

from collections.abc import Iterable, Mapping, Sequence

from sparc_desktop.evaluate.measures import CATALOGUE, Score
from sparc_desktop.evaluate.report import names
from sparc_desktop.evaluate.report.charts import Frame, difference_chart
from sparc_desktop.evaluate.report.results import MethodResults, Results
from sparc_desktop.evaluate.report.tables import MINUS, difference, figure, table
from sparc_desktop.page.document import language_of
from sparc_desktop.page.markup import Html, element, joined
from sparc_desktop.translation import translate

# The scores by which captions are compared first of all, as far as a task has them.
MAIN = (
    "object_precision", "object_recall", "object_f1", "control_precision", "control_recall", "control_f1",
    "attributes_right", "state_right", "words_recall", "capture_all", "clair", "length", "repeated_items",
    "repeated_bigrams",
)  # fmt: skip
LEADING = ("object_f1", "control_f1", "capture_all")  # the one of them that a task has is drawn, method by method
METHOD = "sparc"  # whose differences are drawn score by score


def section(heading: str, *parts: str) -> Html:
    """A part of a file's part."""
    return element("section", element("h3", heading), *parts)


def task(results: Results) -> Html:
    """What was described, and how."""
    told = results.task
    pictures = translate("EvaluationPage", "{pictures}, {split}, numbers {first} to {last}: {count} scored").format(
        pictures=told.pictures,
        split=told.split or "-",
        first=told.first,
        last=told.end - 1,
        count=results.pictures,
    )
    rows = (
        (translate("EvaluationPage", "Pictures"), pictures),
        (translate("EvaluationPage", "Model"), f"{told.model} ({told.digest})"),
        (translate("EvaluationPage", "Asked for"), element("span", told.prompt, lang=language_of(told.prompt))),
        (translate("EvaluationPage", "Most tokens of a caption"), str(told.max_tokens)),
        (translate("EvaluationPage", "Captions decoded at once"), str(told.batch)),
    )
    parts = [element("dl", joined(*(joined(element("dt", term), element("dd", value)) for term, value in rows)))]
    if results.left_out:
        left_out = translate(
            "EvaluationPage", "Left out: {count} pictures that not all of the methods have described, so far."
        )
        parts.append(element("p", left_out.format(count=results.left_out)))
    if results.refused:
        refused = translate("EvaluationPage", "Left out: {count} pictures that the model refuses.")
        parts.append(element("p", refused.format(count=results.refused)))
    heads = (translate("EvaluationPage", "Method"), translate("EvaluationPage", "Settings"))
    methods = [(each.label, [(_settings(each),)]) for each in results.methods]
    return joined(*parts, table(translate("EvaluationPage", "The methods"), heads, methods, "words"))


def scores(results: Results) -> Html:
    """One table for each group of scores that the task has."""
    tables = []
    for title, group in names.GROUPS:
        shown = present(results, group)
        if shown:
            rows = [(each.label, [figure(name, each.scores.get(name)) for name in shown]) for each in results.methods]
            tables.append(table(translate("Scores", title), _heads(shown), rows))
    return section(translate("EvaluationPage", "All scores"), *tables)


def differences(results: Results, identifier: str) -> Html:
    """Each method less the baseline, in what counts most."""
    others = results.methods[1:]
    shown = present(results, MAIN)
    if not others or not shown:
        return joined()
    title = translate("EvaluationPage", "Differences from {method}").format(method=results.baseline)
    rows = [(each.label, [difference(name, each.differences.get(name)) for name in shown]) for each in others]
    caption = translate("EvaluationPage", "Each method less {method}").format(method=results.baseline)
    parts: list[str] = [table(caption, _heads(shown), rows)]
    leading = next((name for name in shown if name in LEADING), None)
    if leading:
        pairs = [(results.short(each), each.differences[leading]) for each in others if leading in each.differences]
        parts.append(_chart(f"{identifier}-methods", f"{title}: {names.short(leading)}", pairs))
    method = next((each for each in others if each.name == METHOD), others[0])
    shares = [name for name in shown if name in CATALOGUE and name != "length"]
    pairs = [(names.short(name), method.differences[name]) for name in shares if name in method.differences]
    parts.append(_chart(f"{identifier}-scores", f"{title}: {results.short(method)}", pairs))
    return section(title, *parts)


def refusals(results: Results) -> Html:
    """How often the model answers or refuses wrongly, where the task can tell."""
    if not results.refusals:
        return joined()
    heads = (translate("EvaluationPage", "Pictures"), translate("EvaluationPage", "Rate"))
    rows = [(names.short(name), [figure(name, score)]) for name, score in results.refusals.items()]
    parts = [table(translate("EvaluationPage", "Wrong answers and refusals"), heads, rows)]
    if len(results.families) > 1:
        families = [(name, [figure("false_answers", score)]) for name, score in results.families.items()]
        parts.append(table(names.short("false_answers"), heads, families))
    return section(translate("EvaluationPage", "Answers and refusals"), *parts)


def present(results: Results, group: Iterable[str]) -> list[str]:
    """Which scores of a group there are, with each judge's by itself."""
    found = {name: None for each in results.methods for name in each.scores}
    return [name for wanted in group for name in found if name == wanted or name.startswith(f"{wanted}:")]


def _chart(identifier: str, title: str, pairs: Sequence[tuple[str, Score]]) -> Html:
    if not pairs:
        return joined()
    axis = translate("EvaluationPage", "difference, with its 95 % interval")
    described = "; ".join(f"{name}: {score.value:+.3f}".replace("-", MINUS) for name, score in pairs)
    return element("figure", difference_chart(Frame(identifier, title, described, axis), pairs))


def _heads(shown: Sequence[str]) -> list[str]:
    return [translate("EvaluationPage", "Method"), *(names.short(name) for name in shown)]


def _settings(method: MethodResults) -> str:
    settings: Mapping[str, object] = method.settings
    told = [f"{name} {value:g}" if isinstance(value, float) else f"{name} {value}" for name, value in settings.items()]
    return ", ".join(told) or "-"
