"""Global hotkeys on X11: the server hands the grabbed keys to this program and to no other.

One thread owns one connection. The layer is a grab of the whole keyboard. It and the leader are grabbed in synchronous
mode: the server holds back what is typed next until we have dealt with the key before, so that however quick the typist
is, the letter never ends up in the other program, and what follows it always does. The layer lasts until the key that
ended it is up again, or else a held letter would go on repeating into the other program. Everything is freed when the
connection ends, whatever the process dies of.
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
from sparc_desktop.hotkeys.layer import Bindings, Layer
from sparc_desktop.hotkeys.x11_grabs import Grabs
from sparc_desktop.hotkeys.x11_keyboard import Keyboard
from sparc_desktop.translation import translate

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

    def stop(self) -> None:
        """Wake the thread, which disconnects."""
        if self._thread:
            with contextlib.suppress(OSError):  # the thread has ended already, with its X server
                self._wake.send(b"x")
            self._thread.join()
            self._thread = None
            self._wake.close()


class _Loop:
    """What the thread does with what the X server tells."""

    def __init__(self, display: Display, bindings: Bindings, on_key: OnKey) -> None:
        self._display = display
        self._root = display.screen().root
        self._bindings = bindings
        self._on_key = on_key
        self._keyboard = Keyboard(display)
        self._grabs = Grabs(display, self._keyboard, bindings)
        self._is_open = False
        self._waits_for: int | None = None  # the key whose release frees the keyboard
        self._deadline: float | None = None  # of the open layer, or of that release
        self._repeating: int | None = None  # a held key: its next press is no press

    @property
    def failed(self) -> tuple[Failure, ...]:
        return self._grabs.failed

    def run(self, woken: socket.socket) -> None:
        """Until woken, or until the X server ends."""
        try:
            while not self._is_woken(woken):
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
            woken.close()

    def _is_woken(self, woken: socket.socket) -> bool:
        if self._display.pending_events():
            return False
        left = None if self._deadline is None else max(0.0, self._deadline - time.monotonic())
        ready, _, _ = select.select([self._display.fileno(), woken], [], [], left)
        return woken in ready

    def _receive(self, event: Event) -> None:
        if event.type in (X.KeyPress, X.KeyRelease):
            was_open = self._is_open
            self._press(event) if event.type == X.KeyPress else self._release(event.detail)
            self._go_on(event, was_open)
        elif event.type == X.MappingNotify:
            self._display.refresh_keyboard_mapping(event)
            self._grabs.refresh()

    def _go_on(self, event: Event, was_open: bool) -> None:
        """Let the server deliver what it holds back: in the layer one key, otherwise all, to whom it belongs.

        Exactly once for each key that made it hold back: once too often would let the key after the next leader slip.
        Where the keyboard was freed, that has done it.
        """
        if self._is_open:
            self._display.allow_events(X.SyncKeyboard, X.CurrentTime)
        elif not was_open and event.type == X.KeyPress and self._is_leader(event):
            self._display.allow_events(X.AsyncKeyboard, X.CurrentTime)

    def _is_leader(self, event: Event) -> bool:
        keys = self._grabs.keys_of(event.detail, event.state)
        return keys is not None and keys == self._bindings.leader

    def _press(self, event: Event) -> None:
        repeated = event.detail == self._repeating
        self._repeating = None
        if repeated:
            return
        if self._is_open and self._waits_for is None:
            self._press_in_layer(event.detail, event.state)
        elif keys := self._grabs.keys_of(event.detail, event.state):
            if keys == self._bindings.leader:
                self._open(event.detail)
            elif action := self._bindings.direct_action(keys):
                self._on_key(action)

    def _release(self, keycode: int) -> None:
        """A held key is released and pressed again by the server, over and over, while it is down all the time."""
        if self._keyboard.is_down(keycode):
            self._repeating = keycode
        elif keycode == self._waits_for:
            self._free()

    def _open(self, leader: int) -> None:
        """Take the keyboard; what was held back in the server comes to the layer."""
        status = self._root.grab_keyboard(False, X.GrabModeAsync, X.GrabModeSync, X.CurrentTime)
        if status != X.GrabSuccess:
            log.warning("the keyboard is taken: %s", status)
            self._on_key(Layer.CANCELLED)
            return
        self._is_open, self._waits_for, self._leader = True, None, leader
        self._deadline = time.monotonic() + self._bindings.layer_seconds
        self._on_key(Layer.OPENED)

    def _press_in_layer(self, keycode: int, state: int) -> None:
        pressed: Keys | None = self._keyboard.pressed(keycode, state)
        if pressed is None or keycode == self._leader:
            return  # a modifier alone, or the leader once more
        self._close(keycode)
        self._on_key(self._bindings.meaning(pressed))

    def _close(self, keycode: int) -> None:
        """The layer is over; the keyboard is free once this key is up."""
        if self._keyboard.is_down(keycode):
            self._waits_for = keycode
            self._deadline = time.monotonic() + RELEASE_SECONDS
        else:
            self._free()

    def _free(self) -> None:
        self._display.ungrab_keyboard(X.CurrentTime)
        self._is_open, self._waits_for, self._deadline = False, None, None

    def _watch_time(self) -> None:
        if self._deadline is None or time.monotonic() < self._deadline:
            return
        if self._waits_for is not None:
            self._free()
        else:
            self._close(self._leader)
            self._on_key(Layer.EXPIRED)
