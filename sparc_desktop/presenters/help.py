"""What can be done here: the lines that F1 shows and says, wherever the focus is.

Three things make them up: where the focus is (`Place`, a part of the main window that a widget names in its property
"help"; or the lines that a window gives for itself), what kind of control it is on (`Control`), and what can be done
from anywhere. Keys of the program are never written here: they come from the actions. Only the keys that a control has
by its nature, such as the arrows in a list, are words of these sentences.
"""

from dataclasses import dataclass
from enum import StrEnum, auto

from sparc_desktop.presenters.deed import Deeds
from sparc_desktop.translation import translate


class Place(StrEnum):
    """A part of the main window; the value is what a widget's property "help" holds."""

    DESCRIPTION = auto()
    QUESTION = auto()
    PICTURE = auto()
    PICTURES = auto()
    BUTTONS = auto()


class Control(StrEnum):
    """A kind of control, with keys of its own."""

    BUTTON = auto()
    CHECK = auto()
    COMBO = auto()
    LIST = auto()
    LINE = auto()
    TEXT = auto()  # with a caret, to be read
    WRITING = auto()  # several lines, to be written
    NUMBER = auto()
    MENU = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the focus is."""

    window: str  # its title
    name: str = ""  # of the control
    control: Control = Control.OTHER
    hint: str = ""  # what the control says of itself, such as a setting's description
    place: str = ""
    own: tuple[str, ...] = ()  # lines that the window, or a part of it, gives for itself
    is_main: bool = False


# The deeds of a place, in the order of reading.
DEEDS: dict[Place, tuple[str, ...]] = {
    Place.DESCRIPTION: ("read_again", "pause", "previous", "next", "stop", "ask", "copy", "copy_html", "save_text"),
    Place.QUESTION: ("ask", "stop", "pause"),
    Place.PICTURE: ("zoom_in", "zoom_out", "zoom_whole", "describe", "ask", "save_alt_text"),
    Place.PICTURES: ("next_picture", "previous_picture", "describe", "stop"),
    Place.BUTTONS: ("open", "paste", "choose_part", "describe", "stop"),
}
ALWAYS = ("open", "ask", "stop", "settings", "manual", "keyboard")  # from anywhere in the main window


def help_lines(spot: Spot, deeds: Deeds) -> list[str]:
    """One thing a line, the nearest first."""
    place = next((each for each in Place if each == spot.place), None)
    lines = [_where(spot)]
    lines += [spot.hint] if spot.hint else []
    lines += spot.own or ([_places()[place]] if place else [])
    if control := "" if place in _SPECIAL else _controls().get(spot.control, ""):
        lines.append(control)
    if spot.control is Control.MENU:
        return lines
    if not spot.is_main:
        return [*lines, translate("Help", "Tab: the next field. Escape: close this window.")]
    here = DEEDS.get(place, ()) if place else ()
    wanted = (*here, *(name for name in ALWAYS if name not in here))
    lines += [str(deeds[name]) for name in wanted if name in deeds]
    return [*lines, translate("Help", "Tab: the next part of the window. Alt, or F10: the menus, with all the rest.")]


# Places that say what the arrows and Enter do there better than the kind of their control would.
_SPECIAL = (Place.DESCRIPTION, Place.QUESTION, Place.PICTURES)


def _where(spot: Spot) -> str:
    if spot.name:
        return translate("Help", "You are here: {name}, in the window {window}.").format(
            name=spot.name.rstrip(":："), window=spot.window
        )
    return translate("Help", "You are in the window {window}.").format(window=spot.window)


def _places() -> dict[Place, str]:
    return {
        Place.DESCRIPTION: translate(
            "Help",
            "The description, one sentence a line. Up and Down: walk. Enter: read aloud from here. "
            "Ctrl+C: copy the sentence.",
        ),
        Place.QUESTION: translate("Help", "Write a question about the picture. Enter: send it."),
        Place.PICTURE: translate("Help", "The picture. Its text is the description."),
        Place.PICTURES: translate(
            "Help", "All pictures that you have opened, each with its description. Up and Down: go to another one."
        ),
        Place.BUTTONS: translate("Help", "What is done most often. The menus have all the rest."),
    }


def _controls() -> dict[Control, str]:
    return {
        Control.BUTTON: translate("Help", "A button. Space or Enter: press it."),
        Control.CHECK: translate("Help", "A switch. Space: on or off."),
        Control.COMBO: translate("Help", "A choice. Up and Down: choose. Alt+Down: show all of them."),
        Control.LIST: translate("Help", "A list. Up and Down: walk. A letter: go to what begins with it."),
        Control.LINE: translate("Help", "A field to write in."),
        Control.TEXT: translate("Help", "A text to read, with a caret. Arrows: line by line. Ctrl+A, Ctrl+C: copy it."),
        Control.WRITING: translate("Help", "A field to write in, of several lines. Tab: leave it."),
        Control.NUMBER: translate("Help", "A number. Up and Down: change it, or write another one."),
        Control.MENU: translate("Help", "A menu. Up and Down: walk. Enter: do it. Escape: leave the menu."),
    }
