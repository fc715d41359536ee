"""Where the words go: to the running screen reader, to the program's own voice, to both.

This is a voice made of others, so the queue in front of it, with its pause and its way back, need not know. Who speaks
is decided at the beginning of each description, and of each answer outside of one (`begin`), and when the user chooses
otherwise: nobody wants the voice to change from one sentence to the next. Only a reader that is gone is left at once:
its sentence is said anew by the own voice, which first says why it speaks. So nothing is lost and nothing said twice.

Looking for a reader can take seconds where a daemon hangs; it has a thread of its own, for which `stop` does not wait.
"""

import logging
import threading
from collections.abc import Callable

from sparc_desktop.domain.failure import ExpectedError
from sparc_desktop.settings.model import Output, Settings, VoiceSettings
from sparc_desktop.speech.base import Voice
from sparc_desktop.speech.readers.base import ScreenReader
from sparc_desktop.translation import translate

BY_READER = ("auto", "reader", "both")
FindReader = Callable[[ScreenReader | None], ScreenReader | None]  # given the one known so far

log = logging.getLogger(__name__)


class RoutedVoice(Voice):
    """Says each sentence where the settings, asked anew for each, want it.

    `open_own` opens the own voice, and may raise ExpectedError; it is asked again for a voice that sounds otherwise.
    """

    name = "routed"

    def __init__(
        self, settings: Callable[[], Settings], open_own: Callable[[VoiceSettings], Voice], find_reader: FindReader
    ) -> None:
        self._settings = settings
        self._open_own = open_own
        self._opened_as: VoiceSettings | None = None
        self._find_reader = find_reader
        self._own: Voice | None = None
        self._reader: ScreenReader | None = None
        self._chosen: Output | None = None  # what the decision was made for; None where one is due
        self._has_missed = False  # has it been said that there is no reader?
        self._changed = threading.Condition()
        self._stopped = False

    @classmethod
    def is_compatible(cls) -> bool:
        """It is made of what there is."""
        return True

    @classmethod
    def is_installed(cls) -> bool:
        """As above."""
        return True

    @classmethod
    def remedy(cls) -> str:
        """There is nothing to install."""
        return ""

    def begin(self) -> None:
        """Decide anew before the next sentence."""
        self._chosen = None

    def has_reader(self) -> bool:
        """Will the next sentence be said by a screen reader? Looks for one, as `say` does."""
        with self._changed:
            self._stopped = False
        self._choose(self._settings().output)
        return self._reader is not None

    def open(self) -> Voice:
        """The own voice; raises ExpectedError where there is none."""
        wanted = self._settings().voice
        if self._own is not None and wanted == self._opened_as:
            return self._own
        former, self._own = self._own, self._open_own(wanted)
        self._opened_as = wanted
        if former is not None:
            former.close()
        return self._own

    def say(self, text: str) -> bool:
        """Say it by the reader, by the own voice, or by both."""
        with self._changed:
            self._stopped = False
        output = self._settings().output
        remark = self._choose(output)
        if reader := self._reader:
            try:
                return self._say_by_both(reader, text) if output == "both" else reader.say(text)
            except ExpectedError as error:
                log.warning("The screen reader (%s) can't be heard: %s", reader.name, error)
                self._use(None)
                remark = _gone()
        return all(not self._stopped and self.open().say(each) for each in (remark, text) if each)

    def stop(self) -> None:
        """Silence whoever speaks, and look for a reader no longer."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
        for voice in (self._reader, self._own):
            if voice:
                voice.stop()

    def close(self) -> None:
        """Close all."""
        for voice in (self._reader, self._own):
            if voice:
                voice.close()

    def _choose(self, output: Output) -> str:
        """Decide who speaks, where that is due; what must be said of it."""
        if output == self._chosen:
            if self._reader is None or self._reader.is_running():
                return ""
            self._use(None)
            return _gone()
        self._chosen = output
        self._use(self._look() if output in BY_READER else None)
        is_missed = output == "reader" and self._reader is None
        remark = _missing() if is_missed and not self._has_missed else ""
        self._has_missed = is_missed
        return remark

    def _use(self, reader: ScreenReader | None) -> None:
        former, self._reader = self._reader, reader
        if former is not None and former is not reader:
            former.close()

    def _look(self) -> ScreenReader | None:
        """The reader that runs; None also where `stop` would wait for it."""
        found: list[ScreenReader | None] = []
        known = self._reader

        def look() -> None:
            reader = self._find_reader(known)
            with self._changed:
                if is_wanted := not self._stopped:
                    found.append(reader)
                self._changed.notify_all()
            if not is_wanted and reader not in (None, known):
                reader.close()

        threading.Thread(target=look, name="find reader", daemon=True).start()
        with self._changed:
            self._changed.wait_for(lambda: found or self._stopped)
            if not found:
                self._chosen = None
            return found[0] if found else known

    def _say_by_both(self, reader: ScreenReader, text: str) -> bool:
        """At the same time; one that fails is no failure while the other is heard."""
        said: list[bool] = []

        def by_own() -> None:
            try:
                said.append(self.open().say(text))
            except ExpectedError as error:
                log.warning("The own voice can't be heard: %s", error)

        own = threading.Thread(target=by_own, name="own voice")
        own.start()
        try:
            said.append(reader.say(text))
        except ExpectedError:
            own.join()
            if not said:
                raise
            self._use(None)
        own.join()
        return all(said)


def _gone() -> str:
    return translate("Speech", "The screen reader is gone. This voice reads on.")


def _missing() -> str:
    return translate("Speech", "No screen reader is running that can be used. This is the program's own voice.")
