"""A private desktop for tests: an X server without a screen, a window manager, a session bus and the accessibility bus.

Everything lies in one temporary folder and ends with the `with` block. Programs are started on it as a user would start
them; keys are pressed with xdotool; what a screen reader would see is read by a process of its own (`desktop_reader`).
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

ROOT = Path(__file__).parents[2]
READER = ROOT / "tests" / "support" / "desktop_reader.py"
SYSTEM_PYTHON = "/usr/bin/python3"
NEEDED = ("Xvfb", "openbox", "xdotool", "dbus-daemon", "xclip", SYSTEM_PYTHON)
FIELD = "Text field.py: Another program, 320 by 40"  # what is said of a picture of `Desktop.text_field`
DESCRIPTION = ("Description", "描述")  # what the list of sentences is called
SCREEN = "Screen, 1280 by 1024"  # the same of the whole desktop
# Said by Qt to any process that asks a program for its bus address, which Qt doesn't have: no fault of the program's.
READER_ASKED = 'does not implement "GetApplicationBusAddress"'
PATIENCE = 60.0  # seconds until a test that waits for something gives up; not an expectation
PAUSE = 0.02  # seconds between two looks


def missing() -> list[str]:
    """Which of the programs that a desktop needs are not installed; the reader's pyatspi is one of them."""
    absent = [program for program in NEEDED if shutil.which(program) is None]
    if not absent and subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True).returncode:
        absent.append("python3-pyatspi")
    return absent


def until(condition: Callable[[], Any], what: str) -> Any:
    """The first true value of the condition; an error naming `what` where it never comes."""
    deadline = time.monotonic() + PATIENCE
    while not (value := condition()):
        if time.monotonic() > deadline:
            raise AssertionError(f"waited in vain for {what}")
        time.sleep(PAUSE)
    return value


class Lines:
    """A program whose lines are collected while it runs; a `with` block ends it."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        self.lines: list[str] = []
        self.errors: list[str] = []
        self._threads = [
            threading.Thread(target=self._collect, args=pair)
            for pair in ((self.process.stdout, self.lines), (self.process.stderr, self.errors))
        ]
        for thread in self._threads:
            thread.start()

    def __enter__(self) -> "Lines":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    def end(self) -> None:
        """End it, and have all its lines."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        self.process.wait(PATIENCE)
        for thread in self._threads:
            thread.join()

    def complaints(self, *expected: str) -> list[str]:
        """The lines of its stderr but those that have one of `expected` in them."""
        return [line for line in self.errors if not any(each in line for each in (READER_ASKED, *expected))]

    @staticmethod
    def _collect(stream: Any, lines: list[str]) -> None:
        with stream:
            for line in stream:
                lines.append(line.rstrip("\n"))


@dataclass(frozen=True)
class Widget:
    """What the accessibility tree says about one widget."""

    name: str
    role: str
    parent: str  # the name of what it is in
    description: str
    text: str | None
    value: float | None
    focusable: bool
    focused: bool
    showing: bool
    checked: bool
    enabled: bool
    extents: list[int] | None
    place: str  # the same as long as the widget is there, and no other widget's
    above: str  # the place of what it is in
    labels: list[str]  # the names of what labels it
    keys: list[str]  # for what can be done with it


class Desktop:
    """One desktop; use it in a `with` block."""

    def __init__(self, size: str = "1280x1024") -> None:
        self._size = size
        self._exit = ExitStack()
        self.environment: dict[str, str] = {}

    def __enter__(self) -> "Desktop":
        home = self._exit.enter_context(tempfile.TemporaryDirectory(prefix="desktop-"))
        self.environment = {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "HOME": home,
            "XDG_RUNTIME_DIR": home,
            "XDG_DATA_DIRS": "/usr/share",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "NO_AT_BRIDGE": "1",  # for openbox and the like; Qt doesn't ask
        }
        self.environment["DISPLAY"] = ":" + self._serve(
            ["Xvfb", "-displayfd", "1", "-screen", "0", f"{self._size}x24", "-nolisten", "tcp"]
        )
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._serve(
            ["dbus-daemon", "--session", "--print-address=1", "--nofork", "--nopidfile"]
        )
        self._start(["openbox", "--sm-disable"])
        self.widgets()  # starts the accessibility bus, which a program looks for only at its own start
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._exit.close()

    def run(self, *command: str, text: str | None = None) -> str:
        """Run a command on the desktop and return what it prints."""
        result = self._try(*command, text=text)
        assert result.returncode == 0, f"{command}: {result.stderr.strip() or result.returncode}"
        return result.stdout

    def start(self, *command: str, **environment: str) -> Lines:
        """Start a program; it ends with the desktop."""
        program = Lines(list(command), self.environment | environment)
        self._exit.callback(program.end)
        return program

    def window(self, *arguments: str, **environment: str) -> Lines:
        """Start the window program of `desktop_program`, with settings of its own, and wait until it can be used."""
        home = self._exit.enter_context(tempfile.TemporaryDirectory(prefix="settings-"))
        settings = f"{home}/settings.json"
        command = (sys.executable, "-m", "tests.support.desktop_program", "--settings", settings, *arguments)
        program = self.start(*command, **environment)
        until(lambda: program.lines or program.process.poll() is not None, "the window")
        assert program.process.poll() is None, program.errors
        self.activate(program, "SPARC Desktop")
        return program

    def activate(self, program: Lines, title: str) -> None:
        """Give a program's window the focus, once it has one with a title like that (a regular expression)."""
        which = ("--all", "--pid", str(program.process.pid), "--name", title)
        self.with_window(*which, "windowactivate", "--sync")

    def with_window(self, *command: str) -> None:
        """What xdotool is to search and do. Any window that vanishes meanwhile ends xdotool, so it is asked again."""
        search = ("xdotool", "search", "--onlyvisible", *command)
        until(lambda: self._try(*search).returncode == 0, " ".join(search))

    def shows(self, title: str) -> bool:
        """Is there a window on the screen with a title like that?"""
        return bool(self._try("xdotool", "search", "--onlyvisible", "--name", title).stdout.strip())

    @contextmanager
    def text_field(self) -> Iterator[Lines]:
        """Another program, which has the focus: a text field that tells what happens to it."""
        with self.start(sys.executable, "-m", "tests.support.text_field") as field:
            self.activate(field, "Another program")
            until(lambda: "focus in" in field.lines, "the focus")
            yield field

    def listen(self, *events: str) -> Lines:
        """Start listening as a screen reader does, also to these events."""
        reader = self.start(SYSTEM_PYTHON, str(READER), "listen", *events)
        until(lambda: reader.lines, "the reader")
        return reader

    def widgets(self, program: str = "sparc-desktop") -> list[Widget]:
        """All widgets of a program, as another process sees them."""
        return self._read("tree", program)

    def active_window(self, program: str = "sparc-desktop") -> list[Widget]:
        """What shows of its window that is active; the window itself first."""
        return self._read("window", program)

    def menus(self, program: str = "sparc-desktop") -> list[Widget]:
        """The menu bar of its window that is active, and all in it."""
        return self._read("menus", program)

    def sentences(self) -> list[str]:
        """What stands in the program's description."""
        return [widget.name for widget in self.widgets() if widget.role == "list item" and widget.parent in DESCRIPTION]

    def is_in_description(self) -> bool:
        """Has the description the focus, or a sentence in it?"""
        return any(widget.focused and {widget.name, widget.parent} & set(DESCRIPTION) for widget in self.widgets())

    def keys(self, *keys: str) -> None:
        """Press keys, in whatever window has the focus."""
        self.run("xdotool", "key", "--delay", "20", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self.run("xdotool", "type", "--delay", "5", text)

    def copy(self, data: Path, kind: str) -> None:
        """Put a file's content on the clipboard."""
        subprocess.run(
            ["xclip", "-selection", "clipboard", "-t", kind, "-i", str(data)],
            env=self.environment,
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def _read(self, what: str, program: str) -> list[Widget]:
        return [Widget(**each) for each in json.loads(self.run(SYSTEM_PYTHON, str(READER), what, program))]

    def _try(self, *command: str, text: str | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, env=self.environment, cwd=ROOT, input=text, capture_output=True, text=True)

    def _start(self, command: list[str]) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            command, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        self._exit.callback(_stop, process)
        return process

    def _serve(self, command: list[str]) -> str:
        process = self._start(command)
        assert process.stdout is not None
        return process.stdout.readline().strip()


def _stop(process: subprocess.Popen[str]) -> None:
    process.terminate()
    process.wait(PATIENCE)
    if process.stdout:
        process.stdout.close()
