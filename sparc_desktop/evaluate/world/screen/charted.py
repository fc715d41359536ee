"""Charts by chance: of bars, of a line, of slices, with round numbers."""

from sparc_desktop.evaluate.world.drawing.colours import shade
from sparc_desktop.evaluate.world.screen.choices import Choices
from sparc_desktop.evaluate.world.screen.plan import Part

MARKS = ("red", "orange", "yellow", "green", "blue", "purple", "pink", "brown")  # seen on the ground of any palette
ROWS = 4  # of text, that a chart takes at least


def chart(choices: Choices, room: int) -> Part:
    """A chart of at most `room` items, itself one of them; `room` is at least 1."""
    kind = choices.pick(("line chart", "bar chart", "bar chart", "pie chart")) if room >= 3 else "line chart"
    title, written = choices.say(kind), choices.chance(0.6)
    if kind == "line chart":
        colour = choices.pick(MARKS)
        rgb, value, curve = shade(choices.rng, colour), choices.number(5, 95), choices.number(1, 10**6)
        return Part(kind, title, value=value, written=written, colour=colour, rgb=rgb, hint=curve)
    count = choices.number(2, min(room - 1, 5))
    return Part(kind, title, hint=choices.number(0, 1), parts=_marks(choices, kind, count, written))


def _marks(choices: Choices, kind: str, count: int, written: bool) -> tuple[Part, ...]:
    colours = [str(colour) for colour in choices.rng.permutation(MARKS)[:count]]
    if kind == "bar chart" and choices.chance(0.5):
        colours = colours[:1] * count
    shades = {colour: shade(choices.rng, colour) for colour in colours}
    values = _shares(choices, count) if kind == "pie chart" else [choices.number(2, 20) * 5 for _ in range(count)]
    mark = "slice" if kind == "pie chart" else "bar"
    return tuple(
        Part(mark, choices.say(mark), value=value, written=written, colour=colour, rgb=shades[colour])
        for value, colour in zip(values, colours, strict=True)
    )


def _shares(choices: Choices, count: int) -> list[int]:
    """`count` multiples of 5 that make 100, none of them under 10."""
    extra = choices.rng.multinomial(20 - 2 * count, [1 / count] * count)
    return [int(10 + 5 * share) for share in extra]
