"""Hotkeys by the portal, against a mock portal on a session bus of its own."""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sparc_desktop.domain.action import Action
from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.hotkeys.base import Heard
from sparc_desktop.hotkeys.keys import parse_keys
from sparc_desktop.hotkeys.layer import Bindings
from sparc_desktop.hotkeys.portal import PortalHotkeys, trigger_text
from tests.support.desktop import ROOT, until

pytestmark = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="no dbus-daemon")


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[subprocess.Popen[str]]:
    command = ["dbus-daemon", "--session", "--print-address=1", "--nofork", "--nopidfile"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", process.stdout.readline().strip())
        monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-1")
        yield process
        process.terminate()


class Portal:
    """The mock, as the user who sits before it."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.support.mock_portal"]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )
        assert self.line() == "ready"

    def line(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline().strip()

    def order(self, line: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(line + "\n")

    def close(self) -> None:
        self._process.communicate()


@pytest.fixture
def portal(bus: subprocess.Popen[str]) -> Iterator[Portal]:
    portal = Portal()
    yield portal
    portal.close()


@pytest.fixture
def hotkeys() -> Iterator[PortalHotkeys]:
    hotkeys = PortalHotkeys()
    yield hotkeys
    hotkeys.stop()


BINDINGS = Bindings(direct={Action.STOP: parse_keys("Ctrl+Shift+F12")})


def test_the_shortcuts_are_offered_and_heard(portal: Portal, hotkeys: PortalHotkeys) -> None:
    heard: list[Heard] = []
    assert hotkeys.is_compatible()
    assert hotkeys.is_installed()
    hotkeys.start(BINDINGS, heard.append)
    bound = portal.line().split()[1:]
    assert {each.partition("=")[0] for each in bound} == {action.value for action in Action}
    assert "stop=CTRL+SHIFT+F12" in bound
    for action in ("stop", "format-the-disk", "describe-window"):
        portal.order(f"press {action}")
    until(lambda: len(heard) >= 2, "the shortcuts")
    assert heard == [Action.STOP, Action.DESCRIBE_WINDOW]
    hotkeys.stop()
    hotkeys.stop()
    assert portal.line() == "session ended"
    assert len(heard) == 2


@pytest.mark.parametrize("end", ["close", "refuse", "bus"])
def test_the_end_is_told(portal: Portal, hotkeys: PortalHotkeys, bus: subprocess.Popen[str], end: str) -> None:
    heard: list[Heard] = []
    if end == "refuse":
        portal.order("refuse")
        assert portal.line() == "refusing"
    hotkeys.start(BINDINGS, heard.append)
    if end == "close":
        assert portal.line().startswith("bound")
        portal.order("close")
    elif end == "bus":
        assert portal.line().startswith("bound")
        bus.terminate()
    until(lambda: heard, "the end")
    assert [each.code for each in heard if isinstance(each, Failure)] == [Code.HOTKEYS_UNAVAILABLE]


def test_without_a_portal(bus: subprocess.Popen[str], hotkeys: PortalHotkeys) -> None:
    began = time.monotonic()
    assert not hotkeys.is_installed()
    with pytest.raises(ExpectedError) as caught:
        hotkeys.start(BINDINGS, print)
    assert "sparc-desktop trigger" in caught.value.failure.params["remedy"]
    assert time.monotonic() - began < 10


def test_without_a_bus(monkeypatch: pytest.MonkeyPatch, hotkeys: PortalHotkeys, tmp_path: Path) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/nobody")
    assert not hotkeys.is_installed()
    with pytest.raises(ExpectedError):
        hotkeys.start(BINDINGS, print)


@pytest.mark.parametrize(
    ("keys", "text"), [("Ctrl+Shift+F11", "CTRL+SHIFT+F11"), ("Super+A", "LOGO+a"), ("Alt+Enter", "ALT+Return")]
)
def test_keys_as_the_portal_writes_them(keys: str, text: str) -> None:
    assert trigger_text(parse_keys(keys)) == text
