"""A heat map over the picture that needs no colour: what was looked at stays bright, the rest is dimmed.

The strongest cells are outlined as well, in black under white, so that they are seen also on a black picture.
"""

import io
import math

from PIL import Image

from sparc_desktop.domain.explanation import EncodedPicture
from sparc_desktop.domain.places import Box, HeatMap, is_chance, outstanding
from sparc_desktop.page.markup import Html, data_uri, element

DIMMED = 180  # of 255: how dark what was not looked at becomes
ROOM = (26.0, 22.0)  # the most that a map takes on the page, in the height of its letters
OUTLINED = 0.5  # share of the strongest cell's value from which a cell is within the outline
THUMBNAIL = "thumbnail"  # the identifier under which the page holds the picture, once for all heat maps


def thumbnail(picture: EncodedPicture) -> Html:
    """The small picture that lies under all heat maps; itself it takes no room."""
    image = element(
        "image", id=THUMBNAIL, href=data_uri(picture), width=float(picture.width), height=float(picture.height)
    )
    return element("svg", element("defs", image), class_="store", aria_hidden="true", width=0.0, height=0.0)


def heat_picture(heat: HeatMap, picture: EncodedPicture, title: str, identifier: str) -> Html:
    """The map over the picture, as an inline SVG with the title as its alternative text."""
    width, height, box = float(picture.width), float(picture.height), heat.box
    place = {
        "x": box.left * width, "y": box.top * height, "width": box.width * width, "height": box.height * height
    }  # fmt: skip
    veil = element("image", href=data_uri(_veil(heat)), preserveAspectRatio="none", **place)
    parts = [element("title", title, id=identifier), element("use", href=f"#{THUMBNAIL}"), veil]
    parts += _never_seen(box, width, height)
    if outstanding(heat):
        outline = _outline(heat, place["width"], place["height"])
        where = f"translate({place['x']:g} {place['y']:g})"
        for colour, thickness in (("#000000", 5.0), ("#ffffff", 2.0)):
            parts.append(
                element("path", d=outline, transform=where, fill="none", stroke=colour, stroke_width=thickness)
            )
    scale = min(ROOM[0] / width, ROOM[1] / height)
    return element(
        "svg",
        *parts,
        viewBox=f"0 0 {width:g} {height:g}",
        width=f"{width * scale:.2f}em",
        height=f"{height * scale:.2f}em",
        role="img",
        aria_labelledby=identifier,
        class_="heat",
    )


def _peak(heat: HeatMap) -> float:
    return max(max(row) for row in heat.rows) or 1.0


def _veil(heat: HeatMap) -> EncodedPicture:
    """Black, the less opaque the more was looked at; one pixel a cell, which the browser makes smooth."""
    peak = math.inf if is_chance(heat) else _peak(heat)
    rows, columns = len(heat.rows), len(heat.rows[0])
    opacity = bytes(round(DIMMED * (1 - value / peak)) for row in heat.rows for value in row)
    veil = Image.new("LA", (columns, rows))
    veil.putalpha(Image.frombytes("L", (columns, rows), opacity))
    buffer = io.BytesIO()
    veil.save(buffer, "PNG", optimize=True)
    return EncodedPicture(buffer.getvalue(), "image/png", columns, rows)


def _never_seen(box: Box, width: float, height: float) -> list[Html]:
    """What the model was not given is as dark as what it did not look at."""
    left, top = max(box.left, 0.0) * width, max(box.top, 0.0) * height
    right, bottom = min(box.left + box.width, 1.0) * width, min(box.top + box.height, 1.0) * height
    if (left, top, right, bottom) == (0.0, 0.0, width, height):
        return []
    around = f"M0 0H{width:g}V{height:g}H0Z"
    hole = f"M{left:g} {top:g}H{right:g}V{bottom:g}H{left:g}Z"
    return [element("path", d=around + hole, fill="#000000", fill_opacity=round(DIMMED / 255, 3), fill_rule="evenodd")]


def _outline(heat: HeatMap, width: float, height: float) -> str:
    """The sides of the strongest cells that face weaker ones, as a path; the map's corner is at 0, 0."""
    least = OUTLINED * _peak(heat)
    strong = {(y, x) for y, row in enumerate(heat.rows) for x, value in enumerate(row) if value >= least}
    across, down = width / len(heat.rows[0]), height / len(heat.rows)
    sides: list[str] = []
    for y, x in sorted(strong):
        left, top = x * across, y * down
        for (dy, dx), (from_x, from_y, way) in {
            (-1, 0): (left, top, f"h{across:.2f}"),
            (1, 0): (left, top + down, f"h{across:.2f}"),
            (0, -1): (left, top, f"v{down:.2f}"),
            (0, 1): (left + across, top, f"v{down:.2f}"),
        }.items():
            if (y + dy, x + dx) not in strong:
                sides.append(f"M{from_x:.2f} {from_y:.2f}{way}")
    return "".join(sides)
