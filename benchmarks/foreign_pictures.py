"""How often a model describes pictures that are not of its world, family by family.

    python -m benchmarks.foreign_pictures [--model FOLDER] [--count N] [PICTURE or FOLDER ...]

For any model whose profile has limits of familiarity. Prints, for each family of `evaluate.world.foreign_pictures`,
the share of its pictures that are within the limits, which are false answers, with a 95 % interval (Wilson), and the
medians of how strange they are to the model and of how sure it is; families that no training sees are apart. Then the
same for pictures of one's own, such as photographs, and the name of each that is described.
"""

import argparse
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import torch
from PIL import Image

from sparc_desktop.engine.familiarity import Familiarity, familiarity
from sparc_desktop.engine.loading import LoadedModel, load
from sparc_desktop.engine.profile import Profile
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


def measured(loaded: LoadedModel, pictures: list[Image.Image]) -> Familiarity:
    """How well the model knows each picture."""
    unknown, parts = loaded.processor.tokenizer.unk_token_id, []
    for start in range(0, len(pictures), BATCH):
        batch = loaded.processor.image_processor(images=pictures[start : start + BATCH], return_tensors="pt")
        pixels = batch["pixel_values"].to(loaded.model.device, loaded.model.dtype)
        parts.append(familiarity(loaded.model, unknown, pixels))
    return joined(parts)


def joined(parts: list[Familiarity]) -> Familiarity:
    """That of all pictures together."""
    return Familiarity(*map(torch.cat, zip(*parts, strict=True)))


def wilson(share: float, count: int, z: float = 1.96) -> tuple[float, float]:
    """The interval of a share that was found in `count` cases."""
    middle, spread = share + z * z / 2 / count, z * (share * (1 - share) / count + (z / 2 / count) ** 2) ** 0.5
    return (middle - spread) / (1 + z * z / count), (middle + spread) / (1 + z * z / count)


def row(name: str, known: Familiarity, profile: Profile) -> None:
    """One line of the table."""
    beyond, count = known.is_beyond(profile), len(known.strange)
    share = (~beyond).float().mean().item()
    low, high = wilson(share, count)
    medians = f"{known.strange.median().item():9.3g}{known.sure.median().item():7.3f}"
    print(f"{name:32}{count:6}{share:11.1%}   {low:6.1%} to {high:6.1%}{medians}", flush=True)


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
    profile = loaded.profile
    if profile.strange_above is None:
        sys.exit(f"{options.model} has no limits of familiarity: it is taken to know pictures of all kinds.")
    print(f"refused: strange above {profile.strange_above}, sure below {profile.unsure_below}")
    print(f"{'family':32}{'n':>6}{'described':>11}   {'95 % interval':16}{'strange':>9}{'sure':>7}")
    for group, families in GROUPS.items():
        every = []
        for family in families:
            pictures = [foreign("test", seed, SIDE, ASPECTS[seed % 4], family)[0] for seed in range(options.count)]
            every.append(measured(loaded, pictures))
            row(family, every[-1], profile)
        row(f"ALL {group}", joined(every), profile)
    own = list(real(options.pictures))
    if own:
        known = joined([measured(loaded, [image]) for _, image in own])
        row("given pictures", known, profile)
        for (name, _), strange, sure, beyond in zip(own, *known, known.is_beyond(profile), strict=True):
            print(f"  {name}: {strange:.3g}, {sure:.3f}" + ("" if beyond else "  DESCRIBED"))


if __name__ == "__main__":
    main()
