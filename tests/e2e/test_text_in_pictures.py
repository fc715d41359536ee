"""`sparc-desktop describe --text` as a user starts it: a real process, the built-in model, the real reader."""

import json
import signal
import subprocess
import sys
import wave
from pathlib import Path

import pytest

from sparc_desktop import cli
from sparc_desktop.cli import Exit
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.evaluate.world.drawing import draw, sample
from sparc_desktop.ocr.tesseract import TesseractReader
from sparc_desktop.resources import assets
from sparc_desktop.services.narration import Narration
from sparc_desktop.services.text_reading import Reader
from sparc_desktop.settings.model import Settings
from sparc_desktop.settings.store import SettingsStore
from tests.support.command_line import DESCRIBED, home_environment, run_program
from tests.support.desktop import ROOT
from tests.support.drawn_text import page, png

SAMPLE = sorted((assets() / "samples").glob("*.png"))[0]
LINES = ["Your order was sent on Monday.", "Cancel the order"]

needs_tesseract = pytest.mark.skipif(not TesseractReader.is_installed(), reason=TesseractReader.remedy())


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A picture with nothing but text, which the built-in model refuses."""
    path = tmp_path / "letter.png"
    path.write_bytes(png(page(LINES)))
    return path


@pytest.fixture
def poster(tmp_path: Path) -> Path:
    """A drawing that the built-in model knows, with a line of text in it."""
    drawing = draw(sample("validation", 2, count=3), 960)
    drawing.paste(page(["Your order was sent on Monday."], size=12).crop((20, 10, 300, 45)), (10, 10))
    path = tmp_path / "poster.png"
    path.write_bytes(png(drawing))
    return path


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return home_environment(tmp_path)


def run(environment: dict[str, str], *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return run_program(environment, "describe", *arguments)


@needs_tesseract
def test_the_text_follows_the_description(environment: dict[str, str], poster: Path) -> None:
    done = run(environment, poster, "--text")
    assert done.returncode == Exit.OK
    description, text = done.stdout.strip().split("\n\n")
    assert DESCRIBED in description
    assert text == f"Text: {LINES[0]}"


@needs_tesseract
def test_the_text_is_there_where_a_description_is_not(environment: dict[str, str], letter: Path) -> None:
    done = run(environment, letter, "--text")
    assert done.returncode == Exit.FAILED
    assert "letter.png is unlike the pictures" in done.stderr
    assert done.stdout == f"Text: {LINES[0]}\n{LINES[1]}\n\n"


@needs_tesseract
def test_json_has_an_event_of_its_own(environment: dict[str, str], poster: Path, letter: Path) -> None:
    done = run(environment, poster, SAMPLE, letter, "--text", "--json")
    events = [json.loads(line) for line in done.stdout.splitlines()]
    ends = [event for event in events if event["type"] in ("finished", "failed", "text-read")]
    assert [(event["type"], event["request"]) for event in ends] == [
        ("finished", 1),
        ("text-read", 1),
        ("finished", 2),
        ("text-read", 2),
        ("failed", 3),
        ("text-read", 3),
    ]
    assert [event["text"] for event in ends if event["type"] == "text-read"] == [LINES[0], "", "\n".join(LINES)]


@needs_tesseract
def test_of_several_pictures_each_text_stands_under_its_name(
    environment: dict[str, str], poster: Path, letter: Path
) -> None:
    """Also where the second one can't be described, so that its text is the first word of it."""
    done = run(environment, poster, letter, "--text")
    first, second = done.stdout.split(f"{letter}:\n")
    assert first.startswith(f"{poster}:\n")
    assert second.startswith("Text: ")


@needs_tesseract
def test_the_text_is_spoken(environment: dict[str, str], letter: Path, tmp_path: Path) -> None:
    lengths = []
    for option in ("--no-text", "--text"):
        path = tmp_path / f"spoken{option}.wav"
        run(environment, letter, "--wav", path, option)
        with wave.open(str(path)) as sound:
            lengths.append(sound.getnframes() / sound.getframerate())
    assert lengths[1] > lengths[0] + 2


@needs_tesseract
def test_the_setting_holds_where_the_option_is_left_out(
    environment: dict[str, str], letter: Path, tmp_path: Path
) -> None:
    assert "Text:" not in run(environment, letter).stdout  # a file is no picture of the screen
    SettingsStore(tmp_path / ".config" / "sparc-desktop" / "settings.json").save(Settings(read_text="always"))
    assert "Text:" in run(environment, letter).stdout
    assert "Text:" not in run(environment, letter, "--no-text").stdout


@needs_tesseract
def test_interrupted_nothing_of_the_text_is_told(environment: dict[str, str]) -> None:
    command = [sys.executable, ROOT / "main.py", "describe", "--text", "--json", SAMPLE]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout
    for line in process.stdout:
        if "text-delta" in line:
            process.send_signal(signal.SIGINT)
            break
    rest, errors = process.communicate(timeout=60)
    assert process.returncode == Exit.INTERRUPTED
    assert "text-read" not in rest
    assert "Traceback" not in errors


@pytest.mark.parametrize(("option", "code"), [("--text", Exit.TEXT), ("--no-text", Exit.OK)])
def test_where_nothing_can_read_it_the_description_is_there_all_the_same(
    capfd: pytest.CaptureFixture[str], option: str, code: Exit
) -> None:
    def open_reader() -> Reader:
        raise ExpectedError(Code.OCR_UNAVAILABLE, remedy="Install it.")

    def silent(*_: object) -> Narration:
        raise AssertionError("no voice was asked for")

    arguments = ["describe", str(SAMPLE), str(SAMPLE), option, "--max-words", "5"]
    assert cli.run(arguments, Settings, silent, lambda _: 0, open_reader) == code
    out, err = capfd.readouterr()
    assert len(out.strip().split("\n\n")) == 2
    assert err.count("Install it.") == (1 if option == "--text" else 0)  # told once, not for each picture
