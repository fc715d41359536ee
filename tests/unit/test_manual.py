"""The manual: its pages are those of its sources, they are accessible, and what they say of the program is true."""

import importlib.util
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMenuBar

from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.hotkeys.layer import LEADER, LETTERS, OWN_KEYS
from sparc_desktop.presenters.deed import spoken
from sparc_desktop.resources import assets
from sparc_desktop.services.sentences import sentence
from sparc_desktop.settings.leaves import leaves
from sparc_desktop.settings.pages import PAGES
from sparc_desktop.ui.actions import Actions
from sparc_desktop.ui.deeds import deeds_of, plain
from sparc_desktop.ui.language import LanguageSwitch
from sparc_desktop.ui.menus import Menus
from sparc_desktop.ui.settings_window.window import NEXT, PREVIOUS

ROOT = Path(__file__).parents[2]
LANGUAGES = ("en", "zh_CN")
KEY, NAME = re.compile(r"(?<!`)`([^`\n]+)`"), re.compile(r"\*\*([^*]+)\*\*")
PAIR = re.compile(r"`([^`]+)`[：:] ?\*\*([^*]+)\*\*")  # "`Ctrl+O`: **Open**"
# Keys that controls have by their nature, that choose a part of the screen, or that stand in a sentence by themselves.
EVERYWHERE = {"Tab", "Shift", "Alt", "Ctrl", "Escape", "Delete", "Ctrl+C", "Ctrl+Z", NEXT[0], PREVIOUS[0]}
NATURAL = {
    "en": EVERYWHERE | {"Enter", "Up", "Down", "Backspace", "Space"},
    "zh_CN": EVERYWHERE | {"回车键", "上方向键", "下方向键", "退格键", "空格键"},
}
# Keys of lists and pages: what of a section must be told. That they work is tested with their windows.
TOLD = {
    "History and private mode": {"Enter", "Delete", "Ctrl+Z"},
    "In your own words": {"Enter", "Delete"},
    "Settings": {NEXT[0], PREVIOUS[0]},
    "Other models": {"Enter", "Delete"},
    "Keys of your own": {"Enter", "Space", "Escape", "Backspace"},
}
PART = {"1", "7", "9", "0", "M", "H"}


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("render_manual", ROOT / "scripts" / "render_manual.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def words(application: QApplication) -> Iterator[LanguageSwitch]:
    switch = LanguageSwitch(application)
    yield switch
    switch.use("en")
    switch.deleteLater()


def source(name: str) -> str:
    return (ROOT / "docs" / "manual" / f"{name}.md").read_text("utf-8")


def page(name: str) -> str:
    return (assets() / "manual" / f"{name}.html").read_text("utf-8")


def sections(name: str) -> dict[str, str]:
    """Heading -> text."""
    _, *parts = re.split(r"^## ", source(name), flags=re.MULTILINE)
    return dict(part.split("\n", 1) for part in parts)


class Page(HTMLParser):
    """What a screen reader goes by."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.nested_wrong: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open.pop() != tag:
            self.nested_wrong.append(tag)

    def all(self, *names: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag in names]


@pytest.mark.parametrize("name", LANGUAGES)
def test_the_page_is_rendered_from_its_source(script: ModuleType, name: str) -> None:
    assert page(name) == script.render(name), "run scripts/render_manual.py"


@pytest.mark.parametrize(("name", "language"), [("en", "en"), ("zh_CN", "zh-CN")])
def test_a_page_has_a_language_one_title_sections_and_a_way_to_each(name: str, language: str) -> None:
    found = Page(page(name))
    assert found.all("html") == [{"lang": language}]
    assert len(found.all("h1")) == len(found.all("title")) == len(found.all("main")) == len(found.all("nav")) == 1
    assert [tag for tag, _ in found.tags if re.fullmatch(r"h\d", tag)] == ["h1", *["h2"] * (len(sections(name)) + 1)]
    places = [attributes["id"] for attributes in found.all("h2")][1:]
    links = [attributes["href"] for attributes in found.all("a")]
    skip, *ways = links
    assert ways == [f"#{place}" for place in places]
    assert skip == f"#{found.all('main')[0]['id']}"
    assert found.tags.index(("a", found.all("a")[0])) < found.tags.index(("nav", found.all("nav")[0]))
    assert found.open == found.nested_wrong == []


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_page_stands_alone(name: str) -> None:
    found = Page(page(name))
    assert found.all("script", "img", "link", "iframe", "table", "style")[1:] == []
    assert not [attributes for _, attributes in found.tags if any(key.startswith("on") for key in attributes)]
    assert not re.search(r"https?:|url\(|@import", page(name))
    assert "prefers-color-scheme: dark" in page(name)
    assert "max-width" in page(name)
    assert "**" not in page(name)  # an emphasis that the Markdown does not take for one
    assert "`" not in page(name)


def shape(text: str) -> list[str]:
    """Its blocks, in order, and the keys of each that need no translation."""
    kinds = []
    for line in filter(None, text.splitlines()):
        kind = "item" if line.startswith("- ") else "fence" if line.startswith("```") else "text"
        keys = [key for key in KEY.findall(line) if key.isascii() and not re.search("Left|Right|[A-Z][a-z]", key)]
        kinds.append(" ".join((kind, *keys)))
    return kinds


def test_both_languages_have_the_same_sections_with_the_same_items_and_keys() -> None:
    english, chinese = (list(sections(name).items()) for name in LANGUAGES)
    assert len(english) == len(chinese) > 10
    for (heading, text), (translated, text_there) in zip(english, chinese, strict=True):
        assert shape(text) == shape(text_there), (heading, translated)


def test_every_letter_behind_the_leader_is_told() -> None:
    text = sections("en")["The screen, from any program"]
    told = set(KEY.findall(text))
    assert {str(keys) for keys in LETTERS.values()} | {str(LEADER), "H", "Escape"} == told
    assert "question mark" in text
    assert {"Escape", "H", "?"} == {str(keys) for keys in OWN_KEYS}


@pytest.mark.parametrize(("heading", "keys"), TOLD.items())
def test_the_keys_that_a_list_or_a_page_has_are_told(heading: str, keys: set[str]) -> None:
    assert keys <= set(KEY.findall(sections("en")[heading]))


def program(words: LanguageSwitch, name: str) -> tuple[dict[str, set[str]], set[str]]:
    """The keys of each menu item, and all names that there are, as the program has them in this language."""
    words.use(name)
    bar = QMenuBar()
    owner = QObject()
    actions = Actions(owner)
    menus = Menus(bar, actions)
    actions.retranslate()
    menus.retranslate()
    deeds = {deed.name: set(deed.keys) for deed in deeds_of(actions).values()}
    titles = {plain(action.text()) for menu in menus_of(menus) for action in (menu.menuAction(),)}
    pages = {each.title for each in PAGES} | {leaf.title for leaf in leaves().values()}
    return deeds, {*deeds, *titles, *pages}


def menus_of(menus: Menus) -> list:  # type: ignore[type-arg]
    return [each for each in vars(menus).values() if hasattr(each, "menuAction")]


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_key_in_the_manual_exists(words: LanguageSwitch, name: str) -> None:
    deeds, _ = program(words, name)
    known = set().union(*deeds.values()) | NATURAL[name] | PART | {str(LEADER)} | {str(key) for key in LETTERS.values()}
    unknown = [key for key in KEY.findall(source(name)) if key not in known]
    assert unknown == []


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_name_in_the_manual_exists(words: LanguageSwitch, name: str) -> None:
    _, names = program(words, name)
    assert sorted(set(NAME.findall(source(name))) - names) == []


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_key_belongs_to_the_item_that_stands_with_it(words: LanguageSwitch, name: str) -> None:
    deeds, _ = program(words, name)
    pairs = PAIR.findall(source(name))
    assert len(pairs) > 20
    assert [(key, named) for key, named in pairs if key not in deeds.get(named, set())] == []


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_key_of_the_menus_is_in_the_manual(words: LanguageSwitch, name: str) -> None:
    deeds, _ = program(words, name)
    told = set(KEY.findall(source(name)))
    spare = {spoken("Ctrl+=")}  # the second key of Larger, for keyboards where Plus needs Shift
    assert sorted(set().union(*deeds.values()) - told - spare) == []


@pytest.mark.parametrize("name", LANGUAGES)
@pytest.mark.parametrize("code", [Code.CRASHED_LAST_TIME, Code.ENDED_LAST_TIME, Code.DEFECT])
def test_what_is_said_of_a_crash_names_the_item_for_reports(words: LanguageSwitch, name: str, code: Code) -> None:
    deeds, _ = program(words, name)
    report = next(named for named in deeds if "Report" in named or "报告" in named)
    assert report in sentence(Failure(code, {"when": "2026-05-01 10:00"}))
