"""`python -m models.starter.recipe --out FOLDER`: make the built-in model from nothing."""

import argparse
import time
from pathlib import Path

import torch

from models.starter.recipe.network import build_network, build_processor
from models.starter.recipe.tokenizer import train_tokenizer
from models.starter.recipe.train import train


def main() -> None:
    """Train, then write the model as safetensors beside its processor."""
    parser = argparse.ArgumentParser(description="Train the built-in model.")
    parser.add_argument("--out", type=Path, required=True, help="folder for the finished model")
    parser.add_argument("--checkpoints", type=Path, default=Path("checkpoints"), help="folder to resume from")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--scale", type=float, default=1.0, help="share of the full training, for a trial")
    options = parser.parse_args()
    began = time.monotonic()
    torch.manual_seed(options.seed)
    checkpoints = options.checkpoints / f"seed-{options.seed}-scale-{options.scale:g}"
    checkpoints.mkdir(parents=True, exist_ok=True)
    tokenizer = train_tokenizer()
    model = build_network(tokenizer)
    print(f"{model.num_parameters():,} parameters, {len(tokenizer)} words", flush=True)
    train(model, tokenizer, checkpoints, options.scale)
    model.to(torch.bfloat16).save_pretrained(options.out)
    build_processor(tokenizer).save_pretrained(options.out)
    print(f"Written to {options.out} after {(time.monotonic() - began) / 60:.0f} minutes.", flush=True)


if __name__ == "__main__":
    main()
