"""Each task of the manual, done with keys alone by one who only listens, beside a real Orca: files, history, settings,
other models, help, the end, and what can go wrong. The others are in `test_manual_tasks`.
"""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from sparc_desktop.settings.pages import PAGES
from tests.support import orca as real
from tests.support.desktop import missing, until
from tests.support.fake_engine import TEXT
from tests.support.fake_hub import FakeHub
from tests.support.hub_models import write_model
from tests.support.listener import WINDOW, Listener, section
from tests.support.parts import RECOMMENDED

pytestmark = pytest.mark.skipif(bool(missing() + real.missing()), reason="needs a desktop and orca")
Listen = Callable[..., Listener]
LEADER = "ctrl+shift+F11"
SENTENCES = [f"{each}." for each in TEXT.removesuffix(".").split(". ")]
FIRST, *_, LAST = SENTENCES
KEEPING = ("--set", json.dumps({"history": {"keep": True}}))


def described(it: Listener, picture: Path) -> None:
    it.press("ctrl+o")
    it.answer_dialog("Open Pictures", picture.name)
    it.told(picture.name, *SENTENCES)
    it.reads(WINDOW)


def settings(it: Listener, letter: str, page: str) -> None:
    """One page of the settings, by its first letter."""
    it.press("ctrl+comma")
    it.reads("Settings — SPARC Desktop dialog.", "Pages:", "List with 7 items")
    if letter:
        it.press(letter)
        it.reads(page)


def leave(it: Listener) -> None:
    """Close the window that is in front."""
    it.press("Escape")
    it.reads(WINDOW)


@section("In your own words")
def test_a_prompt_of_ones_own(listen: Listen, pictures: list[Path]) -> None:
    it = listen()
    settings(it, "d", "Descriptions")
    it.find("Own prompts:")
    it.reads("list.", "What you ask the model for in your own words")
    it.find("Add… push button")
    it.press("Return")
    it.reads("New Prompt", "Name: text")
    it.type("Price")
    it.press("Tab")
    it.reads("What the model is asked: text")
    it.type("Read me the price only.")
    it.press("alt+s")
    it.told("Saved: Price")
    it.reads("Settings")
    leave(it)
    it.choose("alt+d", "Describe Again", "m")
    it.reads("None: Length and Language")
    it.press("1")
    it.told("Descriptions follow your prompt: Price.")
    it.paste(pictures[0])
    it.told("Pasted picture", "You wished: Read me the price only.")
    it.press("ctrl+3")
    it.told("Length of descriptions: Detailed. Descriptions follow no prompt of yours.")
    it.press("ctrl+d")
    it.told("Pasted picture", *SENTENCES)
    captions = it.settings.captions
    assert (captions.prompt, captions.prompts) == ("", {"Price": "Read me the price only."})


@section("History and private mode")
def test_the_history_is_switched_on_searched_and_opened(listen: Listen, pictures: list[Path]) -> None:
    it = listen()
    it.press("ctrl+h")
    it.told("The history is switched off: new descriptions are not kept. The history is empty.")
    it.reads("History — SPARC Desktop dialog.", "Search: text")
    leave(it)
    settings(it, "p", "Privacy")
    it.find("Keep a history")
    it.reads("check box not checked", "Descriptions are saved on this computer until you delete them.")
    it.press("space")
    it.reads("checked")
    leave(it)
    described(it, pictures[0])
    described(it, pictures[1])
    it.press("ctrl+h")
    it.told("Descriptions in the history: 2.")
    it.reads("History", "Search: text")
    it.type("cat")
    it.told("1 description found.")
    it.press("Return")
    it.reads("Descriptions:", "List with 1 item", "cat.png, today")
    it.press("Return")
    it.reads(WINDOW, "Description", FIRST)
    it.press("F5")
    it.told(*SENTENCES)
    it.forget(FIRST)  # the history says it with each entry


@section("History and private mode")
def test_the_history_is_deleted_and_exported(listen: Listen, pictures: list[Path]) -> None:
    it = listen(*KEEPING)
    described(it, pictures[0])
    it.press("ctrl+shift+n")
    it.told("Private mode: nothing is kept.")
    it.paste(pictures[1])
    it.told("Pasted picture", *SENTENCES)
    it.press("ctrl+shift+n")
    it.told("Private mode is off.")
    it.press("ctrl+h")
    it.told("Descriptions in the history: 1.")
    it.reads("History", "Search: text")
    it.find("List with 1 item")
    it.reads("cat.png, today")
    it.press("Delete")
    it.told("Deleted: cat.png. Ctrl+Z in the list brings it back.")
    it.press("ctrl+z")
    it.told("Brought back: cat.png. Descriptions in the history: 1.")
    it.reads("List with 1 item", "cat.png, today")
    it.press("alt+e")
    it.answer_dialog("Export the Whole History", "all.html")
    it.told("Descriptions exported to all.html: 1.")
    assert LAST in (it.home / "all.html").read_text("utf-8")
    it.reads("History — SPARC Desktop dialog.")
    it.press("alt+a")
    it.reads("Delete All", "can't be brought back", "Keep Them push button")
    it.press("Escape")
    it.reads("History — SPARC Desktop dialog.")
    it.press("alt+a")
    it.reads("Keep Them push button")
    it.press("Tab")
    it.reads("Delete All push button")
    it.press("Return")
    it.told("All descriptions were deleted. The history is empty.")
    it.reads("History — SPARC Desktop dialog.")
    it.forget(FIRST)
    leave(it)


@section("Saving and copying")
def test_saving_and_copying(listen: Listen, pictures: list[Path]) -> None:
    it = listen()
    it.press("ctrl+s")
    it.told("There is no description yet.")
    described(it, pictures[0])
    it.press("ctrl+s")
    it.answer_dialog("Save the Description as Text", "cat.txt")
    it.told(f"Saved as cat.txt in {it.home.name}.")
    it.reads(WINDOW)
    assert (it.home / "cat.txt").read_text("utf-8").strip() == TEXT
    it.choose("alt+f", "Open Pictures", "a")
    it.answer_dialog("Save a Copy of the Picture with Alt Text", "alt.png")
    it.told(f"Saved as alt.png in {it.home.name}.")
    it.reads(WINDOW)
    asked = ("exiftool", "-s3", "-AltTextAccessibility", "-ExtDescrAccessibility", it.home / "alt.png")
    read = subprocess.run(asked, capture_output=True, check=True)
    assert read.stdout.decode().splitlines() == [FIRST, TEXT]
    it.choose("alt+f", "Open Pictures", "d")
    it.answer_dialog("Save the Description as Sound", "cat.wav")
    it.told("The sound is being made. You will hear when it is saved.")
    it.told(f"Saved as cat.wav in {it.home.name}.")
    it.reads(WINDOW)
    assert (it.home / "cat.wav").read_bytes().startswith(b"RIFF")
    it.press("ctrl+shift+c")
    it.told("The description was copied.")
    assert it.clipboard().strip() == TEXT
    it.choose("alt+d", "Describe Again", "h")
    it.told("The description was copied as HTML alt text.")
    assert it.clipboard() == f'alt="{TEXT}"'


@section("Settings")
def test_the_settings(listen: Listen) -> None:
    it = listen()
    settings(it, "", "")
    it.reads("Speech")
    for page in PAGES[1:]:
        it.press("ctrl+Next")
        it.reads(page.heading)
    it.press("ctrl+Next")
    it.reads("Speech")
    it.find("Rate: 175 words a minute spin button")
    it.reads("How fast the voice speaks, in words a minute. Default: 175 words a minute.")
    it.press("Up")
    it.reads("180 words a minute")
    assert it.settings.voice.rate == 180
    it.press("alt+x")
    it.answer_dialog("Export the Settings", "mine.json")
    it.told(f"The settings were written to {it.home / 'mine.json'}.")
    it.reads("Settings — SPARC Desktop dialog.", "Rate: 180 words a minute")
    it.press("alt+r")
    it.told("Speech: defaults again, 1 changed. The same button takes it back.")
    assert it.settings.voice.rate == 175
    it.press("alt+i")
    it.answer_dialog("Import Settings", "mine.json")
    it.told("The settings in mine.json are used now. Changed by it: 1. Rate: 180 words a minute.")
    it.reads("Settings — SPARC Desktop dialog.")
    assert it.settings.voice.rate == 180
    leave(it)


@section("Settings")
def test_the_language_is_switched_in_the_settings(listen: Listen) -> None:
    it = listen()
    settings(it, "l", "Look and language")
    it.find("Language: combo box")
    it.reads("Language of the computer")
    it.press("Down")
    it.reads("English")
    it.told("The language is now English.")
    it.press("Down")
    it.reads("简体中文")
    it.told("现在使用简体中文。")
    assert it.settings.language == "zh_CN"
    it.press("Escape")
    it.reads("SPARC Desktop")


@section("Keys of your own")
def test_a_key_is_bound_by_pressing_it(listen: Listen) -> None:
    it = listen()
    settings(it, "k", "Keys")
    it.find("The leader key: Ctrl+Shift+F11 push button")
    it.press("Return")
    it.told("Press the new key. Escape gives up, Backspace leaves it empty.")
    it.press("ctrl+shift+F12")
    it.reads("The leader key: Ctrl+Shift+F12")
    it.find("Describe the window: W push button")
    assert not it.was_read("Describe the window: Describe the window")
    it.press("space")
    it.told("Press the new key. Escape gives up, Backspace leaves it empty.")
    it.press("x")
    it.told_like("X", "stop")
    assert (it.settings.hotkeys.leader, it.settings.hotkeys.letters) == ("Ctrl+Shift+F12", {})
    it.find("none push button", "shift+Tab")
    it.press("Return")
    it.told("Press the new key. Escape gives up, Backspace leaves it empty.")
    it.press("Pause")
    it.reads(": Pause")
    assert list(it.settings.hotkeys.direct.values()) == ["Pause"]
    leave(it)
    it.choose("alt+h", "What Can Be Done Here", "k")
    it.reads("Keyboard — SPARC Desktop dialog.", "Search: text")
    it.type("anywhere")
    it.told("No key found. Try another word.")
    it.press("ctrl+a")
    it.type("stop")
    it.told_like("Keys: ")
    it.find("List with")
    it.reads("Escape: Stop")
    leave(it)


@section("Help, and the first steps again")
def test_help_the_manual_and_about(listen: Listen, tmp_path: Path) -> None:
    browser, opened = tmp_path / "xdg-open", tmp_path / "opened"
    browser.write_text(f'#!/bin/sh\necho "$1" > {opened}\n')
    browser.chmod(0o755)
    it = listen(PATH=f"{tmp_path}:{os.environ['PATH']}")
    it.press("F1")
    it.told_like("You are here: Open, in the window SPARC Desktop.", "Shift+F1: Manual.")
    it.reads("What can be done here", "Close push button")
    leave(it)
    it.press("shift+F1")
    it.told("The manual opens in your web browser.")
    assert until(lambda: opened.exists() and opened.read_text(), "the browser").strip().endswith("manual/en.html")
    it.choose("alt+h", "What Can Be Done Here", "a")
    it.reads("About SPARC Desktop dialog.", "SPARC Desktop describes pictures aloud")
    it.find("Copy push button")
    it.press("Return")
    it.told("Copied.")
    assert "Licence: Apache" in it.clipboard()
    leave(it)


@section("Help, and the first steps again")
def test_the_first_steps_again(listen: Listen) -> None:
    it = listen()
    it.choose("alt+h", "What Can Be Done Here", "f")
    it.told("Step 1 of 5: Welcome.", "Enter goes on, Tab walks through the window, Escape skips these steps.")
    it.reads("First Steps — SPARC Desktop dialog.", "Language: combo box")
    it.press("Return")
    it.told("Step 2 of 5: Who speaks.")
    it.reads("Speak with: combo box")
    it.press("Return")
    it.told("Step 3 of 5: The key.")
    it.press(LEADER)
    it.told("The key was heard.", "Now press H.")
    it.press("h")
    it.told_like("W: describe the window.")
    it.told("That works. Enter goes on.")
    it.press("Return")
    it.told("Step 4 of 5: A first description.")
    it.reads("Describe the Picture push button")
    it.press("Return")
    it.told("drawing-1.png", *SENTENCES)
    it.press("alt+n")
    it.told("Step 5 of 5: What else there is.")
    it.press("Return")
    it.told("First steps done.")
    it.reads(WINDOW)


@section("Closing and quitting")
def test_closing_goes_on_in_the_background(listen: Listen) -> None:
    it = listen("--set", json.dumps({"close_hides": True}))
    it.press("ctrl+w")
    it.told(
        "The program goes on in the background. Ctrl+Shift+F11, then O shows its window; there Ctrl+Q ends the program."
    )
    it.press(LEADER, "o")
    it.reads(WINDOW)
    it.press("ctrl+q")
    assert it.program.process.wait(30) == 0


@section("Closing and quitting")
def test_closing_ends_it_where_nothing_else_was_chosen(listen: Listen) -> None:
    it = listen()
    it.press("ctrl+w")
    assert it.program.process.wait(30) == 0


@section("Privacy")
def test_nothing_of_a_picture_is_left_on_the_disk(listen: Listen, pictures: list[Path]) -> None:
    it = listen()
    it.paste(pictures[0])
    it.told("Pasted picture", *SENTENCES)
    it.choose("alt+h", "What Can Be Done Here", "a")
    it.reads("About SPARC Desktop dialog.")
    it.walk("Settings: ")
    leave(it)
    it.press("ctrl+q")
    assert it.program.process.wait(30) == 0
    folder = it.settings_file.parent
    written = [path for path in folder.rglob("*") if path.is_file()]
    assert it.settings_file in written
    assert not [path for path in written if "swan" in path.read_text(errors="replace")]
    assert not [path for path in written if path.suffix == ".sqlite"]


@section("When something goes wrong")
def test_a_report_for_the_developers(listen: Listen, pictures: list[Path]) -> None:
    it = listen()
    it.paste(pictures[0])
    it.told("Pasted picture", *SENTENCES)
    it.choose("alt+h", "What Can Be Done Here", "c")
    it.told_like("The report was copied, ", "It was not sent.")
    assert "SPARC Desktop" in it.clipboard()
    assert "swan" not in it.clipboard()


@section("What the built-in model can't do")
def test_it_says_that_it_answers_no_questions(listen: Listen, pictures: list[Path]) -> None:
    it = listen("--engine", "--only-describes-in-english")
    it.paste(pictures[0])
    it.told("Pasted picture", *SENTENCES)
    it.press("ctrl+k")
    it.reads("Question: text")
    it.type("What?")
    it.press("Return")
    it.told_like("The model fake can only describe pictures; it can't answer questions. Choose a larger model")
    settings(it, "m", "Model")
    it.find("Model folder: text")
    it.reads("A folder with another model")
    leave(it)


@section("Other models")
def test_another_model_is_got_used_and_removed(listen: Listen, tmp_path: Path) -> None:
    name = RECOMMENDED.name
    with FakeHub(tmp_path / "hub") as hub:
        write_model(hub.folder / RECOMMENDED.id)
        it = listen(HF_ENDPOINT=hub.url, HF_HUB_CACHE=str(tmp_path / "cache"), XDG_DATA_HOME=str(tmp_path / "data"))
        it.choose("alt+f", "Open Pictures", "l")
        it.reads("Models — SPARC Desktop dialog.", "Models:")
        it.told_like(f"Recommended: {name}")
        it.reads(f"{name}: recommended, not installed.")
        it.press("Tab")
        it.reads("Details: read only text", f"{name}: not installed.")
        it.walk("Licence: ")
        it.press("shift+Tab")
        it.reads("Models:", name)
        it.press("Return")
        it.told(f"The hub is asked for {name}.")
        it.told("The download has 1 MB.", "The model is installed.", f"{name} is being loaded.")
        it.told(f"{name} is loaded, and describes a first picture.")
        it.told("still-life.png", *SENTENCES)
        it.told_like("The first word came after ", " words a second.")
        assert RECOMMENDED.id.replace("/", "--") in str(it.settings.model_folder)
        it.press("Delete")
        it.reads("Remove the Model", "It is in use", "Keep It push button")
        it.press("Tab")
        it.reads("Remove push button")
        it.press("Return")
        it.told(f"{name} is being removed.")
        it.told("The model is removed; 1 MB are free again.")
        it.told("Built-in model is loaded.")
        assert it.settings.model_folder is None
        leave(it)
        it.press("F5")
        it.told(*SENTENCES)


@section("Other models")
def test_a_model_that_cannot_be_had_is_told(listen: Listen, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    with FakeHub(tmp_path / "hub") as hub:
        it = listen(HF_ENDPOINT=hub.url, HF_HUB_CACHE=str(tmp_path / "cache"), XDG_DATA_HOME=str(tmp_path / "data"))
        it.choose("alt+f", "Open Pictures", "l")
        it.told_like("Recommended: ")
        it.press("alt+a")
        it.reads("Another Model", "Name on the hub")
        it.type("org/none")
        it.press("Return")
        it.told("The hub is asked for org/none.")
        it.told_like("There is no model org/none on 127.0.0.1")
        it.press("alt+a")
        it.reads("Another Model", "Name on the hub")
        it.type(str(broken))
        it.press("Return")
        it.told("broken is being loaded.")
        it.told_like("There is no model in", "broken")
        it.told("The former model is taken back, and is being loaded.", "Built-in model is loaded.")
        assert it.settings.model_folder is None
        leave(it)
