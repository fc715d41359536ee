"""The screen under Wayland: the desktop's portal makes the picture, perhaps after it has asked the user.

One call gives a request; its answer comes as a signal, at once or when the user has answered the dialog. The picture
is a file, read and deleted here. The portal gives the whole screen only: a window or a monitor is refused, because no
program is told where it would have to be cut out.

The answer is the desktop's, but is checked like a stranger's: a file is deleted only where it is a new picture.
"""

import importlib.util
import os
import sys
import threading
import time
import uuid
from collections import deque

from jeepney import MatchRule, Message
from jeepney.bus_messages import message_bus

from sparc_desktop.capture.base import ScreenCapture
from sparc_desktop.capture.file import printable
from sparc_desktop.capture.frame import Frame
from sparc_desktop.capture.label import (
    focused_control_label,
    focused_window_label,
    monitor_label,
    region_label,
    screen_label,
    with_size,
)
from sparc_desktop.capture.portal_file import take_picture
from sparc_desktop.dbus import TROUBLE, Bus, Call, session_bus
from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.domain.rectangle import Rectangle
from sparc_desktop.domain.target import FocusedControl, FocusedWindow, Monitor, OneMonitor, Region, Target, WholeScreen
from sparc_desktop.translation import translate

PORTAL, DESKTOP = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
SCREENSHOT, PROPERTIES = "org.freedesktop.portal.Screenshot", "org.freedesktop.DBus.Properties"
REQUEST = "org.freedesktop.portal.Request"
REPLY_SECONDS = 15.0  # to begin: a portal that was not running yet is started by the call, slowly on a busy machine
CONSENT_SECONDS = 60.0  # for the user to find, hear and answer the dialog with a screen reader
SUCCESS = 0  # 1 is a refusal, 2 one that was remembered or a failure within the portal


class PortalScreen(ScreenCapture):
    """The whole screen, by org.freedesktop.portal.Screenshot."""

    name = "portal"

    def __init__(self, consent_seconds: float = CONSENT_SECONDS) -> None:
        self._consent_seconds = consent_seconds
        self._lock = threading.Lock()

    @classmethod
    def is_compatible(cls) -> bool:
        """A Wayland session."""
        is_wayland = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("XDG_SESSION_TYPE") == "wayland"
        return sys.platform.startswith("linux") and bool(is_wayland)

    @classmethod
    def is_installed(cls) -> bool:
        """Does a portal answer, and has it the part for this desktop that makes pictures of the screen?"""
        if not importlib.util.find_spec("jeepney"):
            return False
        try:
            with session_bus(REPLY_SECONDS) as bus:
                bus.ask(Call(PORTAL, DESKTOP, PROPERTIES, "Get", "ss", (SCREENSHOT, "version")))
        except TROUBLE:
            return False
        return True

    @classmethod
    def remedy(cls) -> str:
        """How to get it."""
        return translate("Capture", "Install the package xdg-desktop-portal and its part for your desktop.")

    def capture(self, target: Target) -> Capture:
        """Ask, wait for the user where the desktop asks them, read, check."""
        if not isinstance(target, WholeScreen):
            raise ExpectedError(Code.TARGET_UNAVAILABLE, label=_name(target))
        label = screen_label(0)
        with self._lock:
            began = time.time()
            png = take_picture(self._ask(), began)
        frame = Frame.from_png(png)
        frame.check(label)
        return Capture(with_size(label, *frame.image.size), png, is_screen=True)

    def rectangle(self, target: Target) -> Rectangle:
        """Not told."""
        raise ExpectedError(Code.TARGET_UNAVAILABLE, label=_name(target))

    def monitors(self) -> tuple[Monitor, ...]:
        """Not told apart."""
        return ()

    def _ask(self) -> str:
        """The address of the picture."""
        try:
            with session_bus(REPLY_SECONDS) as bus:
                return _address(_request(bus, self._consent_seconds))
        except TimeoutError as error:
            raise ExpectedError(Code.CAPTURE_UNANSWERED) from error
        except TROUBLE as error:
            raise ExpectedError(Code.CAPTURE_FAILED, reason=printable(str(error) or type(error).__name__)) from error


def _request(bus: Bus, consent_seconds: float) -> Message:
    """The signal that answers. It is listened for before the call, as it can come before the call returns."""
    token = f"sparc_desktop_{uuid.uuid4().hex}"
    sender = str(bus.connection.unique_name).removeprefix(":").replace(".", "_")
    path = f"{DESKTOP}/request/{sender}/{token}"
    rule = MatchRule(type="signal", interface=REQUEST, member="Response", path=path)
    answers: deque[Message] = deque()
    with bus.connection.filter(rule, queue=answers):
        bus.connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=bus.seconds_left)
        options = {"handle_token": ("s", token), "interactive": ("b", False)}
        bus.ask(Call(PORTAL, DESKTOP, SCREENSHOT, "Screenshot", "sa{sv}", ("", options)))
        try:
            answer: Message = bus.connection.recv_until_filtered(answers, timeout=consent_seconds)
        except TimeoutError:
            bus.connection.send(Call(PORTAL, path, REQUEST, "Close").message())  # so that the dialog goes, too
            raise
    return answer


def _address(answer: Message) -> str:
    """Of the picture; raises CAPTURE_REFUSED, or ValueError where the answer is none."""
    status, results = answer.body
    if status != SUCCESS:
        raise ExpectedError(Code.CAPTURE_REFUSED, remedy=_permission())
    kind, address = results.get("uri", ("", ""))
    if kind != "s":
        raise ValueError("the portal named no picture")
    return str(address)


def _permission() -> str:
    return translate(
        "Capture",
        "Allow it when the desktop asks; if it no longer asks, allow screenshots for this program in the desktop's "
        "settings, under the permissions of applications.",
    )


def _name(target: Target) -> str:
    match target:
        case FocusedWindow():
            return focused_window_label()
        case FocusedControl():
            return focused_control_label()
        case OneMonitor(number):
            return monitor_label(number or 1)
        case Region(rectangle):
            return region_label(rectangle)
        case WholeScreen():
            return screen_label(0)
