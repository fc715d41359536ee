"""Global hotkeys on macOS: Carbon's RegisterEventHotKey. Never run yet.

Old, but the one way that takes a key from other programs and needs no permission of the user's. Its events come through
the event loop of the main thread, which the window runs; so `on_key` is called on that thread. While the layer is
open, or a region is being chosen, its keys are registered too, without modifiers. Keys are numbered by their place on
the keyboard; the table has the places of the American layout, and on another one a letter is where the American one
would be.
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

CARBON = "/System/Library/Frameworks/Carbon.framework/Carbon"
MODIFIERS = {Modifier.SUPER: 0x100, Modifier.SHIFT: 0x200, Modifier.ALT: 0x800, Modifier.CTRL: 0x1000}
LETTERS = "ASDFHGZXCV\0BQWERYT123465=97-80]OU[IP\0LJ'K;\\,/NM."  # the place of each is its index
PLACES = {letter: place for place, letter in enumerate(LETTERS) if letter != "\0"} | {
    "Enter": 0x24, "Tab": 0x30, "Space": 0x31, "`": 0x32, "Backspace": 0x33, "Escape": 0x35, "CapsLock": 0x39,
    "Home": 0x73, "PageUp": 0x74, "Delete": 0x75, "End": 0x77, "PageDown": 0x79,
    "Left": 0x7B, "Right": 0x7C, "Down": 0x7D, "Up": 0x7E,
    "F1": 0x7A, "F2": 0x78, "F3": 0x63, "F4": 0x76, "F5": 0x60, "F6": 0x61, "F7": 0x62, "F8": 0x64, "F9": 0x65,
    "F10": 0x6D, "F11": 0x67, "F12": 0x6F, "F13": 0x69, "F14": 0x6B, "F15": 0x71, "F16": 0x6A, "F17": 0x40,
    "F18": 0x4F, "F19": 0x50, "F20": 0x5A,
}  # fmt: skip
NUMBER_PAD = (0x52, 0x53, 0x54, 0x55, 0x56, 0x57, 0x58, 0x59, 0x5B, 0x5C)  # its digits


def four(text: str) -> int:
    """Four characters as Carbon's number."""
    return int.from_bytes(text.encode(), "big")


KEYBOARD_CLASS, HOT_KEY_PRESSED = four("keyb"), 5
DIRECT_OBJECT, HOT_KEY_TYPE = four("----"), four("hkid")
SIGNATURE = four("SPRC")
log = logging.getLogger(__name__)


class HotKeyId(ctypes.Structure):
    """Carbon's EventHotKeyID."""

    _fields_ = [("signature", ctypes.c_uint32), ("id", ctypes.c_uint32)]


class EventType(ctypes.Structure):
    """Carbon's EventTypeSpec."""

    _fields_ = [("event_class", ctypes.c_uint32), ("kind", ctypes.c_uint32)]


HANDLER = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)


class MacHotkeys(Hotkeys):
    """Hotkeys of the system."""

    name = "macos"

    def __init__(self) -> None:
        self._carbon: Any = None
        self._registered: dict[int, tuple[Keys, ctypes.c_void_p]] = {}
        self._layer: list[int] = []  # those of them that are taken for a while
        self._steps = Steps(Bindings())
        self._timer: threading.Timer | None = None
        self._lock = threading.RLock()  # the timer's thread and the main thread
        self._handler = HANDLER(self._receive)  # kept, as Carbon knows only its address
        self._installed = ctypes.c_void_p()

    @classmethod
    def is_compatible(cls) -> bool:
        """MacOS alone."""
        return sys.platform == "darwin"

    @classmethod
    def is_installed(cls) -> bool:
        """It is part of the system."""
        return cls.is_compatible()

    @classmethod
    def remedy(cls) -> str:
        """The Shortcuts program can run a command by a key."""
        return bind_it_yourself()

    def start(self, bindings: Bindings, on_key: OnKey) -> None:
        """Install the handler and register the keys."""
        if not self.is_compatible():
            raise unavailable()
        self._steps, self._on_key = Steps(bindings), on_key
        self._carbon = carbon = ctypes.CDLL(CARBON)
        carbon.GetApplicationEventTarget.restype = ctypes.c_void_p
        target = ctypes.c_void_p(carbon.GetApplicationEventTarget())
        pressed = EventType(KEYBOARD_CLASS, HOT_KEY_PRESSED)
        where = ctypes.byref(self._installed)
        if carbon.InstallEventHandler(target, self._handler, 1, ctypes.byref(pressed), None, where):
            raise unavailable()
        self.failed = tuple(filter(None, map(self._register, self._steps.always)))

    def hold_region_keys(self) -> None:
        """At once."""
        with self._lock:
            if self._steps.mode is not Mode.REGION:
                self._steps.begin_region()
                self._open()

    def free_region_keys(self) -> None:
        """At once."""
        with self._lock:
            if self._steps.mode is Mode.REGION:
                self._steps.leave()
                self._close()

    def stop(self) -> None:
        """Unregister all."""
        if self._carbon:
            with self._lock:
                self._close()
                for number in list(self._registered):
                    self._unregister(number)
            self._carbon.RemoveEventHandler(self._installed)
            self._carbon = None

    def _receive(self, _caller: int, event: int, _data: int) -> int:
        pressed = HotKeyId()
        where, size = ctypes.byref(pressed), ctypes.c_ulong(ctypes.sizeof(pressed))
        untyped = ctypes.c_void_p(event)
        self._carbon.GetEventParameter(untyped, DIRECT_OBJECT, HOT_KEY_TYPE, None, size, None, where)
        with self._lock:
            self._press(pressed.id)
        return 0

    def _press(self, number: int) -> None:
        if number not in self._registered:
            return
        former = self._steps.mode
        meaning = self._steps.press(self._registered[number][0])
        if self._steps.mode is not former:
            self._open()
        elif self._steps.is_open:
            self._start_timer()
        if meaning is not None:
            self._on_key(meaning)

    def _open(self) -> None:
        """Take the keys that mean something now, instead of those of the step before."""
        self._close()
        before = set(self._registered)
        for keys in self._steps.wanted:
            self._register(keys)  # one that another program has is missing
        self._layer = [number for number in self._registered if number not in before]
        if self._steps.is_open:
            self._start_timer()

    def _start_timer(self) -> None:
        if self._timer:
            self._timer.cancel()
        self._timer = threading.Timer(self._steps.seconds, self._expire)
        self._timer.daemon = True
        self._timer.start()

    def _expire(self) -> None:
        with self._lock:
            if self._steps.is_open:
                meaning = self._steps.expire()
                self._close()
                self._on_key(meaning)

    def _close(self) -> None:
        if self._timer:
            self._timer.cancel()
        self._timer = None
        for number in self._layer:
            self._unregister(number)
        self._layer = []

    def _register(self, keys: Keys) -> Failure | None:
        if keys.key not in PLACES:
            return missing(keys)
        is_digit = not keys.modifiers and keys.key.isdecimal()
        places = [PLACES[keys.key], *([NUMBER_PAD[int(keys.key)]] if is_digit else [])]
        modifiers = sum(MODIFIERS[modifier] for modifier in keys.modifiers)
        target = ctypes.c_void_p(self._carbon.GetApplicationEventTarget())
        for place in places:
            number = max(self._registered, default=0) + 1
            reference = ctypes.c_void_p()
            identity = HotKeyId(SIGNATURE, number)
            if status := self._carbon.RegisterEventHotKey(
                place, modifiers, identity, target, 0, ctypes.byref(reference)
            ):
                log.warning("a hotkey was refused: %s", status)
                return taken(keys)
            self._registered[number] = keys, reference
        return None

    def _unregister(self, number: int) -> None:
        _, reference = self._registered.pop(number)
        self._carbon.UnregisterEventHotKey(reference)
