"""What can be tested of macOS elsewhere: what is made of the answers of its interfaces."""

import ctypes
import sys
from types import SimpleNamespace
from typing import Any

import pytest

from sparc_desktop.capture.macos_permission import require_permission
from sparc_desktop.capture.macos_window import focused_window
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.domain.rectangle import Rectangle


def entry(name: str, layer: int, **more: Any) -> dict[str, Any]:
    bounds = {"X": -900.0, "Y": 25.0, "Width": 800.0, "Height": 600.0}
    return {
        "kCGWindowLayer": layer,
        "kCGWindowOwnerName": name,
        "kCGWindowOwnerPID": 9,
        "kCGWindowBounds": bounds,
        **more,
    }


def quartz(*entries: dict[str, Any]) -> SimpleNamespace:
    return SimpleNamespace(
        kCGWindowListOptionOnScreenOnly=1,
        kCGWindowListExcludeDesktopElements=16,
        kCGNullWindowID=0,
        CGWindowListCopyWindowInfo=lambda options, window: entries or None,
    )


def refused() -> Code:
    with pytest.raises(ExpectedError) as caught:
        focused_window()
    return caught.value.failure.code


def test_the_first_ordinary_window_is_the_one_in_front(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = entry("Dock", 20), entry("Safari", 0, kCGWindowName="Lakes"), entry("Finder", 0)
    monkeypatch.setitem(sys.modules, "Quartz", quartz(*entries))
    window = focused_window()
    assert (window.untrusted_application, window.untrusted_title, window.pid) == ("Safari", "Lakes", 9)
    assert window.rectangle == Rectangle(-900, 25, 800, 600)


def test_without_a_window_or_without_quartz(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "Quartz", quartz())
    assert refused() is Code.NO_FOCUSED_WINDOW
    monkeypatch.setitem(sys.modules, "Quartz", None)
    assert refused() is Code.TARGET_UNAVAILABLE


@pytest.mark.parametrize(("given", "asked"), [(True, True), (False, True)])
def test_with_the_permission_all_is_well(monkeypatch: pytest.MonkeyPatch, given: bool, asked: bool) -> None:
    library = SimpleNamespace(CGPreflightScreenCaptureAccess=lambda: given, CGRequestScreenCaptureAccess=lambda: asked)
    monkeypatch.setattr(ctypes, "CDLL", lambda path: SettableNamespace(library))
    require_permission()


def test_without_the_permission_the_way_to_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    library = SimpleNamespace(CGPreflightScreenCaptureAccess=lambda: False, CGRequestScreenCaptureAccess=lambda: False)
    monkeypatch.setattr(ctypes, "CDLL", lambda path: SettableNamespace(library))
    with pytest.raises(ExpectedError) as caught:
        require_permission()
    assert caught.value.failure.code is Code.CAPTURE_REFUSED
    assert "Screen Recording" in caught.value.failure.params["remedy"]


def test_an_old_system_wants_no_permission(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda path: SimpleNamespace())
    require_permission()


class SettableNamespace:
    """Functions of a library take attributes, as those of ctypes do."""

    def __init__(self, library: SimpleNamespace) -> None:
        self._library = library

    def __getattr__(self, name: str) -> Any:
        return getattr(self._library, name)
