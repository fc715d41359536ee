"""Where in a picture something is, in words that need no picture: a map of values, shared out among nine parts.

The nine parts are thirds of the picture's height and width. A cell of the map that lies in several of them counts in
each by the area that it has there; what lies outside the picture (padding that a model saw) counts nowhere.
"""

from dataclasses import dataclass

THIRDS = 3
EVEN = 0.5  # share of the two strongest parts below which none stands out; shared out evenly they have 2/9
LITTLE = 0.05  # of the attention to the picture: a map that adds up to less is chance
MENTIONED = 0.15  # share from which a second part is worth a word


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in fractions of the picture's width and height; one that leaves 0 to 1 reaches beyond the picture."""

    left: float
    top: float
    width: float
    height: float


WHOLE = Box(0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Values of at least 0, row by row, in cells of one size that fill `box`.

    `weight` is how much of all the attention to the picture the values add up to, 0 to 1.
    """

    rows: tuple[tuple[float, ...], ...]
    box: Box
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Part:
    """One of the nine parts, by its row and column (0 to 2), and its share of the map, 0 to 1."""

    row: int
    column: int
    share: float


def parts(heat: HeatMap) -> list[Part]:
    """The nine parts, the strongest first; none where the map holds nothing within the picture."""
    down = _thirds(heat.box.top, heat.box.height, len(heat.rows))
    across = _thirds(heat.box.left, heat.box.width, len(heat.rows[0]))
    sums = {
        (row, column): sum(
            share_down * share_across * value
            for share_down, values in zip(down[row], heat.rows, strict=True)
            if share_down
            for share_across, value in zip(across[column], values, strict=True)
        )
        for row in range(THIRDS)
        for column in range(THIRDS)
    }
    whole = sum(sums.values())
    if not whole > 0:
        return []
    return sorted((Part(row, column, value / whole) for (row, column), value in sums.items()), key=_strongest_first)


def outstanding(heat: HeatMap) -> list[Part]:
    """The one or two parts worth naming; none where the map is spread over the whole picture."""
    ranked = parts(heat)
    if not ranked or ranked[0].share + ranked[1].share < EVEN or is_chance(heat):
        return []
    return ranked[:2] if ranked[1].share >= MENTIONED else ranked[:1]


def is_chance(heat: HeatMap) -> bool:
    """Is there too little in the map for its places to mean anything?"""
    return heat.weight < LITTLE


def _strongest_first(part: Part) -> tuple[float, int, int]:
    return -part.share, part.row, part.column


def _thirds(start: float, length: float, cells: int) -> list[list[float]]:
    """For each third of 0 to 1: which share of each of the `cells` along one side lies in it."""
    size = length / cells
    edges = [(start + cell * size, start + (cell + 1) * size) for cell in range(cells)]
    return [
        [max(0.0, min(end, (third + 1) / THIRDS) - max(begin, third / THIRDS)) / size for begin, end in edges]
        for third in range(THIRDS)
    ]
