"""`python -m sparc_desktop.evaluate.world.drawing FOLDER`: pictures to look at, each beside its truth."""

import argparse
import json
import time
from dataclasses import asdict
from pathlib import Path

from sparc_desktop.evaluate.world.drawing import draw, facts, sample
from sparc_desktop.evaluate.world.drawing.scene import Look

COUNTS = (1, 2, 3, 5, 9, 15, 20)
TIMED = 40  # scenes, after as many that bring the glyphs to hand


def main() -> None:
    """Write some test scenes as PNG and JSON, and print what drawing takes."""
    parser = argparse.ArgumentParser(description="Draw scenes of the world to look at.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scenes", type=int, default=3, help="of each number of things")
    parser.add_argument("--long-side", type=int, default=320, help="pixels")
    parser.add_argument("--look", choices=("usual", "held out", "other artist"), default="usual")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for count in COUNTS:
        for seed in range(options.scenes):
            scene = sample("test", seed, count=count, look=options.look)
            name = options.folder / f"{count:02}-things-{seed}"
            draw(scene, options.long_side).save(name.with_suffix(".png"))
            name.with_suffix(".json").write_text(json.dumps(asdict(facts(scene)), indent=1), encoding="utf-8")
    print(f"{_milliseconds(options.look, options.long_side):.1f} ms a picture, sampling and truth included")


def _milliseconds(look: Look, long_side: int) -> float:
    """What one scene of 1 to 20 things takes, when the glyphs are at hand."""

    def make(seed: int) -> None:
        scene = sample("test", seed, look=look)
        draw(scene, long_side)
        facts(scene)

    for seed in range(TIMED):
        make(seed)
    began = time.perf_counter()
    for seed in range(TIMED, 2 * TIMED):
        make(seed)
    return (time.perf_counter() - began) / TIMED * 1000


if __name__ == "__main__":
    main()
