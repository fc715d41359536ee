"""Each setting is on one page of the settings window, and everything about it can be said."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from sparc_desktop import translation
from sparc_desktop.settings.leaves import changes, leaves, value_at
from sparc_desktop.settings.model import Settings
from sparc_desktop.settings.pages import NOT_RESET, ON_NO_PAGE, PAGES
from sparc_desktop.settings.wording import around_number, choice_name, help_text, worded


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    translation.use_language("en")
    yield
    translation.use_language("en")


def test_every_leaf_is_on_exactly_one_page() -> None:
    shown = Counter(path for page in PAGES for path in page.paths)
    assert shown.keys() | ON_NO_PAGE == leaves().keys()
    assert not shown.keys() & ON_NO_PAGE
    assert set(shown.values()) == {1}
    assert shown.keys() >= NOT_RESET


def test_the_leaves_are_all_that_is_saved() -> None:
    def paths(tree: dict[str, object], branch: str = "") -> Iterator[str]:
        for name, value in tree.items():
            if isinstance(value, dict) and f"{branch}{name}" not in leaves():
                yield from paths(value, f"{name}.")
            else:
                yield f"{branch}{name}"

    assert sorted(paths(Settings().model_dump())) == sorted(leaves())


@pytest.mark.parametrize("path", leaves())
def test_each_has_its_default_where_nothing_is_changed(path: str) -> None:
    assert value_at(Settings(), path) == leaves()[path].default


@pytest.mark.parametrize("path", leaves())
def test_everything_that_can_be_chosen_has_a_name(path: str) -> None:
    leaf = leaves()[path]
    names = [choice_name(path, choice) for choice in leaf.choices]
    assert len(set(names)) == len(leaf.choices)
    assert help_text(leaf).endswith(".")
    if leaf.limits:
        before, behind = around_number(path)
        assert worded(leaf, 7) == f"{before}7{behind}"
        assert len(before + behind) > 3


def test_what_a_form_must_know() -> None:
    assert leaves()["voice.rate"].limits == (80, 450)
    assert leaves()["captions.prompts"].limits is None
    assert leaves()["output"].choices == ("auto", "own", "reader", "both", "none")
    assert worded(leaves()["sparc"], True) == "on"
    assert worded(leaves()["model_folder"], None) == "The built-in model"
    assert worded(leaves()["model_folder"], Path("/models/large")) == "/models/large"


def test_values_at_several_paths_become_one_change() -> None:
    settings = Settings().changed(voice={"name": "espeak"})
    values: dict[str, object] = {"voice.rate": 200, "voice.volume": 50, "output": "own"}
    changed = settings.changed(**changes(settings, values))
    assert {path: value_at(changed, path) for path in values} == values
    assert changed.voice.name == "espeak"
    assert settings.voice.rate == 175
