"""How screens can look: styles of controls, palettes, fonts, bars of title; and what of it is kept from training.

A screen has one `Look`. Some triples of style, palette and font occur in no screen for training: half of those in
screens for validation alone, half in those for testing. One font in each language, one style and one palette occur in
no screen at all but those with a held-out look, which are reported apart.
"""

import zlib
from dataclasses import dataclass
from typing import Literal

from sparc_desktop.domain.language import Language

RGB = tuple[int, int, int]
HELD_OUT = 14  # percent of the triples, and of the pairs of a word and a kind of control


@dataclass(frozen=True, slots=True)
class Style:
    """How controls are drawn. `base` is Qt's style, which draws what is not named here; nothing is, if not `own`.

    corner: radius in pixels. fill: of a button. tick: in a check box. field: how a text field is framed.
    """

    base: Literal["Fusion", "Windows"]
    own: bool = False
    corner: int = 0
    border: int = 1
    fill: Literal["plain", "accent", "gradient", "none"] = "plain"
    tick: Literal["tick", "cross", "block"] = "tick"
    field: Literal["box", "underline"] = "box"


STYLES = {
    "fusion": Style("Fusion"),
    "windows": Style("Windows"),
    "flat": Style("Fusion", own=True, corner=2, fill="accent", field="underline"),
    "rounded": Style("Fusion", own=True, corner=6, fill="plain"),
    "outlined": Style("Fusion", own=True, border=2, fill="none", tick="cross"),
    "glossy": Style("Fusion", own=True, corner=4, fill="gradient", tick="tick"),
    "blocky": Style("Windows", own=True, fill="plain", tick="block"),
}
HELD_OUT_STYLES = {"pill": Style("Fusion", own=True, corner=99, border=2, fill="gradient", tick="block")}

TitleBar = Literal["right", "dots", "centred", "classic"]
TITLE_BARS: tuple[TitleBar, ...] = ("right", "dots", "centred", "classic")


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as #rrggbb. `name` is the plain name of the window's ground; `base` the ground of fields and lists."""

    name: str
    window: str
    text: str
    base: str
    button: str
    accent: str
    on_accent: str
    title: str
    on_title: str


PALETTES = {
    "paper": Palette("white", "#f2f2f2", "#1c1c1c", "#ffffff", "#e2e2e2", "#2468b4", "#ffffff", "#d6d6d6", "#202020"),
    "snow": Palette("white", "#ffffff", "#101418", "#f3f5f8", "#e8ecf0", "#0b6b53", "#ffffff", "#ffffff", "#101418"),
    "steel": Palette("grey", "#d4d0c8", "#000000", "#ffffff", "#d4d0c8", "#0a246a", "#ffffff", "#0a246a", "#ffffff"),
    "sky": Palette("blue", "#d5e6f7", "#0e2033", "#f6faff", "#bcd5ef", "#1a5fa8", "#ffffff", "#4a86c5", "#000000"),
    "sand": Palette("yellow", "#f4e6bf", "#33270f", "#fffaea", "#e6d29a", "#8a4b08", "#ffffff", "#b5762a", "#000000"),
    "mint": Palette("green", "#cfeccf", "#102a14", "#f4fff4", "#aedbb0", "#1b6e2c", "#ffffff", "#1b6e2c", "#ffffff"),
    "rose": Palette("pink", "#f9d8e3", "#36101f", "#fff6f9", "#efb9cb", "#a01850", "#ffffff", "#c24a7c", "#ffffff"),
    "graphite": Palette("grey", "#3c3f41", "#e6e6e6", "#2b2b2b", "#54585a", "#7ab4f0", "#08131f", "#2b2d2e", "#e6e6e6"),
    "night": Palette("black", "#14161a", "#e8e8ec", "#1f2228", "#30343d", "#e8a33d", "#1a1204", "#000000", "#d8d8de"),
    "ocean": Palette("blue", "#12324f", "#e4f0fa", "#0b2238", "#23517a", "#5fd0c0", "#04201c", "#0a1f33", "#e4f0fa"),
    "plum": Palette("purple", "#3c2350", "#f2e8fa", "#2a1738", "#5b3a76", "#f0a0d0", "#2c0a1e", "#24122f", "#f2e8fa"),
    "stark": Palette("black", "#000000", "#ffff00", "#000000", "#000000", "#00ffff", "#000000", "#000080", "#ffffff"),
}  # fmt: skip
HELD_OUT_PALETTES = {
    "moss": Palette("green", "#2c3f2a", "#eef5e4", "#1d2b1c", "#456243", "#e3d15a", "#221f04", "#16210f", "#eef5e4"),
}  # fmt: skip

FONTS: dict[Language, tuple[str, ...]] = {
    "en": ("DejaVu Sans", "DejaVu Serif", "Liberation Sans", "Liberation Serif", "Lato", "Open Sans", "Roboto",
           "Noto Sans CJK SC"),
    "zh_CN": ("WenQuanYi Micro Hei", "Noto Sans CJK SC", "Noto Serif CJK SC"),
}  # fmt: skip
HELD_OUT_FONTS: dict[Language, tuple[str, ...]] = {"en": ("Cantarell",), "zh_CN": ("WenQuanYi Zen Hei",)}
TEXT_SIZES: dict[Language, tuple[int, ...]] = {"en": (12, 13, 14, 15), "zh_CN": (14, 15, 16)}
LEAST_TEXT: dict[Language, int] = {"en": 11, "zh_CN": 13}  # however small the picture is


@dataclass(frozen=True, slots=True)
class Look:
    """One screen's.

    text_size: in pixels of a picture whose long side is 320. fineness: 2 is drawn twice as large and scaled down, which
    gives softer letters.
    """

    style: str
    palette: str
    font: str
    text_size: int
    bold: bool
    title_bar: TitleBar
    fineness: Literal[1, 2]


def held_out(*names: str) -> Literal["validation", "test"] | None:
    """The only split in which these may occur together, or None where all may have them; always the same answer."""
    number = zlib.crc32("|".join(names).encode()) % 100
    return ("validation", "test")[number % 2] if number < HELD_OUT else None
