"""What the portal for Wayland may answer, and what becomes of it; over a real bus, with a portal made for it."""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from sparc_desktop.capture import portal as portal_module
from sparc_desktop.capture.portal import PortalScreen
from sparc_desktop.capture.portal_file import CLOCK_SLACK
from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.domain.target import FocusedControl, FocusedWindow, OneMonitor, WholeScreen
from tests.contract.screen_capture_contract import SIZE, painting
from tests.support.desktop import until
from tests.support.screenshot_portal import ScreenshotPortal, screenshot_portal
from tests.support.x11_stage import missing_for_stage

pytestmark = pytest.mark.skipif(bool(missing_for_stage("dbus-daemon")), reason="a bus needs dbus-daemon")


@pytest.fixture
def portal() -> Iterator[ScreenshotPortal]:
    with screenshot_portal() as portal:
        yield portal


def picture(folder: Path, name: str = "shot.png") -> Path:
    path = folder / name
    painting(*SIZE).save(path)
    return path


def failure(screen: PortalScreen | None = None) -> Failure:
    with pytest.raises(ExpectedError) as caught:
        (screen or PortalScreen()).capture(WholeScreen())
    return caught.value.failure


def test_it_asks_without_a_dialog_of_its_own(portal: ScreenshotPortal, tmp_path: Path) -> None:
    portal.make_picture = lambda: picture(tmp_path)
    PortalScreen().capture(WholeScreen())
    assert portal.asked[0]["interactive"] == ("b", False)


@pytest.mark.parametrize("status", [1, 2])
def test_a_refusal_comes_with_the_way_to_the_permission(portal: ScreenshotPortal, status: int) -> None:
    portal.status = status
    refused = failure()
    assert refused.code is Code.CAPTURE_REFUSED
    assert "Allow" in refused.params["remedy"]


def test_a_dialog_that_nobody_answers_is_closed(portal: ScreenshotPortal) -> None:
    portal.status = None
    assert failure(PortalScreen(consent_seconds=0.2)).code is Code.CAPTURE_UNANSWERED
    until(lambda: len(portal.closed) == 1, "the dialog to be closed")


def test_a_portal_that_hangs(portal: ScreenshotPortal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portal_module, "REPLY_SECONDS", 0.2)
    portal.begins = False
    assert failure().code is Code.CAPTURE_UNANSWERED


def test_a_portal_that_fails(portal: ScreenshotPortal) -> None:
    portal.fails = True
    assert failure().code is Code.CAPTURE_FAILED


@pytest.mark.parametrize(
    "results",
    [
        {},
        {"uri": ("s", "")},
        {"uri": ("s", "file://elsewhere/shot.png")},
        {"uri": ("s", "https://example.org/shot.png")},
        {"uri": ("s", "file:///nowhere/shot.png")},
        {"uri": ("s", "file:///a%00b")},
        {"uri": ("s", "file://[half")},
        {"uri": ("s", "shot.png")},
        {"uri": ("u", 7)},
        {"uri": ("s", "file:///dev/zero")},
        {"uri": ("s", "file:///tmp")},
    ],
    ids=str,
)
def test_an_address_that_is_none(portal: ScreenshotPortal, results: dict[str, tuple[str, Any]]) -> None:
    portal.results = results
    failed = failure()
    assert failed.code is Code.CAPTURE_FAILED
    assert failed.params["reason"].isprintable()


def test_a_file_that_was_there_before_is_left_alone(portal: ScreenshotPortal, tmp_path: Path) -> None:
    path = picture(tmp_path, "holiday.png")
    long_ago = time.time() - 10 * CLOCK_SLACK
    os.utime(path, (long_ago, long_ago))
    portal.make_picture = lambda: path
    assert failure().code is Code.CAPTURE_FAILED
    assert path.exists()


def test_a_file_that_is_no_picture_is_left_alone(portal: ScreenshotPortal, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Anna")
    portal.make_picture = lambda: path
    assert failure().code is Code.CAPTURE_FAILED
    assert path.read_text() == "Dear Anna"


def test_a_link_is_not_followed(portal: ScreenshotPortal, tmp_path: Path) -> None:
    target, link = picture(tmp_path), tmp_path / "link.png"
    link.symlink_to(target)
    portal.make_picture = lambda: link
    assert failure().code is Code.CAPTURE_FAILED
    assert target.exists()


def test_half_a_picture(portal: ScreenshotPortal, tmp_path: Path) -> None:
    path = picture(tmp_path)
    half = path.read_bytes()[:2000]

    def cut() -> Path:
        path.write_bytes(half)
        return path

    portal.make_picture = cut
    assert failure().code is Code.CAPTURE_FAILED


def test_it_says_what_it_can_do(portal: ScreenshotPortal) -> None:
    assert PortalScreen.is_installed()
    screen = PortalScreen()
    assert screen.monitors() == ()
    for target in (FocusedWindow(), FocusedControl(), OneMonitor(2)):
        for ask in (screen.capture, screen.rectangle):
            with pytest.raises(ExpectedError) as caught:
                ask(target)
            assert caught.value.failure.code is Code.TARGET_UNAVAILABLE
    assert portal.asked == []


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere", "nonsense"])
def test_without_a_bus(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    assert not PortalScreen.is_installed()
    assert failure().code is Code.CAPTURE_FAILED


def test_a_bus_without_a_portal(portal: ScreenshotPortal) -> None:
    portal.leave()
    assert not PortalScreen.is_installed()
    assert failure().code is Code.CAPTURE_FAILED


def test_a_black_screen(portal: ScreenshotPortal, tmp_path: Path) -> None:
    def black() -> Path:
        path = tmp_path / "black.png"
        Image.new("RGB", SIZE).save(path)
        return path

    portal.make_picture = black
    assert failure().code is Code.SCREEN_BLACK
    assert list(tmp_path.iterdir()) == []
