"""`sparc-desktop evaluate` as a user starts it."""

import json
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sparc_desktop.cli import Exit
from sparc_desktop.evaluate.runs.captions_file import CaptionsFile
from sparc_desktop.evaluate.runs.row import References, Row
from sparc_desktop.evaluate.runs.task import Task
from sparc_desktop.resources import starter_model
from tests.support.command_line import home_environment, run_program
from tests.support.tiny_model import ENGLISH, save_tiny_model

ROOT = Path(__file__).parents[2]
PROFILE = json.loads((starter_model() / "profile.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return home_environment(tmp_path_factory.mktemp("home"))


def run(environment: dict[str, str], *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return run_program(environment, "evaluate", *arguments)


def test_the_built_in_model_on_drawings(environment: dict[str, str], tmp_path: Path) -> None:
    captions = tmp_path / "captions.jsonl"
    done = run(environment, "run", "--task", "drawings", "--seeds", "0:2", "--batch", "1", "--out", captions)
    assert done.returncode == Exit.OK, done.stderr
    assert done.stdout == f"The captions are in {captions}.\n"
    assert re.fullmatch(r"3 of 4, about \d minutes left", done.stderr.splitlines()[-1])
    head, *rows = (json.loads(line) for line in captions.read_text("utf-8").splitlines())
    assert head["task"]["split"] == "validation"
    assert {row["method"] for row in rows} == {"none", "sparc"}
    assert len(rows) == 4

    out, page = tmp_path / "out.json", tmp_path / "page.html"
    done = run(environment, "score", captions, "--json", out, "--html", page)
    assert done.returncode == Exit.OK
    assert done.stdout.startswith("captions.jsonl: 2 pictures\n")
    (results,) = json.loads(out.read_text("utf-8"))["results"]
    none, sparc = results["methods"]
    assert none["scores"]["object_f1"]["value"] > 0.5
    assert sparc["settings"]["tau"] == PROFILE["sparc"]["tau"]
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")
    chinese = run({**environment, "LC_ALL": "zh_CN.UTF-8"}, "score", captions, "--html", page)
    assert chinese.returncode == Exit.OK
    assert '<html lang="zh-CN">' in page.read_text("utf-8")


def test_interrupted_by_the_user(environment: dict[str, str], tmp_path: Path) -> None:
    tiny, captions = save_tiny_model(tmp_path / "model", ENGLISH), tmp_path / "captions.jsonl"
    code = (
        "import os, signal, sys\n"
        "from sparc_desktop.evaluate.runs.describe import Describer\n"
        "describe = Describer.describe\n"
        "def interrupted(self, *arguments, **options):\n"
        f"    os.kill(os.getpid(), {int(signal.SIGINT)})\n"
        "    return describe(self, *arguments, **options)\n"
        "Describer.describe = interrupted\n"
        "from sparc_desktop.app import main\n"
        "sys.exit(main(sys.argv[1:]))"
    )
    arguments = [
        "evaluate",
        "run",
        "--task",
        "screens",
        "--model",
        tiny,
        "--out",
        captions,
        "--batch",
        "2",
        "--max-tokens",
        "8",
        "--seeds",
        "0:6",
    ]
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == Exit.INTERRUPTED, done.stderr
    assert "goes on from there" in done.stdout
    assert len(captions.read_text("utf-8").splitlines()) == 1 + 2  # the head, and the batch that was under way


def test_nothing_is_sent_before_it_is_said_what(environment: dict[str, str], tmp_path: Path) -> None:
    captions = tmp_path / "captions.jsonl"
    task = Task("docci", "test", 0, 1, "en", "detailed", "Describe this.", 8, 2, "Tiny", "abc", "full")
    with CaptionsFile(captions, task) as file:
        file.add(Row("test_1", "none", "A wall.", References(("A high wall.",)), 3))
    judge = ("judge", captions, "--judge", "http://127.0.0.1:9/v1", "--judge-model", "nobody")
    done = run(environment, *judge)
    assert done.returncode == Exit.OK
    assert done.stdout.splitlines() == [
        "Questions for http://127.0.0.1:9/v1: 1. Each holds a caption and what others have written of its picture; no "
        "picture is sent.",
        "Nothing has been sent. With --yes they are asked.",
    ]
    assert len(captions.read_text("utf-8").splitlines()) == 2


def test_names_of_classes_from_a_file(environment: dict[str, str], tmp_path: Path) -> None:
    captions, synonyms, out = tmp_path / "captions.jsonl", tmp_path / "synonyms.txt", tmp_path / "out.json"
    task = Task("coco", "val2014", 0, 1, "en", "detailed", "Describe this.", 8, 2, "Tiny", "abc", "full")
    with CaptionsFile(captions, task) as file:
        file.add(Row("1", "none", "A pooch and a cat.", References(("A dog.",), ("dog",)), 5))
    recalls = []
    for given in ("dog, puppy", "dog, pooch"):
        synonyms.write_text(f"{given}\ncat\n", "utf-8")
        done = run(environment, "score", captions, "--json", out, "--synonyms", synonyms)
        assert done.returncode == Exit.OK, done.stderr
        (results,) = json.loads(out.read_text("utf-8"))["results"]
        recalls.append(results["methods"][0]["scores"]["object_recall"]["value"])
    assert recalls == [0.0, 1.0]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("run",), Exit.USAGE),
        (("run", "--task", "drawings", "--out", "x", "--seeds", "5:5"), Exit.USAGE),
        (("run", "--task", "drawings", "--out", "x", "--methods", "sparc:tau"), Exit.USAGE),
        (("run", "--task", "drawings", "--out", "x", "--split", "all"), Exit.USAGE),
        (("run", "--task", "coco", "--out", "x", "--files", "nowhere"), Exit.FAILED),
        (("score", "nowhere.jsonl"), Exit.FAILED),
        (("score", "nowhere.jsonl", "--synonyms", "nowhere.txt"), Exit.FAILED),
        (("judge", "nowhere.jsonl", "--judge", "ftp://x", "--judge-model", "y"), Exit.FAILED),
    ],
)
def test_what_can_not_be_done_is_said(
    environment: dict[str, str], tmp_path: Path, arguments: tuple[str, ...], code: Exit
) -> None:
    command = [sys.executable, ROOT / "main.py", "evaluate", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, cwd=tmp_path, timeout=100)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()
    assert list(tmp_path.iterdir()) == []


def test_help_needs_no_torch(environment: dict[str, str]) -> None:
    code = "import sys; from sparc_desktop.app import main\ntry:\n    main(['evaluate', 'run', '--help'])\nfinally:\n"
    code += "    assert not {'torch', 'transformers', 'PySide6', 'numpy'} & set(sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert "--methods" in done.stdout
