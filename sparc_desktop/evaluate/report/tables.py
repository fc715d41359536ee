"""Tables, and figures in them: a value with its interval, and a difference with what can be said of it."""

from collections.abc import Sequence

from sparc_desktop.evaluate.measures import CATALOGUE, Score
from sparc_desktop.evaluate.report import names
from sparc_desktop.page.markup import Html, element, joined
from sparc_desktop.translation import translate

BETTER = {"ms_per_token": "lower", "attention": "neither", "selected": "neither"}  # beside the measures' own
MINUS = "\N{MINUS SIGN}"  # which is read aloud; a hyphen is not

Figure = tuple[str, ...]  # what stands in a cell: a value, an interval, a verdict


def table(
    caption: str, heads: Sequence[str], rows: Sequence[tuple[str, Sequence[Figure]]], kind: str | None = None
) -> Html:
    """Rows of a name and cells. `kind`: "words" where the cells hold words."""
    body = [
        element("tr", element("th", name, scope="row"), *(element("td", _cell(cell)) for cell in cells))
        for name, cells in rows
    ]
    head = element("thead", element("tr", *(element("th", head, scope="col") for head in heads)))
    whole = element("table", element("caption", caption), head, element("tbody", *body), class_=kind)
    # With the keyboard, too, a table that is wider than the page must be reached to be moved.
    return element("div", whole, class_="scroll", role="group", aria_label=caption, tabindex="0")


def figure(name: str, score: Score | None) -> Figure:
    """A score with its interval."""
    if score is None:
        return (translate("EvaluationPage", "not measured"),)
    value, low, high = (_number(name, number) for number in (score.value, score.low, score.high))
    if name == "ms_per_token":  # which has no interval
        return (value,)
    return value, translate("EvaluationPage", "({low} to {high})").format(low=low, high=high)


def difference(name: str, score: Score | None) -> Figure:
    """A difference with its interval and, where that does not hold 0, whether it is for the better."""
    if score is None:
        return (translate("EvaluationPage", "not measured"),)
    value, low, high = (_number(name, number, "+") for number in (score.value, score.low, score.high))
    if name == "ms_per_token":
        return (value,)
    interval = translate("EvaluationPage", "({low} to {high}),").format(low=low, high=high)
    return value, interval, verdict(name, score)


def verdict(name: str, score: Score) -> str:
    """What a difference with its interval says."""
    if score.low <= 0 <= score.high:
        return translate("EvaluationPage", "no clear difference")
    better = CATALOGUE[name].better if name in CATALOGUE else BETTER.get(name, "higher")
    if better == "neither":
        more, less = translate("EvaluationPage", "more"), translate("EvaluationPage", "less")
        return more if score.value > 0 else less
    good, bad = translate("EvaluationPage", "better"), translate("EvaluationPage", "worse")
    return good if (score.value > 0) == (better == "higher") else bad


def _number(name: str, value: float, sign: str = "") -> str:
    digits = names.of(name).digits
    return f"{round(value, digits) + 0.0:{sign}.{digits}f}".replace("-", MINUS)  # no minus before a 0


def _cell(content: Figure) -> Html:
    value, *rest = content
    return joined(value, *(joined(" ", element("span", part, class_="part")) for part in rest))
