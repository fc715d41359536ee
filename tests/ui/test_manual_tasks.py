"""Each task of the manual, done with keys alone by one who only listens, beside a real Orca: pictures and their words.

The tasks in the other windows are in `test_manual_windows`; here is also the test that no section is left out.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import orca as real
from tests.support.desktop import FIELD, ROOT, Desktop, missing, until
from tests.support.fake_engine import CHINESE, TEXT
from tests.support.listener import Listener, section
from tests.support.speechd import Daemon

pytestmark = pytest.mark.skipif(bool(missing() + real.missing()), reason="needs a desktop and orca")
Listen = Callable[..., Listener]
LEADER = "ctrl+shift+F11"
SENTENCES = [f"{each}." for each in TEXT.removesuffix(".").split(". ")]
FIRST, *_, LAST = SENTENCES
LONG = [f"{name} {'is said and ' * 12}done." for name in ("One", "Two", "Three", "Four", "Five")]


def test_every_section_of_the_manual_has_its_tasks() -> None:
    manual = (ROOT / "docs" / "manual" / "en.md").read_text("utf-8")
    tests = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_manual_*.py"))
    done = re.findall(r'^@section\("(.*)"\)$', tests, re.MULTILINE)
    assert set(re.findall(r"^## (.*)$", manual, re.MULTILINE)) == set(done)


@section("Your first picture")
def test_a_first_picture(listen: Listen, pictures: list[Path]) -> None:
    it = listen()
    it.press("ctrl+o")
    it.answer_dialog("Open Pictures", "cat.png")
    it.told("cat.png", *SENTENCES)
    it.plays("captured", "done")
    it.paste(pictures[0])
    it.told("Pasted picture", *SENTENCES)
    assert not it.was_read("Pasted picture"), "the window's title"


@section("Your first picture")
def test_escape_stops_it_and_the_text_so_far_stays(listen: Listen, pictures: list[Path]) -> None:
    it = listen("--engine", "--delay", "0.3")
    it.paste(pictures[0])
    it.told("Pasted picture", FIRST)
    it.press("Escape")
    it.falls_silent()
    it.press("alt+n")
    it.reads("Description", FIRST)
    it.press("F5")
    it.told(FIRST)
    it.find("Open… push button")
    assert LAST not in it.spoken()


@section("The screen, from any program")
def test_the_window_in_front_of_another_program(listen: Listen) -> None:
    it = listen()
    with it.desktop.text_field() as other:
        it.press(LEADER, "w")
        it.told(FIELD, *SENTENCES)
        it.press(LEADER, "w")
        it.told(FIELD, *SENTENCES)
        it.press(LEADER, "p")
        it.told(LAST)
        it.press(LEADER, "a")
        it.told(*SENTENCES)
        it.press(LEADER, "h")
        it.told_like("W: describe the window.", "Q: ", "Escape: ")
        assert "focus out" not in other.lines
        it.press(LEADER, "r")
        it.told_like("Choose a part of the screen.")
        it.press("1")
        it.told_like("Lower left: ")
        it.press("Return")
        it.told_like("Region ")
        it.told(*SENTENCES)
        assert not [line for line in other.lines if line.startswith("text ")], "it has heard nothing of the keys"
        it.press(LEADER, "o")
        it.reads("SPARC Desktop frame", "Description", FIRST)
        it.press(LEADER, "q")
        it.reads("Question: text")


@section("A part of the screen")
def test_a_part_of_the_screen(listen: Listen, read_aloud: tuple[Desktop, Daemon]) -> None:
    desktop, _ = read_aloud
    with desktop.text_field():
        it = listen()
        it.press("ctrl+shift+p")
        it.told("Choose a part of the screen. All of it: 1280 by 1024, at 0, 0. H for help.")
        it.reads("Choose a Part of the Screen")
        for key, answer in (
            ("7", "Upper left: 426 by 341, at 0, 0."),
            ("Right", "Upper left: 426 by 341, at 106, 0."),
            ("alt+Left", "Upper left: 213 by 341, at 106, 0."),
            ("shift+Right", "Upper left: 266 by 341, at 106, 0."),
            ("ctrl+Right", "Upper left: 200 by 341, at 172, 0."),
            ("BackSpace", "Upper left: 266 by 341, at 106, 0."),
            ("space", "Upper left: 266 by 341, at 106, 0."),
            ("m", "There is only one monitor. Upper left: 266 by 341, at 106, 0."),
        ):
            it.press(key)
            it.told(answer)
        it.press("h")
        it.told_like("1 to 9: ", "Enter: describe it.", "Escape: ")
        it.press("Escape")
        it.told("No part of the screen was chosen.")
        it.reads("SPARC Desktop frame", "Description")
        it.press("ctrl+shift+p")
        it.told_like("Choose a part of the screen.")
        it.reads("Choose a Part of the Screen")
        it.press("Return")
        it.told_like("1280 by 1024")
        it.told(*SENTENCES)


@section("Listening")
def test_the_keys_of_the_window(listen: Listen, pictures: list[Path]) -> None:
    it = listen("--engine", "--text", " ".join(LONG))
    it.paste(pictures[0])
    it.told("Pasted picture", LONG[0])
    it.press("F6")
    it.falls_silent()
    assert LONG[-1] not in it.spoken()
    for key, step in (("F6", 0), ("alt+Right", 1), ("alt+Left", -1), ("F6", 0)):
        place = LONG.index(it.told_last()) + step
        it.press(key)
        it.told(LONG[place])
        it.press("F6")
        it.falls_silent()
    it.press("F6")
    it.told(LONG[-1])
    for key in ("F5", "ctrl+r"):
        it.press(key)
        it.told(LONG[0])
    it.press("Escape")
    it.falls_silent()
    for key, answer in (
        ("F7", "The program's own voice: 150 words a minute."),
        ("F8", "The program's own voice: 175 words a minute."),
        ("shift+F7", "The program's own voice: 90 percent of its full volume."),
        ("shift+F8", "The program's own voice: 100 percent of its full volume."),
    ):
        it.press(key)
        it.told(answer)
    it.forget(*LONG)


@section("Listening")
def test_sentence_by_sentence_in_the_list(listen: Listen, pictures: list[Path]) -> None:
    it = listen()
    it.paste(pictures[0])
    it.told("Pasted picture", *SENTENCES)
    it.find("Description")
    it.reads("List with 4 items", FIRST)
    it.press("Down")
    it.reads(SENTENCES[1])
    it.press("Down")
    it.reads(SENTENCES[2])
    it.press("Return")
    it.told(SENTENCES[2], LAST)
    it.press("Up")
    it.reads(SENTENCES[1])
    it.press("ctrl+c")
    it.told("Copied.")
    assert it.clipboard() == SENTENCES[1]
    it.press("shift+Down")
    it.reads(SENTENCES[2])
    it.press("ctrl+c")
    it.told("Copied.")
    assert it.clipboard() == "\n".join(SENTENCES[1:3])
    it.forget("Copied.")  # "Copied selection to clipboard." says Orca, where it notices


@section("Listening")
def test_one_stays_on_the_sentence_while_the_list_grows(listen: Listen, pictures: list[Path]) -> None:
    it = listen("--engine", "--delay", "0.15")
    it.paste(pictures[0])
    it.told(FIRST)
    it.press("alt+n")
    it.reads("Description", FIRST)
    it.told(LAST)
    it.press("Down")
    it.reads(SENTENCES[1])


@section("Listening")
def test_who_speaks(listen: Listen, pictures: list[Path]) -> None:
    it = listen()
    it.choose("alt+d", "Describe Again", "w", "v")
    it.says("Descriptions are spoken with: Own voice.")
    it.paste(pictures[0])
    it.says("Pasted picture", *SENTENCES)
    it.choose("alt+d", "Describe Again", "w", "e")
    it.told("Descriptions are spoken with: Screen reader, or else own voice.")
    it.choose("alt+d", "Describe Again", "a")
    it.reads("Open… push button")  # the menu is left, or this would cut off what the next menu says
    until(lambda: it.settings.output == "none", "silence")
    it.press("F5")
    it.choose("alt+d", "Describe Again", "a")
    it.told("Descriptions are spoken with: Screen reader, or else own voice.")
    it.press("F5")
    it.told(*SENTENCES)


@section("Asking")
def test_a_question_before_and_after_the_picture(listen: Listen, pictures: list[Path]) -> None:
    it = listen()
    it.press("ctrl+k")
    it.reads("Question: text")
    it.type("What?")
    it.press("Return")
    it.told("The question will be asked of the next picture. Open, paste or drop one.")
    it.paste(pictures[0])
    it.told("You asked: What?")
    it.type("Why?")
    it.press("Return")
    it.told("You asked: Why?")
    it.press("alt+n")
    it.reads("Description", "List with 4 items", "Question: What?")
    for line in ("You asked: What?", "Question: Why?", "You asked: Why?"):
        it.press("Down")
        it.reads(line)
    it.press("F5")
    it.told("Question: What?", "You asked: What?", "Question: Why?", "You asked: Why?")
    it.forget("Question: What?", "Question: Why?")


@section("Several pictures")
def test_several_pictures(listen: Listen, pictures: list[Path]) -> None:
    it = listen()
    it.press("ctrl+o")
    it.answer_dialog("Open Pictures", *(each.name for each in pictures))
    it.told("cat.png", *SENTENCES)
    it.told("All waiting pictures are described. Ctrl+Page Up and Page Down go through them.")
    for key, answer in (
        ("ctrl+Next", "dog.png: picture 2 of 3."),
        ("ctrl+Next", "fox.png: picture 3 of 3."),
        ("ctrl+Next", "There is no further picture."),
        ("ctrl+Prior", "dog.png: picture 2 of 3."),
    ):
        it.press(key)
        it.told(answer)
    it.find("Pictures:")
    it.reads("List with 3 items", "dog.png, described")
    it.press("Down")
    it.reads("fox.png, described")
    it.press("alt+n")
    it.reads("Description", FIRST)
    it.press("ctrl+d")
    it.told("fox.png", *SENTENCES)
    for key, answer in (("ctrl+plus", "150"), ("ctrl+minus", "100"), ("ctrl+plus", "150"), ("ctrl+0", "100")):
        it.press(key)
        it.told(f"Picture at {answer} percent.")
    it.forget("fox.png", FIRST)  # the lists say them, too, on the way


@section("Several pictures")
def test_those_that_wait_are_left_off_by_escape(listen: Listen, pictures: list[Path]) -> None:
    it = listen("--engine", "--delay", "0.2")
    it.press("ctrl+o")
    it.answer_dialog("Open Pictures", *(each.name for each in pictures))
    it.told("cat.png")
    it.told("Pictures that wait their turn: 2.")
    it.told(FIRST)
    it.press("Escape")
    it.told("Stopped. Pictures still to be described: 2. Escape once more stops them, too.")
    it.press("Escape")
    it.told("Stopped. Pictures left undescribed: 2.")
    it.find("Pictures:")
    it.reads("cat.png, stopped")
    it.press("Down")
    it.reads("dog.png, stopped")
    it.forget(FIRST)  # it lies on the way


@section("Length and language")
def test_length_and_language(listen: Listen, pictures: list[Path]) -> None:
    it = listen()
    it.paste(pictures[0])
    it.told("Pasted picture", *SENTENCES)
    it.press("ctrl+1")
    it.told("Length of descriptions: One sentence.")
    it.press("ctrl+d")
    it.told("Pasted picture", FIRST)
    it.choose("alt+d", "Describe Again", "g")
    it.reads("One sentence checked")
    it.press("3")
    it.told("Length of descriptions: Detailed.")
    it.choose("alt+v", "Language of the Computer")
    it.press("Up")
    it.reads("简体中文")
    it.press("Return")
    it.told("现在使用简体中文。")
    it.press("ctrl+d")
    it.told("Pasted picture", *CHINESE.split())
    it.choose("alt+v", "跟随系统语言")
    it.press("Down")
    it.reads("English")
    it.press("Return")
    it.told("The language is now English.")
    assert it.settings.language == "en"
