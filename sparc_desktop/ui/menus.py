"""Where each action stands in the menu bar."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from sparc_desktop.settings.model import Settings
from sparc_desktop.translation import translate
from sparc_desktop.ui.actions import Actions
from sparc_desktop.ui.prompt_menu import PromptMenu


class Menus(QObject):
    """The menus; `retranslate` writes their titles."""

    def __init__(self, bar: QMenuBar, actions: Actions) -> None:
        super().__init__(bar)
        self._file, self._description, self._pictures, self._view, self._help = (bar.addMenu("") for _ in range(5))
        self._lengths, self.prompts, self._output = QMenu(bar), PromptMenu(actions.edit_prompts, bar), QMenu(bar)
        a = actions
        _fill(self._file, (a.open, a.paste, a.choose_part), (a.save_text, a.save_sound, a.save_alt_text),
              (a.history, a.private), (a.models, a.settings), (a.close, a.quit))  # fmt: skip
        _fill(self._description, (a.describe, a.ask, a.stop, a.read_again), (a.pause, a.previous, a.next),
              (a.copy, a.copy_html), (self._lengths.menuAction(), self.prompts.menuAction(), a.sparc),
              (a.slower, a.faster, a.quieter, a.louder), (a.speak, self._output.menuAction()))  # fmt: skip
        _fill(self._pictures, (a.next_picture, a.previous_picture), (a.zoom_in, a.zoom_out, a.zoom_whole))
        _fill(self._view, tuple(a.languages.values()))
        _fill(self._help, (a.help_here, a.manual, a.keyboard, a.first_steps), (a.report, a.about))
        _fill(self._lengths, tuple(a.lengths.values()))
        _fill(self._output, tuple(a.outputs.values()))
        self.prompts.aboutToShow.connect(lambda: _leave_room(self.prompts))

    def retranslate(self) -> None:
        """Write all texts in the current language."""
        self._file.setTitle(self.tr("&File"))
        self._description.setTitle(self.tr("&Description"))
        self._pictures.setTitle(self.tr("P&ictures"))
        self._view.setTitle(self.tr("&View"))
        self._help.setTitle(self.tr("&Help"))
        self._lengths.setTitle(self.tr("Len&gth"))
        self.prompts.retranslate()
        self._output.setTitle(self.tr("Speak &With"))
        self._output.menuAction().setToolTip(translate("Settings", Settings.model_fields["output"].description or ""))


def _leave_room(menu: QMenu) -> None:
    """Qt 6.11 measures Chinese texts narrower than it writes them, and would leave out the middle of the longest."""
    menu.setMinimumWidth(0)
    menu.setMinimumWidth(menu.sizeHint().width() + 2 * menu.fontMetrics().height())


def _fill(menu: QMenu, *groups: tuple[QAction, ...]) -> None:
    menu.setToolTipsVisible(True)
    menu.aboutToShow.connect(lambda: _leave_room(menu))
    for place, group in enumerate(groups):
        if place:
            menu.addSeparator()
        menu.addActions(group)
