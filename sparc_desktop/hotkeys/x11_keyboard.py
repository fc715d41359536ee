"""How X11 names keys: a keycode is a place on the keyboard, a keysym what is printed there in the user's layout.

A combination is grabbed by keycode and by modifier bits. Num Lock, Caps Lock and Scroll Lock are modifiers too, so each
combination is grabbed once for each of their states. Which bit is Num Lock's the keyboard's mapping tells.
"""

from itertools import combinations

from Xlib import XK, X
from Xlib.display import Display

from sparc_desktop.hotkeys.keys import Keys, Modifier

KEYSYMS = {
    "Space": "space", "Enter": "Return", "Backspace": "BackSpace", "PageUp": "Prior", "PageDown": "Next",
    "ScrollLock": "Scroll_Lock", "CapsLock": "Caps_Lock", "PrintScreen": "Print",
}  # fmt: skip
NAMES = {XK.string_to_keysym(name): key for key, name in KEYSYMS.items()} | {
    XK.string_to_keysym(key): key
    for key in ("Escape", "Tab", "Insert", "Delete", "Home", "End", "Left", "Right", "Up", "Down", "Pause", "Menu")
} | {XK.string_to_keysym(f"F{number}"): f"F{number}" for number in range(1, 25)}  # fmt: skip
NAMES[XK.string_to_keysym("Break")] = "Pause"  # what Pause is with Ctrl
NAMES[XK.string_to_keysym("KP_Enter")] = "Enter"
_PAD = ("Insert", "End", "Down", "Next", "Left", "Begin", "Right", "Home", "Up", "Prior")
for _digit, _name_without_lock in enumerate(_PAD):  # a digit of the number pad, whatever Num Lock says
    NAMES[XK.string_to_keysym(f"KP_{_digit}")] = NAMES[XK.string_to_keysym(f"KP_{_name_without_lock}")] = str(_digit)
FIRST_HELD, LAST_HELD = 0xFFE1, 0xFFEE  # the keysyms of Shift, Ctrl, Caps Lock, Meta, Alt, Super, Hyper
HELD = {XK.string_to_keysym(name) for name in ("Num_Lock", "Mode_switch")} | {0xFE03}  # 0xFE03: AltGr
UNICODE = 0x01000000  # added to a character beyond Latin-1
BITS = {
    Modifier.CTRL: X.ControlMask,
    Modifier.ALT: X.Mod1Mask,
    Modifier.SHIFT: X.ShiftMask,
    Modifier.SUPER: X.Mod4Mask,
}
UNNAMED = Keys("")  # a key that means nothing here, such as one for the volume
SECOND_LAYOUT = 1 << 13  # in an event's state


class Keyboard:
    """The keyboard of one display, as it is mapped at the moment."""

    def __init__(self, display: Display) -> None:
        self._display = display

    def keycodes(self, keys: Keys) -> list[int]:
        """The places of a key that can be pressed without Shift; without any such, all its places."""
        name = KEYSYMS.get(keys.key, keys.key)
        keysym = _character(name.lower()) if len(name) == 1 else XK.string_to_keysym(name)
        found = list(self._display.keysym_to_keycodes(keysym))
        plain = [keycode for keycode, index in found if index % 2 == 0]
        return sorted(set(plain or [keycode for keycode, _ in found]))

    def bits(self, keys: Keys) -> int:
        """The modifier bits of a combination."""
        return sum(BITS[modifier] for modifier in keys.modifiers)

    def lock_bits(self) -> list[int]:
        """Every combination of the locks that may be on."""
        locks = [X.LockMask, *filter(None, (self._bit_of("Num_Lock"), self._bit_of("Scroll_Lock")))]
        return [sum(some) for size in range(len(locks) + 1) for some in combinations(locks, size)]

    def pressed(self, keycode: int, state: int) -> Keys | None:
        """Which key that is, of the layout in use or else of the first, with what is held; None for a modifier."""
        layout = 2 if state & SECOND_LAYOUT else 0
        shift = 1 if state & X.ShiftMask else 0
        indexes = (layout + shift, layout, shift, 0)
        keysyms = [self._display.keycode_to_keysym(keycode, index) for index in indexes]
        if any(_is_held(keysym) for keysym in keysyms):
            return None
        held = frozenset(modifier for modifier, bit in BITS.items() if state & bit)
        keys = [Keys(name, held) for keysym in keysyms if (name := _name(keysym))]
        return next((key for key in keys if key.key.isascii()), keys[0] if keys else UNNAMED)

    def is_down(self, keycode: int) -> bool:
        """Is it held at this moment?"""
        return bool(self._display.query_keymap()[keycode // 8] >> keycode % 8 & 1)

    def _bit_of(self, name: str) -> int:
        keycodes = {keycode for keycode, _ in self._display.keysym_to_keycodes(XK.string_to_keysym(name))}
        mapping = enumerate(self._display.get_modifier_mapping())
        return next((1 << index for index, row in mapping if keycodes & set(row)), 0)


def _is_held(keysym: int) -> bool:
    return FIRST_HELD <= keysym <= LAST_HELD or keysym in HELD


def _character(text: str) -> int:
    return ord(text) if ord(text) < 0x100 else UNICODE + ord(text)


def _name(keysym: int) -> str:
    if keysym in NAMES:
        return NAMES[keysym]
    character = keysym - UNICODE if keysym > UNICODE else keysym
    return chr(character).upper() if 0x20 < character < 0x110000 and (keysym < 0x100 or keysym > UNICODE) else ""
