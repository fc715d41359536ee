"""Which keys are grabbed from the X server, and what each of them means.

A combination is had completely or not at all: with one of its lock states missing it would work now and then. After a
change of the keyboard's mapping (another layout, another keyboard) the keys may lie elsewhere and are grabbed anew.
"""

from Xlib import X
from Xlib.display import Display
from Xlib.error import BadAccess, CatchError

from sparc_desktop.domain.failure import Failure
from sparc_desktop.hotkeys.base import missing, taken
from sparc_desktop.hotkeys.keys import Keys
from sparc_desktop.hotkeys.layer import Bindings
from sparc_desktop.hotkeys.x11_keyboard import BITS, Keyboard

MODIFIERS = sum(BITS.values())  # those that count; the rest of a state are locks, layouts and mouse buttons
Place = tuple[int, int]  # keycode, modifier bits without locks


class Grabs:
    """The grabs of one connection."""

    def __init__(self, display: Display, keyboard: Keyboard, bindings: Bindings) -> None:
        self._display = display
        self._root = display.screen().root
        self._keyboard = keyboard
        self._bindings = bindings
        self._places: dict[Place, Keys] = {}
        self._layout: object = None
        self.failed: tuple[Failure, ...] = ()
        self.refresh()

    def keys_of(self, keycode: int, state: int) -> Keys | None:
        """The combination that was grabbed there."""
        return self._places.get((keycode, state & MODIFIERS))

    def refresh(self) -> None:
        """Grab all combinations where they lie now; does nothing if none has moved."""
        combinations = dict.fromkeys(filter(None, (self._bindings.leader, *self._bindings.direct.values())))
        layout = [self._keyboard.lock_bits(), *(self._keyboard.keycodes(keys) for keys in combinations)]
        if layout == self._layout:
            return
        self._layout = layout
        self._root.ungrab_key(X.AnyKey, X.AnyModifier)
        self._places = {}
        self.failed = tuple(filter(None, map(self._take, combinations)))
        self._display.flush()

    def _take(self, keys: Keys) -> Failure | None:
        keycodes = self._keyboard.keycodes(keys)
        if not keycodes:
            return missing(keys)
        bits = self._keyboard.bits(keys)
        variants = [(keycode, bits | locks) for keycode in keycodes for locks in self._keyboard.lock_bits()]
        if not self._grab(variants, X.GrabModeSync if keys == self._bindings.leader else X.GrabModeAsync):
            for keycode, modifiers in variants:
                self._root.ungrab_key(keycode, modifiers)
            return taken(keys)
        self._places |= {(keycode, bits): keys for keycode in keycodes}
        return None

    def _grab(self, variants: list[Place], mode: int) -> bool:
        error = CatchError(BadAccess)
        for keycode, modifiers in variants:
            self._root.grab_key(keycode, modifiers, False, X.GrabModeAsync, mode, onerror=error)
        self._display.sync()
        return error.get_error() is None
