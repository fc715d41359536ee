"""What is done for models in processes of their own.

A kill is a cancel, and the window's process loads neither torch nor the hub's library.
"""

from collections.abc import Callable, Sequence

from sparc_desktop.domain.events import Failed
from sparc_desktop.domain.hardware import Hardware, parse_hardware
from sparc_desktop.services.models.telling import Installed, Removed, Told, parse_told

FINAL = (Installed, Removed, Failed)
Stop = Callable[[], None]  # ends what is still at work; may be called at any time
# Starts a command and returns at once; the first function hears each line that it prints, the second, once, its end.
Run = Callable[[Sequence[str], Callable[[bytes], None], Callable[[], None]], Stop]
Hear = Callable[[Told | None], None]  # the last is Installed, Removed or Failed, or None where it ended without a word


class Errands:
    """`hardware` and `models`: the commands that print the hardware, and that of `sparc-desktop models`."""

    def __init__(self, run: Run, hardware: Sequence[str], models: Sequence[str]) -> None:
        self._run, self._hardware, self._models = run, hardware, models

    def measure(self, done: Callable[[Hardware | None], None]) -> None:
        """What models run on here; None where that can't be found out."""
        found: list[Hardware] = []

        def hear(untrusted_line: bytes) -> None:
            if hardware := parse_hardware(untrusted_line):
                found.append(hardware)

        self._run(self._hardware, hear, lambda: done(found[-1] if found else None))

    def get(self, id: str, hear: Hear) -> Stop:
        """Download a model, or what is missing of it."""
        return self._send("get", id, hear)

    def remove(self, id: str, hear: Hear) -> Stop:
        """Remove a model, or what an unfinished download has left."""
        return self._send("remove", id, hear)

    def _send(self, deed: str, id: str, hear: Hear) -> Stop:
        is_over = False

        def receive(told: Told | None) -> None:
            nonlocal is_over
            if not is_over:
                is_over = told is None or isinstance(told, FINAL)
                hear(told)

        def read(untrusted_line: bytes) -> None:
            if told := parse_told(untrusted_line):
                receive(told)

        return self._run([*self._models, deed, "--json", "--", id], read, lambda: receive(None))
