"""What a desktop tells of the window with the focus, and of the control in it."""

from dataclasses import dataclass

from sparc_desktop.domain.rectangle import Rectangle


@dataclass(frozen=True, slots=True)
class Window:
    """The names are whatever the other program says: hostile until `label` has made words of them.

    `is_covered` is whether other windows lie over a part of it, which then is in its picture.
    """

    untrusted_application: str
    untrusted_title: str
    pid: int
    rectangle: Rectangle
    is_minimised: bool = False
    is_covered: bool = False


@dataclass(frozen=True, slots=True)
class Control:
    """A control by its name and its role ("Save", "push button"), as a screen reader says them."""

    untrusted_name: str
    untrusted_role: str
    rectangle: Rectangle
