"""Other models: their window, and what is heard when another one is loaded, or can't be."""

from PySide6.QtCore import QObject

from sparc_desktop.domain.failure import Failure
from sparc_desktop.presenters.models import ModelsPresenter
from sparc_desktop.presenters.trial import Trial
from sparc_desktop.resources import assets
from sparc_desktop.services.describing import Describing
from sparc_desktop.services.models.errands import Errands
from sparc_desktop.services.models.shelf import shelf
from sparc_desktop.services.models.switch import Switch
from sparc_desktop.services.models.words import name_of
from sparc_desktop.services.sentences import sentence
from sparc_desktop.ui.child_process import ChildProcesses
from sparc_desktop.ui.models_window import ModelsWindow
from sparc_desktop.ui.parts import Parts
from sparc_desktop.ui.preferences import Preferences
from sparc_desktop.ui.window import MainWindow


class Models(QObject):
    """The window is made when it is wanted first, and is there until the program ends."""

    def __init__(
        self, window: MainWindow, describing: Describing, preferences: Preferences, parts: Parts, switch: Switch
    ) -> None:
        super().__init__(window)
        self._main, self._describing, self._preferences, self._switch = window, describing, preferences, switch
        self._children = ChildProcesses(self)
        self._errands = Errands(self._children.run, parts.hardware_command, parts.models_command)
        self._window: ModelsWindow | None = None
        self._trial = Trial(describing, self._describe_sample, self._show)
        window.actions_of_menu.models.triggered.connect(self._open)
        preferences.changed.connect(self._follow)
        switch.loaded.connect(self._tell_loaded)
        switch.taken_back.connect(self._tell_taken_back)

    def close(self) -> None:
        """The program ends, and with it what works beside it."""
        if self._window is not None:
            self._window.close_for_good()
        self._children.close()

    def _open(self) -> None:
        if self._window is None:
            parts = (self._preferences, self._errands, self._switch, self._describing, self._remark)
            self._window = ModelsWindow(self._main, lambda view: ModelsPresenter(view, *parts))
        self._window.begin()

    def _follow(self, changed: frozenset[str]) -> None:
        if self._window is not None and changed & {"model_folder", "models"}:
            self._window.follow()

    def _tell_loaded(self, is_to_be_tried: bool) -> None:
        settings = self._preferences.settings
        name = next(name_of(model) for model in shelf(settings.model_folder, None, settings.models) if model.is_used)
        if is_to_be_tried and not self._describing.busy:
            self._trial.begin()
            self._remark(self.tr("{name} is loaded, and describes a first picture.").format(name=name))
        else:
            self._remark(self.tr("{name} is loaded.").format(name=name))

    def _tell_taken_back(self, failure: Failure) -> None:
        text = self.tr("The former model is taken back, and is being loaded.")
        self._remark(text)
        if self._window is not None:
            self._window.write(f"{sentence(failure)} {text}")

    def _describe_sample(self) -> None:
        self._main.open_files([assets() / "checks" / "still-life.png"])

    def _remark(self, text: str) -> None:
        self._describing.narration.remark(text)
        self._show(text)

    def _show(self, text: str) -> None:
        if self._window is not None:
            self._window.write(text)
        self._main.remark(text)
