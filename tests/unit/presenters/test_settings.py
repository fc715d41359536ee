"""What changing settings does and says, without a window."""

import json
from pathlib import Path

import pytest

from sparc_desktop import translation
from sparc_desktop.domain.action import Action
from sparc_desktop.presenters.prompts import Prompts, most_prompts
from sparc_desktop.presenters.settings import SettingsPresenter
from sparc_desktop.services.key_binding import LEADER_SLOT, Slot
from sparc_desktop.settings.model import Settings
from sparc_desktop.settings.pages import PAGES, Page


class Preferences:
    """In memory."""

    def __init__(self) -> None:
        self.settings = Settings()

    def change(self, **values: object) -> None:
        self.settings = self.settings.changed(**values)


class View:
    """Remembers what it was told to show and say."""

    def __init__(self) -> None:
        self.shown: list[Settings] = []
        self.said: list[str] = []
        self.written: list[str] = []

    def show_settings(self, settings: Settings) -> None:
        self.shown.append(settings)

    def tell(self, text: str) -> None:
        self.said.append(text)

    def write(self, text: str) -> None:
        self.written.append(text)


def page(name: str) -> Page:
    return next(page for page in PAGES if page.name == name)


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.use_language("en")


@pytest.fixture
def preferences() -> Preferences:
    return Preferences()


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def presenter(preferences: Preferences, view: View) -> SettingsPresenter:
    return SettingsPresenter(preferences, view)


def test_a_change_holds_at_once_and_the_control_says_it(
    presenter: SettingsPresenter, preferences: Preferences, view: View
) -> None:
    presenter.change("voice.rate", 200)
    presenter.change("output", "none")
    assert (preferences.settings.voice.rate, preferences.settings.output) == (200, "none")
    assert preferences.settings.voice.volume == 100
    assert view.said == []


def test_out_of_its_limits_it_is_refused_with_them(
    presenter: SettingsPresenter, preferences: Preferences, view: View
) -> None:
    presenter.change("voice.rate", 9000)
    presenter.change("look.colours", "pink")
    assert preferences.settings == Settings()
    assert view.said == ["Rate: only 80 to 450 is possible.", "Colours: this is not possible."]
    assert view.shown == [Settings()] * 2


def test_a_model_folder_must_be_there(
    presenter: SettingsPresenter, preferences: Preferences, view: View, tmp_path: Path
) -> None:
    presenter.change("model_folder", tmp_path / "none")
    assert preferences.settings.model_folder is None
    assert "There is no model in" in view.said.pop()
    presenter.change("model_folder", tmp_path)
    assert preferences.settings.model_folder == tmp_path
    assert view.said.pop() == "The other model is being loaded."
    presenter.change("model_folder", None)
    assert preferences.settings.model_folder is None


@pytest.mark.parametrize("typed", ["~nosuch-user/model", "/" + "x" * 300, "/x\ud800", "file", ".."])
def test_a_folder_that_is_none_is_told_whatever_is_typed(
    presenter: SettingsPresenter,
    preferences: Preferences,
    view: View,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.chdir(tmp_path)
    presenter.change("model_folder", typed)
    if typed == "..":
        assert preferences.settings.model_folder == tmp_path / ".."
    else:
        assert preferences.settings.model_folder is None
        assert view.said == [f"There is no model in {typed}. Check the name of the folder, or use the built-in model."]


def test_a_folder_that_may_not_be_entered_is_told(
    presenter: SettingsPresenter, preferences: Preferences, view: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "stat", refuse)  # root, who may run this test, enters every folder
    presenter.change("model_folder", "/closed/model")
    assert "There is no model in /closed/model" in view.said[-1]


def test_a_key_is_bound_and_shown(presenter: SettingsPresenter, preferences: Preferences, view: View) -> None:
    presenter.bind(LEADER_SLOT, "Ctrl+Shift+F12")
    presenter.bind(Slot(Action.STOP), "Z")
    presenter.bind(Slot(Action.STOP), "")
    assert preferences.settings.hotkeys.leader == "Ctrl+Shift+F12"
    assert preferences.settings.hotkeys.letters == {"stop": ""}
    assert view.written == ["The leader key: Ctrl+Shift+F12.", "Stop: Z.", "Stop: no key."]
    assert view.said == [], "the button says it"


def test_a_key_in_conflict_is_refused_with_the_reason(
    presenter: SettingsPresenter, preferences: Preferences, view: View
) -> None:
    presenter.bind(Slot(Action.STOP), "W")
    presenter.bind(LEADER_SLOT, "CapsLock")
    presenter.bind(LEADER_SLOT, "Ctrl+Alt+F5")
    assert preferences.settings == Settings()
    double, reader, altgr = view.said
    assert "describe the window" in double
    assert "screen readers" in reader
    assert "AltGr" in altgr
    assert len(view.shown) == 3


def test_a_page_is_reset_and_the_same_button_takes_it_back(
    presenter: SettingsPresenter, preferences: Preferences, view: View
) -> None:
    presenter.change("voice.rate", 200)
    presenter.change("earcons.done", False)
    presenter.change("max_words", 50)
    before = preferences.settings
    presenter.reset(page("speech"))
    assert preferences.settings == Settings(max_words=50)
    assert presenter.undoable(page("speech"))
    assert not presenter.undoable(page("keys"))
    presenter.reset(page("speech"))
    assert preferences.settings == before
    assert not presenter.undoable(page("speech"))
    assert view.said == [
        "Speech: defaults again, 2 changed. The same button takes it back.",
        "Speech: as before.",
    ]


def test_a_reset_that_something_followed_is_not_taken_back(
    presenter: SettingsPresenter, preferences: Preferences, view: View
) -> None:
    presenter.change("voice.rate", 200)
    presenter.reset(page("speech"))
    presenter.change("voice.volume", 50)
    assert not presenter.undoable(page("speech"))
    presenter.reset(page("speech"))
    presenter.bind(LEADER_SLOT, "Ctrl+Shift+F12")
    assert not presenter.undoable(page("speech"))
    presenter.reset(page("speech"))
    assert view.said[-1] == "Speech: all settings have their defaults already."


def test_own_prompts_are_not_reset(presenter: SettingsPresenter, preferences: Preferences) -> None:
    Prompts(preferences).save("", "Recipe", "What can be cooked of it?")
    presenter.change("captions.prompt", "Recipe")
    presenter.change("captions.length", "short")
    presenter.reset(page("captions"))
    assert preferences.settings.captions.prompts == {"Recipe": "What can be cooked of it?"}
    assert (preferences.settings.captions.prompt, preferences.settings.captions.length) == ("", "detailed")


@pytest.mark.parametrize("each", PAGES, ids=lambda page: page.name)
def test_every_page_can_be_reset(presenter: SettingsPresenter, preferences: Preferences, each: Page) -> None:
    presenter.reset(each)
    assert preferences.settings == Settings()


def test_export_and_import(presenter: SettingsPresenter, preferences: Preferences, view: View, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    presenter.change("voice.rate", 200)
    presenter.change("sparc", False)
    preferences.change(welcomed=True, history={"keep": True, "pictures": True})
    presenter.export_to(path)
    assert view.said.pop() == f"The settings were written to {path}."
    preferences.settings = Settings()
    presenter.import_from(path)
    assert preferences.settings == Settings(sparc=False).changed(voice={"rate": 200}), "no history unasked"
    assert view.said == ["The settings in mine.json are used now. Changed by it: 2. Rate: 200 words a minute."]
    presenter.export_to(tmp_path / "none" / "mine.json")
    assert "can't be written" in view.said[-1]


def imported(presenter: SettingsPresenter, folder: Path, **settings: object) -> None:
    path = folder / "mine.json"
    path.write_text(json.dumps({"version": 2, "settings": settings}))
    presenter.import_from(path)


def test_an_import_adds_its_prompts_to_the_users_own(
    presenter: SettingsPresenter, preferences: Preferences, view: View, tmp_path: Path
) -> None:
    own = {"Recipe": "What can be cooked of it?", "Same": "The same."}
    preferences.change(captions={"prompts": own, "prompt": "Recipe"})
    imported(presenter, tmp_path, captions={"prompts": {"Price": "How much?", "Recipe": "Other.", "Same": "The same."}})
    assert list(preferences.settings.captions.prompts.items()) == [*own.items(), ("Price", "How much?")]
    assert "Prompts that stay as you wrote them: Recipe." in view.said[-1]


def test_more_prompts_than_are_kept_are_refused_with_the_reason(
    presenter: SettingsPresenter, preferences: Preferences, view: View, tmp_path: Path
) -> None:
    preferences.change(captions={"prompts": {"Recipe": "What can be cooked of it?"}})
    before = preferences.settings
    imported(presenter, tmp_path, captions={"prompts": {str(number): "?" for number in range(most_prompts())}})
    assert preferences.settings == before
    assert f"more than {most_prompts()} prompts" in view.said[-1]


def test_an_import_is_taken_back_by_the_button_of_every_page(
    presenter: SettingsPresenter, preferences: Preferences, view: View, tmp_path: Path
) -> None:
    preferences.change(captions={"prompts": {"Recipe": "What can be cooked of it?"}, "prompt": "Recipe"}, output="own")
    before = preferences.settings
    for each in PAGES:
        imported(presenter, tmp_path, output="none", captions={"prompts": {"Price": "How much?"}}, max_words=9)
        assert preferences.settings.captions.prompt == ""
        step = presenter.undoable(each)
        assert step is not None
        assert step.page is None
        presenter.reset(each)
        assert preferences.settings == before
        assert presenter.undoable(each) is None
        assert view.said[-1] == "The import is taken back: all settings are as before."


def test_what_was_written_after_an_import_is_not_lost_by_taking_it_back(
    presenter: SettingsPresenter, preferences: Preferences, tmp_path: Path
) -> None:
    imported(presenter, tmp_path, look={"text_size": 150})
    Prompts(preferences).save("", "Recipe", "What can be cooked of it?")  # nothing that this presenter is asked for
    assert presenter.undoable(page("keys")) is None
    presenter.reset(page("keys"))
    assert preferences.settings.captions.prompts == {"Recipe": "What can be cooked of it?"}
    assert preferences.settings.look.text_size == 150


def test_an_import_says_what_is_heard_from_now_on_and_which_model_there_is(
    presenter: SettingsPresenter, preferences: Preferences, view: View, tmp_path: Path
) -> None:
    voice = {"name": "espeak", "volume": 0}
    imported(presenter, tmp_path, output="none", voice=voice, model_folder=str(tmp_path), sparc=False)
    (said,) = view.said
    assert said.startswith("The settings in mine.json are used now. Changed by it: 5. Speak with: Nothing.")
    assert "Voice: espeak. Volume: 0 percent." in said
    assert f"Model folder: {tmp_path}. The other model is being loaded." in said


@pytest.mark.parametrize("name", ["none", "file", "x" * 300])
def test_an_import_leaves_the_model_where_its_folder_is_not_here(
    presenter: SettingsPresenter, preferences: Preferences, view: View, tmp_path: Path, name: str
) -> None:
    (tmp_path / "file").write_text("")
    preferences.change(model_folder=tmp_path)
    imported(presenter, tmp_path, model_folder=str(tmp_path / name), max_words=9)
    assert preferences.settings == Settings(model_folder=tmp_path, max_words=9)
    assert f"there is no folder {tmp_path / name}" in view.said[-1]
    assert "being loaded" not in view.said[-1]


@pytest.mark.parametrize(
    "settings",
    [
        {"voice": {"rate": 300}, "max_words": 0},
        {"voice": {"rate": 300}, "hotkeys": {"leader": "Nonsense"}},
        {"voice": {"rate": 300}, "hotkeys": {"leader": "Insert"}},
    ],
)
def test_an_import_takes_all_or_nothing(
    presenter: SettingsPresenter, preferences: Preferences, view: View, tmp_path: Path, settings: dict[str, object]
) -> None:
    path = tmp_path / "mine.json"
    path.write_text(json.dumps({"version": 2, "settings": settings}))
    presenter.import_from(path)
    assert preferences.settings == Settings()
    assert len(view.said) == 1


def test_prompts_are_written_renamed_and_removed(preferences: Preferences) -> None:
    prompts = Prompts(preferences)
    for name in ("One", "Two", "Three"):
        assert prompts.fault("", name, "text") == ""
        prompts.save("", name, "text")
    preferences.change(captions={**preferences.settings.captions.model_dump(), "prompt": "Two"})
    prompts.save("Two", "Second", "other")
    assert list(prompts.by_name.items()) == [("One", "text"), ("Second", "other"), ("Three", "text")]
    assert preferences.settings.captions.prompt == "Second"
    prompts.remove("One")
    assert preferences.settings.captions.prompt == "Second"
    prompts.remove("Second")
    assert preferences.settings.captions.prompt == ""
    assert list(prompts.by_name) == ["Three"]


def test_what_keeps_a_prompt_from_being_saved(preferences: Preferences) -> None:
    prompts = Prompts(preferences)
    prompts.save("", "One", "text")
    assert prompts.fault("One", "One", "text") == ""
    faults = [("", "", "text"), ("", "One", "text"), ("", "Two", ""), ("", "N" * 61, "text"), ("", "Two", "t" * 1001)]
    assert len({prompts.fault(*each) for each in faults} - {""}) == len(faults)
    for number in range(1, most_prompts()):
        prompts.save("", str(number), "text")
    assert str(most_prompts()) in prompts.fault("", "Two", "text")
    assert prompts.fault("One", "Two", "text") == ""
