"""Hotkeys that are changed while the program runs: real keys, pressed in another program, on an X server."""

from collections.abc import Iterator

import pytest

from sparc_desktop.domain.action import Action
from sparc_desktop.domain.earcon import Earcon
from sparc_desktop.domain.failure import Code
from sparc_desktop.hotkeys.keys import parse_keys
from sparc_desktop.hotkeys.layer import Bindings
from sparc_desktop.hotkeys.select import choose_hotkeys
from sparc_desktop.hotkeys.x11 import X11Hotkeys
from sparc_desktop.services.instance.server import Instance
from sparc_desktop.services.key_binding import LEADER_SLOT, Slot, bindings_of, with_key
from sparc_desktop.services.remote import Heard, Remote
from sparc_desktop.settings.model import HotkeySettings
from tests.support.desktop import Desktop, Lines, until

FIRST, SECOND = "ctrl+shift+F11", "ctrl+shift+F12"
CHANGED = with_key(
    with_key(with_key(HotkeySettings(), LEADER_SLOT, "Ctrl+Shift+F12"), Slot(Action.STOP), "Z"),
    Slot(Action.PAUSE, direct=True),
    "Pause",
)


@pytest.fixture
def heard() -> list[Heard]:
    return []


@pytest.fixture
def field(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> Iterator[Lines]:
    monkeypatch.setenv("DISPLAY", desktop.environment["DISPLAY"])
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    with desktop.text_field() as field:
        yield field


@pytest.fixture
def remote(field: Lines, heard: list[Heard]) -> Iterator[Remote]:
    remote = Remote(Instance(None), choose_hotkeys)
    remote.start(heard.append)
    yield remote
    remote.stop()


def typed(field: Lines) -> str:
    return next((line[5:] for line in reversed(field.lines) if line.startswith("text ")), "")


def test_changed_keys_work_at_once_and_the_former_are_free(
    desktop: Desktop, field: Lines, remote: Remote, heard: list[Heard]
) -> None:
    desktop.keys(FIRST, "x")
    until(lambda: heard == [Earcon.THINKING, Action.STOP], "the keys of the start")
    heard.clear()
    assert remote.rebind(bindings_of(CHANGED)) == ()
    desktop.keys("a", FIRST, "x", SECOND, "z", "Pause", "b")
    until(lambda: typed(field) == "axb", "what is not ours, and no more")
    until(lambda: heard == [Earcon.THINKING, Action.STOP, Action.PAUSE], "the new keys, and no more")
    assert "focus out" not in field.lines


def test_keys_let_go_reach_the_program_in_front(
    desktop: Desktop, field: Lines, remote: Remote, heard: list[Heard]
) -> None:
    remote.let_go()
    desktop.keys(FIRST, "x")
    until(lambda: typed(field) == "x", "the letter")
    assert heard == []
    assert remote.rebind(Bindings()) == ()
    desktop.keys(FIRST, "x")
    until(lambda: heard == [Earcon.THINKING, Action.STOP], "the keys")
    assert typed(field) == "x"


def test_a_key_that_another_program_has_is_told_after_it_was_tried(
    field: Lines, remote: Remote, heard: list[Heard]
) -> None:
    other = X11Hotkeys()
    other.start(Bindings(leader=parse_keys("Ctrl+Shift+F12")), lambda _: None)
    try:
        (failure,) = remote.rebind(bindings_of(CHANGED))
        assert (failure.code, failure.params["keys"]) == (Code.HOTKEY_TAKEN, "Ctrl+Shift+F12")
        assert heard == []
    finally:
        other.stop()
    remote.let_go()
    assert remote.rebind(bindings_of(CHANGED)) == ()


def test_often_and_quickly(desktop: Desktop, field: Lines, remote: Remote, heard: list[Heard]) -> None:
    for _ in range(20):
        remote.rebind(bindings_of(CHANGED))
        remote.rebind(Bindings())
    desktop.keys(SECOND, "z", FIRST, "x")
    until(lambda: heard == [Earcon.THINKING, Action.STOP], "one set of keys")
    assert typed(field) == "z"
