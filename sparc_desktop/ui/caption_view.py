"""The description as text: it grows at its end, and the reader's caret, selection and focus stay where they are.

The text found in the picture may follow it, questions with their answers, and notes on what went wrong, to be read at
leisure; they are no part of the description.
"""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class CaptionView(QPlainTextEdit):
    """Read-only text with a caret, so that a screen reader can read it by line, word and letter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setTabChangesFocus(True)  # Tab must lead out again
        self.setAcceptDrops(False)  # the window takes drops
        caret = self.textCursor()
        caret.setKeepPositionOnInsert(True)  # a caret pushed along and put back is heard by a screen reader
        self.setTextCursor(caret)
        self._description = ""
        self._text = ""
        self._talk = ""  # questions and answers
        self._notes: list[str] = []

    @property
    def description(self) -> str:
        """The description alone."""
        return self._description

    @property
    def to_copy(self) -> str:
        """The description, the text in the picture, questions and answers."""
        return "\n".join(filter(None, (self._description, self._text, self._talk)))

    def begin(self) -> None:
        """Empty it for another description."""
        self._description = ""
        self._text = self._talk = ""
        self._notes = []
        self.clear()

    def ask(self, question: str) -> None:
        """Append a question as a paragraph; what grows from now on is its answer."""
        self._talk += ("\n" if self._talk else "") + question + "\n"
        self._append(("\n" if self.toPlainText() else "") + question + "\n")

    def grow(self, text: str) -> None:
        """Append a piece of the description, or of the answer."""
        if self._talk:
            self._talk += text
        else:
            self._description += text
        self._append(text)

    def add_text(self, text: str) -> None:
        """Append the text in the picture, after the description."""
        self._text = text
        self.note(text)

    def note(self, text: str) -> None:
        """Append a paragraph after the description, once; nothing of the description may come after it."""
        if text not in self._notes:
            self._notes.append(text)
            self._append(f"\n{text}" if self.toPlainText() else text)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+V to the window: there is nothing to paste into here, though Qt would take the key."""
        match event:
            case QKeyEvent() if _asks_for_paste(event):
                event.ignore()
                return True
        return super().event(event)

    def _append(self, text: str) -> None:
        bar = self.verticalScrollBar()
        follow = bar.value() == bar.maximum()
        caret = self.textCursor()
        place = caret.anchor(), caret.position()
        writer = QTextCursor(self.document())
        writer.movePosition(QTextCursor.MoveOperation.End)
        writer.insertText(text)
        self._put_back(*place)
        if follow and not self.hasFocus():
            bar.setValue(bar.maximum())

    def _put_back(self, anchor: int, position: int) -> None:
        """Where a selection began at the very end, the insertion has pushed its beginning along."""
        caret = self.textCursor()
        if (caret.anchor(), caret.position()) == (anchor, position):
            return
        caret.setPosition(anchor)
        caret.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(caret)


def _asks_for_paste(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.ShortcutOverride and event.matches(QKeySequence.StandardKey.Paste)
