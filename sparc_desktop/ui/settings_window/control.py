"""What every setting looks like in the window: a label, the control itself, and below both what it does.

The help and the default are shown, and are the control's accessible description as well. The label is the control's
buddy, which gives it its name. No label has a mnemonic: there are more settings than letters.
"""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from sparc_desktop.settings.leaves import Leaf, value_at
from sparc_desktop.settings.model import Settings
from sparc_desktop.settings.wording import help_text
from sparc_desktop.translation import translate
from sparc_desktop.ui.labels import read_alone


class HelpLabel(QLabel):
    """Some lines of plain text that wrap."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        read_alone(self)


class Control(QObject):
    """One setting; subclasses know its kind."""

    chosen = Signal(str, object)  # path and value, as soon as somebody has set it

    def __init__(self, leaf: Leaf, widget: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.leaf = leaf
        self.widget = widget  # what takes the focus and has the name
        self._label = QLabel(parent)
        self._help = HelpLabel(parent)

    def add_to(self, form: QFormLayout) -> None:
        """Lay it out."""
        self._label.setBuddy(self.widget)
        form.addRow(self._label, self.row())
        form.addRow(self._help)

    def row(self) -> QWidget:
        """What stands beside the label."""
        return self.widget

    def show_settings(self, settings: Settings) -> None:
        """Show how it is set; nothing is emitted."""
        self.show_value(value_at(settings, self.leaf.path))

    def show_value(self, value: object) -> None:
        """The same for its value alone."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Write all texts in the current language."""
        self._label.setText(translate("Settings", "{setting}:").format(setting=self.leaf.title))
        self._help.setText(help_text(self.leaf))
        self.widget.setAccessibleDescription(help_text(self.leaf))

    def choose(self, value: object) -> None:
        """Somebody has set this."""
        self.chosen.emit(self.leaf.path, value)
