"""Choose the SPARC preset and the limit of strangeness, score held-out pictures.

In this order, so that nothing is chosen on the test set: the preset and the limit of strangeness come from validation
pictures; the test pictures are captioned once with SPARC off and once with it on. Writes `profile.json` beside the
model, and the figures to `measured.json`.
"""

import argparse
import json
import time
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image

from models.starter.recipe.pictures import draw_scene, pixels
from models.starter.recipe.tokenizer import REQUEST
from sparc_desktop.engine.familiarity import strangeness
from sparc_desktop.engine.loading import LoadedModel, load
from sparc_desktop.evaluate.chair import Chair, chair
from sparc_desktop.evaluate.style import distinct_1, repeated_bigrams, words_per_caption
from sparc_desktop.evaluate.world import KINDS, Scene, draw, sample
from sparc_desktop.evaluate.world.foreign import foreign
from sparc_desktop.sparc import Sparc, SparcConfig, calibrate

BATCH = 50
MAX_TOKENS = 220
FAMILIAR = 0.995  # share of validation pictures that must be within the limit of strangeness
LEAST_LIMIT = 0.1
FOREIGN_SEEDS = 10**9  # from here on, foreign pictures that training has not seen
RESAMPLES = 2000
PROFILE = {"name": "Starter", "languages": ["en"], "request": REQUEST, "answers": False}


def captions(loaded: LoadedModel, scenes: list[Scene], config: SparcConfig | None) -> list[str]:
    """Greedy captions, batch by batch."""
    told: list[str] = []
    for start in range(0, len(scenes), BATCH):
        inputs = _inputs(loaded, scenes[start : start + BATCH])
        if config is None:
            told += _decode(loaded, inputs)
        else:
            with Sparc(loaded.model, config):
                told += _decode(loaded, inputs)
    return told


def _inputs(loaded: LoadedModel, scenes: list[Scene]) -> dict[str, torch.Tensor]:
    messages = [{"role": "user", "content": [{"type": "image"}, {"type": "text", "text": REQUEST}]}]
    prompt = loaded.processor.apply_chat_template(messages, add_generation_prompt=True, tokenize=False)
    pictures = [draw(scene, 480) for scene in scenes]
    return dict(loaded.processor(images=pictures, text=[prompt] * len(pictures), return_tensors="pt"))


def _decode(loaded: LoadedModel, inputs: dict[str, torch.Tensor]) -> list[str]:
    out = loaded.model.generate(**inputs, do_sample=False, max_new_tokens=MAX_TOKENS)
    return loaded.processor.batch_decode(out[:, inputs["input_ids"].shape[1] :], skip_special_tokens=True)


def choose_preset(loaded: LoadedModel, scenes: list[Scene]) -> tuple[SparcConfig, list[dict[str, Any]]]:
    """The setting with the best F1 on validation pictures, and the whole table, the first row without SPARC.

    Layer and tau first, then alpha.
    """
    truths = [scene.kinds for scene in scenes]
    table: list[dict[str, Any]] = []

    def score(config: SparcConfig | None) -> float:
        result = chair(captions(loaded, scenes, config), truths, KINDS)
        table.append({"sparc": config and asdict(config), **_figures(result)})
        print(table[-1], flush=True)
        return result.f1

    score(None)
    layers = loaded.model.config.get_text_config().num_hidden_layers
    scored: list[tuple[float, SparcConfig]] = []
    for layer in range(layers // 2 - 1, layers - 1):
        usual = SparcConfig(alpha=1.05, beta=0.1, layer=layer)
        tau = calibrate(loaded.model, [_inputs(loaded, scenes[:BATCH])], usual, max_new_tokens=MAX_TOKENS).tau
        for factor in (1.0, 2.0):
            config = replace(usual, tau=round(tau * factor, 2))
            scored.append((score(config), config))
    _, best = max(scored, key=lambda pair: pair[0])
    for alpha in (1.02, 1.1):
        config = replace(best, alpha=alpha)
        scored.append((score(config), config))
    return max(scored, key=lambda pair: pair[0])[1], table


def limit_strangeness(loaded: LoadedModel, count: int) -> dict[str, float]:
    """The limit, set on validation pictures of the world alone, and what it does to those and to foreign pictures."""
    known = _strangeness(loaded, [draw_scene(sample("validation", seed), seed) for seed in range(count)])
    strange = _strangeness(loaded, [foreign(FOREIGN_SEEDS + seed) for seed in range(count)])
    limit = max(float(known.quantile(FAMILIAR)), LEAST_LIMIT)
    return {
        "limit": round(limit, 3),
        "false_refusals": float((known > limit).float().mean()),
        "false_answers": float((strange <= limit).float().mean()),
    }


def _strangeness(loaded: LoadedModel, pictures: list[Image.Image]) -> torch.Tensor:
    unknown = loaded.processor.tokenizer.unk_token_id
    parts = []
    for start in range(0, len(pictures), BATCH):
        batch = [pixels(picture, start + i) for i, picture in enumerate(pictures[start : start + BATCH])]
        parts.append(strangeness(loaded.model, unknown, torch.stack(batch)))
    return torch.cat(parts)


def compare(loaded: LoadedModel, scenes: list[Scene], config: SparcConfig) -> dict[str, Any]:
    """SPARC off and on over the same pictures, with the paired 95 % interval of the difference in F1."""
    truths = [scene.kinds for scene in scenes]
    told = {"off": captions(loaded, scenes, None), "on": captions(loaded, scenes, config)}
    result: dict[str, Any] = {"pictures": len(scenes)}
    for name, texts in told.items():
        result[name] = {
            **_figures(chair(texts, truths, KINDS)),
            "words": round(words_per_caption(texts), 1),
            "distinct_1": round(distinct_1(texts), 3),
            "repeated_bigrams": round(repeated_bigrams(texts), 3),
        }
    single = {
        name: [chair([t], [k], KINDS) for t, k in zip(texts, truths, strict=True)] for name, texts in told.items()
    }
    rng = np.random.default_rng(0)
    differences = []
    counts = {n: np.array([(c.told_true, c.told + c.there) for c in rows]) for n, rows in single.items()}
    for _ in range(RESAMPLES):
        pick = rng.integers(len(scenes), size=len(scenes))
        f1 = {name: 2 * rows[pick, 0].sum() / rows[pick, 1].sum() for name, rows in counts.items()}
        differences.append(f1["on"] - f1["off"])
    result["f1_difference_95"] = [round(float(q), 4) for q in np.quantile(differences, (0.025, 0.975))]
    return result


def _figures(score: Chair) -> dict[str, float]:
    names = ("precision", "recall", "f1", "mention_precision", "chair_s")
    return {name: round(getattr(score, name), 4) for name in names}


def main() -> None:
    """Choose, learn, score, write."""
    parser = argparse.ArgumentParser(description="Measure the built-in model.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--validation", type=int, default=200)
    parser.add_argument("--test", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0, help="the first test picture; earlier ones count as seen")
    options = parser.parse_args()
    began = time.monotonic()
    (options.folder / "profile.json").unlink(missing_ok=True)
    loaded = load(options.folder, lambda _: None)
    strange = limit_strangeness(loaded, 2000)
    print(strange, flush=True)
    preset, table = choose_preset(loaded, [sample("validation", seed) for seed in range(options.validation)])
    profile = {**PROFILE, "sparc": asdict(preset), "strange_above": strange["limit"]}
    (options.folder / "profile.json").write_text(json.dumps(profile, indent=2) + "\n")
    test = compare(loaded, [sample("test", options.first + seed) for seed in range(options.test)], preset)
    print(json.dumps(test, indent=2))
    measured = {"strangeness": strange, "validation": table, "test": test}
    (options.folder / "measured.json").write_text(json.dumps(measured, indent=2) + "\n")
    print(f"Measured in {(time.monotonic() - began) / 60:.0f} minutes.")


if __name__ == "__main__":
    main()
