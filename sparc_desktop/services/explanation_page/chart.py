"""The decay of the attention to the picture as a line chart and as a table; both show the same windows."""

from collections.abc import Callable, Iterable

from sparc_desktop.domain.decay import Window
from sparc_desktop.page.markup import Html, element, joined
from sparc_desktop.services.explanation_page.words import percent
from sparc_desktop.translation import translate

WIDTH, HEIGHT = 720.0, 340.0
LEFT, RIGHT, TOP, BOTTOM = 64.0, 150.0, 16.0, 56.0  # margins; the lines' names stand at the right
LINE = 20.0  # between two names
TICKS = (0.2, 0.4, 0.6, 0.8, 1.0)

Place = Callable[[float], float]


def chart(windows: list[Window], description: str) -> Html:
    """Two lines that differ in dashes, marks and names, not in colour alone."""
    words = windows[-1].last
    most = max(value for window in windows for value in (window.without, window.with_sparc) if value is not None)
    top = next((tick for tick in TICKS if tick >= most), 1.0)

    def x(word: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (word - 1) / max(words - 1, 1)

    def y(share: float) -> float:
        return TOP + (HEIGHT - TOP - BOTTOM) * (1 - share / top)

    lines = {
        "without": [(_middle(w), w.without) for w in windows if w.without is not None],
        "with": [(_middle(w), w.with_sparc) for w in windows if w.with_sparc is not None],
    }
    names = {
        "without": translate("ExplanationPage", "without SPARC"),
        "with": translate("ExplanationPage", "with SPARC"),
    }
    ends = _apart({kind: y(points[-1][1]) for kind, points in lines.items() if points})
    drawn = [
        joined(
            _line(kind, [(x(word), y(share)) for word, share in lines[kind]]),
            element("text", names[kind], x=WIDTH - RIGHT + 14, y=ends[kind] + 5),
        )
        for kind in ends
    ]
    return element(
        "svg",
        element("title", translate("ExplanationPage", "Attention to the picture, word by word"), id="chart-title"),
        element("desc", description, id="chart-description"),
        _axes(windows, top, x, y),
        *drawn,
        viewBox=f"0 0 {WIDTH:g} {HEIGHT:g}",
        role="img",
        aria_labelledby="chart-title",
        aria_describedby="chart-description",
        class_="chart",
    )


def _middle(window: Window) -> float:
    return (window.first + window.last) / 2


def _apart(ends: dict[str, float]) -> dict[str, float]:
    """Where the names stand: at the lines' ends, moved apart where these are too near for two lines of text."""
    if len(ends) < 2:
        return ends
    upper, lower = sorted(ends, key=lambda kind: ends[kind])
    lacking = max(0.0, LINE - (ends[lower] - ends[upper])) / 2
    return {upper: ends[upper] - lacking, lower: ends[lower] + lacking}


def _line(kind: str, points: list[tuple[float, float]]) -> Html:
    """A line with its marks. All but the colours stands in the tags: it must hold also where styles are taken off."""
    dashes = "9 7" if kind == "without" else None
    path = element(
        "polyline",
        points=" ".join(f"{x:.1f},{y:.1f}" for x, y in points),
        fill="none",
        stroke="currentColor",
        stroke_width=3.0,
        stroke_dasharray=dashes,
        class_=kind,
    )
    return joined(path, *(_mark(kind, round(x, 1), round(y, 1)) for x, y in points))


def _mark(kind: str, x: float, y: float) -> Html:
    if kind == "with":
        return element("circle", cx=x, cy=y, r=4.5, class_=kind)
    return element(
        "rect",
        x=x - 4,
        y=y - 4,
        width=8.0,
        height=8.0,
        fill="white",
        stroke="currentColor",
        stroke_width=2.0,
        class_=kind,
    )


def _axes(windows: list[Window], top: float, x: Place, y: Place) -> Html:
    right = WIDTH - RIGHT
    levels = [top * quarter / 4 for quarter in range(5)]
    parts: list[Html] = []
    for level in levels:
        parts.append(element("path", d=f"M{LEFT:g} {y(level):.1f}H{right:g}", stroke="currentColor", class_="grid"))
        parts.append(element("text", f"{percent(level)} %", x=LEFT - 8, y=y(level) + 5, text_anchor="end"))
    parts.extend(
        element("text", str(word), x=round(x(word), 1), y=HEIGHT - BOTTOM + 22, text_anchor="middle")
        for word in _ticks(windows)
    )
    name = translate("ExplanationPage", "word of the description")
    parts.append(element("text", name, x=(LEFT + right) / 2, y=HEIGHT - 10, text_anchor="middle"))
    return joined(*parts)


def _ticks(windows: list[Window]) -> Iterable[int]:
    every = 1 if len(windows) <= 6 else 2
    return [window.first for window in windows[::every]]


def table(windows: list[Window]) -> Html:
    """The same numbers, and those of the model itself before SPARC's factors."""
    heads = (
        translate("ExplanationPage", "Words"),
        translate("ExplanationPage", "without SPARC"),
        translate("ExplanationPage", "with SPARC"),
        translate("ExplanationPage", "with SPARC, before its factors"),
    )
    rows = [
        element(
            "tr",
            element("th", _words(window), scope="row"),
            *(element("td", _cell(value)) for value in (window.without, window.with_sparc, window.own)),
        )
        for window in windows
    ]
    return element(
        "table",
        element("caption", translate("ExplanationPage", "Share of the attention that goes to the picture")),
        element("thead", element("tr", *(element("th", head, scope="col") for head in heads))),
        element("tbody", *rows),
    )


def _words(window: Window) -> str:
    if window.first == window.last:
        return str(window.first)
    return translate("ExplanationPage", "{first} to {last}").format(first=window.first, last=window.last)


def _cell(value: float | None) -> str:
    return translate("ExplanationPage", "ended") if value is None else f"{100 * value:.1f} %"
