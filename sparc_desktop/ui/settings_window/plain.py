"""The controls of the plain kinds: yes or no, one of some choices, a number.

A turn of the mouse wheel on its way down the page must change nothing, so it counts only where the focus is.
"""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QFormLayout, QSizePolicy, QSpinBox, QWidget

from sparc_desktop.settings.leaves import Leaf
from sparc_desktop.settings.wording import around_number, choice_name
from sparc_desktop.ui.choice_box import ChoiceBox
from sparc_desktop.ui.settings_window.control import Control

SHORTEST = 12  # characters that a list of choices shows at least: it may shrink on a small screen
STEP = 5  # of an arrow key; Page Up and Page Down are ten of it


class CheckControl(Control):
    """Yes or no."""

    def __init__(self, leaf: Leaf, parent: QWidget) -> None:
        self._box = QCheckBox(parent)
        super().__init__(leaf, self._box, parent)
        self._box.clicked.connect(self.choose)

    def add_to(self, form: QFormLayout) -> None:
        """It is its own label."""
        self._label.hide()
        form.addRow(self._box)
        form.addRow(self._help)

    def show_value(self, value: object) -> None:
        """Check it or not."""
        self._box.setChecked(bool(value))

    def retranslate(self) -> None:
        """Write all texts in the current language."""
        super().retranslate()
        self._box.setText(self.leaf.title)


class CalmBox(ChoiceBox):
    """A list of choices that the wheel leaves alone unless it has the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(SHORTEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page, not the choices."""
        super().wheelEvent(event) if self.hasFocus() else event.ignore()


class CalmSpinBox(QSpinBox):
    """The same for a number."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)  # or 175 would be 1, then 17 on its way

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page, not the number."""
        super().wheelEvent(event) if self.hasFocus() else event.ignore()


class ChoiceControl(Control):
    """One of some choices."""

    def __init__(self, leaf: Leaf, parent: QWidget) -> None:
        self._box = CalmBox(parent)
        super().__init__(leaf, self._box, parent)
        for choice in leaf.choices:
            self._box.addItem("", choice)
        self._box.activated.connect(lambda index: self.choose(self._box.itemData(index)))

    def show_value(self, value: object) -> None:
        """Show this one as chosen."""
        self._box.setCurrentIndex(self._box.findData(value))

    def retranslate(self) -> None:
        """Write all texts in the current language."""
        super().retranslate()
        for index, choice in enumerate(self.leaf.choices):
            self._box.setItemText(index, choice_name(self.leaf.path, choice))


class NumberControl(Control):
    """A number within limits, with what it counts."""

    def __init__(self, leaf: Leaf, parent: QWidget) -> None:
        self._box = CalmSpinBox(parent)
        super().__init__(leaf, self._box, parent)
        lowest, highest = leaf.limits or (0, 0)
        self._box.setRange(lowest, highest)
        self._box.setSingleStep(STEP)
        self._box.valueChanged.connect(self.choose)

    def show_value(self, value: object) -> None:
        """Show this one; what is being typed stays where nothing has changed."""
        if isinstance(value, int) and value != self._box.value():
            blocker = QSignalBlocker(self._box)
            self._box.setValue(value)
            blocker.unblock()

    def retranslate(self) -> None:
        """Write all texts in the current language."""
        super().retranslate()
        before, behind = around_number(self.leaf.path)
        self._box.setPrefix(before)
        self._box.setSuffix(behind)
