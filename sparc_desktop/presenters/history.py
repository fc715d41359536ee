"""The history: what is found as one types, and what can be done with it.

A description is deleted at once and without a question, as mail programs do: a question each time would take the focus
out of the list and be one more thing to hear and to answer. So it is said what was deleted, the focus goes to its
neighbour, and one key brings it back, until the window is closed; until then it is in memory alone. To delete all of
them is asked first, for that is final. What comes of a deletion late, after either of these, is not kept either.

The counts are of what was found. A search that was overtaken by the next letter is dropped before it begins.
"""

from collections import deque
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Protocol

from sparc_desktop.domain.failure import Failure
from sparc_desktop.services.history.dates import when
from sparc_desktop.services.history.history import History
from sparc_desktop.services.history.keeper import Keeper
from sparc_desktop.services.history.record import Entry, Record
from sparc_desktop.services.sentences import sentence
from sparc_desktop.translation import translate

UNDO = 10  # deleted descriptions that can be brought back; their pictures are in memory


class HistoryView(Protocol):
    """The window; all texts are in the user's language already."""

    def tell(self, text: str, *, urgent: bool = False) -> None:
        """Show and announce this."""

    def show_records(self, records: Sequence[Record], current: int) -> None:
        """These are found; the one with this place in the list, if it is there, is chosen."""

    def enter_list(self) -> None:
        """The focus goes to the one that is chosen."""

    def take_out(self, place: int) -> None:
        """This one is gone; its neighbour is chosen."""

    def show_keeping(self, keeping: bool) -> None:
        """Are new descriptions kept?"""

    def ask_delete_all(self, question: str) -> None:
        """Ask this; `delete_all` follows where the answer is yes."""

    def hand_over(self, entry: Entry) -> None:
        """This one was opened."""


def row_text(record: Record, now: datetime) -> str:
    """One description as a row of a list; `now` is the local time."""
    text = translate("History", "{label}, {date}. {beginning}")
    label = " ".join(record.label.split())
    return text.format(label=label, date=when(record.at, now), beginning=record.beginning).rstrip()


class HistoryPresenter:
    """All on the window's thread."""

    def __init__(self, view: HistoryView, keeper: Keeper, *, keeping: bool) -> None:
        self._view, self._keeper, self._keeping = view, keeper, keeping
        self._query = ""
        self._shown: str | None = None  # the query whose answer the list is
        self._searches = 0
        self._records: list[Record] = []
        self._gone: set[int] = set()  # the numbers of those that were deleted
        self._deleted: deque[Entry] = deque(maxlen=UNDO)  # what is in it is touched on the history's thread alone
        self._prefix = ""  # to be said before the next count
        keeper.broken.connect(self._mourn)
        view.show_keeping(keeping)

    def begin(self) -> None:
        """The window is opened: show all."""
        off = translate("History", "The history is switched off: new descriptions are not kept.")
        self._prefix = "" if self._keeping else off
        self.search("")

    def end(self) -> None:
        """The window is closed: what was deleted is gone for good."""
        self._forget()

    def set_keeping(self, keeping: bool) -> None:
        """The user has chosen whether new descriptions are kept."""
        if keeping == self._keeping:
            return
        self._keeping = keeping
        self._view.show_keeping(keeping)
        on = translate("History", "From now on descriptions are kept on this computer.")
        self._view.tell(on if keeping else translate("History", "From now on descriptions are not kept."))

    def search(self, query: str, chosen: int | None = None, *, enter: bool = False) -> None:
        """Show what is found; the description with the number `chosen` is chosen, or else the newest."""
        self._query, self._shown = query, None
        self._searches += 1
        this = self._searches

        def work(history: History) -> list[Record] | None:
            return history.search(query) if this == self._searches else None

        self._keeper.ask(work, partial(self._show, query, chosen, enter), self._fail)

    def enter(self, query: str) -> None:
        """Go to what is found, once it is there: the list may still show what another query has found."""
        if query != self._shown:
            self.search(query, enter=True)
        elif self._records:
            self._view.enter_list()

    def open(self, place: int) -> None:
        """Open the one in this place of the list."""
        if record := self._record(place):
            self._keeper.ask(lambda history: history.open(record.number), self._view.hand_over, self._fail)

    def delete(self, place: int) -> None:
        """Delete the one in this place of the list; it leaves the list at once, so that its key can be held down."""
        if record := self._record(place):
            del self._records[place]
            self._gone.add(record.number)  # a search may be on its way that still finds it
            self._view.take_out(place)
            deleted, number = self._deleted, record.number
            done, failed = partial(self._tell_deleted, deleted, record.label), partial(self._not_deleted, number)
            self._keeper.ask(lambda history: deleted.append(history.delete(number)), done, failed)

    def undo(self) -> None:
        """Bring back what was deleted last."""
        deleted = self._deleted

        def work(history: History) -> Entry | None:
            if not deleted:
                return None
            history.restore(deleted[-1])
            return deleted.pop()

        def done(entry: Entry | None) -> None:
            if entry is None:
                self._view.tell(translate("History", "There is nothing to bring back."))
                return
            self._gone.discard(entry.number)
            self._prefix = translate("History", "Brought back: {label}.").format(label=entry.label)
            self.search(self._query, entry.number)

        self._keeper.ask(work, done, self._fail)

    def ask_delete_all(self) -> None:
        """Have the user asked whether to delete all."""
        self._keeper.ask(History.count, self._ask_delete_all, self._fail)

    def delete_all(self) -> None:
        """Delete all; the user has been asked."""
        self._forget()

        def done(_nothing: None) -> None:
            self._prefix = translate("History", "All descriptions were deleted.")
            self.search(self._query)

        self._keeper.ask(History.delete_all, done, self._fail)

    def export(self, path: Path) -> None:
        """Write all into this file."""

        def done(count: int) -> None:
            text = translate("History", "Descriptions exported to {name}: {count}.")
            self._view.tell(text.format(name=path.name, count=count))

        self._view.tell(translate("History", "Exporting…"))
        self._keeper.ask(lambda history: history.export(path), done, self._fail)

    def _record(self, place: int) -> Record | None:
        if 0 <= place < len(self._records):
            return self._records[place]
        self._view.tell(translate("History", "No description is chosen."))
        return None

    def _show(self, query: str, chosen: int | None, enter: bool, found: list[Record] | None) -> None:
        if found is None or query != self._query:  # overtaken
            return
        self._shown = query
        records = self._records = [record for record in found if record.number not in self._gone]
        places = (place for place, record in enumerate(records) if record.number == chosen)
        self._view.show_records(records, next(places, 0))
        prefix, self._prefix = self._prefix, ""
        self._view.tell(f"{prefix} {self._count(len(records))}".lstrip())
        if enter and records:
            self._view.enter_list()

    def _count(self, found: int) -> str:
        if not self._query.strip():
            if not found:
                return translate("History", "The history is empty.")
            return translate("History", "Descriptions in the history: {count}.").format(count=found)
        match found:
            case 0:
                return translate("History", "No description found.")
            case 1:
                return translate("History", "1 description found.")
        return translate("History", "{count} descriptions found.").format(count=found)

    def _tell_deleted(self, deleted: deque[Entry], label: str, _nothing: None) -> None:
        if deleted is self._deleted:  # else it is not there to be brought back
            text = translate("History", "Deleted: {label}. Ctrl+Z in the list brings it back.")
            self._view.tell(text.format(label=label))

    def _forget(self) -> None:
        """Nothing can be brought back; what is being deleted goes where nobody looks any more."""
        self._deleted = deque(maxlen=UNDO)

    def _ask_delete_all(self, count: int) -> None:
        question = translate(
            "History",
            "Delete all descriptions in the history, not only those found, with their pictures? Descriptions: {count}. "
            "They can't be brought back.",
        )
        self._view.ask_delete_all(question.format(count=count))

    def _mourn(self, failure: Failure) -> None:
        """A damaged file was put aside: the main window tells it, too, but may not be heard from behind."""
        self._prefix = sentence(failure)

    def _not_deleted(self, number: int, failure: Failure) -> None:
        """The list shows what isn't so."""
        self._gone.discard(number)
        self._prefix = sentence(failure)
        self.search(self._query)

    def _fail(self, failure: Failure) -> None:
        self._view.tell(sentence(failure), urgent=True)
