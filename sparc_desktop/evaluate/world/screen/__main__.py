"""`python -m sparc_desktop.evaluate.world.screen FOLDER`: draw screens as PNG files, with what is true of them."""

import argparse
from pathlib import Path

from sparc_desktop.evaluate.world.screen.picture import render
from sparc_desktop.evaluate.world.screen.sample import LONG_SIDE, STREAMS, sample


def main() -> None:
    """Write one picture a seed, and print its facts."""
    parser = argparse.ArgumentParser(description="Draw screens of the built-in model's world.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--split", choices=list(STREAMS), default="validation")
    parser.add_argument("--seeds", type=int, nargs="+", default=list(range(1, 25)))
    parser.add_argument("--look", choices=["usual", "held out"], default="usual")
    parser.add_argument("--language", choices=["en", "zh_CN"], help="by chance if left out")
    parser.add_argument("--side", type=int, default=LONG_SIDE, help="pixels of the longer side")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for seed in options.seeds:
        plan = sample(options.split, seed, language=options.language, look=options.look)
        picture = render(plan, options.side)
        path = options.folder / f"{options.split}-{seed}.png"
        picture.image.save(path)
        print(f"\n{path}: {plan.look.style}, {plan.look.palette}, {plan.look.font}; {picture.facts.ground}")
        for index, item in enumerate(picture.facts.items):
            told = (item.kind, repr(item.label), item.state, item.value, item.colour, item.place, f"in {item.within}")
            print(f"{index:4}", *(each for each in told if each not in ("", None, "in None")))
        print(*picture.facts.relations, sep="\n")


if __name__ == "__main__":
    main()
