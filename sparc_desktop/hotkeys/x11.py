"""Global hotkeys on X11: the server hands the grabbed keys to this program and to no other.

One thread owns one connection. The layer, and the choice of a region, are a grab of the whole keyboard. It and the
leader are grabbed in synchronous mode: the server holds back what is typed next until we have dealt with the key
before, so that however quick the typist is, the letter never ends up in the other program, and what follows it always
does. The grab lasts until the key that ended it is up again, or else a held letter would go on repeating into the other
program. Everything is freed when the connection ends, whatever the process dies of.
"""

import contextlib
import logging
import os
import select
import socket
import sys
import threading
import time

from Xlib import X
from Xlib.display import Display
from Xlib.error import ConnectionClosedError, DisplayError
from Xlib.protocol.rq import Event

from sparc_desktop.domain.failure import Failure
from sparc_desktop.hotkeys.base import Hotkeys, OnKey, bind_it_yourself, unavailable
from sparc_desktop.hotkeys.keys import Keys
from sparc_desktop.hotkeys.layer import Bindings
from sparc_desktop.hotkeys.steps import Mode, Steps
from sparc_desktop.hotkeys.x11_grabs import Grabs
from sparc_desktop.hotkeys.x11_keyboard import Keyboard
from sparc_desktop.translation import translate

STOP, HOLD, FREE = b"s", b"h", b"f"  # what other threads ask of the loop
RELEASE_SECONDS = 5.0  # a key held longer is stuck, or its release was lost; the keyboard must not be lost with it
log = logging.getLogger(__name__)


class X11Hotkeys(Hotkeys):
    """Key grabs of the X server."""

    name = "x11"

    def __init__(self) -> None:
        self._thread: threading.Thread | None = None

    @classmethod
    def is_compatible(cls) -> bool:
        """An X11 session; under Wayland grabs reach only as far as X11 programs do."""
        linux = sys.platform.startswith("linux")
        return linux and bool(os.environ.get("DISPLAY")) and not os.environ.get("WAYLAND_DISPLAY")

    @classmethod
    def is_installed(cls) -> bool:
        """With this module python-xlib was loaded; more is not needed."""
        return True

    @classmethod
    def remedy(cls) -> str:
        """What any desktop can do."""
        return bind_it_yourself()

    def start(self, bindings: Bindings, on_key: OnKey) -> None:
        """Connect and grab."""
        try:
            loop = _Loop(Display(), bindings, on_key)
        except (DisplayError, ConnectionClosedError, OSError) as error:
            log.warning("no hotkeys: %s", type(error).__name__)
            raise unavailable(translate("Hotkeys", "The display can't be reached.")) from None
        self.failed = loop.failed
        self._wake, woken = socket.socketpair()
        self._thread = threading.Thread(target=loop.run, args=(woken,), name="hotkeys", daemon=True)
        self._thread.start()

    def hold_region_keys(self) -> None:
        """As soon as the thread can."""
        self._ask(HOLD)

    def free_region_keys(self) -> None:
        """As soon as the thread can."""
        self._ask(FREE)

    def stop(self) -> None:
        """Wake the thread, which disconnects."""
        if self._thread:
            self._ask(STOP)
            self._thread.join()
            self._thread = None
            self._wake.close()

    def _ask(self, what: bytes) -> None:
        with contextlib.suppress(OSError):  # the thread has ended already, with its X server
            self._wake.send(what)


class _Loop:
    """What the thread does with what the X server tells."""

    def __init__(self, display: Display, bindings: Bindings, on_key: OnKey) -> None:
        self._display = display
        self._root = display.screen().root
        self._on_key = on_key
        self._steps = Steps(bindings)
        self._leader = bindings.leader
        self._keyboard = Keyboard(display)
        self._grabs = Grabs(display, self._keyboard, bindings)
        self._is_held = False  # the whole keyboard is ours
        self._opener = 0  # the key that began what is open
        self._waits_for: int | None = None  # the key whose release frees the keyboard
        self._deadline: float | None = None  # of what is open, or of that release
        self._repeating: int | None = None  # a held key: its next press is no press

    @property
    def failed(self) -> tuple[Failure, ...]:
        return self._grabs.failed

    def run(self, asked: socket.socket) -> None:
        """Until asked to stop, or until the X server ends."""
        try:
            while self._goes_on(asked):
                while self._display.pending_events():
                    self._receive(self._display.next_event())
                self._watch_time()
        except Exception:  # the X server has gone, or a defect: a user must not press keys in vain
            log.exception("the hotkeys are lost")
            self._on_key(unavailable().failure)
        finally:
            with contextlib.suppress(ConnectionClosedError):
                self._display.close()  # frees the keyboard, whatever happened
            self._display.display.socket.close()  # python-xlib leaves it open where the server has gone
            asked.close()

    def _goes_on(self, asked: socket.socket) -> bool:
        """Wait for an event, a deadline or a thread that asks; False when it asks to stop."""
        if self._display.pending_events():
            return True
        left = None if self._deadline is None else max(0.0, self._deadline - time.monotonic())
        ready, _, _ = select.select([self._display.fileno(), asked], [], [], left)
        what = asked.recv(1) if asked in ready else None
        if what == HOLD:
            self._begin_region()
        elif what == FREE and self._steps.mode is Mode.REGION:
            self._steps.leave()
            self._free()
        return what != STOP

    def _begin_region(self) -> None:
        if self._steps.mode is Mode.REGION:  # the key has begun it
            return
        self._steps.begin_region()
        if self._hold(opener=0):
            self._display.allow_events(X.SyncKeyboard, X.CurrentTime)

    def _receive(self, event: Event) -> None:
        if event.type in (X.KeyPress, X.KeyRelease):
            was_held = self._is_held
            self._press(event) if event.type == X.KeyPress else self._release(event.detail)
            self._go_on(event, was_held)
        elif event.type == X.MappingNotify:
            self._display.refresh_keyboard_mapping(event)
            self._grabs.refresh()

    def _go_on(self, event: Event, was_held: bool) -> None:
        """Let the server deliver what it holds back: to us one key, otherwise all, to whom it belongs.

        Exactly once for each key that made it hold back: once too often would let the key after the next leader slip.
        Where the keyboard was freed, that has done it.
        """
        if self._is_held:
            self._display.allow_events(X.SyncKeyboard, X.CurrentTime)
        elif not was_held and event.type == X.KeyPress and self._is_leader(event):
            self._display.allow_events(X.AsyncKeyboard, X.CurrentTime)

    def _is_leader(self, event: Event) -> bool:
        keys = self._grabs.keys_of(event.detail, event.state)
        return keys is not None and keys == self._leader

    def _press(self, event: Event) -> None:
        repeated = event.detail == self._repeating
        self._repeating = None
        keys = None if repeated else self._keys(event)
        if keys is None:
            return
        former = self._steps.mode
        meaning = self._steps.press(keys)
        if self._steps.mode is not former and not self._enter(event.detail):
            return
        if self._steps.is_open:
            self._deadline = time.monotonic() + self._steps.seconds
        if meaning is not None:
            self._on_key(meaning)

    def _keys(self, event: Event) -> Keys | None:
        """What was pressed, where it may mean something: no modifier alone, nor the leader once more in its layer."""
        if not self._steps.is_open:
            return self._grabs.keys_of(event.detail, event.state)
        if self._steps.mode is Mode.LETTERS and event.detail == self._opener:
            return None
        return self._keyboard.pressed(event.detail, event.state)

    def _enter(self, keycode: int) -> bool:
        """Hold or free the keyboard as the new step needs; False where it can't be held."""
        if self._steps.is_open:
            return self._hold(keycode)
        self._close(keycode)
        return True

    def _release(self, keycode: int) -> None:
        """A held key is released and pressed again by the server, over and over, while it is down all the time."""
        if self._keyboard.is_down(keycode):
            self._repeating = keycode
        elif keycode == self._waits_for:
            self._free()

    def _hold(self, opener: int) -> bool:
        """Take the keyboard; what was held back in the server comes to us."""
        if not self._is_held:
            status = self._root.grab_keyboard(False, X.GrabModeAsync, X.GrabModeSync, X.CurrentTime)
            if status != X.GrabSuccess:
                log.warning("the keyboard is taken: %s", status)
                self._on_key(self._steps.expire())
                return False
        self._is_held, self._waits_for, self._opener = True, None, opener
        self._deadline = time.monotonic() + self._steps.seconds
        return True

    def _close(self, keycode: int) -> None:
        """It is over; the keyboard is free once this key is up."""
        if self._keyboard.is_down(keycode):
            self._waits_for = keycode
            self._deadline = time.monotonic() + RELEASE_SECONDS
        else:
            self._free()

    def _free(self) -> None:
        self._display.ungrab_keyboard(X.CurrentTime)
        self._display.flush()
        self._is_held, self._waits_for, self._deadline = False, None, None

    def _watch_time(self) -> None:
        if self._deadline is None or time.monotonic() < self._deadline:
            return
        if self._waits_for is not None:
            self._free()
        else:
            meaning = self._steps.expire()
            self._close(self._opener)
            self._on_key(meaning)
