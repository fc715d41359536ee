"""The focused window on macOS, by Quartz: only where pyobjc is installed, which the program does not bring along.

The list of windows is in their order on the screen; the first ordinary one (layer 0) belongs to the program in front.
Titles are told only with the permission for Screen Recording.
"""

import importlib
from collections.abc import Mapping
from typing import Any

from sparc_desktop.capture.label import focused_window_label
from sparc_desktop.capture.window import Window
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.domain.rectangle import Rectangle

ORDINARY_LAYER = 0


def focused_window() -> Window:
    """Raises NO_FOCUSED_WINDOW, or TARGET_UNAVAILABLE without pyobjc."""
    try:
        quartz = importlib.import_module("Quartz")
    except ImportError as error:
        raise ExpectedError(Code.TARGET_UNAVAILABLE, label=focused_window_label()) from error
    options = quartz.kCGWindowListOptionOnScreenOnly | quartz.kCGWindowListExcludeDesktopElements
    for entry in quartz.CGWindowListCopyWindowInfo(options, quartz.kCGNullWindowID) or ():
        if entry.get("kCGWindowLayer") == ORDINARY_LAYER and entry.get("kCGWindowAlpha", 1) > 0:
            return window_of(entry)
    raise ExpectedError(Code.NO_FOCUSED_WINDOW)


def window_of(entry: Mapping[str, Any]) -> Window:
    """From what Quartz says of it; in points, as mss takes them."""
    bounds = entry["kCGWindowBounds"]
    return Window(
        untrusted_application=str(entry.get("kCGWindowOwnerName", "")),
        untrusted_title=str(entry.get("kCGWindowName", "") or ""),
        pid=int(entry["kCGWindowOwnerPID"]),
        rectangle=Rectangle(*(int(bounds[side]) for side in ("X", "Y", "Width", "Height"))),
    )
