"""Choices that are not known beforehand: the voices that are installed, and the user's own prompts.

Which voices there are takes a while to find out, so it is asked on another thread, when the control is made; until then
the voice that is set is there to be chosen.
"""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QThreadPool, Signal
from PySide6.QtWidgets import QWidget

from sparc_desktop.settings.leaves import Leaf
from sparc_desktop.settings.model import Settings
from sparc_desktop.settings.wording import worded
from sparc_desktop.ui.settings_window.control import Control
from sparc_desktop.ui.settings_window.plain import CalmBox

Voices = Callable[[], Sequence[tuple[str, str]]]  # identifier and name of each; may take its time


class ListedControl(Control):
    """One of these choices; that one which is set is always among them."""

    def __init__(self, leaf: Leaf, parent: QWidget) -> None:
        self._box = CalmBox(parent)
        super().__init__(leaf, self._box, parent)
        self._value = leaf.default
        self._box.activated.connect(lambda index: self.choose(self._box.itemData(index)))

    def show_value(self, value: object) -> None:
        """Show this one as chosen."""
        self._value = value
        self.fill()

    def retranslate(self) -> None:
        """Write all texts in the current language."""
        super().retranslate()
        self.fill()

    def listed(self) -> Iterable[tuple[str, str]]:
        """The choices besides the default: value and name."""
        raise NotImplementedError

    def fill(self) -> None:
        """Write the choices, where they are not there already: a list that is open must not close."""
        wanted = {self.leaf.default: worded(self.leaf, self.leaf.default), **dict(self.listed())}
        wanted.setdefault(self._value, worded(self.leaf, self._value))
        if wanted != {self._box.itemData(index): self._box.itemText(index) for index in range(self._box.count())}:
            self._box.clear()
            for value, name in wanted.items():
                self._box.addItem(name, value)
        self._box.setCurrentIndex(self._box.findData(self._value))


class VoiceControl(ListedControl):
    """One of the installed voices."""

    _found = Signal(object)  # from the thread that has looked for them

    def __init__(self, leaf: Leaf, voices: Voices, parent: QWidget) -> None:
        super().__init__(leaf, parent)
        self._voices: Sequence[tuple[str, str]] = ()
        self._found.connect(self._take)
        QThreadPool.globalInstance().start(lambda: self._found.emit(voices()))

    def listed(self) -> Iterable[tuple[str, str]]:
        """Those found by now."""
        return self._voices

    def _take(self, voices: Sequence[tuple[str, str]]) -> None:
        self._voices = voices
        self.fill()


class PromptControl(ListedControl):
    """One of the user's own prompts."""

    def __init__(self, leaf: Leaf, parent: QWidget) -> None:
        super().__init__(leaf, parent)
        self._names: list[str] = []

    def listed(self) -> Iterable[tuple[str, str]]:
        """Each by its name."""
        return [(name, name) for name in self._names]

    def show_settings(self, settings: Settings) -> None:
        """Show those that are there, and the one that is followed."""
        self._names = list(settings.captions.prompts)
        super().show_settings(settings)
