"""The real program with a probe in it: how late its loop comes, and when the engine's events arrive.

On standard output, one JSON object a line: {"at": seconds of the system's monotonic clock, "what": ...} for each event,
and at the end {"phase": ..., "late": [seconds, ...]} for each phase of the engine's work. The loop is asked every few
milliseconds, from when the window is on the screen; how much later than that it answers is its lateness.

    python -m tests.support.probed_program
"""

import json
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer

from sparc_desktop import app
from sparc_desktop.domain.events import Event, Finished, Ready, Started, TextDelta
from sparc_desktop.speech.sentences import SentenceSplitter
from sparc_desktop.ui import application

INTERVAL = 5  # milliseconds between two questions to the loop


class ProbedProgram(application.Program):
    """Notes what happens, in memory, and the lateness only at its end."""

    def __init__(self, *parts: Any) -> None:
        super().__init__(*parts)
        self._phase = "load"
        self._late: dict[str, list[float]] = defaultdict(list)
        self._splitter: SentenceSplitter | None = None
        self._describing.began.connect(self._ask)
        self._engine.happened.connect(self._receive)
        self._probe = QTimer(self, interval=INTERVAL, timerType=Qt.TimerType.PreciseTimer)
        self._probe.timeout.connect(self._tick)

    def close(self) -> None:
        self._probe.stop()
        for phase, late in self._late.items():
            print(json.dumps({"phase": phase, "late": late}), flush=True)
        super().close()

    def _begin(self, files: Sequence[Path], hidden: bool) -> None:
        super()._begin(files, hidden)
        self._asked = time.monotonic()
        self._probe.start()

    def _tick(self) -> None:
        now = time.monotonic()
        self._late[self._phase].append(max(0.0, now - self._asked - INTERVAL / 1000))
        self._asked = now

    def _ask(self) -> None:
        self._note("asked", "prefill")
        self._splitter = SentenceSplitter()

    def _receive(self, event: Event) -> None:
        match event:
            case Ready():
                self._note("ready", "idle")
            case Started():
                self._note("started", self._phase)
            case TextDelta(text=text):
                self._phase = "decode"
                if self._splitter and self._splitter.feed(text):
                    self._splitter = None
                    self._note("first sentence", self._phase)
            case Finished():
                self._note("finished", "idle")

    def _note(self, what: str, phase: str) -> None:
        print(json.dumps({"at": time.monotonic(), "what": what}), flush=True)
        self._phase = phase


if __name__ == "__main__":
    application.Program = ProbedProgram  # type: ignore[misc]
    sys.exit(app.main([]))
