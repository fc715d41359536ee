"""The window's program: puts its parts together, runs, and ends the engine and the voice when the window is closed.

The order is made for a short start: the engine's process first, as it takes longest, then the window, then the voice.
"""

import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from sparc_desktop.domain.earcon import Earcon
from sparc_desktop.domain.failure import ExpectedError, Failure
from sparc_desktop.resources import assets
from sparc_desktop.services.defects import Defects
from sparc_desktop.services.describing import Describing
from sparc_desktop.services.models.switch import Switch
from sparc_desktop.services.narration import Narration
from sparc_desktop.services.regions import Regions
from sparc_desktop.services.silence import Silence
from sparc_desktop.settings.model import Settings
from sparc_desktop.ui.announce import announce
from sparc_desktop.ui.closing import Closing
from sparc_desktop.ui.commands import Commands
from sparc_desktop.ui.endings import Endings
from sparc_desktop.ui.engine_process import EngineProcess
from sparc_desktop.ui.garbage import GarbageCollector
from sparc_desktop.ui.language import LanguageSwitch
from sparc_desktop.ui.look import Look
from sparc_desktop.ui.models import Models
from sparc_desktop.ui.parts import Parts
from sparc_desktop.ui.post import Post
from sparc_desktop.ui.preferences import Preferences
from sparc_desktop.ui.qt_log import watch_qt
from sparc_desktop.ui.tray import Tray
from sparc_desktop.ui.waiting import Waiting
from sparc_desktop.ui.window import MainWindow
from sparc_desktop.ui.windows import Windows


def run_window(parts: Parts, files: Sequence[Path] = (), *, hidden: bool = False) -> int:
    """Show the window unless `hidden`, describe `files`, and return the exit code at the end."""
    watch_qt(parts.mark)
    # Qt's own file dialog would keep the folders that were visited.
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("sparc-desktop")
    application.setApplicationDisplayName("SPARC Desktop")
    application.setDesktopFileName("sparc-desktop")
    application.aboutToQuit.connect(parts.mark.end)
    application.commitDataRequest.connect(lambda _session: parts.mark.end())  # Windows may end it before it quits
    ended_badly = parts.mark.begin()  # after the application: a missing display is no crash
    Endings(application)
    GarbageCollector(application)
    program = Program(application, parts)
    Defects(program.fail).install()
    program.open(files, hidden=hidden, ended_badly=ended_badly)
    code = application.exec()
    program.close()
    return code


class Program(QObject):
    """The parts of one running program, and how a change of settings reaches them."""

    def __init__(self, application: QApplication, parts: Parts) -> None:
        super().__init__(application)
        self._parts = parts
        loaded = parts.store.load()
        self._failures = [loaded.failure] if loaded.failure else []  # to be told once there is a voice
        self._language = LanguageSwitch(application)
        self._language.use(loaded.settings.language)
        self._preferences = Preferences(parts.store, loaded.settings, self)
        self._preferences.changed.connect(self._apply)
        self._preferences.failed.connect(self.fail)
        self._engine = EngineProcess(parts.engine_command(loaded.settings), self)
        self._engine.start()
        self._look = Look(application, self._preferences)
        self._post = Post(self)
        self._narration = Narration(Silence(), aloud=loaded.settings.output != "none")
        self._describing = Describing(self._engine, self._narration, parts.open_text_reader, self._post)
        self._earcons = parts.open_earcons(self._wants)
        self._waiting = Waiting(self._describing, self._earcons, self)
        application.setWindowIcon(QIcon(str(assets() / "icon.svg")))
        self._window = MainWindow(self._describing, self._preferences, parts.read_file)
        self._look.follow(self._window)
        self._waiting.remarked.connect(self._window.remark)
        self._switch = Switch(self._engine, self._preferences, parts.engine_command)
        self._models = Models(self._window, self._describing, self._preferences, parts, self._switch)
        self._windows = Windows(application, self._window, self._describing, self._preferences, parts, self._post)
        regions = Regions(parts.remote)
        self._commands = Commands(self._window, self._describing, self._earcons, parts.open_screen, regions, self)
        self._commands.answered.connect(self._windows.welcome.hear)
        self._tray = Tray(
            application, self._describing, self._preferences, self._window.actions_of_menu, self._commands.hear
        )

    def fail(self, failure: Failure) -> None:
        """Tell of it as soon as the window can; from any thread."""
        self._post(partial(self._describing.fail, failure))

    def open(self, files: Sequence[Path], *, hidden: bool = False, ended_badly: Failure | None = None) -> None:
        """Show the window; what takes time comes after its first picture is on the screen."""
        if ended_badly:
            self._failures.append(ended_badly)
        if not hidden:
            self._window.show()
        Closing(self._window, self._preferences, self._narration, self._parts.remote, started_hidden=hidden)
        QTimer.singleShot(0, self._window, lambda: self._begin(files, hidden))

    def close(self) -> None:
        """Silence the voice and end the engine."""
        self._narration.close()  # first: what is waited for below must not be talked over
        self._tray.close()
        self._windows.close()
        self._models.close()
        self._parts.remote.stop()
        self._commands.close()
        self._describing.close()
        self._earcons.close()
        self._engine.shut_down()

    def _begin(self, files: Sequence[Path], hidden: bool) -> None:
        self._open_voice()
        self._parts.remote.start(self._commands.hear)
        for failure in self._failures:
            self._describing.fail(failure)
        if files:
            self._window.open_files(list(files))
        elif not (hidden or self._failures):  # a failure must be heard out
            self._windows.welcome.show_once()
        self._tray.begin()

    def _wants(self, earcon: Earcon) -> bool:
        return bool(getattr(self._preferences.settings.earcons, earcon))

    def _settings(self) -> Settings:
        return self._preferences.settings

    def _announce(self, text: str) -> None:
        self._post(partial(announce, self._window, text))

    def _open_voice(self) -> None:
        try:
            speaker = self._parts.open_speaker(self._settings, self.fail, self._announce)
        except ExpectedError as error:
            self._narration.use(Silence())
            self.fail(error.failure)
        else:
            self._narration.use(speaker)

    def _apply(self, changed: frozenset[str]) -> None:
        settings = self._preferences.settings
        if "output" in changed:
            self._narration.aloud = settings.output != "none"
        if "language" in changed:
            self._language.use(settings.language)
        self._switch.follow()
