"""Which model is loaded when, and which one is gone back to."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from sparc_desktop.domain.events import Event, Failed, Loading, Ready
from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.domain.hook import Hook
from sparc_desktop.services.models.switch import Switch
from sparc_desktop.settings.model import ModelSettings, Settings

ONE, OTHER = Path("/one"), Path("/other")
UNUSABLE = Failed(None, Failure(Code.MODEL_REFUSED, {"path": "/one", "reason": "?"}))
CRASH = Failed(None, Failure(Code.ENGINE_CRASHED))


class Stage:
    """An engine that does nothing, and settings in memory, whose changes are followed."""

    def __init__(self, folder: Path | None = None) -> None:
        self.happened: Hook[[Event]] = Hook()
        self.loaded: list[str] = []
        self.settings = Settings(model_folder=folder)
        self.told: list[object] = []
        self.switch = Switch(self, self, lambda settings: [str(settings.model_folder), settings.models.quantization])
        self.switch.loaded.connect(self.told.append)
        self.switch.taken_back.connect(self.told.append)

    def restart(self, command: Sequence[str]) -> None:
        self.loaded.append(command[0])
        self.happened.emit(Loading(0.0))

    def change(self, **values: object) -> None:
        changed = self.settings.changed(**values)
        if changed != self.settings:
            self.settings = changed
            self.switch.follow()


@pytest.fixture
def stage() -> Stage:
    stage = Stage()
    stage.happened.emit(Ready("built-in"))
    return stage


def test_a_change_of_the_setting_loads_the_other_model_at_once(stage: Stage) -> None:
    stage.change(model_folder=ONE)
    stage.happened.emit(Ready("one"))
    assert (stage.loaded, stage.told) == (["/one"], [False])
    stage.happened.emit(Ready("one"))  # after a crash
    assert stage.told == [False]


def test_other_settings_load_nothing_but_the_form_of_the_weights(stage: Stage) -> None:
    stage.change(max_words=9)
    stage.change(models=ModelSettings(proxy="http://proxy"))
    assert stage.loaded == []
    stage.change(models=ModelSettings(quantization="half"))
    assert stage.loaded == ["None"]


def test_a_model_that_has_just_come_is_to_be_tried_once(stage: Stage) -> None:
    stage.switch.use(ONE, tries=True)
    stage.happened.emit(Ready("one"))
    stage.switch.use(None)
    stage.happened.emit(Ready("built-in"))
    assert stage.loaded == ["/one", "None"]
    assert stage.told == [True, False]


def test_a_model_that_was_got_again_is_loaded_again(stage: Stage) -> None:
    for _ in range(2):
        stage.switch.use(ONE, tries=True)
        stage.happened.emit(Ready("one"))
    assert (stage.loaded, stage.told) == (["/one", "/one"], [True, True])


@pytest.mark.parametrize("failed", [UNUSABLE, CRASH, Failed(3, Failure(Code.ENGINE_CRASHED))])
def test_what_cannot_be_loaded_gives_way_to_the_former_one(stage: Stage, failed: Failed) -> None:
    stage.switch.use(OTHER)
    stage.happened.emit(Ready("other"))
    stage.switch.use(ONE, tries=True)
    stage.happened.emit(failed)
    assert stage.loaded == ["/other", "/one", "/other"]
    assert stage.settings.model_folder == OTHER
    stage.happened.emit(Ready("other"))
    assert stage.told == [False, failed.failure, False]


def test_it_goes_back_past_what_was_never_loaded(stage: Stage) -> None:
    stage.change(model_folder=ONE)
    stage.change(model_folder=OTHER)
    stage.happened.emit(UNUSABLE)
    assert stage.settings.model_folder is None


def test_where_the_former_one_fails_too_the_built_in_one_is_the_last(stage: Stage) -> None:
    stage.change(model_folder=ONE)
    stage.happened.emit(Ready("one"))
    stage.change(model_folder=OTHER)
    for _ in range(4):
        stage.happened.emit(UNUSABLE)
    assert stage.loaded == ["/one", "/other", "/one", "None"]


def test_a_model_that_failed_at_the_start_is_none_to_go_back_to() -> None:
    stage = Stage(ONE)
    stage.happened.emit(UNUSABLE)
    assert stage.loaded == [], "that is told, and no more: the user's choice stands"
    stage.change(model_folder=OTHER)
    stage.happened.emit(UNUSABLE)
    assert stage.settings.model_folder is None


def test_a_crash_or_a_picture_that_fails_changes_nothing(stage: Stage) -> None:
    stage.change(model_folder=ONE)
    stage.happened.emit(Failed(1, Failure(Code.FILE_TOO_LARGE)))  # asked for while it is loaded
    stage.happened.emit(Ready("one"))
    stage.happened.emit(CRASH)
    assert stage.loaded == ["/one"]
    stage.happened.emit(Ready("one"))
    stage.change(model_folder=OTHER)
    stage.happened.emit(UNUSABLE)
    assert stage.settings.model_folder == ONE
