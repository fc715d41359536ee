"""Real sound without a sound card: a private PulseAudio server with a null sink, and a recorder at its monitor.

Nothing here touches a server of the user: socket, home and runtime folder lie under the folder that the test gives.
"""

import contextlib
import io
import os
import shutil
import signal
import subprocess
import threading
import time
import wave
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

RATE = 22050  # espeak-ng's own, so that what is recorded is sample by sample what was spoken
START_SECONDS = 10.0  # a busy machine starts the server in 1
SPEECH_SECONDS = 60.0  # more than a description takes
PAUSE_SECONDS = 2.0  # longer than what a busy machine needs to begin the next sentence
TRIES = 3  # to hear something undisturbed
RIGHT = 0.9  # a sentence with one word changed is below 0.6
LOUD = 100  # of 32767: quieter is silence
TOOLS = ("pulseaudio", "pactl", "parec", "espeak-ng")

Samples = npt.NDArray[np.float64]


def missing_tools(*tools: str) -> list[str]:
    """Those of the tools (else of all) that this machine lacks."""
    return [tool for tool in tools or TOOLS if shutil.which(tool) is None]


def silent_environment(folder: Path) -> dict[str, str]:
    """Environment variables with which no sound server is found."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PULSE_", "XDG_", "PIPEWIRE_"))}
    return kept | {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "LC_ALL": "C.UTF-8"}


class SoundServer:
    """A PulseAudio server of our own; `environment` leads programs to it."""

    def __init__(self, folder: Path, modules: tuple[str, ...] | None = None) -> None:
        socket = folder / "native"
        self.environment = {
            "PULSE_SERVER": f"unix:{socket}",
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
        }
        sinks = modules or (f"module-null-sink sink_name=speaker rate={RATE} channels=1 norewinds=1",)
        loads = [*sinks, f"module-native-protocol-unix socket={socket} auth-anonymous=1"]
        # As a realtime program it is ended by the system whenever it works for 200 ms at a stretch: on a busy machine.
        options = ["--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--realtime=no", "-n"]
        self._process = subprocess.Popen(
            ["pulseaudio", *options, *(f"--load={load}" for load in loads)],
            env=silent_environment(folder) | self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        wait_until(self._answers, START_SECONDS)

    def _answers(self) -> bool:
        asked = subprocess.run(["pactl", "info"], env={**os.environ, **self.environment}, capture_output=True)
        return asked.returncode == 0

    def crash(self) -> None:
        """Be gone at once."""
        self._process.kill()
        self._process.wait()

    def streams(self) -> int:
        """How many programs are playing."""
        command = ["pactl", "list", "short", "sink-inputs"]
        listed = subprocess.run(command, env={**os.environ, **self.environment}, capture_output=True, check=True)
        return len(listed.stdout.splitlines())


@contextmanager
def sound_server(folder: Path, modules: tuple[str, ...] | None = None) -> Iterator[SoundServer]:
    """A server that is gone at the end."""
    server = SoundServer(folder, modules)
    try:
        yield server
    finally:
        server.crash()


class Recorder:
    """What comes out of the speaker, from now on."""

    def __init__(self, environment: Mapping[str, str], latency: int = 20) -> None:
        form = [f"--rate={RATE}", "--channels=1", "--format=s16le", f"--latency-msec={latency}"]
        self._process = subprocess.Popen(
            ["parec", "--device=speaker.monitor", *form], env={**os.environ, **environment}, stdout=subprocess.PIPE
        )
        self._data = bytearray()
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()
        wait_until(lambda: len(self._data) > 0, START_SECONDS)

    def _read(self) -> None:
        assert isinstance(self._process.stdout, io.BufferedReader)
        while piece := self._process.stdout.read1(65536):
            self._data.extend(piece)

    def samples(self) -> Samples:
        """All until now."""
        whole = len(self._data) // 2 * 2
        return np.frombuffer(bytes(self._data[:whole]), dtype="<i2").astype(np.float64)

    def forget(self) -> None:
        """Begin anew, without the seconds that a new recorder takes to start."""
        del self._data[: len(self._data) // 2 * 2]  # half a sample stays, for its other half comes

    def settle(self, seconds: float = 0.1) -> None:
        """Wait until all that has sounded by now is recorded, and a little more."""
        enough = len(self._data) + round(seconds * RATE) * 2
        wait_until(lambda: len(self._data) >= enough)

    def stop(self) -> None:
        """End the recording; idempotent."""
        self._process.send_signal(signal.SIGTERM)
        self._process.wait()
        self._thread.join()
        if self._process.stdout is not None:
            self._process.stdout.close()


@cache
def expected(text: str) -> Samples:
    """The sentence as espeak-ng writes it to a file, asked without our code."""
    command = ["espeak-ng", "-v", "en", "-s", "175", "-a", "100", "--stdout", text]
    return read_wav(subprocess.run(command, capture_output=True, check=True).stdout)


def read_wav(data: bytes) -> Samples:
    """The samples of a WAV file."""
    with wave.open(io.BytesIO(data)) as file:
        return np.frombuffer(file.readframes(file.getnframes()), dtype="<i2").astype(np.float64)


def loud_seconds(samples: Samples) -> float:
    """From the first sound to the last."""
    loud = np.flatnonzero(np.abs(samples) > LOUD)
    return 0.0 if len(loud) == 0 else float(loud[-1] - loud[0] + 1) / RATE


def likeness(recording: Samples, expected: Samples) -> float:
    """How well the recording has the expected sound at the best place: 1 where it does."""
    return find(recording, expected)[1]


def find(recording: Samples, expected: Samples) -> tuple[int, float]:
    """The place in the recording where the expected sound most likely begins, and the cross-correlation there."""
    loud = np.flatnonzero(np.abs(expected) > LOUD)
    expected = expected[loud[0] : loud[-1] + 1]
    if len(recording) < len(expected):
        recording = np.pad(recording, (0, len(expected) - len(recording)))
    size = 1 << (len(recording) + len(expected) - 1).bit_length()
    products = np.fft.irfft(np.fft.rfft(recording, size) * np.conj(np.fft.rfft(expected, size)), size)
    products = products[: len(recording) - len(expected) + 1]
    energy = np.concatenate(([0.0], np.cumsum(recording**2)))
    windows = energy[len(expected) :] - energy[: -len(expected)]
    # The floor keeps near-silent windows from looking alike by rounding.
    norms = np.sqrt(np.maximum(windows, 0.01 * np.sum(expected**2)) * np.sum(expected**2))
    place = int(np.argmax(products / norms))
    return place, float(products[place] / norms[place])


def hear(recorder: Recorder, sentences: Sequence[str], again: Callable[[], object]) -> None:
    """Wait until these sentences have been heard in this order, which somebody has begun to say.

    An overloaded machine breaks a sentence now and then: `again` is then to have all of them said once more.
    """
    missing = set(sentences)
    for repeated in range(TRIES):
        if repeated:
            recorder.forget()
            again()
        wait_until(lambda: _is_over(recorder), SPEECH_SECONDS)  # looking sooner would take the time that sound needs
        found = {sentence: find(recorder.samples(), expected(sentence)) for sentence in sentences}
        places = {sentence: place for sentence, (place, likeness) in found.items() if likeness > RIGHT}
        assert list(places.values()) == sorted(places.values()), f"in another order: {places}"
        missing -= places.keys()
        if not missing:
            return
    raise AssertionError(f"not heard: {missing}; the last time {found}")


def _is_over(recorder: Recorder) -> bool:
    """Has there been sound, and then a silence longer than any between two sentences?"""
    sounds = np.abs(recorder.samples()) > LOUD
    return bool(sounds.any() and not sounds[-round(PAUSE_SECONDS * RATE) :].any())


def children(group: int | None = None, parent: int | None = None) -> list[int]:
    """The living processes that this one, or `parent`, has started itself, or all that live in a process group."""
    found = []
    wanted = parent or os.getpid()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # it has ended meanwhile
            state, its_parent, of_group = stat.read_text().rpartition(")")[2].split()[:3]
            if state != "Z" and (int(its_parent) == wanted if group is None else int(of_group) == group):
                found.append(int(stat.parent.name))
    return found


def wait_until(condition: Callable[[], bool], seconds: float = 10.0) -> None:
    """Fail where the condition does not come true in time."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError("the condition did not come true")
        time.sleep(0.01)
