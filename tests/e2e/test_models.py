"""`sparc-desktop models` and `doctor` as a user starts them, with a hub on this machine."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sparc_desktop.cli import Exit
from tests.support.command_line import home_environment, run_program
from tests.support.fake_hub import FakeHub
from tests.support.tiny_model import ENGLISH, save_tiny_model

TINY = "org/tiny"
SPEED = re.compile(r"The first word came after \d+\.\d seconds, then \d+\.\d words a second\.")


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[FakeHub]:
    with FakeHub(tmp_path / "hub") as hub:
        save_tiny_model(hub.folder / TINY, ENGLISH)
        yield hub


@pytest.fixture
def environment(tmp_path: Path, hub: FakeHub) -> dict[str, str]:
    return home_environment(tmp_path / "home") | {"HF_ENDPOINT": hub.url}


def settings(environment: dict[str, str]) -> dict[str, object]:
    path = Path(environment["HOME"]) / ".config" / "sparc-desktop" / "settings.json"
    return json.loads(path.read_text("utf-8"))["settings"]  # type: ignore[no-any-return]


def test_a_model_is_got_tried_used_checked_and_removed(environment: dict[str, str], hub: FakeHub) -> None:
    got = run_program(environment, "models", "get", TINY)
    assert got.returncode == Exit.OK, got.stderr
    told = got.stdout.splitlines()
    assert told[0].startswith("The download has 1 MB")
    assert told[1] == "The model is installed."
    assert "stands a thing of kind" in got.stdout, "it has described a picture"
    assert SPEED.fullmatch(told[-2])
    assert told[-1] == "Descriptions are written with it from now on."
    folder = Path(str(settings(environment)["model_folder"]))
    assert (folder / "config.json").is_file()

    listed = run_program(environment, "models").stdout
    assert f"\n{TINY}: in use." in listed

    verified = run_program(environment, "models", "verify", TINY)
    assert verified.returncode == Exit.OK, verified.stderr
    assert f"Model: {TINY}, llava" in verified.stdout
    assert re.search(rf"Revision: [0-9a-f]{{40}} from {hub.url}; all \d+ files are as published", verified.stdout)
    assert re.search(r"still-life: \d of 5 named.* words a second\.\n", verified.stdout)
    assert re.search(r"Named in all: \d+ of 23\.\n$", verified.stdout)

    hub.stop()  # what is here needs no network
    sample = Path(__file__).parents[2] / "assets" / "samples" / "drawing-1.png"
    assert run_program(environment, "describe", sample, "--model", TINY).returncode == Exit.OK
    assert run_program(environment, "models", "use", "built-in", "--no-try").returncode == Exit.OK
    assert settings(environment)["model_folder"] is None

    own = Path(environment["HOME"]) / "own"
    save_tiny_model(own, ENGLISH)
    assert run_program(environment, "models", "use", own, "--no-try").returncode == Exit.OK
    assert run_program(environment, "models", "use", "built-in", "--no-try").returncode == Exit.OK
    assert settings(environment)["models"]["folders"] == [str(own)]  # type: ignore[index]
    assert f"own ({own}): a folder of yours." in run_program(environment, "models").stdout

    removed = run_program(environment, "models", "remove", TINY)
    assert removed.stdout.startswith("The model is removed; ")
    assert not folder.exists()
    assert run_program(environment, "models", "remove", TINY).returncode == Exit.FAILED
    assert list(Path(environment["HOME"]).glob(".cache/sparc-desktop/models/*")) == [], "nor what was worked out of it"


def test_a_damaged_file_is_found(environment: dict[str, str]) -> None:
    assert run_program(environment, "models", "get", TINY, "--json").returncode == Exit.OK
    (weights,) = Path(environment["HOME"]).glob(".cache/huggingface/hub/models--org--tiny/snapshots/*/*.safetensors")
    content = bytearray(weights.read_bytes())
    content[-1] ^= 1
    weights.resolve().write_bytes(content)
    done = run_program(environment, "models", "verify", TINY)
    assert done.returncode == Exit.FAILED
    assert "model.safetensors" in done.stderr
    assert run_program(environment, "models", "use", TINY).returncode == Exit.FAILED, "and it is not offered any more"


def test_json_tells_the_window_all_it_needs(environment: dict[str, str]) -> None:
    first, *fetched, last = map(
        json.loads, run_program(environment, "models", "get", TINY, "--json").stdout.splitlines()
    )
    assert (first["type"], first["id"], first["missing"]) == ("sized", TINY, first["total"])
    assert {each["type"] for each in fetched} == {"fetched"}
    assert fetched[-1]["done"] == fetched[-1]["total"] == first["total"]
    assert last["type"] == "installed"
    failed = json.loads(run_program(environment, "models", "get", "org/none", "--json").stdout.splitlines()[-1])
    assert failed["type"] == "failed"
    assert failed["failure"]["code"] == "model-unknown"


def test_what_fails_is_told_in_a_sentence(environment: dict[str, str], hub: FakeHub) -> None:
    done = run_program(environment, "models", "get", "org/none")
    assert done.returncode == Exit.FAILED
    assert "org/none" in done.stderr
    hub.stop()
    done = run_program(environment, "models", "get", TINY)
    assert done.returncode == Exit.FAILED
    assert "127.0.0.1" in done.stderr


def test_an_unknown_architecture_is_refused_before_its_weights_come(environment: dict[str, str], hub: FakeHub) -> None:
    config = hub.folder / TINY / "config.json"
    config.write_text(json.dumps(json.loads(config.read_text()) | {"model_type": "abacus"}))
    done = run_program(environment, "models", "get", TINY)
    assert done.returncode == Exit.FAILED
    assert "abacus" in done.stderr
    assert not hub.asked("safetensors")


def test_a_model_that_cannot_be_loaded_is_not_used(environment: dict[str, str], hub: FakeHub) -> None:
    (hub.folder / TINY / "tokenizer.json").unlink()
    done = run_program(environment, "models", "get", TINY)
    assert done.returncode == Exit.MODEL, (done.stdout, done.stderr)
    assert "can't be used" in done.stderr or "refused" in done.stderr
    assert not (Path(environment["HOME"]) / ".config" / "sparc-desktop" / "settings.json").exists()


def test_the_list_tells_what_each_model_takes(environment: dict[str, str]) -> None:
    told = run_program(environment, "models").stdout
    assert told.startswith("Models run on ")
    assert re.search(r"^(Recommended|No model of the list)", told, re.MULTILINE)
    block = told[told.index("Qwen3-VL 2B (Qwen/Qwen3-VL-2B-Instruct): not installed.") :].split("\n\n")[0]
    for part in (
        "Download: 4.3 GB.",
        "Memory in 4 bits: ",
        "Languages: English, Chinese.",
        "Licence: Apache-2.0.",
        "SPARC: ",
    ):
        assert part in block
    assert "Built-in model (built-in): in use." in told


def test_the_doctor_tells_what_is_chosen_and_why(environment: dict[str, str]) -> None:
    done = run_program(environment, "doctor")
    assert done.returncode == Exit.OK, done.stderr
    assert re.search(r"Weights of large models are held as (nf4|int4|half): .+\.", done.stdout)
    assert "Models come from 127.0.0.1 into " in done.stdout
    assert "PyTorch" in done.stdout
