"""The pictures that wait for their description: taken one by one, quietly, whenever nothing else is in work.

What the user does meanwhile goes first, and the picture that was in work begins anew afterwards. How far it has come is
said at a quarter, a half, three quarters and the end.
"""

from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path

from sparc_desktop.domain.events import Cancelled, Event, Failed, Finished, TextDelta, TextRead
from sparc_desktop.domain.failure import ExpectedError, Failure
from sparc_desktop.domain.hook import Hook
from sparc_desktop.presenters.album import Album, Entry, ReadFile, State
from sparc_desktop.services.describing import Describing
from sparc_desktop.services.sentences import sentence
from sparc_desktop.settings.model import Settings
from sparc_desktop.translation import translate

STEPS = 4  # how often the progress of many pictures is said


class Backlog:
    """`finished` carries each entry that was described; `remarked` a sentence on how far it has come."""

    def __init__(
        self, album: Album, describing: Describing, settings: Callable[[], Settings], read_file: ReadFile
    ) -> None:
        self.finished: Hook[[Entry]] = Hook()
        self.remarked: Hook[[str]] = Hook()
        self._album, self._describing, self._settings, self._read_file = album, describing, settings, read_file
        self._waiting: deque[Entry] = deque()
        self._current: Entry | None = None  # until its text has been read, too
        self._is_taking = False
        self._total = self._ended = self._failed = 0
        describing.happened_quietly.connect(self._receive)
        describing.idle.connect(self._go_on)

    def __len__(self) -> int:
        """How many are still to be described."""
        return len(self._waiting) + (self._current is not None)

    def add(self, entries: Sequence[Entry]) -> None:
        """These wait, too."""
        if not len(self):
            self._total = self._ended = self._failed = 0
        self._total += len(entries)
        self._waiting.extend(entries)
        self._go_on()

    def clear(self) -> int:
        """None of them is to be described any more; how many they were. The engine is the caller's to stop."""
        left, self._waiting = self._waiting, deque()
        for entry in left:
            self._set(entry, "stopped")
        return len(left)

    def take_out(self, entry: Entry) -> None:
        """This one is described aloud, and waits no longer."""
        if entry in self._waiting:
            self._waiting.remove(entry)
            self._ended += 1

    def _go_on(self) -> None:
        if self._is_taking:  # an engine that has given up answers in the middle of being asked
            return
        self._is_taking = True
        while self._describing.is_free:
            self._close()
            if not self._waiting:
                break
            self._take(self._waiting.popleft())
        self._is_taking = False

    def _take(self, entry: Entry) -> None:
        self._current = entry
        entry.begin()
        try:
            if entry.source is None:  # it was let go while it waited
                self._set(entry, "stopped")
                return
            source = self._read_file(entry.source) if isinstance(entry.source, Path) else entry.source
        except ExpectedError as error:
            self._fail(entry, error.failure)
        else:
            self._set(entry, "writing")
            self._describing.describe_quietly(source, self._settings())

    def _receive(self, event: Event) -> None:
        entry = self._current
        if entry is None:
            return
        match event:
            case TextDelta(text=text):
                entry.transcript.grow(text)
            case TextRead(text=text) if text:
                entry.transcript.add_text(text)
            case Finished():
                entry.transcript.end()
                self._set(entry, "done")
            case Failed(failure=failure):
                self._fail(entry, failure)
            case Cancelled():  # something else goes first
                self._current = None
                self._waiting.appendleft(entry)
                self._set(entry, "waiting")

    def _fail(self, entry: Entry, failure: Failure) -> None:
        entry.transcript.end()
        entry.transcript.note(sentence(failure))
        self._set(entry, "failed")

    def _set(self, entry: Entry, state: State) -> None:
        entry.state = state
        self._album.changed.emit(entry)

    def _close(self) -> None:
        """The one in work has come to its end."""
        entry, self._current = self._current, None
        if entry is None:
            return
        if entry.state == "done":
            self.finished.emit(entry)
        self._ended += 1
        self._failed += entry.state != "done"
        if text := self._progress():
            self.remarked.emit(text)

    def _progress(self) -> str:
        if self._ended < self._total:
            quarters = [self._total * step // STEPS for step in range(1, STEPS)]
            text = translate("Backlog", "{count} of {total} waiting pictures are done.")
            return text.format(count=self._ended, total=self._total) if self._ended in quarters else ""
        if self._failed:
            text = translate("Backlog", "All waiting pictures are done. {count} could not be described.")
            return text.format(count=self._failed)
        return translate("Backlog", "All waiting pictures are described. Ctrl+Page Up and Page Down go through them.")
