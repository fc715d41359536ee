"""Models for a fake hub, a cache and an environment of their own, and who asks there."""

import json
import os
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file

from sparc_desktop.models.hub import Hub, Patience

QUICK = Patience(connect=5.0, silence=20.0, failures=3, first_wait=0.001, longest_wait=0.002)
TINY = "org/tiny"
INDEX = "model.safetensors.index.json"


def write_model(folder: Path, *, shards: int = 1, floats: int = 50_000, seed: int = 0, **config: object) -> None:
    """A checkpoint as transformers has it: random weights, in one file or in shards with their index."""
    folder.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(seed)
    names = [f"model-{n:05}-of-{shards:05}.safetensors" for n in range(1, shards + 1)]
    names = ["model.safetensors"] if shards == 1 else names
    for number, name in enumerate(names):
        save_file({f"layer.{number}": random.random(floats, dtype=np.float32)}, folder / name)
    if shards > 1:
        weights = {f"layer.{number}": name for number, name in enumerate(names)}
        write_json(folder / INDEX, {"metadata": {"total_size": 4 * floats * shards}, "weight_map": weights})
    write_json(folder / "config.json", {"model_type": "llava", "seed": seed} | config)
    write_json(folder / "tokenizer.json", {"version": "1.0"})
    (folder / "chat_template.jinja").write_text("{{ messages }}")


def write_json(path: Path, document: object) -> None:
    """A file of it."""
    path.write_text(json.dumps(document))


def environment(home: Path) -> dict[str, str]:
    """This process's, without what it says of hubs and proxies, and with a cache and data of its own."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("HF_", "HUGGING")) and not name.lower().endswith("_proxy")
    }
    return kept | {"HF_HOME": str(home / "hf"), "XDG_DATA_HOME": str(home / "data"), "NO_PROXY": "127.0.0.1"}


def move_in(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have this process live in such an environment."""
    from huggingface_hub import close_session, constants

    wanted = environment(home)
    for name in os.environ.keys() - wanted.keys():
        monkeypatch.delenv(name)
    for name, value in wanted.items():
        monkeypatch.setenv(name, value)
    # These were read from the environment when the library was imported.
    monkeypatch.setattr(constants, "HF_TOKEN_PATH", str(home / "hf" / "token"))
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(home / "hf" / "hub"))
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    close_session()


def asking(url: str, home: Path, patience: Patience = QUICK, **more: bool) -> Hub:
    """The hub at this address, with a cache in this home."""
    return Hub(url, home / "hf" / "hub", patience=patience, **more)
