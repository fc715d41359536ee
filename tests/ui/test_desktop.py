"""The program's window as its users have it: with keys alone, and read by another process on the accessibility bus."""

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sparc_desktop.evaluate.world.drawing import draw, sample
from tests.support.desktop import Desktop, Lines, Widget, until
from tests.support.fake_engine import TEXT

CRASHED = "The description engine stopped unexpectedly"
LOADING = "--load"  # the engine's argument that makes it wait
# What may have the focus, and what role it must have for a screen reader to say the right thing about it.
FOCUSABLE_ROLES = {"push button", "button", "text", "list", "list item"}  # Qt has called a button by both names


class Window:
    """One running program on the desktop, and its end."""

    def __init__(self, desktop: Desktop, *arguments: str) -> None:
        self.desktop = desktop
        self.expected: list[str] = []  # in complaints that are no fault
        self.reader = desktop.listen()
        self.program: Lines = desktop.window(*arguments)
        until(lambda: any(widget.focused for widget in self.widgets()), "the focus")
        if LOADING not in arguments:
            until(lambda: "Ready" in self.announced(), "the model")

    def close(self) -> None:
        """Quit as a user does; nothing may have been complained of."""
        if self.program.process.poll() is None:
            self.desktop.keys("ctrl+q")
        self.program.process.wait(10)
        self.program.end()
        self.reader.end()
        assert self.program.complaints(*self.expected) == []
        assert self.program.process.returncode == 0

    def widgets(self) -> list[Widget]:
        return self.desktop.widgets()

    def caption(self) -> str:
        return " ".join(self.desktop.sentences())

    def shows(self, text: str) -> bool:
        return any(text in widget.name for widget in self.widgets() if widget.showing)

    def said(self) -> list[str]:
        return [line.removeprefix("said ") for line in self.program.lines if line.startswith("said ")]

    def played(self) -> list[str]:
        return [line.removeprefix("played ") for line in self.program.lines if line.startswith("played ")]

    def heard(self, kind: str = "announcement") -> list[dict[str, Any]]:
        return [event for event in map(json.loads, self.reader.lines) if kind in event["type"]]

    def announced(self) -> list[str]:
        return [event["text"] for event in self.heard()]

    def paste(self, picture: Path) -> None:
        self.desktop.copy(picture, "image/png")
        self.desktop.keys("ctrl+v")

    def open(self, file: Path) -> None:
        self.desktop.keys("ctrl+o")
        self.desktop.activate(self.program, "^Open Pictures")
        self.desktop.type(str(file))
        self.desktop.keys("Return")


@pytest.fixture(scope="module")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pictures") / "drawing.png"
    draw(sample("validation", 7, count=5), 960).save(path)
    return path


@pytest.fixture
def start(desktop: Desktop) -> Iterator[Callable[..., Window]]:
    windows: list[Window] = []

    def start(*arguments: str) -> Window:
        windows.append(Window(desktop, *arguments))
        return windows[-1]

    yield start
    for window in windows:
        window.close()


def nameless(widgets: list[Widget]) -> list[Widget]:
    return [widget for widget in widgets if widget.focusable and not (widget.name and widget.role in FOCUSABLE_ROLES)]


def test_a_pasted_picture_is_described_aloud_and_in_writing(start: Callable[..., Window], picture: Path) -> None:
    window = start()
    window.paste(picture)
    until(lambda: window.shows("Finished: 33 words"), "the description")
    assert window.caption().strip() == TEXT
    assert any(widget.role in ("image", "icon") and widget.name.strip() == TEXT for widget in window.widgets())
    until(lambda: window.said()[-1:] == ["Nothing else is drawn."], "the last sentence")
    assert window.said()[0] == "Pasted picture"
    assert " ".join(window.said()[1:]) == TEXT
    announced = window.announced()
    assert [text for text in announced if text != "Ready"] == ["Describing", "Finished"]
    assert nameless(window.widgets()) == []


def test_a_widget_without_a_name_would_be_found(start: Callable[..., Window]) -> None:
    window = start("--flaw", "nameless button")
    found = until(lambda: nameless(window.widgets()), "the button without a name")
    assert [widget.name for widget in found] == [""]


def test_the_whole_way_with_keys_alone(start: Callable[..., Window], picture: Path) -> None:
    window = start("--engine", "--delay", "0.05")
    window.open(picture)
    until(lambda: len(window.said()) > 1, "the first sentence")
    window.desktop.keys("Escape")
    until(lambda: window.shows("Stopped."), "the stop")
    written = window.caption()
    assert written != ""
    assert TEXT.startswith(written.strip())
    assert window.said()[0] == picture.name
    spoken = len(window.said())
    window.desktop.keys("F5")
    until(lambda: " ".join(window.said()[spoken:]) == written.strip(), "the text so far, read again")
    assert window.caption() == written
    assert "silenced" in window.program.lines
    window.desktop.keys("ctrl+d")
    until(lambda: window.shows("Finished"), "the description after all")
    assert window.caption().strip() == TEXT


def test_reading_is_paused_and_walked_with_keys(start: Callable[..., Window], picture: Path) -> None:
    window = start()
    window.paste(picture)
    until(lambda: window.said()[-1:] == ["Nothing else is drawn."], "the whole description")
    before = len(window.said())
    window.desktop.keys("F5")
    until(lambda: len(window.said()) > before, "the first sentence again")
    window.desktop.keys("F6")
    until(lambda: window.shows("Paused."), "the pause")
    paused = window.said()
    time.sleep(1.0)  # longer than what was left of any sentence
    assert window.said() == paused
    window.desktop.keys("F6")
    until(lambda: window.said()[-1] == "Nothing else is drawn.", "the end after the pause")
    again = window.said()[len(paused) :]
    assert again[0] == paused[-1], "the interrupted sentence, from its beginning"
    window.desktop.keys("alt+Left")
    until(lambda: len(window.said()) > len(paused) + len(again), "the sentence before")
    assert window.said()[-1] in TEXT
    window.desktop.keys("alt+Right", "alt+Right", "alt+Right", "alt+Right")
    until(lambda: window.shows("There is nothing more to read."), "the end of the sentences")
    text = "There is nothing more to read. F5 reads the description again."
    until(lambda: window.said()[-1] == text, "the answer, spoken")
    assert text not in window.announced(), "nobody hears it twice"


def test_sounds_tell_what_is_going_on(start: Callable[..., Window], picture: Path) -> None:
    window = start()
    window.paste(picture)
    until(lambda: window.played() == ["captured", "done"], "the sounds of a description")
    lines = window.program.lines
    assert lines.index("played captured") < lines.index("said Pasted picture")
    assert lines.index("played done") > lines.index("said Nothing else is drawn.")
    window.desktop.copy(Path(__file__), "text/plain")
    window.desktop.keys("ctrl+v")
    until(lambda: "error" in window.played(), "the sound of a failure")


def test_a_slow_machine_is_heard_to_work(start: Callable[..., Window], picture: Path, tmp_path: Path) -> None:
    slow = tmp_path / "slow.png"
    slow.write_bytes(picture.read_bytes())
    window = start("--engine", "--slow", "9")
    window.open(slow)
    until(lambda: "Still at work on the picture." in window.said(), "the remark")
    assert window.shows("Still at work on the picture.")
    assert "Still at work on the picture." not in window.announced(), "nobody hears it twice"
    until(lambda: "thinking" in window.played(), "a tick")
    until(lambda: window.shows("Finished"), "the description")
    assert "Still at work on the picture." not in window.caption()


def test_the_caret_and_the_focus_stay_while_text_comes(start: Callable[..., Window], picture: Path) -> None:
    window = start("--engine", "--delay", "0.02")
    window.desktop.keys("alt+n")
    until(window.desktop.is_in_description, "the focus")
    window.paste(picture)  # with the focus in the text, which must not keep the key to itself
    until(lambda: "Describing" in window.announced(), "the beginning")
    moves = len(window.heard("focused"))
    until(lambda: window.shows("Finished"), "the description")
    assert len(window.heard("focused")) == moves
    assert window.desktop.is_in_description()
    window.desktop.keys("Down", "End")  # the first sentence, the last
    moved = [TEXT[: TEXT.index(".") + 1], "Nothing else is drawn."]
    until(lambda: [event["source"] for event in window.heard("focused")[moves:]][-2:] == moved, "the movements, heard")
    until(lambda: window.said()[-1:] == ["Nothing else is drawn."], "the end")
    before = len(window.said())
    window.desktop.keys("Up", "Return")
    until(lambda: len(window.said()) >= before + 2, "the reading from there")
    read = ["On the right side is a small tractor.", "Nothing else is drawn."]
    assert window.said()[before:] == read
    window.desktop.keys("ctrl+c")
    until(lambda: window.shows("Copied."), "the sentence on the clipboard")
    assert window.desktop.run("xclip", "-o", "-selection", "clipboard") == read[0]


def test_after_a_crash_the_text_stays_and_the_window_works(start: Callable[..., Window], picture: Path) -> None:
    window = start()
    window.expected.append("the engine ended")
    crash = picture.with_name("crash.png")
    crash.write_bytes(picture.read_bytes())
    window.open(crash)
    until(lambda: window.shows(CRASHED), "the failure")
    *written, failure = window.desktop.sentences()
    assert TEXT.startswith(" ".join(written))
    assert written != []
    assert failure.startswith(CRASHED)
    until(lambda: any(said.startswith(CRASHED) for said in window.said()), "the failure, spoken")
    assert "That did not work" in window.announced()
    window.open(picture)
    until(lambda: window.shows("Finished"), "another description")
    assert window.caption().strip() == TEXT


def test_an_empty_clipboard_is_answered_with_a_sentence(start: Callable[..., Window]) -> None:
    window = start()
    window.desktop.copy(Path(__file__), "text/plain")
    window.desktop.keys("ctrl+v")
    until(lambda: window.shows("There is no picture on the clipboard."), "the sentence")
    until(lambda: any("clipboard" in said for said in window.said()), "the sentence, spoken")
    window.desktop.keys("ctrl+d")
    until(lambda: window.shows("There is no picture yet."), "another sentence")


def test_while_the_model_loads_a_picture_can_be_opened(start: Callable[..., Window], picture: Path) -> None:
    window = start("--engine", LOADING, "6")
    window.paste(picture)
    until(lambda: window.shows("will be described as soon as the model is loaded"), "the answer")
    until(
        lambda: any(widget.role == "progress bar" and widget.name and widget.showing for widget in window.widgets()),
        "the bar",
    )
    until(lambda: window.shows("Finished"), "the description")


def test_the_language_and_the_voice_are_switched_with_keys(start: Callable[..., Window], picture: Path) -> None:
    window = start()
    window.desktop.keys("alt+d", "a")  # Description menu, Speak Aloud
    window.desktop.keys("alt+v", "Up", "Return")  # View menu, its last entry
    until(lambda: window.shows("现在使用简体中文。"), "Chinese")
    window.paste(picture)
    until(lambda: window.shows("完成："), "the description")
    assert window.said() == []
    window.desktop.keys("F5")
    until(lambda: window.shows("语音朗读已关闭"), "an answer")
    assert "完成" in window.announced()
