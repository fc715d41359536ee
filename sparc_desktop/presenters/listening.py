"""The keys for the ear: read again, from here, pause, sentence by sentence, slower, louder.

Where nothing can be heard, the window says why instead.
"""

from collections.abc import Callable
from typing import Literal

from sparc_desktop.presenters.album import Album
from sparc_desktop.presenters.view import MainView, Preferences
from sparc_desktop.services.narration import Narration
from sparc_desktop.translation import translate

RATE_STEP, VOLUME_STEP = 25, 10  # words a minute, percent


class Listening:
    """What is read is what is shown."""

    def __init__(
        self,
        view: MainView,
        album: Album,
        narration: Narration,
        preferences: Preferences,
        answer: Callable[[str], None],
    ) -> None:
        self._view, self._album, self._narration, self._preferences = view, album, narration, preferences
        self._answer = answer

    def read_from(self, row: int) -> None:
        """Read the description from this row on, and what is still being written after it."""
        entry = self._album.current
        sentences = self._album.transcript.spoken(row)
        is_written = entry is not None and entry.state == "writing"
        if not self._narration.aloud:
            self._tell_silent()
        elif not (sentences or is_written):
            self._answer(translate("MainWindow", "There is no description yet."))
        else:
            self._narration.read(sentences, follow=entry is None or is_written)
            # Not announced: the voice is heard.
            again = translate("MainWindow", "Reading again.") if row == 0 else translate("MainWindow", "Reading.")
            self._view.tell(again, "")

    def pause(self) -> None:
        """Pause, or go on."""
        match self._narration.pause_or_resume():
            case True:
                self._view.tell(translate("MainWindow", "Paused."))
            case False:
                self._view.tell(translate("MainWindow", "Reading on."), "")
            case None:
                self._tell_silent()

    def move(self, steps: int) -> None:
        """Some sentences further, or back."""
        if not self._narration.move(steps):
            self._tell_silent()

    def tune(self, setting: Literal["rate", "volume"], direction: Literal[-1, 1]) -> None:
        """The own voice one step faster or louder, or less so."""
        step = direction * (RATE_STEP if setting == "rate" else VOLUME_STEP)
        voice = self._preferences.settings.voice.stepped(setting, step)
        self._preferences.change(voice=voice)
        if setting == "rate":
            text = translate("MainWindow", "The program's own voice: {rate} words a minute.").format(rate=voice.rate)
        else:
            text = translate("MainWindow", "The program's own voice: {volume} percent of its full volume.")
            text = text.format(volume=voice.volume)
        self._answer(text)

    def _tell_silent(self) -> None:
        if not self._narration.aloud:
            text = translate("MainWindow", "Speaking aloud is switched off. Switch it on in the Description menu.")
        elif not self._album.transcript.rows:
            text = translate("MainWindow", "There is no description yet.")
        else:
            text = translate("MainWindow", "There is nothing more to read. F5 reads the description again.")
        self._answer(text)
