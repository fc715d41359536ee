"""Saving and copying what was said of a picture: what can be saved now, under which name, and what is said after it.

Files are written on a thread of their own, so that a slow disk or a long text never holds up the window. What is saved
is what was there when it was asked for, though the question where to takes its time. A sound that is not complete when
the program ends is left off; what else is being written is waited for.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from sparc_desktop.capture.file import printable
from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.services.file_name import safe_stem
from sparc_desktop.services.saving import alt_attribute, described, save_alt_text, save_text, suffixes_for
from sparc_desktop.services.sentences import sentence
from sparc_desktop.services.sound_file import OpenWav, SoundFile
from sparc_desktop.translation import translate

ENOUGH = 5.0  # seconds that the program's end waits for a file: a disk that takes longer may never answer


@dataclass(frozen=True, slots=True)
class Described:
    """A picture that was described. `picture`: its bytes or its file; None where it was let go."""

    label: str
    text: str  # all that was said: this is saved and copied
    description: str  # the description alone: this becomes the alt text
    picture: Capture | Path | None
    complete: bool  # nothing more is being written


@dataclass(frozen=True, slots=True)
class Place:
    """The question where to save: its title, the name proposed, and the kind of file with what it may end in."""

    title: str
    proposed: str
    folder: Path | None  # None: wherever was saved last
    kind: str
    suffixes: tuple[str, ...]


class SavingView(Protocol):
    """The window, as far as it is needed here."""

    def tell(self, text: str, *, urgent: bool = False) -> None:
        """Show it and have it announced."""

    def copy(self, text: str) -> None:
        """Onto the clipboard."""

    def ask_where(self, place: Place, then: Callable[[Path], None]) -> None:
        """`then` gets the file, which may be replaced; nothing happens where the question is not answered."""


class Saving:
    """`post` has something done on the window's thread."""

    def __init__(
        self,
        view: SavingView,
        current: Callable[[], Described | None],
        open_wav: OpenWav,
        post: Callable[[Callable[[], None]], None],
    ) -> None:
        self._view, self._current, self._open_wav, self._post = view, current, open_wav, post
        self._sound: SoundFile | None = None
        self._threads: list[threading.Thread] = []

    def save_text(self) -> None:
        """As a text file."""
        if item := self._item():
            place = Place(_titles("text"), f"{_stem(item)}.txt", None, translate("Saving", "Text"), (".txt",))
            self._view.ask_where(place, lambda path: self._begin(path, partial(save_text, item.text, path)))

    def save_sound(self) -> None:
        """As a sound file."""
        if not self._is_busy() and (item := self._item()):
            place = Place(_titles("sound"), f"{_stem(item)}.wav", None, translate("Saving", "Sound"), (".wav",))
            self._view.ask_where(place, lambda path: self._begin_sound(item.text, path))

    def save_alt_text(self) -> None:
        """As a copy of the picture with alt text; in its own place where that is chosen."""
        if not (item := self._item(described=True)):
            return
        try:
            if item.picture is None:
                raise ExpectedError(Code.PICTURE_LET_GO, label=item.label)
            suffixes, picture = suffixes_for(item.picture), item.picture
        except ExpectedError as error:
            self._view.tell(sentence(error.failure), urgent=True)
            return
        path = picture if isinstance(picture, Path) else None
        is_named_so = path is not None and path.suffix.lower() in suffixes
        named = path if path and is_named_so else Path(f"{_stem(item)}{suffixes[0]}")
        place = Place(
            _titles("alt"),
            described(named).name,
            path.parent if path else None,
            translate("Saving", "Picture"),
            suffixes,
        )
        save = partial(save_alt_text, picture, item.description)
        self._view.ask_where(place, lambda path: self._begin(path, partial(save, path, replace=True)))

    def copy_html(self) -> None:
        """As the alt attribute of HTML."""
        if item := self._item(described=True):
            self._view.copy(alt_attribute(item.description))
            self._view.tell(translate("Saving", "The description was copied as HTML alt text."))

    def close(self) -> None:
        """The program ends."""
        if self._sound:
            self._sound.cancel()
        for thread in self._threads:
            thread.join(ENOUGH)

    def _is_busy(self) -> bool:
        if self._sound:
            self._view.tell(translate("Saving", "A sound file is still being written. You will hear when it is there."))
        return self._sound is not None

    def _item(self, *, described: bool = False) -> Described | None:
        """What can be saved; `described`: an answer alone won't do."""
        item = self._current()
        if item is None or not (item.description if described else item.text).strip():
            self._view.tell(translate("Saving", "There is no description yet."))
        elif not item.complete:
            self._view.tell(translate("Saving", "The description is still being written. Save it when it is finished."))
        else:
            return item
        return None

    def _begin_sound(self, text: str, path: Path) -> None:
        if self._is_busy():  # two questions were open
            return
        sound = self._sound = SoundFile(self._open_wav, path)
        self._view.tell(translate("Saving", "The sound is being made. You will hear when it is saved."))

        def write() -> bool:
            try:
                return sound.write(text)
            finally:
                self._sound = None

        self._begin(path, write)

    def _begin(self, path: Path, write: Callable[[], bool | None]) -> None:
        """`write` gives False where nothing is to be said."""
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        thread = threading.Thread(target=self._work, args=(path, write), name="saving", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _work(self, path: Path, write: Callable[[], bool | None]) -> None:
        try:
            if write() is False:
                return
        except ExpectedError as error:
            self._tell_later(sentence(error.failure), urgent=True)
        else:
            self._tell_later(_saved(path), urgent=False)

    def _tell_later(self, text: str, *, urgent: bool) -> None:
        self._post(lambda: self._view.tell(text, urgent=urgent))


def _titles(name: str) -> str:
    return {
        "text": translate("Saving", "Save the Description as Text"),
        "sound": translate("Saving", "Save the Description as Sound"),
        "alt": translate("Saving", "Save a Copy of the Picture with Alt Text"),
    }[name]


def _stem(item: Described) -> str:
    """A picture file's own name; what else was described has a label that is none."""
    name = item.picture.stem if isinstance(item.picture, Path) else item.label
    return safe_stem(name) or translate("Saving", "Description")


def _saved(path: Path) -> str:
    text = translate("Saving", "Saved as {name} in {folder}.")
    return text.format(name=printable(path.name), folder=printable(path.parent.name or str(path.parent)))
