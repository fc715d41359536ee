"""What was said of one picture, as a list of sentences: to walk, to read from anywhere, to copy, to keep.

The description comes first and grows at its end; the sentence that is still being written is the last row, and changes
until it is complete. The text found in the picture follows, questions with their answers, and notes on what went wrong,
which are read but are no part of the description. Rows are never taken away or moved, so that whoever stands on one
stays there.
"""

from dataclasses import dataclass
from typing import Literal

from sparc_desktop.domain.hook import Hook
from sparc_desktop.domain.said import Said
from sparc_desktop.services.narration import sentences_of
from sparc_desktop.services.text_reading import with_heading
from sparc_desktop.speech.sentences import SentenceSplitter
from sparc_desktop.translation import translate

Kind = Literal["description", "text", "question", "answer", "note"]


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence. `complete`: nothing will be added to it."""

    kind: Kind
    text: str
    complete: bool = True


class Transcript:
    """`added` and `changed` carry the number of a row, from 0."""

    def __init__(self) -> None:
        self.added: Hook[[int]] = Hook()
        self.changed: Hook[[int]] = Hook()
        self._rows: list[Row] = []
        self._description = ""
        self._text = ""
        self._talk: list[str] = []  # questions, each followed by its answer
        self._splitter = SentenceSplitter()
        self._is_open = False  # something is being written, or is about to be
        self._held: list[str] = []  # notes that wait until it is not

    @property
    def rows(self) -> tuple[Row, ...]:
        """All of them, in order."""
        return tuple(self._rows)

    def __getitem__(self, number: int) -> Row:
        return self._rows[number]

    def __len__(self) -> int:
        return len(self._rows)

    def __bool__(self) -> bool:
        return True  # also an empty one is there

    @property
    def description(self) -> str:
        """The description alone, as the model wrote it."""
        return self._description

    @property
    def whole(self) -> str:
        """The description, the text in the picture, questions and answers: what is copied, kept and saved."""
        return self.said.whole

    @property
    def said(self) -> Said:
        """The same in its parts; a question without an answer is none of them."""
        pairs = zip(self._talk[::2], self._talk[1::2], strict=True)
        return Said(self._description, self._text, tuple(each for pair in pairs if pair[1] for each in pair))

    def recall(self, said: Said) -> None:
        """What was said long ago; this transcript is empty yet."""
        self.grow(said.description)
        self._put_text(said.text)
        for question, answer in zip(said.talk[::2], said.talk[1::2], strict=False):
            self._put_question(question)
            self.grow(answer)
        self.end()

    def spoken(self, first: int = 0) -> list[str]:
        """The complete sentences from a row on."""
        return [row.text for row in self._rows[first:] if row.complete]

    def begin(self) -> None:
        """The description is on its way."""
        self._is_open = True

    def grow(self, text: str) -> None:
        """The next piece of the description, or of the answer to the question asked last."""
        if self._talk:
            self._talk[-1] += text
        else:
            self._description += text
        self._write(self._splitter.feed(text))

    def end(self) -> None:
        """Nothing more comes of what was being written: the notes follow it."""
        self._write(self._splitter.flush())
        self._is_open = False
        held, self._held = self._held, []
        for note in held:
            self.note(note)

    def ask(self, question: str) -> None:
        """A question; what grows from now on is its answer."""
        self._put_question(translate("Transcript", "Question: {question}").format(question=question))
        self._is_open = True

    def add_text(self, text: str) -> None:
        """The text in the picture, a paragraph a line."""
        self._put_text(with_heading(text))

    def note(self, text: str) -> None:
        """A sentence on what went wrong, once, and never in the middle of what is being written."""
        if self._is_open:
            self._held.append(text)
        elif all(row.text != text for row in self._rows if row.kind == "note"):
            self._add(Row("note", text))

    def _put_question(self, line: str) -> None:
        self.end()
        self._talk += [line, ""]
        self._add(Row("question", line))

    def _put_text(self, text: str) -> None:
        self.end()
        self._text = text
        for each in sentences_of(text):
            self._add(Row("text", each))

    def _write(self, sentences: list[str]) -> None:
        kind: Kind = "answer" if self._talk else "description"
        for each in sentences:
            self._put(Row(kind, each))
        if unfinished := self._splitter.unfinished:
            self._put(Row(kind, unfinished, complete=False))
        elif self._rows and not self._rows[-1].complete:  # only marks were left, which nobody says
            self._put(Row(kind, self._rows[-1].text))

    def _put(self, row: Row) -> None:
        """In place of the row that is still being written, or after the last."""
        if self._rows and not self._rows[-1].complete:
            if self._rows[-1] != row:
                self._rows[-1] = row
                self.changed.emit(len(self._rows) - 1)
        else:
            self._add(row)

    def _add(self, row: Row) -> None:
        self._rows.append(row)
        self.added.emit(len(self._rows) - 1)
