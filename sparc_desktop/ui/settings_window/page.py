"""One page: its groups, and in each of them its controls, in a form that scrolls where the screen is small.

The form is as wide as the page, and nothing in it is wider: what is long wraps, so that there is only up and down.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QGroupBox, QScrollArea, QVBoxLayout, QWidget

from sparc_desktop.settings.leaves import leaves
from sparc_desktop.settings.pages import Group, Page
from sparc_desktop.ui.settings_window.control import Control
from sparc_desktop.ui.settings_window.workshop import Workshop


class SettingsPage(QScrollArea):
    """The controls of one page."""

    def __init__(self, page: Page, workshop: Workshop) -> None:
        super().__init__()
        self.page = page
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it scrolls to what has the focus
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._content = QWidget()
        self._boxes: list[tuple[Group, QGroupBox]] = []
        self.controls: list[Control] = []
        column = QVBoxLayout(self._content)
        for group in page.groups:
            column.addWidget(self._grouped(group, workshop))
        column.addStretch(1)
        self.setWidget(self._content)

    def retranslate(self) -> None:
        """Write all texts in the current language."""
        self._content.setAccessibleName(self.page.title)
        for group, box in self._boxes:
            box.setTitle(group.title)
        for control in self.controls:
            control.retranslate()

    def _grouped(self, group: Group, workshop: Workshop) -> QWidget:
        box: QWidget = QWidget()
        if group.heading:
            box = titled = QGroupBox()
            self._boxes.append((group, titled))
        form = QFormLayout(box)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for control in self._made(group.paths, workshop, box):
            control.add_to(form)
        return box

    def _made(self, paths: Sequence[str], workshop: Workshop, parent: QWidget) -> list[Control]:
        made = [workshop.control(leaves()[path], parent) for path in paths]
        self.controls += made
        return made
