"""`python -m models.starter.recipe --out FOLDER`: train the model, as far as the time allows; again to go on."""

import argparse
import os
from dataclasses import replace
from pathlib import Path
from typing import get_args

import torch
from transformers import FastVlmForConditionalGeneration, PreTrainedTokenizerFast

from models.starter.recipe.network import SIZES, build_network, build_processor
from models.starter.recipe.tokenizer import train_tokenizer
from models.starter.recipe.train import FURTHER, PLAN, train
from sparc_desktop.evaluate.world.telling.draft import Order

SPAN = 10_000_000  # picture numbers of one seed, more than any plan takes


def main() -> None:
    """Train, and write the model as safetensors beside its processor once the plan is done."""
    parser = argparse.ArgumentParser(description="Train the built-in model.")
    parser.add_argument("--out", type=Path, required=True, help="folder for the model")
    parser.add_argument("--checkpoints", type=Path, default=Path("checkpoints"), help="folder to go on from")
    parser.add_argument("--size", choices=SIZES, default="full")
    parser.add_argument("--side", type=int, help="of the pictures that it gets, in pixels, if not the size's own")
    parser.add_argument("--seed", type=int, default=0, help="of the first weights, and by which pictures are numbered")
    parser.add_argument("--base", type=Path, help="a finished model to train further; take another seed")
    parser.add_argument("--order", choices=get_args(Order), default="salience", help="in which captions tell things")
    parser.add_argument("--scale", type=float, default=1.0, help="share of the pictures of each stage")
    parser.add_argument("--minutes", type=float, default=float("inf"), help="stop after so long, to go on later")
    parser.add_argument("--workers", type=int, default=max(1, (os.cpu_count() or 2) - 1), help="processes that draw")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    size = replace(SIZES[options.size], side=options.side or SIZES[options.size].side)
    folder = options.checkpoints / f"{options.size}-{size.side}-{options.seed}-{options.scale:g}-{options.order}"
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer = _tokenizer(folder, options.base)
    model = build_network(tokenizer, size)
    if options.base:
        model.load_state_dict(FastVlmForConditionalGeneration.from_pretrained(options.base).state_dict())
    model.to(options.device)
    print(f"{model.num_parameters():,} parameters, {len(tokenizer)} words", flush=True)
    plan = FURTHER if options.base else PLAN
    plan = tuple(replace(stage, mixture=replace(stage.mixture, order=options.order)) for stage in plan)
    done = train(
        model, tokenizer, size, folder, scale=options.scale, minutes=options.minutes, workers=options.workers,
        plan=plan, first=SPAN * options.seed,
    )  # fmt: skip
    model.to(torch.bfloat16).save_pretrained(options.out)
    build_processor(tokenizer, size).save_pretrained(options.out)
    print(f"Written to {options.out}." if done else f"Not done; what there is was written to {options.out}.")


def _tokenizer(folder: Path, base: Path | None) -> PreTrainedTokenizerFast:
    """Learned once, and kept beside the checkpoints, which know words by their numbers."""
    kept = folder / "tokenizer"
    if not kept.exists():
        tokenizer = PreTrainedTokenizerFast.from_pretrained(base) if base else train_tokenizer()
        tokenizer.save_pretrained(kept)
    return PreTrainedTokenizerFast.from_pretrained(kept)


if __name__ == "__main__":
    main()
