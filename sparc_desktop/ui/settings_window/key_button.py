"""A key to be set by pressing it.

It is a button that shows the key. Enter, Space or a click has it wait for the new one; only then does a key mean
itself, so that somebody on the way through the page, or a screen reader's own command, sets nothing by mistake. While
it waits, Escape gives up, Backspace leaves the place empty, and Tab goes on as everywhere. A key counts once it is up
again: otherwise it might act at once, being held.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from sparc_desktop.ui.settings_window.key_text import is_held_key, key_text

EMPTYING = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}


class KeyButton(QPushButton):
    """Waits for a key when it is pressed."""

    chosen = Signal(str)  # the key; "" for none
    waiting = Signal(bool)  # it begins to wait, or has ended: our own hotkeys must be pressable meanwhile
    said = Signal(str)  # a sentence to be told

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self._is_waiting = False
        self._pressed = ""  # the key that is down
        self._name = self._key = ""
        self.clicked.connect(self._wait)

    def show_key(self, name: str, key: str) -> None:
        """What the key does, and which it is, "" for none."""
        self._name, self._key = name, key
        shown = key or self.tr("none")
        self.setAccessibleName(self.tr("{name}: {key}").format(name=name, key=shown))
        if not self._is_waiting:
            self.setText(shown.replace("&", "&&"))

    def help_lines(self) -> Sequence[str]:
        """What F1 says here."""
        return [self.tr("A key. Press the button, then the new key. Escape gives up, Backspace leaves it empty.")]

    def event(self, event: QEvent) -> bool:
        """While it waits, no shortcut of the window takes the key away."""
        if self._is_waiting and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the key that is waited for."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if not self._is_waiting:
            super().keyPressEvent(event)
        elif plain and event.key() in EMPTYING:
            self._end("")
        elif plain and event.key() == Qt.Key.Key_Escape:
            self._give_up()
        elif not event.isAutoRepeat() and not is_held_key(event):
            self._pressed = key_text(event)
            if not self._pressed:
                self.said.emit(self.tr("This key can't be used. Press another one."))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Now it counts."""
        if not self._is_waiting:
            super().keyReleaseEvent(event)
        elif self._pressed and not event.isAutoRepeat() and not is_held_key(event):
            self._end(self._pressed)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Who goes elsewhere has given up."""
        if self._is_waiting:
            self._give_up()
        super().focusOutEvent(event)

    def _wait(self) -> None:
        self._is_waiting, self._pressed = True, ""
        self.waiting.emit(True)
        self.setText(self.tr("Press the new key…"))
        self.said.emit(self.tr("Press the new key. Escape gives up, Backspace leaves it empty."))

    def _give_up(self) -> None:
        self._end(None)
        self.said.emit(self.tr("Not changed."))

    def _end(self, key: str | None) -> None:
        """The key first, then the end of waiting: so our hotkeys are taken once, with the new one among them."""
        self._is_waiting = False
        if key is not None:
            self.chosen.emit(key)
        self.show_key(self._name, self._key)
        self.waiting.emit(False)
