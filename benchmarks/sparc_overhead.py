"""What SPARC costs: time a token, time and memory of the prefill, beside what it is compared with.

    python -m benchmarks.sparc_overhead [--sizes 1b gqa 7b] [--steps 256] [--device cpu]

Every mode decodes from the same prefilled cache, one token each in turn, so that a busy neighbour slows all of them
alike; the ratios are medians over the steps. The modes:

- off: this program without SPARC. on: with it, selecting about 7 % of the image tokens a step.
- stock: what `from_pretrained` gives, the fused kernel in all layers.
- eager: open attention in all layers, prefill included, as in the paper's released program, without its scaling.
"""

import argparse
import copy
import gc
import platform
import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import bitsandbytes
import torch
import transformers

from benchmarks.big_llava import SHAPES, big_llava, prompt
from sparc_desktop.sparc import Sparc, SparcConfig, calibrate, use_open_attention

MODES = ("off", "on", "stock", "eager")
IMAGE_TOKENS = 576
MANY_IMAGE_TOKENS = 2916  # 54 x 54, the nearest square to LLaVA-NeXT's 2880
WARM_UP = 3


class Model:
    """One model in the mode that is asked for at each call; SPARC stays in it, and is passed by unless it is "on"."""

    def __init__(self, size: str, image_tokens: int, device: str) -> None:
        self.device = device
        self.model: Any = big_llava(SHAPES[size], image_tokens, device)
        self.inputs = prompt(SHAPES[size], image_tokens, device)
        self.text_config = self.model.config.get_text_config()

    def __call__(self, mode: str, **inputs: Any) -> Any:  # noqa: ANN401 - a transformers output
        self.text_config._attn_implementation = "eager" if mode == "eager" else "sdpa"
        use_open_attention(mode == "off")
        forward: Callable[..., Any] = self.model if mode == "on" else self.model.forward  # which passes the hooks by
        with torch.inference_mode():
            return forward(**inputs, use_cache=True, logits_to_keep=1)

    def timed(self, mode: str, **inputs: Any) -> tuple[Any, float]:  # noqa: ANN401 - as above
        """The output, and milliseconds."""
        self._wait()
        began = time.perf_counter()
        out = self(mode, **inputs)
        self._wait()
        return out, (time.perf_counter() - began) * 1000

    def _wait(self) -> None:
        if self.device == "cuda":
            torch.cuda.synchronize()


def decode(model: Model, config: SparcConfig, steps: int) -> dict[str, list[float]]:
    """Milliseconds of each step, by mode."""
    times: dict[str, list[float]] = {mode: [] for mode in MODES}
    with Sparc(model.model, config) as sparc:
        first = model("on", **model.inputs)
        caches = {
            mode: first.past_key_values if mode == "on" else copy.deepcopy(first.past_key_values) for mode in MODES
        }
        token = first.logits[:, -1].argmax(-1, keepdim=True)
        for _ in range(steps + WARM_UP):
            for mode in random.sample(MODES, len(MODES)):
                out, took = model.timed(mode, input_ids=token, past_key_values=caches[mode])
                times[mode].append(took)
            token = out.logits[:, -1].argmax(-1, keepdim=True)
        selected = torch.stack(sparc.trace.selected).float().mean().item()
    print(f"  selected {selected:.1%} of the image tokens a step, at most {int(sparc.trace.counts.max())} times")
    return {mode: taken[WARM_UP:] for mode, taken in times.items()}


def prefill(model: Model, config: SparcConfig, rounds: int) -> tuple[dict[str, list[float]], dict[str, float]]:
    """Milliseconds of each prefill, and the median peak of memory above what was held before, in MB, by mode."""
    times: dict[str, list[float]] = {mode: [] for mode in MODES}
    peaks: dict[str, list[float]] = {mode: [] for mode in MODES}
    with Sparc(model.model, config):
        for _ in range(rounds):
            for mode in MODES:
                gc.collect()
                before = _reset_peak(model.device)
                _, took = model.timed(mode, **model.inputs)
                peaks[mode].append(_peak(model.device) - before)
                times[mode].append(took)
    return times, {mode: statistics.median(seen) for mode, seen in peaks.items()}


def _reset_peak(device: str) -> float:
    if device == "cuda":
        torch.cuda.reset_peak_memory_stats()
        return torch.cuda.memory_allocated() / 1e6
    Path("/proc/self/clear_refs").write_text("5")  # Linux: the peak starts anew
    return _status("VmRSS")


def _peak(device: str) -> float:
    return torch.cuda.max_memory_allocated() / 1e6 if device == "cuda" else _status("VmHWM")


def _status(name: str) -> float:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1000 for line in lines if line.startswith(name))


def table(times: dict[str, list[float]], peaks: dict[str, float] | None = None) -> None:
    """Medians, and the median of the ratios to "off" of the same step with its quartiles."""
    for mode, taken in times.items():
        ratios = [a / b for a, b in zip(taken, times["off"], strict=True)]
        low, middle, high = statistics.quantiles(ratios, n=4)
        memory = f"   peak +{peaks[mode]:7.0f} MB" if peaks else ""
        print(f"  {mode:6} {statistics.median(taken):9.2f} ms   x {middle:.3f} ({low:.3f} to {high:.3f}){memory}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="+", choices=SHAPES, default=["1b", "gqa", "7b"])
    parser.add_argument("--steps", type=int, default=256)
    parser.add_argument("--prefills", type=int, default=3, help="rounds of each, at least 2")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    options = parser.parse_args()
    device = torch.cuda.get_device_name() if options.device == "cuda" else f"{torch.get_num_threads()} CPU threads"
    print(f"{time.strftime('%Y-%m-%d')}, {device}, {platform.machine()}, torch {torch.__version__},")
    print(f"transformers {transformers.__version__}, bitsandbytes {bitsandbytes.__version__}, NF4, bfloat16")
    for size in options.sizes:
        model = Model(size, IMAGE_TOKENS, options.device)
        config = calibrate(model.model, [model.inputs], max_new_tokens=24)
        print(f"\n{size}: decode, {IMAGE_TOKENS} image tokens, {options.steps} steps, tau {config.tau}")
        table(decode(model, config, options.steps))
        print(f"{size}: prefill, {IMAGE_TOKENS} image tokens")
        table(*prefill(model, config, options.prefills))
        del model
        gc.collect()
        if size != "7b":
            model = Model(size, MANY_IMAGE_TOKENS, options.device)
            print(f"{size}: prefill, {MANY_IMAGE_TOKENS} image tokens")
            table(*prefill(model, config, options.prefills))
            del model


if __name__ == "__main__":
    main()
