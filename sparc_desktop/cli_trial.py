"""A model tried on one picture, aloud if wanted: does it load, and how fast is it here?"""

from collections.abc import Callable
from pathlib import Path

from sparc_desktop.capture.file import capture_file
from sparc_desktop.cli_session import Session
from sparc_desktop.cli_terminal import Exit, Interrupts
from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import Event
from sparc_desktop.domain.failure import ExpectedError
from sparc_desktop.domain.request import Request
from sparc_desktop.resources import assets, starter_model
from sparc_desktop.services.narration import Narration
from sparc_desktop.services.stopwatch import Stopwatch
from sparc_desktop.settings.model import Settings
from sparc_desktop.translation import translate


def sample(folder: Path) -> Capture:
    """The picture that a model is tried on; the built-in one knows its own world alone."""
    own = sorted((assets() / "samples").glob("*.png"))
    return capture_file(own[0] if folder == starter_model() else assets() / "checks" / "still-life.png")


def try_out(
    folder: Path, settings: Settings, narration: Narration | None, say: Callable[[str], None]
) -> Stopwatch | Exit:
    """Load the model and have it describe a picture; the exit code, and it is told why, where that came to nothing."""
    # Imported here: a wrong name must not wait for torch.
    from sparc_desktop.engine.engine import Engine

    session = Session(json=False, narration=narration)
    try:
        engine = Engine(folder, session.receive, settings.models.quantization)
    except ExpectedError as error:
        session.fail(None, error.failure)
        return Exit.MODEL
    finally:
        session.progress.close()
    say(translate("CommandLine", "The model is loaded, and describes a first picture."))
    watch = Stopwatch()

    def hear(event: Event) -> None:
        watch.hear(event)
        session.receive(event)

    with Interrupts(session.interrupted):
        engine.describe(
            Request(1, sample(folder), settings.max_words, settings.sparc), hear, session.interrupted.is_set
        )
        session.hear_out()
    if session.interrupted.is_set():
        return Exit.INTERRUPTED
    return Exit.MODEL if session.failed else watch
