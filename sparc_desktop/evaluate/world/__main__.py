"""`python -m sparc_desktop.evaluate.world FOLDER`: draw scenes as PNG files, to look at or to try the program on."""

import argparse
from pathlib import Path

from sparc_desktop.evaluate.world import caption, draw, sample
from sparc_desktop.evaluate.world.scene import SPLITS


def main() -> None:
    """Write one picture a seed, and print what is true of it."""
    parser = argparse.ArgumentParser(description="Draw scenes of the built-in model's world.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--split", choices=list(SPLITS), default="sample")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--count", type=int, help="objects a picture, 1 to 9; by chance if left out")
    parser.add_argument("--side", type=int, default=960, help="pixels of the longer side")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for seed in options.seeds:
        scene = sample(options.split, seed, options.count)
        path = options.folder / f"{options.split}-{seed}.png"
        draw(scene, options.side).save(path, optimize=True)
        print(f"{path}: {caption(scene)}")


if __name__ == "__main__":
    main()
