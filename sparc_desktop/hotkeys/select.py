"""Which way to global hotkeys is taken.

Each exists in one kind of session alone, so the order matters in one place: X11 before the portal, because a
session that is X11 has real key grabs and the layer, while the portal makes the user confirm every key. Under Wayland
X11's grabs would work only while an X11 program has the focus, so there it is not compatible. A module is imported
only when its turn comes; where the library is missing that it needs (on another system it is not installed) it is
passed over.
"""

import importlib
import logging

from sparc_desktop.hotkeys.base import Hotkeys, unavailable

HOTKEYS = {
    "x11": "sparc_desktop.hotkeys.x11:X11Hotkeys",
    "portal": "sparc_desktop.hotkeys.portal:PortalHotkeys",
    "windows": "sparc_desktop.hotkeys.windows:WindowsHotkeys",
    "macos": "sparc_desktop.hotkeys.macos:MacHotkeys",
}

log = logging.getLogger(__name__)


def choose_hotkeys() -> Hotkeys:
    """The way that works here; ExpectedError HOTKEYS_UNAVAILABLE, with the remedy, where there is none."""
    remedies = []
    for name in HOTKEYS:
        try:
            hotkeys_class = _load(name)
        except ImportError as error:
            log.warning("The hotkeys of %s are passed over: %s", name, error)
            continue
        if not hotkeys_class.is_compatible():
            continue
        if hotkeys_class.is_installed():
            return hotkeys_class()
        log.warning("The hotkeys of %s are passed over: not installed. %s", name, hotkeys_class.remedy())
        remedies.append(hotkeys_class.remedy())
    raise unavailable(remedies[0] if remedies else "")


def _load(name: str) -> type[Hotkeys]:
    module, _, class_name = HOTKEYS[name].partition(":")
    hotkeys_class: type[Hotkeys] = getattr(importlib.import_module(module), class_name)
    return hotkeys_class
