"""The pictures that wait for their description: taken one by one, quietly, whenever nothing else is in work.

What the user does meanwhile goes first, and the picture that was in work begins anew afterwards. How far it has come is
said at a quarter, a half, three quarters and the end.
"""

from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path

from sparc_desktop.domain.events import Cancelled, Event, Failed, Finished, TextDelta, TextRead
from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.domain.hook import Hook
from sparc_desktop.presenters.album import Album, Entry, ReadFile
from sparc_desktop.presenters.transcript import Transcript
from sparc_desktop.services.describing import Describing
from sparc_desktop.services.sentences import sentence
from sparc_desktop.settings.model import Settings
from sparc_desktop.translation import translate

# What no other picture would survive either.
HOPELESS = (Code.MODEL_MISSING, Code.MODEL_REFUSED, Code.PROMPT_UNANSWERABLE, Code.ENGINE_GAVE_UP)
STEPS = 4  # how often the progress of many pictures is said


class Backlog:
    """`began` and `finished` carry an entry; `remarked` a sentence on how far the work has come.

    An entry begins as it begins to wait, and again as it is taken; with it comes the transcript that it had until then.
    """

    def __init__(
        self, album: Album, describing: Describing, settings: Callable[[], Settings], read_file: ReadFile
    ) -> None:
        self.began: Hook[[Entry, Transcript]] = Hook()
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
        for entry in entries:
            self.began.emit(entry, entry.transcript)
        self._go_on()

    def clear(self) -> int:
        """None of them is to be described any more; how many they were."""
        left, self._waiting = list(self._waiting), deque()
        entry, self._current = self._current, None
        if entry and entry.state == "writing":
            entry.transcript.end()
            left.append(entry)
        elif entry:
            self._tell_finished(entry)
        for each in left:
            self._album.mark(each, "stopped")
        self._describing.stop_quietly()
        return len(left)

    def take_out(self, entry: Entry) -> None:
        """This one is described aloud, or asked about, and waits no longer."""
        if entry is self._current:
            self._current = None
        elif entry in self._waiting:
            self._waiting.remove(entry)
        else:
            return
        self._count()

    def _go_on(self) -> None:
        if self._is_taking:  # an engine that has given up answers in the middle of being asked
            return
        self._is_taking = True
        try:
            while self._describing.is_free:
                self._close()
                if not self._waiting:
                    break
                self._take(self._waiting.popleft())
        finally:
            self._is_taking = False

    def _take(self, entry: Entry) -> None:
        self._current = entry
        former = entry.transcript
        entry.begin()
        self.began.emit(entry, former)
        if entry is self._album.current:  # whoever looks at it sees it grow
            self._album.show(entry)
        try:
            if entry.source is None:  # it was let go while it waited
                self._album.mark(entry, "stopped")
                return
            source = self._read_file(entry.source) if isinstance(entry.source, Path) else entry.source
        except ExpectedError as error:
            self._fail(entry, error.failure)
        else:
            self._album.mark(entry, "writing")
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
                self._album.mark(entry, "done")
            case Failed(failure=failure):
                self._fail(entry, failure)
            case Cancelled() if entry.state == "writing":  # something else goes first
                entry.transcript.end()
                self._current = None
                self._waiting.appendleft(entry)
                self._album.mark(entry, "waiting")
            case Cancelled():  # of its text alone
                self._close()

    def _fail(self, entry: Entry, failure: Failure) -> None:
        entry.transcript.end()
        entry.transcript.note(sentence(failure))
        self._album.mark(entry, "failed")
        if failure.code in HOPELESS:  # none of the others will go better
            left, self._waiting = self._waiting, deque()
            for each in left:
                each.transcript.note(sentence(failure))
                self._album.mark(each, "failed")
            self._ended += len(left)
            self._failed += len(left)

    def _close(self) -> None:
        """The one in work has come to its end."""
        entry, self._current = self._current, None
        if entry is None:
            return
        self._tell_finished(entry)
        self._failed += entry.state != "done"
        self._count()

    def _tell_finished(self, entry: Entry) -> None:
        if entry.transcript.whole:  # a picture that is not described may have a text
            self.finished.emit(entry)

    def _count(self) -> None:
        self._ended += 1
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
        if self._total == 1:
            return translate("Backlog", "The waiting picture is described. Ctrl+Page Down goes to it.")
        return translate("Backlog", "All waiting pictures are described. Ctrl+Page Up and Page Down go through them.")
