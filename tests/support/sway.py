"""A Wayland desktop without a screen for tests: sway, PipeWire, and the real portal with its part for sway.

sway refuses to run as root, so as root all of it runs as nobody; programs on it too, as the portal looks at who asks. A
picture fills the screen.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

from tests.support.desktop import PATIENCE, ROOT, until

NOBODY = 65534
IDS = f"--reuid={NOBODY} --regid={NOBODY} --clear-groups"
AS_NOBODY = ("setpriv", *IDS.split()) if sys.platform.startswith("linux") and os.getuid() == 0 else ()
NEEDED = ("sway", "swaybg", "pipewire", "grim", "setpriv", "dbus-daemon", "dbus-update-activation-environment")
PORTALS = ("xdg-desktop-portal", "xdg-desktop-portal-wlr", "xdg-desktop-portal-gtk")  # -gtk asks for the permission
SWAY = """output HEADLESS-1 resolution 800x600 position 0 0
output HEADLESS-1 bg {folder}/picture.png fill
exec dbus-update-activation-environment WAYLAND_DISPLAY XDG_CURRENT_DESKTOP
exec sh -c 'echo $WAYLAND_DISPLAY > {folder}/ready'
"""
HEADLESS = {"WLR_BACKENDS": "headless", "WLR_LIBINPUT_NO_DEVICES": "1", "WLR_RENDERER": "pixman"}


def missing() -> list[str]:
    """What of it is not installed."""
    if not sys.platform.startswith("linux"):
        return ["Linux"]
    portals = [name for name in PORTALS if not Path("/usr/libexec", name).exists()]
    if absent := [name for name in NEEDED if shutil.which(name) is None] + portals:
        return absent
    command = [*AS_NOBODY, sys.executable, "-c", "import jeepney"]
    return ["a Python that nobody may run"] if subprocess.run(command, capture_output=True).returncode else []


class Sway:
    """One such desktop; use it in a `with` block."""

    def __init__(self, picture: Path) -> None:
        self._picture = picture
        self._stack = ExitStack()
        self.environment: dict[str, str] = {}

    def __enter__(self) -> "Sway":
        folder = Path(self._stack.enter_context(tempfile.TemporaryDirectory(prefix="sway-")))
        _prepare(folder, self._picture)
        self.environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
        self.environment |= {"XDG_CURRENT_DESKTOP": "sway", "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT), **HEADLESS}
        # The portal outlives the bus by a moment, in which it would write its settings into a folder being removed.
        self.environment["GSETTINGS_BACKEND"] = "memory"
        bus = self.start("dbus-daemon", "--session", "--print-address=1", "--nofork", "--nopidfile")
        assert bus.stdout is not None
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        self.start("pipewire")
        until(Path(folder, "pipewire-0").exists, "PipeWire")
        self._desktop = self.start("sway", "-c", f"{folder}/sway.conf")
        ready = folder / "ready"
        until(lambda: ready.exists() and ready.read_text(), "sway")
        self.environment |= {"WAYLAND_DISPLAY": ready.read_text().strip(), "XDG_SESSION_TYPE": "wayland"}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def log_out(self) -> None:
        """End the desktop under whatever runs on it."""
        _stop(self._desktop)

    @property
    def home(self) -> Path:
        return Path(self.environment["HOME"])

    def run(self, *command: str) -> str:
        """Run a program on it, and return what it prints."""
        process = self.start(*command)
        printed, _ = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0, printed
        return printed

    def start(self, *command: str) -> subprocess.Popen[str]:
        """Start a program on it, which ends with it at the latest."""
        process = subprocess.Popen(
            [*AS_NOBODY, *command],
            env=self.environment,
            cwd=self.home,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT if command[0] == sys.executable else subprocess.DEVNULL,
            text=True,
        )
        self._stack.callback(_stop, process)
        return process


def _prepare(folder: Path, picture: Path) -> None:
    shutil.copy(picture, folder / "picture.png")
    (folder / "sway.conf").write_text(SWAY.format(folder=folder))
    if os.getuid() == 0:
        for path in (folder, *folder.iterdir()):
            os.chown(path, NOBODY, NOBODY)


def _stop(process: subprocess.Popen[str]) -> None:
    process.terminate()
    process.wait(PATIENCE)
    if process.stdout:
        process.stdout.close()
