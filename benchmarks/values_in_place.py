"""The choice of docs/adr/0004: the gain kept apart, against scaling the cached values in place and undoing it.

    python -m benchmarks.values_in_place

Prints how far repeated scaling in half precision is off, whether undoing it restores the bits, and the time a decode
step takes for either in the shape of LLaVA-1.5-7B (32 layers, 32 heads, 576 of 640 tokens an image, 7 % selected).
"""

import statistics
import time
from collections.abc import Callable

import torch

ALPHA = 1.1
LAYERS, HEADS, KEYS, WIDTH, SELECTED = 32, 32, 640, 128, 40
ROUNDS = 15


def rounding() -> None:
    """Scale a million values n times by alpha, and undo it with one division."""
    print("times selected   dtype      largest relative error   restored by undoing   overflown")
    for dtype in (torch.bfloat16, torch.float16):
        for times in (1, 10, 40, 128):
            value = torch.randn(1_000_000, generator=torch.Generator().manual_seed(0)).to(dtype)
            scaled = value.clone()
            for _ in range(times):
                scaled *= ALPHA
            exact = value.double() * ALPHA**times
            usual = value.abs() > 0.01  # smaller ones are denormal in float16
            error = ((scaled.double() - exact) / exact)[usual & scaled.isfinite()].abs().max().item()
            restored = ((scaled / ALPHA**times) == value).float().mean().item()
            gone = scaled.isinf().float().mean().item()
            name = str(dtype).removeprefix("torch.")
            print(f"{times:14}   {name:9}  {error:22.2%}   {restored:19.1%}   {gone:9.1%}")


def speed() -> None:
    """One decode step's work for the gain, in all layers."""
    values = [torch.randn(1, HEADS, KEYS, WIDTH).bfloat16() for _ in range(LAYERS)]
    weights = [torch.rand(1, HEADS, 1, KEYS) for _ in range(LAYERS)]
    gain = torch.rand(1, 1, 1, KEYS)
    chosen = torch.randperm(576)[:SELECTED]

    def apart() -> None:
        for weight in weights:
            weight * gain

    def in_place() -> None:
        for value in values:
            value[:, :, chosen] *= ALPHA

    def copied() -> None:
        for value in values:
            value * gain.view(1, 1, KEYS, 1).bfloat16()

    works: dict[str, Callable[[], None]] = {
        "weights times gain": apart,
        "values in place": in_place,
        "values copied": copied,
    }
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(ROUNDS):
        for name, work in works.items():
            began = time.perf_counter()
            work()
            times[name].append((time.perf_counter() - began) * 1000)
    for name, taken in times.items():
        print(f"{name:20} {statistics.median(taken):7.2f} ms a step")


if __name__ == "__main__":
    rounding()
    speed()
