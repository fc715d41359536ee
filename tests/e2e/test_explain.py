"""`sparc-desktop explain` as a user starts it."""

import base64
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from sparc_desktop.cli import Exit
from sparc_desktop.resources import assets
from tests.support.command_line import DESCRIBED, home_environment, run_program

ROOT = Path(__file__).parents[2]
SAMPLE = sorted((assets() / "samples").glob("*.png"))[0]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return home_environment(tmp_path / "home")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "home").mkdir()
    (tmp_path / "pages").mkdir()
    return tmp_path / "pages"


def run(environment: dict[str, str], *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return run_program(environment, "explain", *arguments)


def test_a_page_of_a_sample(environment: dict[str, str], folder: Path) -> None:
    done = run(environment, SAMPLE, "--out", folder / "page.html")
    assert done.returncode == Exit.OK
    assert done.stdout == f"The page is written: {folder / 'page.html'}\n"
    assert done.stderr == ""
    assert names(folder) == ["page.html"]
    page = (folder / "page.html").read_text("utf-8")
    assert SAMPLE.name in page
    assert DESCRIBED in page
    assert len(re.findall(r"The model looked (?:mostly )?at the ", page)) >= 2
    assert "of the attention goes to the picture" in page
    assert page.count('role="img"') >= 4


def test_in_chinese_and_short(environment: dict[str, str], folder: Path) -> None:
    chinese = {**environment, "LC_ALL": "zh_CN.UTF-8"}
    done = run(chinese, SAMPLE, "--out", folder / "page.html", "--max-words", "12")
    assert done.returncode == Exit.OK
    page = (folder / "page.html").read_text("utf-8")
    assert '<html lang="zh-CN">' in page
    assert "12 词" in page


def test_nothing_of_the_original_file_is_on_the_page(environment: dict[str, str], folder: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = "SECRETPLACE"
    Image.open(SAMPLE).convert("RGB").save(folder / "photo.jpg", quality=95, exif=exif, comment=b"SECRETCOMMENT")
    assert run(environment, folder / "photo.jpg", "--out", folder / "page.html").returncode == Exit.OK
    page = (folder / "page.html").read_bytes()
    assert b"SECRET" not in page
    pictures = re.findall(rb"base64,([A-Za-z0-9+/=]+)", page)
    assert pictures
    assert not any(b"SECRET" in base64.b64decode(picture) for picture in pictures)


@pytest.mark.parametrize("name", ["missing.png", "text.png", "noise.png"])
def test_a_picture_that_can_not_be_described(environment: dict[str, str], folder: Path, name: str) -> None:
    (folder / "text.png").write_text("no picture")
    Image.effect_noise((320, 240), 120).save(folder / "noise.png")
    done = run(environment, folder / name, "--out", folder / "page.html")
    assert done.returncode == Exit.FAILED
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert name in line
    assert names(folder) == ["noise.png", "text.png"]


def test_no_model(environment: dict[str, str], folder: Path) -> None:
    done = run(environment, SAMPLE, "--out", folder / "page.html", "--model", folder)
    assert done.returncode == Exit.MODEL
    assert done.stderr.count("\n") == 1
    assert names(folder) == []


def test_a_page_that_can_not_be_written_is_said_before_the_model_is_loaded(
    environment: dict[str, str], folder: Path
) -> None:
    done = run(environment, SAMPLE, "--out", folder / "no" / "page.html", "--model", folder)
    assert done.returncode == Exit.PAGE
    (line,) = done.stderr.splitlines()
    assert "page.html" in line


def test_the_picture_itself_is_not_replaced(environment: dict[str, str], folder: Path) -> None:
    (folder / "cat.png").write_bytes(SAMPLE.read_bytes())
    done = run(environment, folder / "cat.png", "--out", folder / "cat.png")
    assert done.returncode == Exit.PAGE
    assert (folder / "cat.png").read_bytes() == SAMPLE.read_bytes()


def test_wrong_usage(environment: dict[str, str]) -> None:
    assert run(environment, SAMPLE).returncode == Exit.USAGE
    assert run(environment, SAMPLE, "--out", "x", "--max-words", "0").returncode == Exit.USAGE


def test_help_needs_no_torch(environment: dict[str, str]) -> None:
    code = "import sys; from sparc_desktop.app import main\ntry:\n    main(['explain', '--help'])\nfinally:\n"
    code += "    assert not {'torch', 'transformers', 'PySide6'} & set(sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert "--out" in done.stdout


def test_interrupted_by_the_user(environment: dict[str, str], folder: Path) -> None:
    code = (
        "import os, signal, sys\n"
        "from sparc_desktop.engine.engine import Engine\n"
        "generate = Engine.generate\n"
        "def interrupted(self, *arguments):\n"
        f"    os.kill(os.getpid(), {int(signal.SIGINT)})\n"
        "    return generate(self, *arguments)\n"
        "Engine.generate = interrupted\n"
        "from sparc_desktop.app import main\n"
        "sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", code, "explain", SAMPLE, "--out", folder / "page.html"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == Exit.INTERRUPTED, done.stderr
    assert "Traceback" not in done.stderr
    assert names(folder) == []
