"""Playing the earcons: at once, beside any voice, and never in the way.

A sound that can't be played is left out without a word: it says nothing that a sentence doesn't say a moment later. On
Linux the sound server's own player is asked first; each plays in a process of its own, for some 20 ms of starting it.
"""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from sparc_desktop.domain.earcon import Earcon
from sparc_desktop.resources import assets

# PulseAudio (PipeWire has it too), PipeWire alone, ALSA, macOS: the first that is there, until it fails.
PLAYERS = (["paplay"], ["pw-play"], ["aplay", "-q"], ["afplay"])


class EarconPlayer:
    """Plays those that are `wanted`, asked each time."""

    def __init__(self, wanted: Callable[[Earcon], bool]) -> None:
        self._wanted = wanted
        self._players = [player for player in PLAYERS if shutil.which(player[0])]
        self._running: list[subprocess.Popen[bytes]] = []

    def play(self, earcon: Earcon) -> None:
        """Begin to play and return."""
        if not self._wanted(earcon):
            return
        path = assets() / "earcons" / f"{earcon}.wav"
        if sys.platform == "win32":
            _play_on_windows(path)
            return
        self._look_back()
        if self._players:
            self._start([*self._players[0], str(path)])

    def close(self) -> None:
        """End what still plays."""
        for process in self._running:
            process.kill()
            process.wait()

    def _look_back(self) -> None:
        """Forget those that have ended, and the player if one of them has failed."""
        if any(process.poll() for process in self._running):
            self._players = self._players[1:] or self._players
        self._running = [process for process in self._running if process.returncode is None]

    def _start(self, command: list[str]) -> None:
        quiet = subprocess.DEVNULL
        try:
            self._running.append(subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet))
        except OSError:
            self._players = self._players[1:] or self._players


def _play_on_windows(path: Path) -> None:
    if sys.platform == "win32":
        import winsound

        winsound.PlaySound(str(path), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
