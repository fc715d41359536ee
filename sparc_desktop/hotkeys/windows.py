"""Global hotkeys on Windows: RegisterHotKey and the message loop of one thread. Never run yet.

A registration belongs to the thread that made it, so the thread does all. While the layer is open, or a region is being
chosen, its keys are registered too, without modifiers: Windows hands them to us and to nobody else; unlike on X11, keys
that mean nothing still reach the program in front. Windows itself drops repeats of a held key (MOD_NOREPEAT).
"""

import ctypes
import logging
import sys
import threading
from typing import Any

from sparc_desktop.domain.failure import Failure
from sparc_desktop.hotkeys.base import Hotkeys, OnKey, bind_it_yourself, missing, taken, unavailable
from sparc_desktop.hotkeys.keys import Keys, Modifier
from sparc_desktop.hotkeys.layer import Bindings
from sparc_desktop.hotkeys.steps import Mode, Steps

MODIFIERS = {Modifier.ALT: 0x1, Modifier.CTRL: 0x2, Modifier.SHIFT: 0x4, Modifier.SUPER: 0x8}
NO_REPEAT = 0x4000
WM_HOTKEY, WM_TIMER, WM_QUIT, WM_APP = 0x0312, 0x0113, 0x0012, 0x8000
HOLD_REGION, FREE_REGION = WM_APP, WM_APP + 1  # what other threads ask of the loop
VIRTUAL_KEYS = {
    "Backspace": 0x08, "Tab": 0x09, "Enter": 0x0D, "Pause": 0x13, "CapsLock": 0x14, "Escape": 0x1B, "Space": 0x20,
    "PageUp": 0x21, "PageDown": 0x22, "End": 0x23, "Home": 0x24, "Left": 0x25, "Up": 0x26, "Right": 0x27, "Down": 0x28,
    "PrintScreen": 0x2C, "Insert": 0x2D, "Delete": 0x2E, "Menu": 0x5D, "ScrollLock": 0x91,
    **{f"F{number}": 0x6F + number for number in range(1, 25)},
    **{letter: ord(letter) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"},
}  # fmt: skip
NUMBER_PAD = 0x60  # its 0, while Num Lock is on
log = logging.getLogger(__name__)


class WindowsHotkeys(Hotkeys):
    """Hotkeys of the system."""

    name = "windows"

    def __init__(self) -> None:
        self._thread: threading.Thread | None = None
        self._loop: _Loop | None = None

    @classmethod
    def is_compatible(cls) -> bool:
        """Windows alone."""
        return sys.platform == "win32"

    @classmethod
    def is_installed(cls) -> bool:
        """It is part of the system."""
        return cls.is_compatible()

    @classmethod
    def remedy(cls) -> str:
        """A shortcut on the desktop can have a key, too."""
        return bind_it_yourself()

    def start(self, bindings: Bindings, on_key: OnKey) -> None:
        """Start the thread and wait until it has registered the keys."""
        if not self.is_compatible():
            raise unavailable()
        self._loop = _Loop(_user32(), bindings, on_key)
        self._thread = threading.Thread(target=self._loop.run, name="hotkeys", daemon=True)
        self._thread.start()
        self._loop.registered.wait()
        self.failed = tuple(self._loop.failed)

    def hold_region_keys(self) -> None:
        """As soon as the thread can."""
        self._ask(HOLD_REGION)

    def free_region_keys(self) -> None:
        """As soon as the thread can."""
        self._ask(FREE_REGION)

    def stop(self) -> None:
        """End the loop; the thread unregisters as it ends."""
        if self._thread:
            self._ask(WM_QUIT)
            self._thread.join()
            self._thread = None

    def _ask(self, what: int) -> None:
        if self._thread and self._thread.native_id:
            _user32().PostThreadMessageW(self._thread.native_id, what, 0, 0)


class _Loop:
    """What the thread does."""

    def __init__(self, user32: Any, bindings: Bindings, on_key: OnKey) -> None:  # noqa: ANN401  (a library has no type)
        self._user32 = user32
        self._on_key = on_key
        self._steps = Steps(bindings)
        self._keys: dict[int, Keys] = {}  # by the number under which they are registered
        self._layer: list[int] = []  # those of them that are taken for a while
        self._timer = 0
        self.failed: list[Failure] = []
        self.registered = threading.Event()

    def run(self) -> None:
        """Register, wait for keys, unregister."""
        from ctypes import wintypes

        message = wintypes.MSG()
        try:
            # This first look makes the thread's message queue, which `stop` needs.
            self._user32.PeekMessageW(ctypes.byref(message), None, 0, 0, 0)
            self.failed = [failure for keys in self._steps.always if (failure := self._register(keys))]
            self.registered.set()
            while self._user32.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
                self._receive(message.message, message.wParam)
        finally:
            self.registered.set()
            self._close()
            for number in self._keys:
                self._user32.UnregisterHotKey(None, number)

    def _receive(self, message: int, parameter: int) -> None:
        if message == WM_TIMER and self._steps.is_open:
            meaning = self._steps.expire()
            self._close()
            self._on_key(meaning)
        elif message == WM_HOTKEY and (keys := self._keys.get(parameter)):
            self._press(keys)
        elif message == HOLD_REGION and self._steps.mode is not Mode.REGION:
            self._steps.begin_region()
            self._open()
        elif message == FREE_REGION and self._steps.mode is Mode.REGION:
            self._steps.leave()
            self._close()

    def _press(self, keys: Keys) -> None:
        former = self._steps.mode
        meaning = self._steps.press(keys)
        if self._steps.mode is not former:
            self._open()
        elif self._steps.is_open:
            self._start_timer()
        if meaning is not None:
            self._on_key(meaning)

    def _open(self) -> None:
        """Take the keys that mean something now, instead of those of the step before."""
        self._close()
        before = set(self._keys)
        for keys in self._steps.wanted:
            self._register(keys)  # one that another program has is missing
        self._layer = [number for number in self._keys if number not in before]
        if self._steps.is_open:
            self._start_timer()

    def _start_timer(self) -> None:
        """A timer with the number of one that runs replaces it."""
        self._timer = self._user32.SetTimer(None, self._timer, round(self._steps.seconds * 1000), None)

    def _close(self) -> None:
        if self._timer:
            self._user32.KillTimer(None, self._timer)
        self._timer = 0
        for number in self._layer:
            self._user32.UnregisterHotKey(None, number)
            del self._keys[number]
        self._layer = []

    def _register(self, keys: Keys) -> Failure | None:
        places = self._places_of(keys)
        if not places:
            return missing(keys)
        modifiers = sum(MODIFIERS[modifier] for modifier in keys.modifiers) | NO_REPEAT
        for place in places:
            number = max(self._keys, default=0) + 1
            if not self._user32.RegisterHotKey(None, number, modifiers, place):
                log.warning("a hotkey was refused: %s", _last_error())
                return taken(keys)
            self._keys[number] = keys
        return None

    def _places_of(self, keys: Keys) -> list[int]:
        """Where the key lies: a digit that stands alone, on the number pad too."""
        place = VIRTUAL_KEYS.get(keys.key) or self._place_of(keys.key)
        is_digit = not keys.modifiers and keys.key.isdecimal() and keys.key.isascii()
        return [each for each in (place, NUMBER_PAD + int(keys.key) if is_digit else 0) if each]

    def _place_of(self, character: str) -> int:
        """The key of the layout in use that types a character without Shift; 0 where none does."""
        if len(character) != 1:
            return 0
        found = int(self._user32.VkKeyScanW(ctypes.c_wchar(character)))
        return found if 0 < found < 0x100 else 0


def _last_error() -> int:
    if sys.platform != "win32":
        return 0
    return ctypes.get_last_error()


def _user32() -> Any:  # noqa: ANN401  (a library has no type)
    if sys.platform != "win32":
        raise unavailable()
    return ctypes.WinDLL("user32", use_last_error=True)
