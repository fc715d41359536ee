"""What is kept of what happens: each finished description, where the user has chosen so, and never in private mode.

What is said of a picture afterwards, its text and the answers to questions, is added to the same description. The
user's choice must allow it all the time, from when a picture is set out for, or begins to wait its turn, until the last
word: what was private or not to be kept for a moment of that stays so for good, whatever is asked about it later. What
was stopped has had no last word.
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
class _Place:
    """One description's place in the history. `number` is known, and changed, on the history's thread alone."""

    number: int | None = None
    is_open: bool = True  # it is being written, or waits for that
    is_secret: bool = False  # nothing of it is kept, or added, any more


class Recorder:
    """Connect `begin` and `keep` with what tells of descriptions. All on the window's thread."""

    def __init__(
        self,
        keeper: Keeper,
        settings: Callable[[], HistorySettings],
        read_file: ReadFile,
        on_failure: Callable[[Failure], object],
    ) -> None:
        self._private = False
        self._keeper, self._settings, self._read_file, self._on_failure = keeper, settings, read_file, on_failure
        self._places: WeakKeyDictionary[Transcript, _Place] = WeakKeyDictionary()
        self._told: set[Code] = set()  # once each, until something is kept again

    def set_private(self, on: bool) -> None:
        """Private mode: nothing is kept."""
        self._private = on
        self.follow()

    def follow(self) -> None:
        """The user has chosen anew: what is being written now, or waits, is to be kept all the time or never."""
        if not self._may_keep():
            for place in self._places.values():
                place.is_secret |= place.is_open

    def begin(self, entry: Entry, waited_with: Transcript) -> None:
        """This is set out for, or waits its turn; then it is taken with another transcript than it waited with."""
        place = self._places.get(entry.transcript) or self._places.get(waited_with) or _Place()
        self._places[entry.transcript] = place
        place.is_open = True
        place.is_secret |= not self._may_keep()

    def keep(self, entry: Entry) -> None:
        """A description, or the newest answer about its picture, is complete. Returns at once."""
        place = self._places.get(entry.transcript)
        if place is None:  # nobody knows how it began
            return
        place.is_open = False
        place.is_secret |= not self._may_keep()  # what was written openly before this is kept already
        if place.is_secret:
            return
        label, said = entry.label, entry.transcript.said
        source = entry.source if self._settings().pictures else None

        def work(history: History) -> None:
            if place.number is None:
                place.number = history.add(label, said, self._picture(source))
            else:
                history.amend(place.number, said)

        self._keeper.ask(work, lambda _nothing: self._told.clear(), self._tell)

    def resume(self, entry: Entry, number: int) -> None:
        """This entry was opened from the history: what is said of it from now on is added there."""
        self._places[entry.transcript] = _Place(number, is_open=False)

    def _may_keep(self) -> bool:
        return not self._private and self._settings().keep

    def _picture(self, source: Capture | Path | None) -> bytes | None:
        """On the history's thread: the file may have gone meanwhile, which is no reason to lose the words."""
        if isinstance(source, Path):
            try:
                source = self._read_file(source)
            except ExpectedError:
                return None
        return source.untrusted_data if source else None

    def _tell(self, failure: Failure) -> None:
        if failure.code is Code.DEFECT:  # whoever takes the program's defects has told it
            return
        if failure.code not in self._told:
            self._told.add(failure.code)
            self._on_failure(failure)
