"""The windows and dialogs beside the main one, each made when it is wanted first, and what of the menus opens them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.failure import Failure
from sparc_desktop.presenters.first_steps import Around
from sparc_desktop.presenters.recorder import Recorder
from sparc_desktop.presenters.saving import Described
from sparc_desktop.resources import assets
from sparc_desktop.services.describing import Describing
from sparc_desktop.services.history.keeper import Keeper
from sparc_desktop.services.history.record import Entry
from sparc_desktop.services.narration import Speaker
from sparc_desktop.ui.announce import announce
from sparc_desktop.ui.deeds import deeds_of
from sparc_desktop.ui.help_menu import HelpMenu
from sparc_desktop.ui.history_window import HistoryWindow
from sparc_desktop.ui.parts import Parts
from sparc_desktop.ui.post import Post
from sparc_desktop.ui.preferences import Preferences
from sparc_desktop.ui.saving import SaveDialogs
from sparc_desktop.ui.settings_window.window import SettingsWindow
from sparc_desktop.ui.welcome import Welcome
from sparc_desktop.ui.window import MainWindow


class Windows(QObject):
    """All of them, and what is kept of descriptions."""

    def __init__(
        self,
        application: QApplication,
        window: MainWindow,
        describing: Describing,
        preferences: Preferences,
        parts: Parts,
        post: Post,
    ) -> None:
        super().__init__(window)
        self._window, self._describing, self._preferences, self._parts = window, describing, preferences, parts
        self._settings: SettingsWindow | None = None
        self._history: HistoryWindow | None = None
        self._keeper = Keeper(parts.history, post)
        self._keeper.broken.connect(describing.fail)
        self._recorder = Recorder(self._keeper, lambda: preferences.settings.history, parts.read_file, describing.fail)
        window.presenter.began.connect(self._recorder.begin)
        window.presenter.finished.connect(self._recorder.keep)
        self._saving = SaveDialogs(window, self._described, self._open_wav, self._answer)
        actions = window.actions_of_menu
        around = Around(parts.remote.leader, lambda: deeds_of(actions), self._describe_sample)
        self.welcome = Welcome(window, describing, preferences, around)
        around_here = parts.surroundings
        HelpMenu(application, window, actions, lambda: preferences.settings, around_here, self._say, self._answer)
        actions.save_text.triggered.connect(self._saving.save_text)
        actions.save_sound.triggered.connect(self._saving.save_sound)
        actions.save_alt_text.triggered.connect(self._saving.save_alt_text)
        actions.copy_html.triggered.connect(self._saving.copy_html)
        actions.history.triggered.connect(self._open_history)
        actions.private.toggled.connect(self._keep_private)
        actions.settings.triggered.connect(lambda: self._open_settings("speech"))
        actions.edit_prompts.triggered.connect(lambda: self._open_settings("captions"))
        actions.first_steps.triggered.connect(self.welcome.show)
        preferences.changed.connect(self._follow)

    def close(self) -> None:
        """The program ends: keys that are let go for a while stay so, and what is being written is waited for."""
        if self._settings is not None:
            self._settings.close_for_good()
        self._saving.close()
        self._keeper.close()

    def _open_settings(self, page: str) -> None:
        if self._settings is None:
            self._settings = SettingsWindow(self._preferences, self._parts.remote, self._parts.voices, self._window)
            self._settings.models_wanted.connect(self._window.actions_of_menu.models.trigger)
        self._settings.show_page(page)

    def _open_history(self) -> None:
        if self._history is None:
            keeping = self._preferences.settings.history.keep
            self._history = HistoryWindow(self._keeper, self._window, keeping=keeping)
            self._history.opened.connect(self._recall)
            self._history.keep_wanted.connect(self._keep)
        self._history.begin()

    def _recall(self, kept: Entry) -> None:
        data = kept.untrusted_picture
        picture = Capture(kept.label, data) if data is not None else None
        entry = self._window.presenter.show_kept(kept.label, kept.said, picture)
        self._recorder.resume(entry, kept.number)
        self._window.show_result()

    def _keep(self) -> None:
        history = self._preferences.settings.history
        self._preferences.change(history=history.model_copy(update={"keep": True}))

    def _keep_private(self, on: bool) -> None:
        self._recorder.set_private(on)
        told = self.tr("Private mode: nothing is kept.") if on else self.tr("Private mode is off.")
        self._window.presenter.answer(told)

    def _follow(self, changed: frozenset[str]) -> None:
        if "history" in changed:
            self._recorder.follow()
            if self._history is not None:
                self._history.set_keeping(self._preferences.settings.history.keep)

    def _described(self) -> Described | None:
        entry = self._window.presenter.album.current
        if entry is None:
            return None
        said = entry.transcript
        is_complete = entry.state not in ("waiting", "writing")
        return Described(entry.label, said.whole, said.description, entry.source, is_complete)

    def _open_wav(self, path: Path, failed: Callable[[Failure], None]) -> Speaker:
        return self._parts.open_wav(self._preferences.settings, path, failed)

    def _describe_sample(self) -> None:
        self._window.open_files([sorted((assets() / "samples").glob("*.png"))[0]])

    def _answer(self, text: str, *, urgent: bool = False) -> None:
        """Not to be lost, so not announced alone; `urgent` or not, it is said as soon as a sentence is over."""
        self._window.presenter.answer(text)

    def _say(self, text: str) -> None:
        """At once, or announced where nothing speaks."""
        if not self._describing.narration.interrupt(text):
            announce(self._window, text)
