"""Which model is in use: another one is loaded as soon as it is chosen, and the former one again where that fails.

It is chosen by the setting alone, wherever that is changed. A model that was loaded once is one to go back to; where
that can't be loaded either, it is the built-in one.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from sparc_desktop.domain.events import Event, Failed, Ready
from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.domain.hook import Hook
from sparc_desktop.services.describing import Events
from sparc_desktop.settings.model import Settings

LOST = (Code.ENGINE_CRASHED, Code.ENGINE_GAVE_UP)  # what ends the engine, though a request is told of it


class Engine(Protocol):
    """`ui.engine_process.EngineProcess`, or whatever takes its place."""

    @property
    def happened(self) -> Events:
        """The events of the model and of the engine."""

    def restart(self, command: Sequence[str]) -> None:
        """Go on with this command; returns at once."""


class Preferences(Protocol):
    """The settings while the program runs."""

    @property
    def settings(self) -> Settings:
        """As they are now."""

    def change(self, **values: object) -> None:
        """Set these, and save them."""


class Switch:
    """`follow` is to be called after each change of the settings."""

    def __init__(self, engine: Engine, preferences: Preferences, command: Callable[[Settings], Sequence[str]]) -> None:
        self.loaded: Hook[[bool]] = Hook()  # another model is there; was it to be tried?
        self.taken_back: Hook[[Failure]] = Hook()  # why another one can't be loaded, which was told; the former one is
        self._engine, self._preferences, self._command_of = engine, preferences, command
        self._command = command(preferences.settings)
        self._good: Path | None = preferences.settings.model_folder  # to go back to
        self._is_loading = False  # another one
        self._tried: Path | None = None  # to be tried once it is loaded
        engine.happened.connect(self._hear)

    def use(self, folder: Path | None, *, tries: bool = False) -> None:
        """Describe with this model from now on, None for the built-in one; it is loaded, even if it is already."""
        self._command = []
        self._tried = folder if tries else None
        self._preferences.change(model_folder=folder)
        self.follow()

    def follow(self) -> None:
        """Load what the settings say now, unless it is what is in use."""
        command = self._command_of(self._preferences.settings)
        if command != self._command:
            self._command = command
            self._is_loading = True
            self._engine.restart(command)

    def _hear(self, event: Event) -> None:
        match event:
            case Ready():
                self._good = folder = self._preferences.settings.model_folder
                was_loading, self._is_loading = self._is_loading, False
                tries = self._tried is not None and self._tried == folder
                self._tried = None
                if was_loading:
                    self.loaded.emit(tries)
            case Failed(request=request, failure=failure) if request is None or failure.code in LOST:
                former, self._good = self._good, None
                was_loading, self._is_loading = self._is_loading, False
                if was_loading and former != self._preferences.settings.model_folder:
                    self._preferences.change(model_folder=former)
                    self.follow()
                    self.taken_back.emit(failure)
