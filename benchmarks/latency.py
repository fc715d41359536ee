"""From key to sound: how long one waits, with the real program, engine and voice, real X11 keys, and real sound.

    python -m benchmarks.latency [--presses N]

A virtual desktop has the program's window in the background and other programs' windows in front, each a sample
picture. Again and again one of them gets the focus, the leader is pressed, and then W; a while later the leader, and X.
Keys are pressed through XTEST by this process, which reads the clock just before. What sounds is recorded at the
monitor of a null sink; a moment of sound is when the recorder got the sample. From that the recorder's own delay is
taken off: the median of as many clicks, which the sound server is told to play from its memory. So the times end where
the sound server gets the sound; a sound card adds its own.

captured     from W to the first sample of the sound that says that the picture was taken
first word   from W to the first sample of the label, which is spoken first and does not wait for the engine
silence      from X, pressed while the voice sounds, to the last sample that is not silent
lateness     how much later than due a timer in the program's event loop fires, while the engine loads, looks at the
             picture (prefill) and writes (decode): `tests.support.probed_program`

Also printed: the engine's own times. Goals are printed beside the figures, and nothing is asserted.
"""

import argparse
import json
import random
import socket
import statistics
import sys
import tempfile
import time
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext import xtest

from sparc_desktop.resources import assets
from sparc_desktop.settings.model import Settings
from sparc_desktop.settings.store import SettingsStore
from tests.support.desktop import Desktop, Lines, until
from tests.support.real_program import picture_window
from tests.support.sound import LOUD, RATE, Recorder, Samples, SoundServer, expected, find, read_wav

LEADER = ("Control_L", "Shift_L", "F11")
QUIET = 0.3  # seconds of silence that end one sound before the next is measured
PATIENCE = 10.0  # seconds for any sound to come
LIKE = 0.8  # a sound is recognised although another begins in it
PROGRAM = (sys.executable, "-m", "tests.support.probed_program")
SINK = f"module-null-sink sink_name=speaker rate={RATE} channels=1 norewinds=1"
GOALS = {"captured": "100", "first word": "300", "silence": "100"}


class UnheardError(Exception):
    """The sound broke, as it does where others take the processor: that press is left out."""


class Ear(Recorder):
    """A recorder that knows when it got each sample."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._counts: list[int] = []
        self._times: list[float] = []
        super().__init__(environment, latency=5)

    def _read(self) -> None:
        while piece := self._process.stdout.read1(65536):  # type: ignore[union-attr]
            self._data.extend(piece)
            self._times.append(time.monotonic())
            self._counts.append(len(self._data) // 2)

    def time_of(self, sample: int) -> float:
        return self._times[bisect_right(self._counts, sample)]

    def since(self, moment: float) -> tuple[int, Samples]:
        """All that came after the moment, and the number of its first sample."""
        place = bisect_right(self._times, moment)
        first = self._counts[place - 1] if place else 0
        return first, self.samples()[first:]

    def is_loud(self) -> bool:
        return bool((np.abs(self.samples()[-round(0.02 * RATE) :]) > LOUD).any())

    def wait_for_quiet(self) -> None:
        until(lambda: not (np.abs(self.samples()[-round(QUIET * RATE) :]) > LOUD).any(), "quiet")

    def moment_of(self, sound: Samples, since: float) -> float:
        """When this sound began, once it is there; raises UnheardError."""
        while time.monotonic() < since + PATIENCE:
            self.settle()
            first, recording = self.since(since)
            if len(recording) > len(sound):
                place, likeness = find(recording, sound)
                if likeness > LIKE:
                    return self.time_of(first + place)
        raise UnheardError

    def last_sound(self, since: float) -> float:
        """When the last sample came that is not silent."""
        first, recording = self.since(since)
        loud = np.flatnonzero(np.abs(recording) > LOUD)
        return self.time_of(first + int(loud[-1])) if len(loud) else since


class Keyboard:
    """Keys of the X server, without a program to be started for each."""

    def __init__(self, display: Display) -> None:
        self._display = display

    def press(self, *names: str) -> float:
        """All down, the last one last, and up again; when the last one went down."""
        codes = [self._display.keysym_to_keycode(XK.string_to_keysym(name)) for name in names]
        for code in codes[:-1]:
            xtest.fake_input(self._display, X.KeyPress, code)
        self._display.sync()
        pressed = time.monotonic()
        xtest.fake_input(self._display, X.KeyPress, codes[-1])
        for code in reversed(codes):
            xtest.fake_input(self._display, X.KeyRelease, code)
        self._display.sync()
        return pressed


def recording_delay(ear: Ear, commands: Path, folder: Path, clicks: int) -> list[float]:
    """Have the server play a click from its memory, and wait for it."""
    with socket.socket(socket.AF_UNIX) as server:
        server.connect(str(commands))
        sound = assets() / "earcons" / "thinking.wav"
        server.sendall(f"load-sample click {sound}\n".encode())
        click = read_wav(sound.read_bytes())
        delays = []
        for _ in range(clicks):
            ear.wait_for_quiet()
            time.sleep(random.random() * 0.05)  # noqa: S311  (not in step with the server's blocks)
            told = time.monotonic()
            server.sendall(b"play-sample click speaker\n")
            delays.append(ear.moment_of(click, told) - told)
    return delays


class Session:
    """The program on its desktop, and one press after the other."""

    def __init__(self, desktop: Desktop, program: Lines, ear: Ear) -> None:
        self.program = program
        self._desktop, self._ear = desktop, ear
        self._keyboard = Keyboard(Display(desktop.environment["DISPLAY"]))
        self._captured = read_wav((assets() / "earcons" / "captured.wav").read_bytes())
        self.times: dict[str, list[float]] = defaultdict(list)

    def press(self, number: str, title: str) -> None:
        """Have the window described, and silence the voice in it."""
        self._desktop.run("xdotool", "windowactivate", "--sync", number)
        self._ear.wait_for_quiet()
        self._keyboard.press(*LEADER)
        until(self._ear.is_loud, "the sound of the layer")
        self._ear.wait_for_quiet()
        pressed = self._keyboard.press("w")
        try:
            captured = self._ear.moment_of(self._captured, pressed)
            label = self._ear.moment_of(expected(f"Painter: {title}"), pressed)
        finally:
            at = until(lambda: self._events(pressed, "finished"), "the description")
            self._stop()
        self.times["captured"].append(captured - pressed)
        self.times["first word"].append(label - pressed)
        for what in ("started", "first sentence", "finished"):
            self.times[f"engine: {what}"].append(at[what] - at["asked"])

    def _stop(self) -> None:
        self._keyboard.press(*LEADER)
        time.sleep(QUIET)  # the sound of the layer
        until(self._ear.is_loud, "the voice")
        pressed = self._keyboard.press("x")
        self._ear.settle(1.0)
        self.times["silence"].append(self._ear.last_sound(pressed) - pressed)

    def _events(self, since: float, last: str) -> dict[str, float] | None:
        """When what happened, once the last of it has."""
        lines = [json.loads(line) for line in list(self.program.lines)]
        at = {line["what"]: line["at"] for line in lines if line.get("at", 0) > since}
        return at if last in at else None


def measure(presses: int, exit: ExitStack) -> tuple[Mapping[str, Sequence[float]], list[float]]:
    """All times, in seconds, and the recorder's own delay."""
    folder = Path(exit.enter_context(tempfile.TemporaryDirectory(prefix="latency-")))
    commands = folder / "commands"
    server = SoundServer(folder, (SINK, f"module-cli-protocol-unix socket={commands}"))
    exit.callback(server.crash)
    ear = Ear(server.environment)
    exit.callback(ear.stop)
    delays = recording_delay(ear, commands, folder, presses)
    desktop = exit.enter_context(Desktop())
    settings = folder / ".config" / "sparc-desktop" / "settings.json"
    SettingsStore(settings).save(Settings(output="own", welcomed=True))  # or the first steps would speak
    program = desktop.start(*PROGRAM, HOME=str(folder), PULSE_SERVER=server.environment["PULSE_SERVER"])
    until(lambda: any("ready" in line for line in list(program.lines)), "the engine")
    windows: list[tuple[str, str]] = []
    for picture in sorted((assets() / "samples").glob("*.png")):
        title = f"Drawing {picture.stem[-1]}"
        window = exit.enter_context(picture_window(desktop, picture, folder, title))
        with Image.open(picture) as image:
            windows.append((window.lines[0], f"{title}, {image.width} by {image.height}"))
    session = Session(desktop, program, ear)
    for press in range(presses):
        with suppress(UnheardError):
            session.press(*windows[press % len(windows)])
    desktop.activate(program, "SPARC Desktop")
    desktop.keys("ctrl+q")
    program.process.wait(2 * PATIENCE)
    program.end()
    lines: list[dict[str, Any]] = [json.loads(line) for line in program.lines]
    late = {f"lateness: {line['phase']}": line["late"] for line in lines if "phase" in line}
    return session.times | late, delays


def show(times: Mapping[str, Sequence[float]], delays: Sequence[float]) -> None:
    """The table."""
    delay = statistics.median(delays)
    print(
        f"recorder's own delay {delay * 1000:.1f} ms ({min(delays) * 1000:.1f} to {max(delays) * 1000:.1f}), taken off"
    )
    print(f"{'milliseconds':24} {'times':>6} {'median':>8} {'p99':>8} {'worst':>8}   goal")
    for name, taken in times.items():
        heard = name in GOALS
        values = np.maximum(0, np.array(taken) - (delay if heard else 0)) * 1000
        goal = GOALS.get(name, "p99 20, worst 50" if name.startswith("late") and "idle" not in name else "")
        p99 = f"{np.percentile(values, 99):8.1f}" if len(values) >= 100 else " " * 8
        print(f"{name:24} {len(values):6} {np.median(values):8.1f} {p99} {values.max():8.1f}   {goal}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--presses", type=int, default=20)
    options = parser.parse_args()
    with ExitStack() as exit:
        show(*measure(options.presses, exit))


if __name__ == "__main__":
    main()
