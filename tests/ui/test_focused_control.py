"""The control under the keyboard focus of another program, found through the accessibility bus."""

import json
import signal
import sys
import threading
import time
from collections.abc import Iterator

import pytest
from Xlib import X
from Xlib.display import Display

from sparc_desktop.capture import focus
from sparc_desktop.capture.x11 import X11Screen
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.domain.rectangle import Rectangle
from sparc_desktop.domain.target import FocusedControl
from tests.support.desktop import Desktop, Lines, until
from tests.support.x11_stage import missing_for_stage, stage_desktop

pytestmark = pytest.mark.skipif(bool(missing_for_stage()), reason=f"a screen needs {', '.join(missing_for_stage())}")
MANY = "12"  # fields, so that there is something to look through


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    with stage_desktop() as desktop:
        yield desktop


@pytest.fixture(scope="module")
def form(desktop: Desktop) -> Lines:
    return desktop.start(sys.executable, "-m", "tests.support.form_window", MANY)


@pytest.fixture(scope="module")
def places(desktop: Desktop, form: Lines) -> dict[str, Rectangle]:
    until(lambda: form.lines or form.process.poll() is not None, "the form")
    desktop.activate(form, "Order")
    return {key: Rectangle(*place) for key, place in json.loads(form.lines[0]).items()}


@pytest.fixture
def screen(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> Iterator[X11Screen]:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desktop.environment["DBUS_SESSION_BUS_ADDRESS"])
    screen = X11Screen(desktop.environment["DISPLAY"])
    yield screen
    screen.close()


def goes_to(screen: X11Screen, place: Rectangle) -> None:
    until(lambda: screen.rectangle(FocusedControl()) == place, "the focus")


def test_it_follows_the_keyboard(desktop: Desktop, places: dict[str, Rectangle], screen: X11Screen) -> None:
    goes_to(screen, places["name"])
    assert screen.capture(FocusedControl()).label.startswith("Name, text, Form, ")
    desktop.keys("Tab")
    goes_to(screen, places["button"])
    assert screen.capture(FocusedControl()).label.startswith("Send, push button, Form, ")
    desktop.keys("Tab")
    until(lambda: screen.capture(FocusedControl()).label.startswith("Pear, list item, Form, "), "the entry of the list")
    entry = screen.rectangle(FocusedControl())
    assert entry == entry.clipped(places["fruits"])
    assert entry.height < places["fruits"].height / 2
    desktop.keys("shift+Tab", "shift+Tab")
    goes_to(screen, places["name"])


def test_the_walk_finds_what_the_query_finds(
    places: dict[str, Rectangle], screen: X11Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For programs that don't answer the query."""
    monkeypatch.setattr(focus, "_query", lambda bus, program: [])
    assert screen.capture(FocusedControl()).label.startswith("Name, text, Form, ")
    assert screen.rectangle(FocusedControl()) == places["name"]


def test_a_program_that_is_not_in_the_tree(screen: X11Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(focus, "_programs", lambda bus, pid: [])
    with pytest.raises(ExpectedError) as caught:
        screen.capture(FocusedControl())
    assert caught.value.failure.code is Code.NO_FOCUSED_CONTROL


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere", "tcp:host=localhost", "nonsense"])
def test_without_the_bus(screen: X11Screen, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    with pytest.raises(ExpectedError) as caught:
        screen.capture(FocusedControl())
    assert caught.value.failure.code is Code.NO_FOCUSED_CONTROL


def test_a_walk_ends(screen: X11Screen, places: dict[str, Rectangle], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(focus, "MAX_NODES", 1)
    monkeypatch.setattr(focus, "_query", lambda bus, program: [])
    with pytest.raises(ExpectedError) as caught:
        screen.capture(FocusedControl())
    assert caught.value.failure.code is Code.NO_FOCUSED_CONTROL


def test_a_program_that_hangs_does_not_make_us_hang(
    form: Lines, places: dict[str, Rectangle], screen: X11Screen
) -> None:
    form.process.send_signal(signal.SIGSTOP)
    began = time.monotonic()
    try:
        with pytest.raises(ExpectedError) as caught:
            screen.capture(FocusedControl())
    finally:
        form.process.send_signal(signal.SIGCONT)
    assert caught.value.failure.code is Code.NO_FOCUSED_CONTROL
    assert time.monotonic() - began < 10 * focus.SECONDS


def test_it_waits_until_a_window_has_the_keyboard_back(
    desktop: Desktop, places: dict[str, Rectangle], screen: X11Screen
) -> None:
    """Hotkeys of any program grab the keyboard; a window in front that hears of it draws itself without a focus."""
    goes_to(screen, places["name"])
    display = Display(desktop.environment["DISPLAY"])
    display.screen().root.grab_keyboard(True, X.GrabModeAsync, X.GrabModeAsync, X.CurrentTime)
    display.sync()
    until(lambda: {each.role for each in desktop.widgets("form") if each.focused} <= {"list item"}, "it to believe so")
    release = threading.Timer(0.3, lambda: (display.ungrab_keyboard(X.CurrentTime), display.sync()))
    release.start()
    assert screen.rectangle(FocusedControl()) == places["name"]
    release.join()
    display.close()
