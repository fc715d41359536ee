"""All choices of one screen, without Qt: what stands on it, what it says, and how it looks.

A screen is a desktop with frames upon it (windows, dialogs, open menus), icons and perhaps a panel; or one window
alone, as a picture of a single window is. What has no room in the picture is left out when it is laid out, so what is
true of the picture is known only then (`picture.render`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sparc_desktop.domain.language import Language
from sparc_desktop.evaluate.world.drawing.colours import Rgb
from sparc_desktop.evaluate.world.drawing.scene import Background, Split
from sparc_desktop.evaluate.world.facts import State
from sparc_desktop.evaluate.world.screen.looks import Look

KINDS = (
    "window", "dialog", "panel", "menu bar", "menu", "menu item", "tab", "label", "text field", "button", "check box",
    "radio button", "list", "list item", "combo box", "progress bar", "slider", "bar chart", "bar", "line chart",
    "pie chart", "slice", "icon",
)  # fmt: skip
GROUPS = ("row", "column", "tabs")  # order what they hold, and are no items themselves
SPREAD, AT_THE_START, AT_THE_END = range(3)  # the hint of a row: where its parts stand
Side = Literal["top", "bottom", "left", "right"]


@dataclass(frozen=True, slots=True)
class Part:
    """A control, or a group of them, and the parts within it in their order.

    label: the words on it, or beside a slider or a bar of progress. value: in percent for these two, else the number
    that is drawn (of a bar, a slice, a line's end). `written` is whether a bar of progress shows its value in digits.
    colour and rgb: of a bar, a slice, a line, the picture of an icon. hint: the shape of what is drawn (`charts`).
    """

    kind: str
    label: str = ""
    state: State = ""
    value: int | None = None
    written: bool = False
    colour: str = ""
    rgb: Rgb = (0, 0, 0)
    hint: int = 0
    parts: tuple["Part", ...] = ()

    def all(self) -> Iterator["Part"]:
        """This part and all within it."""
        yield self
        for part in self.parts:
            yield from part.all()


@dataclass(frozen=True, slots=True)
class Frame:
    """A window, a dialog or a menu on the desktop. x and y: 0..1, how much of the free room is left of it and above.

    width and height: of the desktop's, 0..1, at least; a frame is larger if its parts ask for it. Both are 1 for a
    frame that covers the desktop.
    """

    part: Part
    x: float = 0.5
    y: float = 0.5
    width: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class ScreenPlan:
    """One screen. `aspect` is width / height; of two frames that overlap, the later one is in front and active."""

    split: Split
    seed: int
    language: Language
    aspect: float
    look: Look
    wallpaper: Background
    frames: tuple[Frame, ...] = ()
    icons: tuple[Part, ...] = ()
    icons_at: Side = "left"
    panel: Part | None = None
    panel_at: Side = "bottom"

    @property
    def count(self) -> int:
        """How many items the screen has, if there is room for all of them."""
        tops = (*(frame.part for frame in self.frames), *self.icons, *((self.panel,) if self.panel else ()))
        return sum(part.kind not in GROUPS for top in tops for part in top.all())
