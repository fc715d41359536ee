"""A model tried on one picture, aloud if wanted: does it load, and how fast is it here?"""

import time
from collections.abc import Callable
from pathlib import Path

from sparc_desktop.capture.file import capture_file
from sparc_desktop.cli_session import Session
from sparc_desktop.cli_terminal import Interrupts
from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import Event, TextDelta
from sparc_desktop.domain.failure import ExpectedError
from sparc_desktop.domain.request import Request
from sparc_desktop.domain.words import count_words
from sparc_desktop.resources import assets, starter_model
from sparc_desktop.services.narration import Narration
from sparc_desktop.settings.model import Settings
from sparc_desktop.translation import translate


class Stopwatch:
    """When the first word of a description came, and how fast the rest."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._began = now()
        self._first: float | None = None
        self._text_then = ""
        self.text = ""

    def hear(self, event: Event) -> None:
        """Take an event of the description."""
        if isinstance(event, TextDelta):
            self.text += event.text
            if self._first is None:
                self._first, self._text_then = self._now(), self.text

    def sentence(self) -> str:
        """What is told at its end."""
        if self._first is None:
            return translate("CommandLine", "It did not write a word.")
        words = count_words(self.text) - count_words(self._text_then)
        text = translate("CommandLine", "The first word came after {seconds} seconds, then {speed} words a second.")
        speed = words / max(self._now() - self._first, 1e-9)
        return text.format(seconds=f"{self._first - self._began:.1f}", speed=f"{speed:.1f}")


def sample(folder: Path) -> Capture:
    """The picture that a model is tried on; the built-in one knows its own world alone."""
    own = sorted((assets() / "samples").glob("*.png"))
    return capture_file(own[0] if folder == starter_model() else assets() / "checks" / "still-life.png")


def try_out(folder: Path, settings: Settings, narration: Narration | None) -> Stopwatch | None:
    """Load the model and have it describe a picture; None, and it is told why, where it can't."""
    # Imported here: a wrong name must not wait for torch.
    from sparc_desktop.engine.engine import Engine

    session = Session(json=False, narration=narration)
    try:
        engine = Engine(folder, session.receive, settings.models.quantization)
    except ExpectedError as error:
        session.fail(None, error.failure)
        return None
    finally:
        session.progress.close()
    watch = Stopwatch()

    def hear(event: Event) -> None:
        watch.hear(event)
        session.receive(event)

    with Interrupts(session.interrupted):
        engine.describe(
            Request(1, sample(folder), settings.max_words, settings.sparc), hear, session.interrupted.is_set
        )
        session.hear_out()
    return None if session.failed else watch
