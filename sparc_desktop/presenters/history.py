"""The history: what is found as one types, and what can be done with it.

A description is deleted at once and without a question, as mail programs do: a question each time would take the focus
out of the list and be one more thing to hear and to answer. So it is said what was deleted, the focus goes to its
neighbour, and one key brings it back, until the window is closed; until then it is in memory alone. To delete all of
them is asked first, for that is final.

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
        self._searches = 0
        self._records: list[Record] = []
        self._deleted: deque[Entry] = deque(maxlen=UNDO)
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
        self._deleted.clear()

    def set_keeping(self, keeping: bool) -> None:
        """The user has chosen whether new descriptions are kept."""
        if keeping == self._keeping:
            return
        self._keeping = keeping
        self._view.show_keeping(keeping)
        on = translate("History", "From now on descriptions are kept on this computer.")
        self._view.tell(on if keeping else translate("History", "From now on descriptions are not kept."))

    def search(self, query: str, chosen: int | None = None) -> None:
        """Show what is found; the description with the number `chosen` is chosen, or else the newest."""
        self._query = query
        self._searches += 1
        this = self._searches

        def work(history: History) -> list[Record] | None:
            return history.search(query) if this == self._searches else None

        self._keeper.ask(work, partial(self._show, chosen), self._fail)

    def open(self, place: int) -> None:
        """Open the one in this place of the list."""
        if record := self._record(place):
            self._keeper.ask(lambda history: history.open(record.number), self._view.hand_over, self._fail)

    def delete(self, place: int) -> None:
        """Delete the one in this place of the list; it leaves the list at once, so that its key can be held down."""
        if record := self._record(place):
            del self._records[place]
            self._view.take_out(place)
            self._keeper.ask(lambda history: history.delete(record.number), self._deleted_one, self._search_after)

    def undo(self) -> None:
        """Bring back what was deleted last."""
        if not self._deleted:
            self._view.tell(translate("History", "There is nothing to bring back."))
            return
        entry = self._deleted.pop()

        def done(_nothing: None) -> None:
            self._prefix = translate("History", "Brought back: {label}.").format(label=entry.label)
            self.search(self._query, entry.number)

        def failed(failure: Failure) -> None:
            self._deleted.append(entry)
            self._fail(failure)

        self._keeper.ask(lambda history: history.restore(entry), done, failed)

    def ask_delete_all(self) -> None:
        """Have the user asked whether to delete all."""
        self._keeper.ask(History.count, self._ask_delete_all, self._fail)

    def delete_all(self) -> None:
        """Delete all; the user has been asked."""
        self._deleted.clear()

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

    def _show(self, chosen: int | None, records: list[Record] | None) -> None:
        if records is None:  # overtaken
            return
        self._records = records
        places = (place for place, record in enumerate(records) if record.number == chosen)
        self._view.show_records(records, next(places, 0))
        prefix, self._prefix = self._prefix, ""
        self._view.tell(f"{prefix} {self._count(len(records))}".lstrip())

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

    def _deleted_one(self, entry: Entry) -> None:
        self._deleted.append(entry)
        text = translate("History", "Deleted: {label}. Ctrl+Z in the list brings it back.")
        self._view.tell(text.format(label=entry.label))

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

    def _search_after(self, failure: Failure) -> None:
        """The list shows what isn't so."""
        self._prefix = sentence(failure)
        self.search(self._query)

    def _fail(self, failure: Failure) -> None:
        self._view.tell(sentence(failure), urgent=True)
