"""What the window is made of but doesn't know by name: `sparc_desktop.app` puts the concrete parts in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.earcon import Earcon
from sparc_desktop.domain.failure import Failure
from sparc_desktop.services.crash import RunMark
from sparc_desktop.services.earcons import EarconPlayer
from sparc_desktop.services.history.history import History
from sparc_desktop.services.narration import Speaker
from sparc_desktop.services.remote import Remote
from sparc_desktop.services.report import Surroundings
from sparc_desktop.services.screen import Screen
from sparc_desktop.services.text_reading import OpenReader
from sparc_desktop.settings.model import Settings
from sparc_desktop.settings.store import SettingsStore


@dataclass(frozen=True, slots=True)
class Parts:
    """The concrete parts of one program."""

    store: SettingsStore
    engine_command: Callable[[Settings], Sequence[str]]  # program and arguments of the engine's process
    # Given the settings as they are at any time, who hears of a failure, and who announces a text in the window's name,
    # both from any thread. May raise ExpectedError where nothing can speak.
    open_speaker: Callable[[Callable[[], Settings], Callable[[Failure], None], Callable[[str], None]], Speaker]
    read_file: Callable[[Path], Capture]  # raises ExpectedError
    open_screen: Callable[[], Screen]  # may take its time, and raises ExpectedError
    remote: Remote
    open_earcons: Callable[[Callable[[Earcon], bool]], EarconPlayer]  # plays those that are wanted
    open_text_reader: OpenReader  # what reads the text in one picture
    open_wav: Callable[[Settings, Path, Callable[[Failure], None]], Speaker]  # a file, complete with `close`
    hardware_command: Sequence[str]  # what prints what models run on here (`domain.hardware`)
    models_command: Sequence[str]  # `sparc-desktop models`
    voices: Callable[[], Sequence[tuple[str, str]]]  # those installed, setting and title; may take its time
    history: History
    mark: RunMark
    surroundings: Surroundings
