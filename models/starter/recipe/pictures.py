"""Training batches: pictures drawn as they are needed, with the truth of every patch and the caption."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from PIL import Image
from torch.utils.data import DataLoader, IterableDataset
from transformers import PreTrainedTokenizerFast

from models.starter.recipe.network import GRID, IMAGE_SIDE
from sparc_desktop.evaluate.world import KINDS, Scene, caption, draw, patch_truth, sample
from sparc_desktop.evaluate.world.foreign import foreign
from sparc_desktop.evaluate.world.scene import PATTERNS

JPEG_SHARE = 0.15
LONG_SIDES = (176, 200, 240)
IGNORED = -100  # the label that torch's cross entropy leaves out
KIND_WEIGHT = 3.0  # the word that names an object is what the caption is for


@dataclass
class Batch:
    """Pictures and everything that is true of them, n of them, m tokens in the longest caption."""

    pixels: torch.Tensor  # float32 [n, 3, IMAGE_SIDE, IMAGE_SIDE], -1..1
    words: torch.Tensor  # int64 [n, GRID**2], the token that names what the patch shows: a kind, a colour, or unknown
    boxes: torch.Tensor  # float32 [n, GRID**2, 3]: the object's centre x, y and size, NaN on the background
    patterns: torch.Tensor  # int64 [n]: the background's pattern; IGNORED for pictures that are not of the world
    captions: torch.Tensor  # int64 [n, m], padded on the right
    weights: torch.Tensor  # float32 [n, m], 0 on padding and for pictures that are not of the world


class Pictures(IterableDataset):
    """Endless batches, scene after scene of the train split, from `start` on.

    Every batch has one of `counts` objects a picture, in turn; its last `strangers` pictures are not of the world.
    """

    def __init__(
        self, tokenizer: PreTrainedTokenizerFast, size: int, start: int, counts: tuple[int, ...], strangers: int
    ) -> None:
        self.tokenizer, self.size, self.start, self.counts, self.strangers = tokenizer, size, start, counts, strangers
        self.kind_ids = {kind: first_word(tokenizer, kind) for kind in KINDS}
        self.weighty = torch.zeros(len(tokenizer), dtype=torch.bool)
        self.weighty[list(self.kind_ids.values())] = True

    def __iter__(self) -> Iterator[Batch]:
        seed = self.start
        while True:
            yield self._batch(range(seed, seed + self.size))
            seed += self.size

    def _batch(self, seeds: range) -> Batch:
        # One count a batch: captions of one length, and so little padding.
        count = self.counts[seeds.start // self.size % len(self.counts)]
        scenes = [sample("train", seed, count) for seed in seeds]
        truths = [self._patches(scene) for scene in scenes]
        captions = [self.tokenizer(f" {caption(s)}", add_special_tokens=False).input_ids for s in scenes]
        ids = torch.nn.utils.rnn.pad_sequence(
            [torch.tensor([*c, self.tokenizer.eos_token_id]) for c in captions],
            batch_first=True,
            padding_value=IGNORED,
        )
        weights = torch.where(self.weighty[ids.clamp(min=0)], KIND_WEIGHT, 1.0) * (ids != IGNORED)
        batch = Batch(
            torch.stack([pixels(draw_scene(scene, seed), seed) for scene, seed in zip(scenes, seeds, strict=True)]),
            torch.stack([words for words, _ in truths]),
            torch.stack([boxes for _, boxes in truths]),
            torch.tensor([PATTERNS.index(scene.background.pattern) for scene in scenes]),
            ids.clamp(min=0),
            weights,
        )
        for row in range(self.size - self.strangers, self.size):
            batch.pixels[row] = pixels(foreign(seeds[row]), seeds[row])
            batch.words[row] = self.tokenizer.unk_token_id
            batch.boxes[row] = float("nan")
            batch.patterns[row] = IGNORED
            batch.weights[row] = 0
        return batch

    def _patches(self, scene: Scene) -> tuple[torch.Tensor, torch.Tensor]:
        truth = torch.from_numpy(patch_truth(scene, GRID).flatten())
        colour = first_word(self.tokenizer, scene.background.colour)
        words = torch.tensor([*(self.kind_ids[t.kind] for t in scene.things), colour])
        boxes = torch.tensor([*((t.x, t.y, t.size) for t in scene.things), (float("nan"),) * 3])
        return words[truth], boxes[truth]


def first_word(tokenizer: PreTrainedTokenizerFast, name: str) -> int:
    """The token of the first word of a name."""
    return tokenizer(f" {name}", add_special_tokens=False).input_ids[0]


def draw_scene(scene: Scene, seed: int) -> Image.Image:
    """The scene, at one of several sizes."""
    return draw(scene, LONG_SIDES[seed % len(LONG_SIDES)])


def pixels(picture: Image.Image, seed: int) -> torch.Tensor:
    """The picture as the processor would give it, float32 [3, side, side], now and then damaged by JPEG."""
    rng = np.random.default_rng(seed)
    if rng.random() < JPEG_SHARE:
        buffer = io.BytesIO()
        picture.save(buffer, "JPEG", quality=int(rng.integers(40, 95)))
        picture = Image.open(buffer)
    squeezed = np.asarray(picture.resize((IMAGE_SIDE, IMAGE_SIDE), Image.Resampling.BICUBIC), dtype=np.float32)
    return torch.from_numpy(squeezed / 127.5 - 1).permute(2, 0, 1)


def batches(
    tokenizer: PreTrainedTokenizerFast, size: int, start: int, counts: tuple[int, ...], strangers: int
) -> Iterator[Batch]:
    """Batches drawn in a process of its own, beside the training."""
    pictures = Pictures(tokenizer, size, start, counts, strangers)
    return iter(DataLoader(pictures, batch_size=None, num_workers=1, prefetch_factor=4))
