"""Which way to hotkeys is taken where, and the tables of the ways that can't be run here."""

import ctypes
import string

import pytest

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.hotkeys import macos, select, windows
from sparc_desktop.hotkeys.keys import NAMED
from sparc_desktop.hotkeys.layer import LEADER, LETTERS, OWN_KEYS, Bindings


@pytest.mark.parametrize(
    ("display", "wayland", "session"),
    [(":7", None, "x11"), (":7", "wayland-1", "portal"), (None, "wayland-1", "portal")],
)
def test_each_session_has_its_way(
    display: str | None, wayland: str | None, session: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("DISPLAY", display), ("WAYLAND_DISPLAY", wayland)):
        monkeypatch.setenv(name, value) if value else monkeypatch.delenv(name, raising=False)
    compatible = [name for name in select.HOTKEYS if select._load(name).is_compatible()]
    assert compatible == [session]
    monkeypatch.setattr(select._load(session), "is_installed", lambda: True)
    assert select.choose_hotkeys().name == session


def test_where_there_is_none_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    with pytest.raises(ExpectedError) as caught:
        select.choose_hotkeys()
    assert caught.value.failure.code == Code.HOTKEYS_UNAVAILABLE
    assert "sparc-desktop trigger" in caught.value.failure.params["remedy"]


def test_a_missing_library_is_passed_over(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr(select, "HOTKEYS", {"x11": "sparc_desktop.hotkeys.no_such:Thing"})
    with pytest.raises(ExpectedError):
        select.choose_hotkeys()
    assert "x11" in caplog.text


def test_windows_has_a_number_for_every_key() -> None:
    keys = {*string.ascii_uppercase, *string.digits, *NAMED}
    assert keys == windows.VIRTUAL_KEYS.keys()
    assert len(set(windows.VIRTUAL_KEYS.values())) == len(keys)
    assert (windows.VIRTUAL_KEYS["F1"], windows.VIRTUAL_KEYS["F24"], windows.VIRTUAL_KEYS["W"]) == (0x70, 0x87, 0x57)


def test_the_mac_has_a_place_for_every_key_of_the_layer() -> None:
    known = {"A": 0, "W": 13, "Q": 12, "P": 35, "N": 45, "M": 46, ".": 47, "0": 29, "9": 25, "L": 37, "J": 38}
    assert {key: macos.PLACES[key] for key in known} == known
    assert len(set(macos.PLACES.values())) == len(macos.PLACES)
    needed = {keys.key for keys in (LEADER, *LETTERS.values(), *OWN_KEYS)} - {"?"}  # with Shift, on "/"
    assert needed <= macos.PLACES.keys()
    assert (macos.KEYBOARD_CLASS, macos.HOT_KEY_TYPE) == (0x6B657962, 0x686B6964)
    assert ctypes.sizeof(macos.HotKeyId) == ctypes.sizeof(macos.EventType) == 8


@pytest.mark.parametrize("way", [windows.WindowsHotkeys, macos.MacHotkeys])
def test_elsewhere_they_refuse(way: type) -> None:
    assert not way.is_compatible()
    assert not way.is_installed()
    with pytest.raises(ExpectedError):
        way().start(Bindings(), print)
    way().stop()
