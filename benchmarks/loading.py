"""How long a model takes to load and how much memory meanwhile: `python -m benchmarks.loading`.

A LLaVA of 0.87 billion random weights in bfloat16, in files of 200 MB, is loaded in each format, each time by a process
of its own: first from its files, then from the copy that is kept. Memory is all that is resident, mapped files too.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import torch
from transformers import CLIPVisionConfig, LlamaConfig, LlavaConfig, LlavaForConditionalGeneration

from sparc_desktop.engine import loading

MB = 1e6


def save_model(folder: Path, layers: int) -> None:
    """The checkpoint, and a small one for warming up."""
    vision = CLIPVisionConfig(
        hidden_size=512, intermediate_size=2048, num_hidden_layers=8, num_attention_heads=8, image_size=224
    )
    text = LlamaConfig(
        vocab_size=32064,
        hidden_size=2048,
        intermediate_size=5632,
        num_hidden_layers=layers,
        num_attention_heads=32,
        num_key_value_heads=4,
    )
    torch.set_default_dtype(torch.bfloat16)
    model = LlavaForConditionalGeneration(LlavaConfig(vision_config=vision, text_config=text, image_token_id=32000))
    model.save_pretrained(folder, max_shard_size="200MB")


def resident() -> int:
    """Bytes of this process in memory."""
    return os.sysconf("SC_PAGE_SIZE") * int(Path("/proc/self/statm").read_text().split()[1])


class Peak:
    """The most memory while it is watched."""

    def __init__(self) -> None:
        self.before = self.most = resident()
        self._over = False
        self._thread = threading.Thread(target=self._watch)

    def __enter__(self) -> "Peak":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over = True
        self._thread.join()

    def _watch(self) -> None:
        while not self._over:
            self.most = max(self.most, resident())


def measure(folder: Path, small: Path, chosen: str) -> None:
    """Load once; prints a row."""
    loading._load_model(small, chosen, lambda done: None)  # type: ignore[arg-type]  # all that is imported
    with Peak() as peak:
        began = time.perf_counter()
        model, _ = loading._load_model(folder, chosen, lambda done: None)  # type: ignore[arg-type]
        seconds = time.perf_counter() - began
    final = sum(each.nbytes for each in (*model.parameters(), *model.buffers()))
    most = peak.most - peak.before
    print(f"{seconds:7.1f} {final / MB:10.0f} {most / MB:10.0f} {most / final:6.2f}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--one", nargs=3, metavar=("FOLDER", "SMALL", "FORMAT"))
    options = parser.parse_args()
    if options.one:
        measure(Path(options.one[0]), Path(options.one[1]), options.one[2])
        return
    with tempfile.TemporaryDirectory() as place:
        folder, small = Path(place) / "model", Path(place) / "small"
        save_model(folder, 16)
        save_model(small, 1)
        environment = os.environ | {"XDG_CACHE_HOME": f"{place}/cache"}
        print("format    from     seconds   final MB    peak MB  ratio")
        for chosen in ("half", "nf4", "int4"):
            for source in ("files", "copy")[: 1 if chosen == "half" else 2]:
                command = [sys.executable, "-m", "benchmarks.loading", "--one", str(folder), str(small), chosen]
                row = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
                print(f"{chosen:9} {source:8} {row.splitlines()[-1]}", flush=True)


if __name__ == "__main__":
    main()
