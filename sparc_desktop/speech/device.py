"""Is there anything that could make a sound?

Asked before every sentence, because espeak-ng and aplay end as if all had been said when there is nothing to play on,
and because a headset can be unplugged between two sentences. On Linux sound goes to a PulseAudio server (PipeWire
offers the same socket) or, without one, straight to an ALSA playback device. A server without hardware invents a dummy
output named "auto_null": speaking there is speaking to nobody, so it does not count. Windows and macOS report it
themselves.
"""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

ASK_SECONDS = 2.0  # a healthy server answers within 20 ms; a hung one must not hold the speech back
DUMMY_SINK = "auto_null"


def has_output_device() -> bool:
    """Could speech be heard, as far as can be known without playing?"""
    if not sys.platform.startswith("linux"):
        return True
    sinks = _server_sinks()
    if sinks is not None:
        return any(name != DUMMY_SINK for name in sinks)
    return _server_listens() or _has_alsa_playback()


def _server_sinks() -> list[str] | None:
    """The names of the sound server's outputs; None where no server answers or nobody can ask it."""
    if (pactl := shutil.which("pactl")) is None:
        return None
    try:
        answer = subprocess.run(
            [pactl, "list", "short", "sinks"], capture_output=True, stdin=subprocess.DEVNULL, timeout=ASK_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    if answer.returncode != 0:
        return None
    rows = (line.split("\t") for line in answer.stdout.decode(errors="replace").splitlines())
    return [row[1] for row in rows if len(row) > 1]


def _server_listens() -> bool:
    """Without pactl: does a server accept connections?"""
    named = os.environ.get("PULSE_SERVER", "")
    if named and not named.startswith(("unix:", "/")):
        return True  # a server on another machine ("tcp:host"): the player will find out
    return any(_accepts(path) for path in _socket_paths(named))


def _socket_paths(named: str) -> list[str]:
    if named:
        return [named.removeprefix("unix:")]
    folder = os.environ.get("PULSE_RUNTIME_PATH")
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    own = [f"{folder}/native"] if folder else [f"{runtime}/pulse/native"] if runtime else []
    return [*own, "/var/run/pulse/native"]


def _accepts(path: str) -> bool:
    if sys.platform == "win32":
        return False
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        client.settimeout(ASK_SECONDS)
        try:
            client.connect(path)
        except OSError:
            return False
    return True


def _has_alsa_playback(folder: Path = Path("/dev/snd")) -> bool:
    """The kernel names playback devices pcmC<card>D<device>p."""
    return any(os.access(node, os.W_OK) for node in folder.glob("pcmC*D*p"))
