"""How often the part of the picture that a sentence is said to be about shows the thing that the sentence names.

    python -m benchmarks.attention_maps [--first 300] [--count 60]

For drawings of the validation split, described with SPARC by the built-in model, as `sparc-desktop explain` does. The
parts are the ninths of the picture that a page names.
"""

import argparse
import io

import numpy as np

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.places import outstanding
from sparc_desktop.engine.engine import Engine
from sparc_desktop.evaluate.explain import explain
from sparc_desktop.evaluate.world.claim import ItemClaim
from sparc_desktop.evaluate.world.drawing import draw, patch_truth, sample
from sparc_desktop.evaluate.world.telling import read
from sparc_desktop.resources import starter_model
from sparc_desktop.speech.sentences import SentenceSplitter

MOST = 9  # things of a drawing


def main() -> None:
    """Print the shares."""
    parser = argparse.ArgumentParser(description="Measure where sentences are said to be about.")
    parser.add_argument("--first", type=int, default=300, help="number of the first drawing")
    parser.add_argument("--count", type=int, default=60)
    options = parser.parse_args()
    engine = Engine(starter_model(), lambda _: None)
    found: dict[str, list[bool]] = {"first holds the centre": [], "one holds the centre": [], "first shows some": []}
    unnamed = 0
    for seed in range(options.first, options.first + options.count):
        scene = sample("validation", seed, count=1 + seed % MOST)
        buffer = io.BytesIO()
        draw(scene).save(buffer, "PNG")
        explanation = explain(engine, Capture("", buffer.getvalue()), 400, _split, lambda: False)
        for sentence in explanation.with_sparc.sentences if explanation else ():
            told = {claim.item.kind for claim in read(sentence.text, "en") if isinstance(claim, ItemClaim)}
            things = [index for index, thing in enumerate(scene.things) if thing.kind in told]
            if not things or sentence.heat is None:
                continue
            named = [(part.row, part.column) for part in outstanding(sentence.heat)]
            centres = {(min(int(scene.things[i].y * 3), 2), min(int(scene.things[i].x * 3), 2)) for i in things}
            unnamed += not named
            found["first holds the centre"].append(named[:1] != [] and named[0] in centres)
            found["one holds the centre"].append(bool(centres & set(named)))
            found["first shows some"].append(named[:1] != [] and _shows(patch_truth(scene, 12), things, *named[0]))
    for name, values in found.items():
        print(f"{name}: {sum(values) / max(len(values), 1):.0%} of {len(values)} sentences")
    print(f"no part is named for {unnamed}")


def _split(text: str) -> list[str]:
    splitter = SentenceSplitter()
    return [*splitter.feed(text), *splitter.flush()]


def _shows(cells: np.ndarray, things: list[int], row: int, column: int) -> bool:
    return bool(np.isin(cells[4 * row : 4 * row + 4, 4 * column : 4 * column + 4], things).any())


if __name__ == "__main__":
    main()
