"""The program as a user starts it: a real process, the built-in model, real files."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import wave
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image

from sparc_desktop.cli import Exit
from sparc_desktop.resources import assets, module_command, starter_model
from sparc_desktop.settings.model import CaptionSettings, Settings
from sparc_desktop.settings.store import SettingsStore
from tests.support.command_line import DESCRIBED
from tests.support.tiny_model import CHINESE, save_tiny_model

ROOT = Path(__file__).parents[2]
WRONG = [
    ["describe"],
    ["describe", "x", "--max-words", "0"],
    ["describe", "x", "--length", "endless"],
    ["describe", "x", "--language", "xx"],
    ["describe", "x", "--ask", " "],
    ["describe", "x", "--prompt", "y" * 1001],
    ["describe", "x", "--prompt", "y", "--ask", "z"],
    ["fly"],
]
SAMPLES = sorted((assets() / "samples").glob("*.png"))


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A home of its own, English, and no sound."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG", "PULSE", "LC_", "LANG"))}
    return {**kept, "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}


def run(environment: dict[str, str], *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, ROOT / "main.py", *arguments], env=environment, capture_output=True, text=True, timeout=100
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


def test_describes_a_sample(environment: dict[str, str]) -> None:
    done = run(environment, "describe", SAMPLES[0])
    assert done.returncode == Exit.OK
    assert DESCRIBED in done.stdout
    assert done.stdout.endswith(".\n\n")
    assert done.stderr == ""


def test_json_is_one_event_a_line(environment: dict[str, str]) -> None:
    done = run(environment, "describe", SAMPLES[0], "--json", "--max-words", "12")
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert [e["type"] for e in events[:3]] == ["loading"] * 3
    assert {"ready", "started", "text-delta", "finished"} <= {e["type"] for e in events}
    assert events[-1]["words"] == 12
    assert "".join(e["text"] for e in events if e["type"] == "text-delta") == events[-1]["text"]


def test_sparc_can_be_left_out(environment: dict[str, str]) -> None:
    done = run(environment, "describe", SAMPLES[0], "--json", "--no-sparc")
    assert json.loads(done.stdout.splitlines()[-1])["sparc"] is False


def test_bad_pictures_are_one_sentence_each_and_the_rest_goes_on(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "empty.png").touch()
    (tmp_path / "text.png").write_text("no picture")
    (tmp_path / "half.png").write_bytes(SAMPLES[0].read_bytes()[:5000])
    Image.new("RGB", (1, 1)).save(tmp_path / "dot.png")
    Image.new("1", (20_000, 20_000)).save(tmp_path / "huge.png")
    (tmp_path / "folder").mkdir()
    bad = ["empty.png", "text.png", "half.png", "dot.png", "huge.png", "folder", "missing.png"]
    done = run(environment, "describe", *(tmp_path / name for name in bad), SAMPLES[0])
    assert done.returncode == Exit.FAILED
    lines = done.stderr.splitlines()
    assert len(lines) == len(bad)
    for name, line in zip(bad, lines, strict=True):
        assert name in line
        assert line.startswith("sparc-desktop: ")
    assert DESCRIBED in done.stdout


def test_no_model(environment: dict[str, str], tmp_path: Path) -> None:
    done = run(environment, "describe", SAMPLES[0], "--model", tmp_path)
    assert done.returncode == Exit.MODEL
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("arguments", WRONG)
def test_wrong_usage(environment: dict[str, str], arguments: Sequence[str]) -> None:
    assert run(environment, *arguments).returncode == Exit.USAGE


def test_help_needs_no_torch(environment: dict[str, str]) -> None:
    code = "import sys; from sparc_desktop.app import main\ntry:\n    main(['describe', '--help'])\nfinally:\n"
    code += "    assert not {'torch', 'transformers', 'PySide6'} & set(sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert "--no-sparc" in done.stdout


def test_speaks_into_a_wav_file(environment: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "spoken.wav"
    done = run(environment, "describe", SAMPLES[0], "--wav", path)
    assert done.returncode == Exit.OK
    with wave.open(str(path)) as sound:
        seconds = sound.getnframes() / sound.getframerate()
    assert seconds > 10  # forty words and more
    assert DESCRIBED in done.stdout


def test_a_wav_file_that_cannot_be_written(environment: dict[str, str], tmp_path: Path) -> None:
    done = run(environment, "describe", SAMPLES[0], "--wav", tmp_path / "no" / "folder" / "spoken.wav")
    assert done.returncode == Exit.SPEECH
    assert "spoken.wav" in done.stderr
    assert DESCRIBED in done.stdout  # the text is not lost


def test_no_sound_device_is_said_and_the_text_is_there(environment: dict[str, str]) -> None:
    done = run({**environment, "PULSE_SERVER": "unix:/nowhere"}, "describe", SAMPLES[0], "--speak")
    if Path("/dev/snd").exists():
        pytest.skip("this machine has a sound device")
    assert done.returncode == Exit.SPEECH
    assert "no sound device" in done.stderr
    assert DESCRIBED in done.stdout


def test_a_broken_settings_file_is_kept_and_said_once(environment: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / ".config" / "sparc-desktop"
    folder.mkdir(parents=True)
    (folder / "settings.json").write_text("{broken")
    wav = tmp_path / "spoken.wav"
    first = run(environment, "describe", SAMPLES[0], "--wav", wav)
    assert first.returncode == Exit.OK
    assert "settings" in first.stderr
    assert [p.read_text() for p in folder.glob("settings.broken*")] == ["{broken"]
    assert "settings" not in run(environment, "describe", SAMPLES[0], "--wav", wav).stderr


def test_a_missing_last_picture_is_spoken_too(environment: dict[str, str], tmp_path: Path) -> None:
    lengths = []
    for images in ([SAMPLES[0]], [SAMPLES[0], tmp_path / "missing.png"]):
        path = tmp_path / "spoken.wav"
        run(environment, "describe", *images, "--wav", path)
        with wave.open(str(path)) as sound:
            lengths.append(sound.getnframes() / sound.getframerate())
    assert lengths[1] > lengths[0] + 2


def test_a_name_that_is_no_text(environment: dict[str, str], tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/bad\xff\n.png"))
    path.write_bytes(SAMPLES[0].read_bytes())
    done = run(environment, "describe", path, "--json", "--max-words", "3")
    assert done.returncode == Exit.OK
    assert "bad\ufffd\ufffd.png" in done.stdout


def test_a_reader_that_has_had_enough(environment: dict[str, str]) -> None:
    command = f"{sys.executable} {ROOT / 'main.py'} describe --json {SAMPLES[0]} | head -n 1"
    done = subprocess.run(["bash", "-c", command], env=environment, capture_output=True, text=True)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_in_the_language_of_the_environment(environment: dict[str, str], tmp_path: Path) -> None:
    chinese = {name: value for name, value in environment.items() if name != "LC_ALL"} | {"LANG": "zh_CN.UTF-8"}
    done = run(chinese, "describe", tmp_path / "missing.png", "--model", tmp_path)
    assert re.search("[\u4e00-\u9fff]", done.stderr)
    assert not re.search("[\u4e00-\u9fff]", run(environment, "describe", "x", "--model", tmp_path).stderr)


def test_nothing_is_imported_from_the_current_folder(tmp_path: Path) -> None:
    (tmp_path / "argparse.py").write_text("raise SystemExit('a download was run')")
    command = module_command("sparc_desktop.engine.worker")
    done = subprocess.run([*command, "--help"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "--model" in done.stdout


def test_interrupted_by_the_user(environment: dict[str, str]) -> None:
    process = subprocess.Popen(
        [sys.executable, ROOT / "main.py", "describe", "--json", *SAMPLES * 5],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    for line in process.stdout:
        if "text-delta" in line:
            process.send_signal(signal.SIGINT)
            break
    rest, errors = process.communicate(timeout=60)
    assert process.returncode == Exit.INTERRUPTED
    assert json.loads(rest.splitlines()[-1])["type"] == "cancelled"
    assert "Traceback" not in errors


def test_nothing_is_written_that_was_not_asked_for(environment: dict[str, str], tmp_path: Path) -> None:
    run(environment, "describe", SAMPLES[0])
    written = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert written <= {"sparc-desktop.log"}


def test_offline(environment: dict[str, str]) -> None:
    """With every connection refused, nothing is missing."""
    code = (
        "import socket, sys\n"
        "used = []\n"
        "def refuse(*a, **k):\n    used.append(a)\n    raise OSError('no network')\n"
        "socket.socket.connect = refuse; socket.getaddrinfo = refuse\n"
        f"from sparc_desktop.app import main\ncode = main(['describe', {str(SAMPLES[0])!r}])\n"
        "sys.exit(f'the network was used: {used}' if used else code)"
    )
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == Exit.OK, done.stderr


def test_the_model_stays_within_its_size() -> None:
    files = [path for path in starter_model().iterdir() if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 40e6
    assert {path.suffix for path in files} <= {".json", ".safetensors", ".jinja", ".md"}


def test_the_settings_hold_where_an_option_is_left_out(environment: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / ".config" / "sparc-desktop"
    folder.mkdir(parents=True)
    settings = Settings(max_words=7, sparc=False)
    SettingsStore(folder / "settings.json").save(settings)
    done = run(environment, "describe", SAMPLES[0], "--json")
    finished = json.loads(done.stdout.splitlines()[-1])
    assert (finished["words"], finished["sparc"]) == (7, False)
    done = run(environment, "describe", SAMPLES[0], "--json", "--sparc", "--max-words", "9")
    finished = json.loads(done.stdout.splitlines()[-1])
    helps = json.loads((starter_model() / "profile.json").read_text("utf-8"))["use_sparc"]
    assert (finished["words"], finished["sparc"]) == (9, helps)


def test_a_wrong_file_does_not_wait_for_the_model(environment: dict[str, str]) -> None:
    done = run(environment, "describe", "/no/such/file.png", "--json", "--model", "/no/such/model")
    assert done.returncode == Exit.FAILED
    assert [json.loads(line)["type"] for line in done.stdout.splitlines()] == ["failed"]


def test_a_picture_is_not_replaced_by_its_sound(environment: dict[str, str], tmp_path: Path) -> None:
    picture = tmp_path / "cat.png"
    picture.write_bytes(SAMPLES[0].read_bytes())
    done = run(environment, "describe", picture, "--wav", picture, "--max-words", "5")
    assert done.returncode == Exit.SPEECH
    assert "is not a sound file" in done.stderr
    assert picture.read_bytes() == SAMPLES[0].read_bytes()


def test_an_option_without_its_partner_is_wrong_usage(environment: dict[str, str], tmp_path: Path) -> None:
    done = run(environment, "describe", SAMPLES[0], "--wav-if-silent", tmp_path / "cat.wav")
    assert done.returncode == Exit.USAGE
    assert "--speak" in done.stderr


def test_a_model_without_a_chat_template_is_refused(environment: dict[str, str], tmp_path: Path) -> None:
    model = tmp_path / "model"
    shutil.copytree(starter_model(), model, ignore=shutil.ignore_patterns("chat_template*", "recipe"))
    done = run(environment, "describe", SAMPLES[0], "--model", model)
    assert done.returncode == Exit.MODEL
    assert "it has no chat template. Choose another model folder." in done.stderr


def wish(environment: dict[str, str], tmp_path: Path, **captions: object) -> None:
    folder = tmp_path / ".config" / "sparc-desktop"
    folder.mkdir(parents=True)
    SettingsStore(folder / "settings.json").save(Settings(captions=CaptionSettings(**captions)))  # type: ignore[arg-type]


def test_how_much_is_said(environment: dict[str, str], tmp_path: Path) -> None:
    whole = run(environment, "describe", SAMPLES[0]).stdout
    sentence = run(environment, "describe", SAMPLES[0], "--length", "sentence").stdout
    wish(environment, tmp_path, length="short")
    short = run(environment, "describe", SAMPLES[0]).stdout  # as the settings have it
    assert sentence.count(".") == 1
    assert short.count(".") <= 3
    assert max(len(sentence), len(short)) < len(whole)
    assert {sentence[-3:], short[-3:]} == {".\n\n"}  # and no sign that something was cut off
    assert run(environment, "describe", SAMPLES[0], "--length", "detailed").stdout == whole


def test_the_built_in_model_writes_chinese(environment: dict[str, str]) -> None:
    done = run(environment, "describe", SAMPLES[0], "--language", "zh_CN")
    assert done.returncode == Exit.OK
    assert done.stderr == ""
    assert "背景" in done.stdout


def test_a_language_that_the_model_does_not_write_is_said_once(environment: dict[str, str], tmp_path: Path) -> None:
    model = tmp_path / "model"
    shutil.copytree(starter_model(), model, ignore=shutil.ignore_patterns("recipe"))
    profile = json.loads((model / "profile.json").read_text("utf-8"))
    (model / "profile.json").write_text(json.dumps(profile | {"languages": ["en"]}), "utf-8")
    chinese = ("--language", "zh_CN", "--length", "sentence", "--model", model)
    done = run(environment, "describe", *SAMPLES[:2], *chinese)
    assert done.returncode == Exit.OK
    assert done.stderr == "sparc-desktop: The model Starter does not write Chinese, so it describes in English.\n"
    assert done.stdout.count(DESCRIBED) == 2


def test_what_the_model_can_is_an_event(environment: dict[str, str]) -> None:
    done = run(environment, "describe", SAMPLES[0], "--json", "--length", "sentence")
    (ready,) = (event for line in done.stdout.splitlines() if (event := json.loads(line))["type"] == "ready")
    assert ready == {"model": "Starter", "languages": ["en", "zh_CN"], "answers": False, "type": "ready"}


def test_own_words_are_not_for_the_built_in_model(environment: dict[str, str], tmp_path: Path) -> None:
    asked = run(environment, "describe", SAMPLES[0], "--json", "--ask", "What is on the left?")
    assert asked.returncode == Exit.FAILED
    assert json.loads(asked.stdout.splitlines()[-1])["failure"]["code"] == "question-unanswerable"
    wish(environment, tmp_path, prompts={"poem": "Describe it as a poem."}, prompt="poem")
    prompted = run(environment, "describe", SAMPLES[0])
    assert prompted.returncode == Exit.FAILED
    assert "in its own way" in prompted.stderr
    assert run(environment, "describe", SAMPLES[0], "--length", "sentence").returncode == Exit.OK


def test_own_words_to_a_model_that_follows_them(environment: dict[str, str], tmp_path: Path) -> None:
    model = save_tiny_model(tmp_path / "tiny", CHINESE)
    words = ("--model", model, "--max-words", "30", "--json")
    for wishes in (["--ask", "What is on the left?"], ["--prompt", "As a poem."], ["--language", "zh_CN"]):
        done = run(environment, "describe", SAMPLES[0], *words, *wishes)
        assert done.returncode == Exit.OK
        assert done.stderr == ""
        events = [json.loads(line) for line in done.stdout.splitlines()]
        (started,) = (event for event in events if event["type"] == "started")
        assert started["label"] == ("" if "--ask" in wishes else SAMPLES[0].name)
        assert events[-1]["text"].startswith("图中有第")
