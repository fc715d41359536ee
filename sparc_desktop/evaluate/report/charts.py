"""Two kinds of chart as inline SVG: lines over places in an order, and differences with their intervals.

Lines and marks differ in form and dashes and bear their names, so that no colour is needed; all but colours stands in
the tags, where it holds even with styles taken off. Whatever a chart shows stands in a table beside it, too.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sparc_desktop.evaluate.measures import Score
from sparc_desktop.page.markup import Html, element, joined

WIDTH, HEIGHT = 720.0, 360.0
LEFT, RIGHT, TOP, BOTTOM = 64.0, 190.0, 16.0, 56.0  # margins; the lines' names stand at the right
LINE = 19.0  # between two names
DASHES = (None, "9 6", "2 5", "14 5 3 5", "5 4", "12 4 3 4 3 4")
MOST = len(DASHES)  # lines that can be told apart
STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)  # between two marks of an axis, times a power of ten
FLAT = 1e-3  # the least that an axis spans

Place = Callable[[float], float]


@dataclass(frozen=True, slots=True)
class Line:
    """A name, and a score for each place; None where there is none."""

    name: str
    scores: Sequence[Score | None]


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a chart: an identifier on the page, a title, a description, and a name of the axis."""

    identifier: str
    title: str
    description: str
    axis: str


def line_chart(frame: Frame, lines: Sequence[Line], places: Sequence[str], *, from_zero: bool = True) -> Html:
    """At most `MOST` lines, with the intervals of their scores. `places` are the names along the axis."""
    told = [score for line in lines for score in line.scores if score]
    ticks = _ticks(0.0 if from_zero else min(s.low for s in told), max(s.high for s in told))

    def x(place: float) -> float:
        return LEFT + 20 + (WIDTH - LEFT - RIGHT - 40) * place / max(len(places) - 1, 1)

    def y(value: float) -> float:
        return TOP + (HEIGHT - TOP - BOTTOM) * (ticks[-1] - value) / (ticks[-1] - ticks[0])

    ends = _apart([next(y(s.value) for s in reversed(line.scores) if s) for line in lines])
    every = math.ceil(len(places) / 9)
    parts = [_level(y(tick), _number(tick, ticks)) for tick in ticks]
    parts += [_text(name, x(at), HEIGHT - BOTTOM + 22, "middle") for at, name in enumerate(places) if at % every == 0]
    for number, line in enumerate(lines):
        points = [(x(at), score) for at, score in enumerate(line.scores) if score]
        parts.append(_line(number, points, y))
        parts.append(_mark(number, WIDTH - RIGHT + 6, ends[number]))
        parts.append(_text(line.name, WIDTH - RIGHT + 18, ends[number] + 5, "start"))
    return _drawing(frame, HEIGHT, parts)


def difference_chart(frame: Frame, rows: Sequence[tuple[str, Score]]) -> Html:
    """A row for each difference: its value, its interval, and the line of no difference."""
    left, height = 260.0, TOP + BOTTOM + 26.0 * len(rows)
    ticks = _ticks(min(0.0, *(score.low for _, score in rows)), max(0.0, *(score.high for _, score in rows)))

    def x(value: float) -> float:
        return left + (WIDTH - left - 30) * (value - ticks[0]) / (ticks[-1] - ticks[0])

    parts: list[Html] = []
    for tick in ticks:
        kind = "zero" if tick == 0 else "grid"
        parts.append(_path(f"M{x(tick):.1f} {TOP:g}V{height - BOTTOM:g}", kind, 2.0 if tick == 0 else 1.0))
        parts.append(_text(_number(tick, ticks), x(tick), height - BOTTOM + 20, "middle"))
    for number, (name, score) in enumerate(rows):
        at = TOP + 26.0 * (number + 0.5)
        parts.append(_path(f"M{x(score.low):.1f} {at:g}H{x(score.high):.1f}", "line", 2.5))
        parts.append(_mark(0, x(score.value), at))
        parts.append(_text(name, left - 14, at + 5, "end"))
    return _drawing(frame, height, parts)


def _drawing(frame: Frame, height: float, parts: Sequence[Html]) -> Html:
    return element(
        "svg",
        element("title", frame.title, id=f"{frame.identifier}-title"),
        element("desc", frame.description, id=f"{frame.identifier}-description"),
        *parts,
        _text(frame.axis, WIDTH / 2, height - 10, "middle"),
        viewBox=f"0 0 {WIDTH:g} {height:g}",
        role="img",
        aria_labelledby=f"{frame.identifier}-title",
        aria_describedby=f"{frame.identifier}-description",
        class_="chart",
    )


def _line(number: int, points: Sequence[tuple[float, Score]], y: Place) -> Html:
    whiskers = "".join(f"M{x:.1f} {y(score.low):.1f}V{y(score.high):.1f}" for x, score in points)
    line = element(
        "polyline",
        points=" ".join(f"{x:.1f},{y(score.value):.1f}" for x, score in points),
        fill="none",
        stroke="currentColor",
        stroke_width=2.5,
        stroke_dasharray=DASHES[number],
        class_=f"line line-{number}",
    )
    marks = [_mark(number, x, y(score.value)) for x, score in points]
    return joined(_path(whiskers, f"line line-{number}", 1.0), line, *marks)


def _mark(number: int, x: float, y: float) -> Html:
    """A circle, a square, a triangle, a diamond, a cross, a bar; each with its middle at the point."""
    forms = (
        "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0", "m-4 -4h8v8h-8z", "m0 -5l5 9h-10z", "m0 -6l5 6l-5 6l-5 -6z",
        "m-4 -4l8 8m0 -8l-8 8", "m-6 0h12",
    )  # fmt: skip
    return element(
        "path",
        d=f"M{x:.1f} {y:.1f}{forms[number]}",
        fill="currentColor" if number % 2 == 0 else "white",
        stroke="currentColor",
        stroke_width=1.5,
        class_=f"mark mark-{number % 2} line-{number}",
    )


def _level(y: float, name: str) -> Html:
    return joined(
        _path(f"M{LEFT:g} {y:.1f}H{WIDTH - RIGHT:g}", "grid", 1.0),
        _text(name, LEFT - 8, y + 5, "end"),
    )


def _path(d: str, kind: str, width: float) -> Html:
    return element("path", d=d, fill="none", stroke="currentColor", stroke_width=width, class_=kind)


def _text(text: str, x: float, y: float, anchor: str) -> Html:
    return element("text", text, x=round(x, 1), y=round(y, 1), text_anchor=anchor)


def _apart(ends: Sequence[float]) -> list[float]:
    """Where names stand: at their lines' ends, moved down, and then up, where these are too near for lines of text."""
    order = sorted(range(len(ends)), key=lambda place: ends[place])
    moved, last = list(ends), -math.inf
    for place in order:
        last = moved[place] = max(moved[place], last + LINE)
    last = HEIGHT - BOTTOM + LINE / 2
    for place in reversed(order):
        moved[place] = min(moved[place], last)
        last = moved[place] - LINE
    return moved


def _ticks(low: float, high: float) -> list[float]:
    """Round numbers from at most the lowest to at least the highest value, four to eight steps apart."""
    high = max(high, low + FLAT)
    span = high - low
    power = 10.0 ** math.floor(math.log10(span / 4))
    step = next(each * power for each in STEPS if span / (each * power) <= 6)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [step * number for number in range(first, max(last, first + 1) + 1)]


def _number(tick: float, ticks: Sequence[float]) -> str:
    """With as many digits as tell one tick from the next."""
    step = ticks[1] - ticks[0]
    digits = next(digits for digits in range(9) if math.isclose(round(step, digits), step, rel_tol=1e-6))
    return f"{tick + 0.0:.{digits}f}".replace("-", "\N{MINUS SIGN}")
