"""A key that is pressed in our window, as the hotkeys write it: "Ctrl+Shift+F11"."""

import sys
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

Key, Held = Qt.Key, Qt.KeyboardModifier
HELD_KEYS = {Key.Key_Control, Key.Key_Alt, Key.Key_Shift, Key.Key_Meta, Key.Key_AltGr, Key.Key_CapsLock,
             Key.Key_NumLock, Key.Key_Super_L, Key.Key_Super_R, Key.Key_Hyper_L, Key.Key_Hyper_R}  # fmt: skip
NAMES: Mapping[int, str] = {
    Key.Key_Space: "Space", Key.Key_Escape: "Escape", Key.Key_Tab: "Tab", Key.Key_Backtab: "Tab",
    Key.Key_Return: "Enter", Key.Key_Enter: "Enter", Key.Key_Backspace: "Backspace", Key.Key_Insert: "Insert",
    Key.Key_Delete: "Delete", Key.Key_Home: "Home", Key.Key_End: "End", Key.Key_PageUp: "PageUp",
    Key.Key_PageDown: "PageDown", Key.Key_Left: "Left", Key.Key_Right: "Right", Key.Key_Up: "Up",
    Key.Key_Down: "Down", Key.Key_Pause: "Pause", Key.Key_ScrollLock: "ScrollLock", Key.Key_Print: "PrintScreen",
    Key.Key_Menu: "Menu", **{Key(Key.Key_F1.value + number): f"F{number + 1}" for number in range(24)},
}  # fmt: skip
# Qt calls Command "Ctrl" on a Mac, and Ctrl "Meta".
CTRL, SUPER = (Held.MetaModifier, Held.ControlModifier) if sys.platform == "darwin" else (
    Held.ControlModifier, Held.MetaModifier
)  # fmt: skip
ORDER = ((CTRL, "Ctrl"), (Held.AltModifier, "Alt"), (Held.ShiftModifier, "Shift"), (SUPER, "Super"))


def is_held_key(event: QKeyEvent) -> bool:
    """Is it only a key to be held while another is pressed?"""
    return event.key() in HELD_KEYS


def key_text(event: QKeyEvent) -> str:
    """The combination that was pressed; "" for a key without a name here, such as one for the volume."""
    key = event.key()
    name = NAMES.get(key)
    if name is None:
        # Up to there the number of a key is that of its character.
        name = chr(key) if 0x20 < key <= 0x10FFFF and chr(key).isprintable() else ""
    held = [text for modifier, text in ORDER if event.modifiers() & modifier]
    return "+".join([*held, name]) if name else ""
