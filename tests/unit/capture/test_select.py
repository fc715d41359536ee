"""Which way to the screen is taken, and what is said where there is none."""

import os
import subprocess
import sys

import pytest

from sparc_desktop.capture import select
from sparc_desktop.capture.mss_screen import MssScreen
from sparc_desktop.capture.portal import PortalScreen
from sparc_desktop.capture.select import choose_screen
from sparc_desktop.capture.x11 import X11Screen
from sparc_desktop.domain.failure import Code, ExpectedError
from tests.contract.fake_screen import FakeScreen

VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "DBUS_SESSION_BUS_ADDRESS")


class AbsentScreen(FakeScreen):
    @classmethod
    def is_installed(cls) -> bool:
        return False

    @classmethod
    def remedy(cls) -> str:
        return "Install it."


class StrangeScreen(FakeScreen):
    @classmethod
    def is_compatible(cls) -> bool:
        return False


class BrokenScreen(FakeScreen):
    def __init__(self) -> None:
        raise ExpectedError(Code.NO_SCREEN_CAPTURE, remedy="Repair it.")


@pytest.fixture
def table(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    here = __name__
    table = {
        "missing": "sparc_desktop.no_such_module:Screen",
        "strange": f"{here}:StrangeScreen",
        "absent": f"{here}:AbsentScreen",
        "broken": f"{here}:BrokenScreen",
        "fake": "tests.contract.fake_screen:FakeScreen",
    }
    monkeypatch.setattr(select, "SCREENS", table)
    return table


def remedy(name: str = select.AUTO) -> str:
    with pytest.raises(ExpectedError) as caught:
        choose_screen(name)
    assert caught.value.failure.code is Code.NO_SCREEN_CAPTURE
    return caught.value.failure.params["remedy"]


def test_the_first_that_works_is_taken_and_the_log_says_why(
    table: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    assert type(choose_screen()) is FakeScreen
    assert "absent" in caplog.text
    assert "Install it." in caplog.text
    assert "broken" in caplog.text
    assert "strange" not in caplog.text


def test_without_any_the_first_remedy_is_told(table: dict[str, str]) -> None:
    del table["fake"]
    assert remedy() == "Install it."
    del table["absent"]
    assert remedy() == "Repair it."
    del table["broken"]
    assert "display" in remedy()


def test_what_is_asked_for_by_name_is_taken_or_refused(table: dict[str, str]) -> None:
    assert type(choose_screen("fake")) is FakeScreen
    assert remedy("absent") == "Install it."
    assert remedy("broken") == "Repair it."
    assert "strange" in remedy("strange")
    assert "missing" in remedy("missing")
    assert "fake" in remedy("none such")


@pytest.mark.parametrize(
    ("platform", "environment", "compatible"),
    [
        ("linux", {"DISPLAY": ":0"}, X11Screen),
        ("linux", {"DISPLAY": ":0", "XDG_SESSION_TYPE": "x11"}, X11Screen),
        ("linux", {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, PortalScreen),
        ("linux", {"DISPLAY": ":0", "XDG_SESSION_TYPE": "wayland"}, PortalScreen),
        ("linux", {}, None),
        ("win32", {}, MssScreen),
        ("darwin", {"DISPLAY": ":0"}, MssScreen),
    ],
)
def test_each_desktop_has_one_way(
    monkeypatch: pytest.MonkeyPatch, platform: str, environment: dict[str, str], compatible: type | None
) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    found = [each for each in (PortalScreen, X11Screen, MssScreen) if each.is_compatible()]
    assert found == ([compatible] if compatible else [])


@pytest.mark.parametrize("display", [":98765", ":987", "nonsense"])
def test_a_display_that_is_not_there(display: str) -> None:
    """In a process of its own: python-xlib leaves a socket open that could not connect."""
    script = "from sparc_desktop.capture.select import choose_screen; choose_screen()"
    environment = {"PATH": os.environ["PATH"], "DISPLAY": display}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False)
    assert "ExpectedError: (<Code.NO_SCREEN_CAPTURE" in done.stderr
    assert "No display can be reached" in done.stderr
