"""Keys that others use already. Taking one would rob a user of a key that they need to use the computer at all.

Screen readers own whole families, by the key that is held ("Insert and anything"), so the table tells families from
single combinations. What a program uses within its own window is not here: any combination is used by some program.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sparc_desktop.hotkeys.keys import Keys, Modifier, parse_keys
from sparc_desktop.translation import translate

CTRL_ALT = {Modifier.CTRL, Modifier.ALT}
READER_KEYS = {"Insert", "CapsLock", "ScrollLock"}  # held by a reader's commands, or (Scroll Lock) pressed for them
ALT_SHIFT = frozenset({Modifier.ALT, Modifier.SHIFT})
ARROWS = {"Left", "Right", "Up", "Down"}


@dataclass(frozen=True, slots=True)
class Known:
    """One user of keys: who, and which, in words for the manual; `takes` tells whether a combination is among them."""

    who: str
    which: str
    takes: Callable[[Keys], bool]


def _is_any(*names: str) -> Callable[[Keys], bool]:
    combinations = frozenset(map(parse_keys, names))
    return lambda keys: keys in combinations


def owner_of(keys: Keys) -> str | None:
    """Who uses this combination already, as far as is known."""
    return next((known.who for known in known_keys() if known.takes(keys)), None)


def known_keys() -> tuple[Known, ...]:
    """The table, in the order in which it is asked."""
    return (
        Known(
            translate("Hotkeys", "screen readers (Orca, NVDA, JAWS, Narrator)"),
            translate("Hotkeys", "Insert, Caps Lock or Scroll Lock, with any other key"),
            lambda keys: keys.key in READER_KEYS,
        ),
        Known(
            translate("Hotkeys", "Orca"),
            translate("Hotkeys", "Alt+Shift with a letter or an arrow; Alt+Super+S"),
            lambda keys: (
                (keys.modifiers == ALT_SHIFT and (len(keys.key) == 1 or keys.key in ARROWS))
                or keys == parse_keys("Alt+Super+S")
            ),
        ),
        Known(
            translate("Hotkeys", "Be My Eyes"),
            translate("Hotkeys", "Ctrl+Alt+H"),
            _is_any("Ctrl+Alt+H"),
        ),
        Known(
            translate("Hotkeys", "VoiceOver, and AltGr for typing letters"),
            translate("Hotkeys", "Ctrl+Alt (Ctrl+Option on a Mac), with any other key"),
            lambda keys: keys.modifiers >= CTRL_ALT,
        ),
        Known(
            translate("Hotkeys", "VoiceOver and Narrator"),
            translate("Hotkeys", "Super+F5 and Ctrl+Super+Enter"),
            _is_any("Super+F5", "Ctrl+Super+Enter", "Ctrl+Super+N"),
        ),
        Known(
            translate("Hotkeys", "the desktop"),
            translate("Hotkeys", "Super with a letter or a digit; keys that switch windows, languages and screens"),
            lambda keys: _is_desktop(keys),
        ),
    )  # fmt: skip


_DESKTOP = _is_any(
    "Alt+Tab", "Alt+Shift+Tab", "Ctrl+Tab", "Super+Tab", "Alt+F1", "Alt+F2", "Alt+F4", "Alt+F7", "Alt+F8", "Alt+F10",
    "Alt+Space", "Alt+Escape", "Ctrl+Escape", "Ctrl+Shift+Escape", "Ctrl+Space", "Shift+Space", "Super+Space",
    "Shift+Super+Space", "Ctrl+Super+Space", "Shift+F10", "PrintScreen", "Alt+PrintScreen", "Shift+PrintScreen",
    "Ctrl+PrintScreen", "Menu", "F1", "F5", "F10", "F11",
)  # fmt: skip


def _is_desktop(keys: Keys) -> bool:
    return _DESKTOP(keys) or (Modifier.SUPER in keys.modifiers and len(keys.key) == 1)
