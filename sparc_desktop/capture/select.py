"""Which way to the screen is taken.

The table is in the order of preference, and one order serves every system, as a way that doesn't exist there is passed
over: the portal, which under Wayland alone sees the screen; X11; then mss by itself, for Windows and macOS. A module is
imported only when its turn comes.
"""

import importlib
import logging

from sparc_desktop.capture.base import ScreenCapture
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.translation import translate

SCREENS = {
    "portal": "sparc_desktop.capture.portal:PortalScreen",
    "x11": "sparc_desktop.capture.x11:X11Screen",
    "mss": "sparc_desktop.capture.mss_screen:MssScreen",
}
AUTO = "auto"

log = logging.getLogger(__name__)


def choose_screen(name: str = AUTO) -> ScreenCapture:
    """The way of that name, or the best that is there, ready to be used; ExpectedError NO_SCREEN_CAPTURE otherwise."""
    if name != AUTO:
        return _choose_named(name)
    remedies = []
    for candidate in SCREENS:
        try:
            screen_class = _load(candidate)
        except ImportError as error:  # what it needs exists on its own system alone
            log.info("The way %s to the screen is passed over: %s", candidate, error)
            continue
        if not screen_class.is_compatible():
            continue
        if screen_class.is_installed():
            try:
                return screen_class()
            except ExpectedError as error:
                log.warning("The way %s to the screen is passed over: %s", candidate, error)
                remedies.append(error.failure.params.get("remedy", screen_class.remedy()))
                continue
        log.warning("The way %s to the screen is passed over: not installed. %s", candidate, screen_class.remedy())
        remedies.append(screen_class.remedy())
    raise ExpectedError(Code.NO_SCREEN_CAPTURE, remedy=remedies[0] if remedies else _no_display())


def _choose_named(name: str) -> ScreenCapture:
    if name not in SCREENS:
        remedy = translate("Capture", "There is no way named {name}; choose one of: {names}.")
        raise ExpectedError(Code.NO_SCREEN_CAPTURE, remedy=remedy.format(name=name, names=", ".join((AUTO, *SCREENS))))
    try:
        screen_class = _load(name)
    except ImportError as error:
        raise ExpectedError(Code.NO_SCREEN_CAPTURE, remedy=_elsewhere(name)) from error
    if not screen_class.is_compatible():
        raise ExpectedError(Code.NO_SCREEN_CAPTURE, remedy=_elsewhere(name))
    if not screen_class.is_installed():
        raise ExpectedError(Code.NO_SCREEN_CAPTURE, remedy=screen_class.remedy())
    return screen_class()


def _elsewhere(name: str) -> str:
    remedy = translate("Capture", "The way {name} does not exist on this desktop; choose another.")
    return remedy.format(name=name)


def _no_display() -> str:
    return translate("Capture", "No display can be reached. Start the program from a desktop.")


def _load(name: str) -> type[ScreenCapture]:
    module, _, class_name = SCREENS[name].partition(":")
    screen_class: type[ScreenCapture] = getattr(importlib.import_module(module), class_name)
    return screen_class
