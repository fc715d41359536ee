"""A screen of an X server for tests, on which windows of other processes show known pictures."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from PIL import Image
from Xlib import X, Xatom
from Xlib.display import Display

from sparc_desktop.capture.base import ScreenCapture
from sparc_desktop.capture.rectangular import RectangularCapture
from tests.contract.screen_capture_contract import SIZE, TITLE, WIDE, RectangleStage
from tests.support.desktop import ROOT, Desktop, until

NEEDED = ("Xvfb", "openbox", "xdotool", "xrandr", "dbus-daemon")
MONITORS = {"left": f"{WIDE}/100x{SIZE[1]}/100+0+0", "right": f"{SIZE[0] - WIDE}/100x{SIZE[1]}/100+{WIDE}+0"}


def missing_for_stage(*programs: str) -> list[str]:
    """Which of the programs are not installed; without a name, of all that a stage needs."""
    if not sys.platform.startswith("linux"):
        return ["Linux"]
    return [program for program in programs or NEEDED if shutil.which(program) is None]


class X11Stage(RectangleStage):
    """Windows are processes, gone at the end of each test, monitors too."""

    def __init__(self, desktop: Desktop, screen: RectangularCapture, folder: Path) -> None:
        self.screen: ScreenCapture = screen
        self._desktop = desktop
        self._folder = folder
        self._exit = ExitStack()
        self._display = Display(desktop.environment["DISPLAY"])
        self._exit.callback(self._display.close)
        self.number = 0

    def close(self) -> None:
        self._exit.close()

    def paint(self, picture: Image.Image) -> None:
        self.show(picture, 0, 0)

    def show(
        self, picture: Image.Image, left: int, top: int, title: bytes = TITLE, application: str = "painter"
    ) -> None:
        self._start(picture, left, top, title, application, "foreign")

    def show_own(self, picture: Image.Image) -> None:
        self._start(picture, 10, 10, TITLE, "painter", str(os.getpid()))

    def minimise(self) -> None:
        """Some window managers leave a minimised window active; openbox does not, so that is set by hand."""
        self._desktop.run("xdotool", "windowminimize", "--sync", str(self.number))
        until(lambda: self._active() != self.number, "the window to be minimised")
        atom = self._display.get_atom("_NET_ACTIVE_WINDOW")
        self._display.screen().root.change_property(atom, Xatom.WINDOW, 32, [self.number])
        self._display.sync()

    def split(self) -> None:
        for name, place in MONITORS.items():
            self._desktop.run("xrandr", "--setmonitor", name, place, "screen" if name == "left" else "none")
            self._exit.callback(self._desktop.run, "xrandr", "--delmonitor", name)

    def _start(self, picture: Image.Image, left: int, top: int, title: bytes, application: str, pid: str) -> None:
        path = self._folder / "picture.png"
        title_path = self._folder / "title"
        picture.save(path)
        title_path.write_bytes(title)
        command = [sys.executable, "-m", "tests.support.painted_window", str(path), str(left), str(top)]
        process = subprocess.Popen(
            [*command, "--application", application, "--title", str(title_path), "--pid", pid],
            env=self._desktop.environment,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._exit.callback(_end, process)
        assert process.stdout is not None
        self.number = int(process.stdout.readline())
        until(lambda: self._active() == self.number, "the window to have the focus")
        until(lambda: self._is_painted(picture, left, top), "the window to be painted")

    def _active(self) -> int:
        root = self._display.screen().root
        found = root.get_full_property(self._display.get_atom("_NET_ACTIVE_WINDOW"), Xatom.WINDOW)
        return int(found.value[0]) if found is not None and len(found.value) else 0

    def _is_painted(self, picture: Image.Image, left: int, top: int) -> bool:
        """All that is on the screen of it, asked of the server itself, not of what is tested."""
        box = (max(left, 0), max(top, 0), min(left + picture.width, SIZE[0]), min(top + picture.height, SIZE[1]))
        width, height = box[2] - box[0], box[3] - box[1]
        image = self._display.screen().root.get_image(box[0], box[1], width, height, X.ZPixmap, 0xFFFFFF)
        shown = Image.frombuffer("RGB", (width, height), image.data, "raw", "BGRX", 0, 1)
        expected = picture.convert("RGB").crop((box[0] - left, box[1] - top, box[2] - left, box[3] - top))
        return bool(shown.tobytes() == expected.tobytes())


def _end(process: subprocess.Popen[str]) -> None:
    process.communicate(timeout=60)


@contextmanager
def stage_desktop() -> Iterator[Desktop]:
    with Desktop(size=f"{SIZE[0]}x{SIZE[1]}") as desktop:
        yield desktop
