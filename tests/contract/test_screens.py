"""The contract of the ways to the screen, on each that this machine can run, and on the fake that stands in."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PIL import Image

from sparc_desktop.capture.base import ScreenCapture
from sparc_desktop.capture.mss_screen import MssScreen
from sparc_desktop.capture.portal import PortalScreen
from sparc_desktop.capture.window import Window
from sparc_desktop.capture.x11 import X11Screen
from sparc_desktop.capture.x11_desktop import X11Desktop
from sparc_desktop.domain.rectangle import Rectangle
from tests.contract.fake_screen import OWN_PID, FakeScreen
from tests.contract.screen_capture_contract import (
    SIZE,
    TITLE,
    WIDE,
    RectangleContract,
    RectangleStage,
    ScreenContract,
    Stage,
)
from tests.support.desktop import Desktop
from tests.support.screenshot_portal import ScreenshotPortal, screenshot_portal
from tests.support.x11_stage import X11Stage, missing_for_stage, stage_desktop

needs_x11 = pytest.mark.skipif(bool(missing_for_stage()), reason=f"a screen needs {', '.join(missing_for_stage())}")
needs_bus = pytest.mark.skipif(bool(missing_for_stage("dbus-daemon")), reason="a bus needs dbus-daemon")


class FakeStage(RectangleStage):
    def __init__(self) -> None:
        self.screen: FakeScreen = FakeScreen(Rectangle(0, 0, *SIZE))
        self._painted: Image.Image | None = None

    def paint(self, picture: Image.Image) -> None:
        self._painted = picture
        self.screen.paint(picture, 0, 0)

    def show(
        self, picture: Image.Image, left: int, top: int, title: bytes = TITLE, application: str = "painter"
    ) -> None:
        self._window(picture, left, top, OWN_PID + 1, title, application)

    def show_own(self, picture: Image.Image) -> None:
        self._window(picture, 10, 10, OWN_PID, TITLE, "painter")

    def minimise(self) -> None:
        window = self.screen.window
        assert window is not None
        self.screen.window = Window("painter", "", window.pid, window.rectangle, is_minimised=True)

    def split(self) -> None:
        self.screen.arrange(Rectangle(0, 0, WIDE, SIZE[1]), Rectangle(WIDE, 0, SIZE[0] - WIDE, SIZE[1]))
        if self._painted is not None:
            self.screen.paint(self._painted, 0, 0)

    def _window(self, picture: Image.Image, left: int, top: int, pid: int, title: bytes, application: str) -> None:
        self.screen.paint(picture, left, top)
        rectangle = Rectangle(left, top, *picture.size)
        self.screen.window = Window(application, title.decode(errors="replace"), pid, rectangle)


class TestFake(RectangleContract):
    @pytest.fixture
    def stage(self) -> Stage:
        return FakeStage()


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    with stage_desktop() as desktop:
        yield desktop


@pytest.fixture(scope="module")
def x11_screen(desktop: Desktop) -> Iterator[ScreenCapture]:
    screen = X11Screen(desktop.environment["DISPLAY"])
    yield screen
    screen.close()


@pytest.fixture(scope="module")
def mss_screen(desktop: Desktop) -> Iterator[ScreenCapture]:
    display = desktop.environment["DISPLAY"]
    windows = X11Desktop(display)
    screen = MssScreen(find_window=windows.window, display=display)
    yield screen
    screen.close()
    windows.close()


@needs_x11
class TestX11(RectangleContract):
    @pytest.fixture
    def stage(self, desktop: Desktop, x11_screen: ScreenCapture, tmp_path: Path) -> Iterator[Stage]:
        stage = X11Stage(desktop, x11_screen, tmp_path)
        yield stage
        stage.close()


@needs_x11
class TestMss(RectangleContract):
    """Its pixels and monitors are real; the focused window, which it takes from Windows and macOS, is X11's here."""

    @pytest.fixture
    def stage(self, desktop: Desktop, mss_screen: ScreenCapture, tmp_path: Path) -> Iterator[Stage]:
        stage = FixedMonitorsStage(desktop, mss_screen, tmp_path)
        yield stage
        stage.close()


class FixedMonitorsStage(X11Stage):
    def split(self) -> None:
        pytest.skip("mss does not see the monitors that xrandr makes up")


class PortalStage(Stage):
    """The portal hands over a file with the picture each time."""

    def __init__(self, portal: ScreenshotPortal, folder: Path) -> None:
        self.screen = PortalScreen()
        self._portal = portal
        self._folder = folder

    def paint(self, picture: Image.Image) -> None:
        self._portal.make_picture = partial(self._save, picture)

    def _save(self, picture: Image.Image) -> Path:
        path = self._folder / f"Screenshot {len(self._portal.asked)} {'ä'}.png"
        picture.save(path)
        return path


@needs_bus
class TestPortal(ScreenContract):
    @pytest.fixture
    def stage(self, tmp_path: Path) -> Iterator[Stage]:
        with screenshot_portal() as portal:
            yield PortalStage(portal, tmp_path)
            assert list(tmp_path.iterdir()) == []  # no screenshot is left on the disk
