"""Every window and dialog in every state, walked from another process as somebody does who sees nothing of it.

What must hold is in `tests.support.rules` and `tests.support.walker`; here is how the program is brought into each
state. Each test starts the program once, and collects what is wrong in all of its states.
"""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from sparc_desktop.evaluate.world.drawing import draw, sample
from tests.support.desktop import Desktop, until
from tests.support.rules import faults, not_chinese
from tests.support.walker import Walker

MAIN = "SPARC Desktop$"
PROMPTS = {"Prices": "Read me the prices.", "Dates": "Read me the dates."}
PAGES = 7
STEPS = 5
NOT_TRANSLATED = {"English", "SPARC Desktop", "The first one", "Another one"}  # the last two as voices are called
SHORT = 3.0  # seconds of patience with a fault that is there


class Scene:
    """One running program, and what was found wrong with it."""

    def __init__(self, desktop: Desktop, walker: Walker, *arguments: str, **settings: Any) -> None:
        self._desktop, self.walker = desktop, walker
        self._heard = [len(walker.announced()), 0]  # of what is announced, and of what is said
        self.program = desktop.window("--set", json.dumps(settings), *arguments)
        self.faults: list[str] = []
        self.keys = desktop.keys

    def close(self) -> None:
        """Whatever window is open."""
        self.program.end()

    def settle(self) -> None:
        """Nothing may have been wrong."""
        if self.faults:
            pytest.fail("\n".join(self.faults))

    def look(self, state: str) -> None:
        """Walk the active window."""
        self.note(state, self.walker.faults())

    def note(self, state: str, faults: list[str]) -> None:
        self.faults += [f"{state}: {fault}" for fault in faults]

    def hears(self, text: str) -> None:
        """It is announced or said, since the last time that this was asked."""

        def heard() -> bool:
            said = [line for line in self.program.lines if line.startswith("said ")]
            fresh = self.walker.announced()[self._heard[0] :], said[self._heard[1] :]
            is_there = any(text in line for lines in fresh for line in lines)
            if is_there:
                self._heard = [self._heard[0] + len(fresh[0]), self._heard[1] + len(fresh[1])]
            return is_there

        until(heard, f"“{text}” to be heard")

    def read(self, state: str) -> None:
        """What can be told in Chinese without a key."""
        widgets = [*self.walker.window(), *self._desktop.menus()]
        self.note(state, [*faults(widgets), *not_chinese(widgets, NOT_TRANSLATED)])

    @contextmanager
    def opened(self, title: str, *keys: str, look: bool = True) -> Iterator[None]:
        """A dialog that these keys open, walked; Escape closes it at the end, and the focus is back where it was."""
        at = self.walker.focus()
        self.keys(*keys)
        self._desktop.activate(self.program, title)
        self.look(title) if look else None
        yield
        self.keys("Escape")
        until(lambda: not self._desktop.shows(title), f"the end of {title}")
        until(lambda: self.walker.focus() == at, f"the focus where it was before {title}")

    def dialog(self, title: str, *keys: str) -> None:
        """The same of one in which nothing is done."""
        with self.opened(title, *keys):
            pass

    def open(self, *pictures: Path) -> None:
        """With the dialog for files."""
        self.keys("ctrl+o")
        self._desktop.activate(self.program, "^Open Pictures")
        self._desktop.type(" ".join(f'"{picture}"' for picture in pictures))
        self.keys("Return")
        until(lambda: not self._desktop.shows("^Open Pictures"), "the end of the dialog")
        self._desktop.activate(self.program, MAIN)


@pytest.fixture(scope="module")
def walker(desktop: Desktop) -> Iterator[Walker]:
    walker = Walker(desktop)
    yield walker
    walker.close()


@pytest.fixture
def start(desktop: Desktop, walker: Walker) -> Iterator[Callable[..., Scene]]:
    scenes: list[Scene] = []

    def start(*arguments: str, **settings: Any) -> Scene:
        scenes.append(Scene(desktop, walker, *arguments, **settings))
        return scenes[-1]

    yield start
    for scene in scenes:
        scene.close()


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One as any other, one at which the engine hangs, one that breaks the engine."""
    folder = tmp_path_factory.mktemp("pictures")
    draw(sample("validation", 7, count=5), 960).save(folder / "drawing.png")
    for name in ("hang.png", "crash.png"):
        shutil.copy(folder / "drawing.png", folder / name)
    return {path.stem: path for path in folder.iterdir()}


def test_the_main_window_and_what_it_opens(start: Callable[..., Scene], pictures: dict[str, Path]) -> None:
    scene = start(history={"keep": True})
    scene.hears("Ready")
    scene.look("no picture")
    scene.note("menus", scene.walker.menu_faults())
    scene.dialog("^Open Pictures", "ctrl+o")
    scene.dialog("^History", "ctrl+h")
    scene.open(pictures["hang"])
    scene.hears("Describing")
    scene.look("describing")
    scene.keys("Escape")
    scene.hears("Stopped")
    scene.look("stopped")
    scene.open(pictures["drawing"])
    scene.hears("Finished")
    scene.look("described")
    scene.note("described", scene.walker.unheard())
    for menu_key, title in (("t", "Text"), ("d", "Sound"), ("a", "Alt Text")):
        scene.dialog(f"^Save .*{title}", "alt+f", menu_key)
    scene.keys("ctrl+plus")
    scene.hears("Picture at 150 percent.")
    scene.look("enlarged")
    scene.keys("ctrl+0")
    scene.open(pictures["drawing"], pictures["hang"], pictures["drawing"])
    scene.hears("Describing")
    scene.look("a queue")
    scene.keys("Escape")
    scene.hears("Stopped")
    with scene.opened("^History", "ctrl+h"):
        scene.note("history", scene.walker.unheard())
        scene.dialog("^Delete All", "alt+a")
        scene.dialog("^Export the Whole History", "alt+e")
    scene.open(pictures["crash"])
    scene.hears("That did not work")
    scene.look("after a failure")
    scene.settle()


def test_while_the_model_loads(start: Callable[..., Scene], pictures: dict[str, Path]) -> None:
    scene = start("--engine", "--load", "600")
    scene.look("loading")
    scene.open(pictures["drawing"])
    scene.hears("Loading the model")
    scene.look("waiting for the model")
    scene.dialog("^History", "ctrl+h")
    scene.dialog("^What can be done here", "F1")
    scene.dialog("^About", "alt+h", "a")
    with scene.opened("^Keyboard", "alt+h", "k"):
        scene.note("keyboard", scene.walker.unheard())
    with scene.opened("^First Steps", "alt+h", "f"):
        for step in range(2, STEPS + 1):
            scene.keys("alt+n")
            scene.hears(f"Step {step} of {STEPS}")
            scene.look(f"step {step}")
            scene.note(f"step {step}", scene.walker.unheard())
    scene.settle()


def test_a_part_of_the_screen(desktop: Desktop, start: Callable[..., Scene]) -> None:
    with desktop.text_field():  # not all is black
        scene = start()
        scene.hears("Ready")
        scene.keys("ctrl+shift+p")
        desktop.activate(scene.program, "^Choose a Part of the Screen")
        scene.look("choosing a part")
        scene.keys("Escape")
        scene.walker.window()
    scene.settle()


def test_the_settings(start: Callable[..., Scene]) -> None:
    scene = start(captions={"prompts": PROMPTS})
    scene.hears("Ready")
    with scene.opened("^Settings", "ctrl+comma"):
        scene.dialog("^Import Settings", "alt+i")
        scene.dialog("^Export the Settings", "alt+x")
        for _ in range(PAGES):
            scene.keys("ctrl+Next")
            page = scene.walker.row()
            scene.look(page)
            scene.note(page, scene.walker.unheard("Pages"))
            ON_PAGE.get(page, lambda _scene: None)(scene)
    scene.settle()


def test_the_models(start: Callable[..., Scene]) -> None:
    scene = start()
    scene.hears("Ready")
    with scene.opened("^Models", "alt+f", "l", look=False):
        scene.hears("Recommended: ")
        scene.look("models")
        scene.note("models", scene.walker.unheard())
        scene.dialog("^Another Model", "alt+a")
        scene.dialog("^Remove the Model", "alt+r")
        scene.dialog("^What can be done here", "F1")
    scene.settle()


def set_a_key(scene: Scene) -> None:
    scene.keys("Tab", "Return")
    scene.hears("Press the new key.")
    scene.look("waiting for a key")
    scene.hears("Not changed.")
    scene.keys("Return")
    scene.hears("Press the new key.")
    scene.keys("ctrl+shift+F12")
    until(lambda: "The leader key: Ctrl+Shift+F12" in scene.walker.renamed(), "the new name of the button")


def write_a_prompt(scene: Scene) -> None:
    with scene.opened("^New Prompt", "alt+a"):
        scene.keys("alt+s")
        scene.hears("name")
    scene.dialog("^Edit the Prompt", "alt+d")
    scene.dialog("^Remove the Prompt", "alt+m")


ON_PAGE: dict[str, Callable[[Scene], None]] = {
    "Keys": set_a_key,
    "Descriptions": write_a_prompt,
    "Model": lambda scene: scene.dialog("^Model folder", "alt+h"),
}


def test_nothing_is_left_in_english(start: Callable[..., Scene]) -> None:
    """Names and keys for those who have chosen Chinese, too."""
    scene = start(language="zh_CN", captions={"prompts": {"价格": "读出价格。"}}, history={"keep": True})
    scene.read("main window")
    for keys, title in (("ctrl+h", "^历史记录"), ("F1", "^此处")):
        with scene.opened(title, keys, look=False):
            scene.read(title)
    with scene.opened("^模型", "alt+f", "l", look=False):
        scene.hears("推荐：")
        scene.read("models")
    with scene.opened("^设置", "ctrl+comma", look=False):
        for _ in range(PAGES):
            scene.keys("ctrl+Next")
            scene.read(scene.walker.row())
    scene.settle()


@pytest.mark.parametrize(
    ("flaw", "told"),
    {
        "nameless button": "nameless: push button",
        "doubled key": "Alt+P means push button “Paste twice” and push button “Paste”",
        "nameless image": "unnamed image",
        "static text": "no role for the focus: label “Only to be read”",
        "trap": "Tab does not lead to",
        "order": "from push button “Describe Again” to push button “Paste”",
        "out of reach": "Tab does not lead to push button “Out of reach”",
        "mute": "nothing is heard of a change of check box “Mute”",
    }.items(),
)
def test_a_fault_would_be_found(
    start: Callable[..., Scene], monkeypatch: pytest.MonkeyPatch, flaw: str, told: str
) -> None:
    scene = start("--flaw", flaw)
    scene.hears("Ready")
    monkeypatch.setattr(scene.walker, "patience", SHORT)
    scene.look("")
    scene.note("", scene.walker.unheard() if flaw == "mute" else [])
    assert [fault for fault in scene.faults if told not in fault] == []
    assert scene.faults != []
