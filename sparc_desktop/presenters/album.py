"""The pictures of this run of the program, each with what was said of it, from the first to the newest.

They live in memory and end with the program. Pictures that take too much of it are let go, the oldest first; what was
said of them stays. A picture file is read again whenever it is needed.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.hook import Hook
from sparc_desktop.presenters.transcript import Transcript
from sparc_desktop.translation import translate

HELD = 256 * 1024 * 1024  # bytes of pictures: some hundred pictures of a large screen
State = Literal["waiting", "writing", "done", "stopped", "failed"]
ReadFile = Callable[[Path], Capture]  # raises ExpectedError


@dataclass(eq=False, slots=True)
class Entry:
    """One picture. `source`: None once it was let go."""

    label: str
    source: Capture | Path | None
    state: State = "waiting"
    transcript: Transcript = field(default_factory=Transcript)
    _former: tuple[Transcript, State] | None = None  # while it is described anew

    def begin(self) -> None:
        """It is described anew."""
        self.transcript.end()
        self._former = self.transcript, "stopped" if self.state == "writing" else self.state
        self.transcript = Transcript()
        self.transcript.begin()
        self.state = "writing"

    def take_back(self) -> State | None:
        """What was said before stands again, and its state, if nothing new was written; what went wrong follows it."""
        former, self._former = self._former, None
        if former is None or not former[0].description or self.transcript.whole:
            return None
        for row in self.transcript.rows:
            former[0].note(row.text)
        self.transcript, state = former
        return state

    @property
    def title(self) -> str:
        """Its label, and what has become of it unless all went well."""
        states = {
            "waiting": translate("Album", "waiting"),
            "writing": translate("Album", "being described"),
            "stopped": translate("Album", "stopped"),
            "failed": translate("Album", "not described"),
        }
        if self.state not in states:
            return self.label
        return translate("Album", "{label}, {state}").format(label=self.label, state=states[self.state])


class Album:
    """`added` and `changed` carry an entry; `shown` is emitted when another one is looked at, or it begins anew."""

    def __init__(self) -> None:
        self.added: Hook[[Entry]] = Hook()
        self.changed: Hook[[Entry]] = Hook()
        self.shown: Hook[[]] = Hook()
        self.notices = Transcript()  # what went wrong before there was a picture
        self._entries: list[Entry] = []
        self._current: Entry | None = None

    def __getitem__(self, place: int) -> Entry:
        return self._entries[place]

    def __len__(self) -> int:
        return len(self._entries)

    def __bool__(self) -> bool:
        return True  # also an empty one is there

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All of them, the oldest first."""
        return tuple(self._entries)

    @property
    def current(self) -> Entry | None:
        """The one that is looked at."""
        return self._current

    @property
    def transcript(self) -> Transcript:
        """What is looked at."""
        return self._current.transcript if self._current else self.notices

    @property
    def place(self) -> int:
        """The number of the one that is looked at, from 0; -1 where there is none."""
        return self._entries.index(self._current) if self._current else -1

    def add(self, label: str, source: Capture | Path | None) -> Entry:
        """A new one at the end; what is looked at stays."""
        entry = Entry(label, source)
        self._entries.append(entry)
        self._let_go()
        self.added.emit(entry)
        return entry

    def show(self, entry: Entry) -> None:
        """Look at this one."""
        self._current = entry
        self.shown.emit()

    def mark(self, entry: Entry, state: State) -> None:
        """What has become of it."""
        entry.state = state
        self.changed.emit(entry)

    def step(self, steps: int) -> bool:
        """Look at one further on, or back where negative; False where there is none."""
        place = self.place + steps
        if self._current is None or not 0 <= place < len(self._entries):
            return False
        self.show(self._entries[place])
        return True

    def _let_go(self) -> None:
        held = 0
        for entry in reversed(self._entries):
            if isinstance(entry.source, Capture):
                held += len(entry.source.untrusted_data)
                if held > HELD and entry is not self._entries[-1] and entry is not self._current:
                    entry.source = None
