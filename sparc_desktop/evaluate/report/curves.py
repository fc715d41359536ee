"""The parts of a page that follow the captions along: by number of objects, by position, by step. Charts and tables."""

from collections.abc import Callable, Sequence
from functools import partial

from sparc_desktop.evaluate.measures import Score
from sparc_desktop.evaluate.measures.chair import THIRDS
from sparc_desktop.evaluate.report import names
from sparc_desktop.evaluate.report.charts import MOST, Frame, Line, line_chart
from sparc_desktop.evaluate.report.results import MethodResults, Point, Results
from sparc_desktop.evaluate.report.sections import METHOD, present, section
from sparc_desktop.evaluate.report.tables import MINUS, figure, table
from sparc_desktop.page.markup import Html, element, joined
from sparc_desktop.translation import translate

COUNTED = ("object_precision", "object_recall", "object_f1", "control_precision", "control_recall", "control_f1")


def by_count(results: Results, identifier: str) -> Html:
    """The scores of pictures with few and with many things."""
    groups = list(dict.fromkeys(group for each in results.methods for group in each.by_count))
    axis = translate("EvaluationPage", "things in the picture")

    def scores(name: str, method: MethodResults) -> list[Score | None]:
        return [method.by_count.get(group, {}).get(name) for group in groups]

    parts = [
        _curve(results, Frame(f"{identifier}-{name}", names.short(name), "", axis), groups, partial(scores, name))
        for name in present(results, COUNTED)
        if len(groups) > 1
    ]
    return section(translate("EvaluationPage", "By the number of things"), *parts) if parts else joined()


def by_third(results: Results, identifier: str) -> Html:
    """Precision and recall in the first, the middle and the last third of a caption."""
    if not present(results, [f"recall_{third}" for third in THIRDS]):
        return joined()
    titles = {
        "precision": translate("EvaluationPage", "Precision in each third"),
        "recall": translate("EvaluationPage", "Recall that each third adds"),
    }
    places = [
        translate("EvaluationPage", "first third"),
        translate("EvaluationPage", "middle third"),
        translate("EvaluationPage", "last third"),
    ]
    axis = translate("EvaluationPage", "part of the caption")

    def scores(kind: str, method: MethodResults) -> list[Score | None]:
        return [method.scores.get(f"{kind}_{third}") for third in THIRDS]

    parts = [
        _curve(results, Frame(f"{identifier}-{kind}", title, "", axis), places, partial(scores, kind))
        for kind, title in titles.items()
    ]
    return section(translate("EvaluationPage", "By the position in the caption"), *parts)


def by_step(results: Results, identifier: str) -> Html:
    """The attention to the picture while the caption grows."""
    titles = {
        "attention": translate("EvaluationPage", "Share of the attention that goes to the picture"),
        "own": translate("EvaluationPage", "The same, before the method's factors"),
        "selected": translate("EvaluationPage", "Share of the image tokens that is selected"),
    }
    axis = translate("EvaluationPage", "token of the caption")
    parts = [
        _points(results, Frame(f"{identifier}-{kind}", title, "", axis), partial(_of, kind))
        for kind, title in titles.items()
    ]
    heading = translate("EvaluationPage", "Attention to the picture, step by step")
    return section(heading, *parts) if any(parts) else joined()


def around(results: Results, identifier: str) -> Html:
    """The attention to a thing before and after it is told."""
    title = translate("EvaluationPage", "Attention to a thing, where that to the whole picture is 1")
    axis = translate("EvaluationPage", "tokens before and after the thing's name")
    drawn = _points(results, Frame(f"{identifier}-around", title, "", axis), partial(_of, "around"))
    return section(translate("EvaluationPage", "Before and after a thing is told"), drawn) if drawn else joined()


def _of(kind: str, method: MethodResults) -> Sequence[Point]:
    points: Sequence[Point] = getattr(method.curves, kind)
    return points


def _points(results: Results, frame: Frame, of: Callable[[MethodResults], Sequence[Point]]) -> Html:
    """A curve whose places are tokens."""
    windows = sorted({(point.first, point.last) for each in results.methods for point in of(each)})
    if len(windows) < 2:
        return joined()
    ranged = translate("EvaluationPage", "{first} to {last}")
    heads = [ranged.format(first=_signed(first), last=_signed(last)) for first, last in windows]
    places = [_signed(first) for first, _ in windows]

    def scores(method: MethodResults) -> list[Score | None]:
        told = {(point.first, point.last): point.score for point in of(method)}
        return [told.get(window) for window in windows]

    return _curve(results, frame, heads, scores, places)


def _curve(
    results: Results,
    frame: Frame,
    heads: Sequence[str],
    scores: Callable[[MethodResults], Sequence[Score | None]],
    places: Sequence[str] = (),
) -> Html:
    """A chart of some of the methods, and a table of all; `places` are shorter names for the chart."""
    told = [(each, found) for each in results.methods if any(found := scores(each))]
    if not told:  # as the precision of captions that name nothing
        return joined()
    leading = sorted(told, key=lambda pair: pair[0].name not in (results.baseline, METHOD))[:MOST]
    first = [Line(results.short(each), found) for each, found in leading]
    described = "; ".join(_described(line, heads) for line in first)
    drawn = line_chart(Frame(frame.identifier, frame.title, described, frame.axis), first, places or heads)
    rows = [(each.label, [figure("attention", score) for score in found]) for each, found in told]
    return joined(element("figure", drawn), table(frame.title, [translate("EvaluationPage", "Method"), *heads], rows))


def _signed(number: int) -> str:
    return str(number).replace("-", MINUS)


def _described(line: Line, places: Sequence[str]) -> str:
    """A line's first and last place, for those who don't see it; the table has all."""
    told = [(place, score) for place, score in zip(places, line.scores, strict=True) if score]
    (start, begun), (end, ended) = told[0], told[-1]
    return translate("EvaluationPage", "{name}: {begun} at {start}, {ended} at {end}").format(
        name=line.name, begun=f"{begun.value:.3f}", start=start, ended=f"{ended.value:.3f}", end=end
    )
