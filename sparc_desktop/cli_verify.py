"""`sparc-desktop models verify`: does a model that was downloaded work here? A report to read, or send with an issue.

Its files are compared with their checksums, then it describes pictures of which it is known what is in them. The report
is in English, whatever the program speaks, and holds nothing of the user's.
"""

import json
import platform
import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sparc_desktop.capture.file import capture_file
from sparc_desktop.cli_terminal import CountBar, Exit, Interrupts, complain
from sparc_desktop.domain.events import Event, Failed, Loading
from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.domain.request import Request
from sparc_desktop.models.check import check
from sparc_desktop.models.lock import InstalledModel, locked_model
from sparc_desktop.resources import assets
from sparc_desktop.services.models.keeping import folder_of, proper_id
from sparc_desktop.services.models.words import gigabytes
from sparc_desktop.services.preparation import Preparation
from sparc_desktop.services.sentences import sentence
from sparc_desktop.services.stopwatch import Stopwatch
from sparc_desktop.services.versions import in_one_line
from sparc_desktop.settings.model import Settings

if TYPE_CHECKING:
    from sparc_desktop.domain.hardware import Hardware
    from sparc_desktop.engine.engine import Engine

Say = Callable[[str], None]
WORDS = 150  # of a description: enough to name what there is


def verify(name: str, settings: Settings, say: Say) -> Exit:
    """Say the report line by line as it comes about. Raises ExpectedError where there is no such model."""
    stop = threading.Event()
    with Interrupts(stop):
        if (model := locked_model(proper_id(name))) and not _is_whole(model, stop):
            return Exit.INTERRUPTED if stop.is_set() else Exit.FAILED
        return _describe(folder_of(name), model, settings, stop, say)


def _is_whole(model: InstalledModel, stop: threading.Event) -> bool:
    bar = CountBar()
    damaged = check(model, progress=bar.show, cancelled=stop)
    bar.close()
    for name in damaged or ():
        complain(Failure(Code.DOWNLOAD_DAMAGED, {"label": name}))
    return damaged == ()


def _describe(folder: Path, model: InstalledModel | None, settings: Settings, stop: threading.Event, say: Say) -> Exit:
    # Imported here: a wrong name must not wait for torch.
    from sparc_desktop.engine.engine import Engine
    from sparc_desktop.engine.hardware import find_hardware, measured

    preparation, hardware = Preparation(), measured(find_hardware())  # before the model takes the memory

    def hear(event: Event) -> None:
        if isinstance(event, Loading) and (text := preparation.hear(event)):
            say(text)

    try:
        engine = Engine(folder, hear, settings.models.quantization)
    except ExpectedError as error:
        complain(error.failure)
        return Exit.MODEL
    for line in _head(folder, model, engine, hardware):
        say(line)
    found = wanted = 0
    for name, groups in _checks().items():
        if stop.is_set():
            return Exit.INTERRUPTED
        named, lines = _check(engine, name, groups, settings, stop)
        for line in lines:
            say(line)
        found, wanted = found + named, wanted + len(groups)
    say(f"Named in all: {found} of {wanted}.")
    return Exit.INTERRUPTED if stop.is_set() else Exit.OK


def _head(folder: Path, model: InstalledModel | None, engine: "Engine", hardware: "Hardware") -> Iterator[str]:
    loaded = engine.loaded
    yield f"Model: {model.id if model else folder.name}, {loaded.model.config.model_type}"
    if model:
        yield f"Revision: {model.commit} from {model.endpoint}; all {len(model.files)} files are as published"
    yield f"Weights: {loaded.choice.format} ({loaded.choice.reason})"
    config = loaded.sparc.config if loaded.sparc else None
    yield f"SPARC: {config}" if config else "SPARC: not possible with this model"
    yield f"Runs on: {hardware.device}, {hardware.name}, {hardware.cores} cores, {gigabytes(hardware.memory)}"
    yield f"Speeds: {gigabytes(hardware.bandwidth)}/s read, {hardware.multiplications / 1e9:.0f} GFLOPS"
    yield f"System: {platform.system()} {platform.release()}, {platform.machine()}"
    yield in_one_line()


def _checks() -> dict[str, list[list[str]]]:
    checks: dict[str, list[list[str]]] = json.loads((assets() / "checks" / "checks.json").read_text("utf-8"))
    return checks


def _check(
    engine: "Engine", name: str, groups: list[list[str]], settings: Settings, stop: threading.Event
) -> tuple[int, list[str]]:
    watch, events = Stopwatch(), list[Event]()

    def hear(event: Event) -> None:
        watch.hear(event)
        events.append(event)

    capture = capture_file(assets() / "checks" / f"{name}.png")
    engine.describe(Request(1, capture, WORDS, settings.sparc), hear, stop.is_set)
    if isinstance(failed := events[-1], Failed):
        return 0, ["", f"{name}: {sentence(failed.failure)}"]
    text = watch.text.lower()
    missed = [group[0] for group in groups if not any(_is_named(word, text) for word in group)]
    named = len(groups) - len(missed)
    head = f"{name}: {named} of {len(groups)} named" + (f", not: {', '.join(missed)}" if missed else "")
    return named, ["", f"{head}. {watch.sentence()}", watch.text.strip()]


def _is_named(word: str, text: str) -> bool:
    """Does a word of the text begin with it, as `tiles` does with `tile`? A number must stand by itself."""
    return re.search(rf"\b{re.escape(word)}(?!\d)", text) is not None
