"""What the menus can do, read out of the actions themselves, for help, the keyboard page and the manual's tests."""

import re
import sys
from collections.abc import Mapping

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from sparc_desktop.presenters.deed import Deed, spoken

# Qt writes keys in its own translation, which no keyboard has on it; on a Mac as the signs that people know.
WRITTEN = (
    QKeySequence.SequenceFormat.NativeText if sys.platform == "darwin" else QKeySequence.SequenceFormat.PortableText
)
MNEMONIC = re.compile(r"\(&.\)|&\d |&(?=\S)")  # "&Open"; after the text, as in Chinese: "打开(&O)"; a number before it


def deeds_of(actions: object) -> dict[str, Deed]:
    """By the attribute's name; an attribute with several actions gives "lengths.short" and so on."""
    found: dict[str, Deed] = {}
    for name, value in vars(actions).items():
        if isinstance(value, QAction):
            found[name] = _deed(value)
        elif isinstance(value, Mapping):
            each = {f"{name}.{key}": action for key, action in value.items() if isinstance(action, QAction)}
            found.update({named: _deed(action) for named, action in each.items()})
    return {name: deed for name, deed in found.items() if deed.name}


def plain(text: str) -> str:
    """A menu's text as it is said: without the mnemonic and the dots of what asks further."""
    return MNEMONIC.sub("", text).rstrip("….").strip()


def _deed(action: QAction) -> Deed:
    menus = [each for each in action.associatedObjects() if isinstance(each, QMenu)]
    keys = tuple(spoken(key.toString(WRITTEN)) for key in action.shortcuts())
    return Deed(plain(action.text()), keys, plain(menus[0].title()) if menus else "")
