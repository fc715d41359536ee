"""What is kept of what happens: each finished description, where the user has chosen so, and never in private mode.

What is said of a picture afterwards, its text and the answers to questions, is added to the same description. What was
described in private stays private, also once questions about it are asked openly.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from weakref import WeakKeyDictionary

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.presenters.album import Entry, ReadFile
from sparc_desktop.presenters.transcript import Transcript
from sparc_desktop.services.history.history import History
from sparc_desktop.services.history.keeper import Keeper
from sparc_desktop.settings.model import HistorySettings


@dataclass(slots=True, eq=False)
class _Kept:
    """One description's place in the history. `number` is known, and changed, on the history's thread alone."""

    private: bool = False
    number: int | None = None


class Recorder:
    """Connect `keep` with what tells of finished descriptions. All on the window's thread."""

    def __init__(
        self,
        keeper: Keeper,
        settings: Callable[[], HistorySettings],
        read_file: ReadFile,
        on_failure: Callable[[Failure], object],
    ) -> None:
        self.private = False  # private mode: nothing is kept
        self._keeper, self._settings, self._read_file, self._on_failure = keeper, settings, read_file, on_failure
        self._kept: WeakKeyDictionary[Transcript, _Kept] = WeakKeyDictionary()
        self._told: set[Code] = set()  # once each, until something is kept again

    def keep(self, entry: Entry) -> None:
        """A description, or the newest answer about its picture, is complete. Returns at once."""
        kept = self._kept.setdefault(entry.transcript, _Kept(private=self.private))
        settings = self._settings()
        if self.private or kept.private or not settings.keep:
            return
        label, text = entry.label, entry.transcript.whole
        source = entry.source if settings.pictures else None

        def work(history: History) -> None:
            if kept.number is None:
                kept.number = history.add(label, text, self._picture(source))
            else:
                history.amend(kept.number, text)

        self._keeper.ask(work, lambda _nothing: self._told.clear(), self._tell)

    def resume(self, entry: Entry, number: int) -> None:
        """This entry was opened from the history: what is said of it from now on is added there."""
        self._kept[entry.transcript] = _Kept(number=number)

    def _picture(self, source: Capture | Path | None) -> bytes | None:
        """On the history's thread: the file may have gone meanwhile, which is no reason to lose the words."""
        if isinstance(source, Path):
            try:
                source = self._read_file(source)
            except ExpectedError:
                return None
        return source.untrusted_data if source else None

    def _tell(self, failure: Failure) -> None:
        if failure.code not in self._told:
            self._told.add(failure.code)
            self._on_failure(failure)
