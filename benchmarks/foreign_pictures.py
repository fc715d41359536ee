"""How often a model describes pictures that are not of its world, family by family.

    python -m benchmarks.foreign_pictures [--model FOLDER] [--count N] [PICTURE or FOLDER ...]

For any model whose profile has a limit of strangeness. Prints, for each family of `evaluate.world.foreign_pictures`,
the share of its pictures that are within the limit, which are false answers, with a 95 % interval (Wilson), and the
median strangeness; families that no training sees are apart. Then the same for pictures of one's own, such as
photographs, and the name of each that is described.
"""

import argparse
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import torch
from PIL import Image

from sparc_desktop.engine.familiarity import strangeness
from sparc_desktop.engine.loading import LoadedModel, load
from sparc_desktop.evaluate.world.foreign_pictures import (
    HELD_OUT_FAMILIES,
    TRAIN_FAMILIES,
    VALIDATION_FAMILIES,
    foreign,
)  # fmt: skip
from sparc_desktop.resources import starter_model

SIDE, BATCH = 320, 25
ASPECTS = (4 / 3, 16 / 9, 3 / 4, 1.0)
GROUPS = {
    "as in training, other pictures": TRAIN_FAMILIES,
    "not in training, for choices": VALIDATION_FAMILIES,
    "never used": HELD_OUT_FAMILIES,
}
SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif")


def measured(loaded: LoadedModel, pictures: list[Image.Image]) -> torch.Tensor:
    """The strangeness of each picture, float32 [n]."""
    unknown, parts = loaded.processor.tokenizer.unk_token_id, []
    for start in range(0, len(pictures), BATCH):
        batch = loaded.processor.image_processor(images=pictures[start : start + BATCH], return_tensors="pt")
        pixels = batch["pixel_values"].to(loaded.model.device, loaded.model.dtype)
        parts.append(strangeness(loaded.model, unknown, pixels))
    return torch.cat(parts)


def wilson(share: float, count: int, z: float = 1.96) -> tuple[float, float]:
    """The interval of a share that was found in `count` cases."""
    middle, spread = share + z * z / 2 / count, z * (share * (1 - share) / count + (z / 2 / count) ** 2) ** 0.5
    return (middle - spread) / (1 + z * z / count), (middle + spread) / (1 + z * z / count)


def row(name: str, values: torch.Tensor, limit: float) -> None:
    """One line of the table."""
    share = (values <= limit).float().mean().item()
    low, high = wilson(share, len(values))
    median = values.median().item()
    print(f"{name:32}{len(values):6}{share:11.1%}   {low:6.1%} to {high:6.1%}{median:9.3g}", flush=True)


def real(paths: list[Path]) -> Iterator[tuple[str, Image.Image]]:
    """The pictures at these paths and in these folders, with their names."""
    files = chain.from_iterable(sorted(path.rglob("*")) if path.is_dir() else [path] for path in paths)
    for file in files:
        if file.suffix.lower() in SUFFIXES:
            with Image.open(file) as image:
                yield file.name, image.convert("RGB")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="How often a model describes pictures that are not of its world.")
    parser.add_argument("pictures", type=Path, nargs="*", help="pictures of one's own, or folders of them")
    parser.add_argument("--model", type=Path, default=starter_model())
    parser.add_argument("--count", type=int, default=200, help="pictures a family")
    options = parser.parse_args()
    loaded = load(options.model, lambda _: None)
    limit = loaded.profile.strange_above
    if limit is None:
        sys.exit(f"{options.model} has no limit of strangeness: it is taken to know pictures of all kinds.")
    print(f"limit {limit}\n{'family':32}{'n':>6}{'described':>11}   {'95 % interval':16}{'median':>9}")
    for group, families in GROUPS.items():
        every = []
        for family in families:
            pictures = [foreign("test", seed, SIDE, ASPECTS[seed % 4], family)[0] for seed in range(options.count)]
            every.append(measured(loaded, pictures))
            row(family, every[-1], limit)
        row(f"ALL {group}", torch.cat(every), limit)
    own = list(real(options.pictures))
    if own:
        values = torch.cat([measured(loaded, [image]) for _, image in own])
        row("given pictures", values, limit)
        for (name, _), value in zip(own, values.tolist(), strict=True):
            print(f"  {name}: {value:.3g}" + ("  DESCRIBED" if value <= limit else ""))


if __name__ == "__main__":
    main()
