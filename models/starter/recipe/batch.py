"""Training batches: pictures made in processes of their own, beside the training, with all that is true of them."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from itertools import count
from typing import get_args

import numpy as np
import torch
from PIL import Image
from torch.utils.data import DataLoader, IterableDataset, get_worker_info
from transformers import PreTrainedTokenizerFast

from models.starter.recipe.examples import (
    NO_SLOT,
    NOTHING,
    SLOTS,
    UNKNOWN,
    Example,
    Mixture,
    Name,
    Slot,
    Spelled,
    control_of,
    example,
)
from models.starter.recipe.network import Size
from sparc_desktop.evaluate.world import drawing
from sparc_desktop.evaluate.world.facts import State
from sparc_desktop.evaluate.world.screen import plan

IGNORED = -100  # the label that torch's cross entropy leaves out
# The end is one token, to go on is one of many: a greedy decoder that is unsure would end too early.
END_WEIGHT = 0.4
MOST_TOKENS = 640  # of prompt and caption; the few longer captions end there, and their ends are not learned
OPENED = " \u201c"  # before a label
CONTROLS = (NOTHING, *(control_of(kind, state) for kind in plan.KINDS for state in get_args(State)))
PATTERNS = drawing.PATTERNS


@dataclass
class Batch:
    """n pictures, c captions of them; t image tokens; m tokens of the longest prompt and caption."""

    pixels: torch.Tensor  # uint8 [n, 3, side, side]; float32 -1..1 on the device
    words: torch.Tensor  # int64 [n, t], the token that names what the patch shows; IGNORED where it is not asked
    bare: torch.Tensor  # bool [n, t], of which most patches look alike
    boxes: torch.Tensor  # float32 [n, t, 4], NaN where there is no thing
    controls: torch.Tensor  # int64 [n, t]
    slots: torch.Tensor  # int64 [n, t]; IGNORED where there is none
    patterns: torch.Tensor  # int64 [n]; IGNORED for pictures that are not of the world
    told: torch.Tensor  # int64 [c, m], the prompt after the picture and the caption, padded on the right
    weights: torch.Tensor  # float32 [c, m], 0 on the prompt and on padding
    pictures: torch.Tensor  # int64 [c], the picture of each caption

    def to(self, device: torch.device) -> "Batch":
        """On the device, the pixels as the network takes them."""
        moved = {f.name: getattr(self, f.name).to(device, non_blocking=True) for f in fields(self)}
        return replace(self, **moved | {"pixels": moved["pixels"].float() / 127.5 - 1})


def prompt_before(tokenizer: PreTrainedTokenizerFast) -> list[int]:
    """The tokens of every prompt up to the picture."""
    ids, image = _prompt(tokenizer, "x")
    return ids[:image]


def _prompt(tokenizer: PreTrainedTokenizerFast, wording: str) -> tuple[list[int], int]:
    messages = [{"role": "user", "content": [{"type": "image"}, {"type": "text", "text": wording}]}]
    text = tokenizer.apply_chat_template(messages, add_generation_prompt=True, tokenize=False)
    ids = tokenizer(text).input_ids
    return ids, ids.index(tokenizer.image_token_id)


class Batches(IterableDataset[Batch]):
    """Endless batches of pictures numbered from `first` on, after so many that are `done`.

    The pictures of so many neighbouring batches as a `window` has are parted anew by the length of what is told of
    them, so that less of a batch is padding. Of w workers each makes every w-th window.
    """

    def __init__(
        self,
        tokenizer: PreTrainedTokenizerFast,
        size: Size,
        count: int,
        first: int,
        mixture: Mixture,
        window: int = 1,
        done: int = 0,
    ) -> None:
        self.tokenizer, self.size, self.count, self.first, self.mixture = tokenizer, size, count, first, mixture
        self.window, self.done = window, done
        self._named: dict[str, int] = {UNKNOWN: tokenizer.unk_token_id}
        self._spelled: dict[str, list[int]] = {}
        self._prompts: dict[str, list[int]] = {}

    def __iter__(self) -> Iterator[Batch]:
        worker = get_worker_info()
        number, workers = (worker.id, worker.num_workers) if worker else (0, 1)
        torch.set_num_threads(1)
        rounds, over = divmod(self.done, self.window * workers)
        skipped = over // workers + (number < over % workers)
        for at in count(rounds * workers + number, workers):
            yield from map(self.batch, self._window(at)[skipped:])
            skipped = 0

    def _window(self, number: int) -> list[list[Example]]:
        """The pictures of its batches."""
        size = self.window * self.count
        start = self.first + number * size
        examples = [example(seed, self.mixture, self.size.grid) for seed in range(start, start + size)]
        rng = np.random.default_rng([10, number])
        if self.window > 1:
            lengths = [max((len(ids) for ids, _ in self._rows(each)), default=0) for each in examples]
            keys = [length or int(rng.choice(lengths)) for length in lengths]  # what is not told lies among the others
            examples = [examples[place] for place in np.argsort(keys, kind="stable")]
        parts = [examples[begin : begin + self.count] for begin in range(0, size, self.count)]
        return [parts[place] for place in rng.permutation(self.window)]

    def batch(self, examples: list[Example]) -> Batch:
        """These pictures together."""
        rows = [(number, row) for number, each in enumerate(examples) for row in self._rows(each)]
        longest = max((len(ids) for _, (ids, _) in rows), default=0)
        told = torch.full((len(rows), longest), self.tokenizer.pad_token_id)
        weights = torch.zeros(len(rows), longest)
        for row, (_, (ids, weight)) in enumerate(rows):
            told[row, : len(ids)] = torch.tensor(ids)
            weights[row, : len(ids)] = torch.tensor(weight)
        return Batch(
            torch.stack([self._pixels(each) for each in examples]),
            self._grids([[self._token(name) for name in each.names] for each in examples], examples),
            torch.stack([torch.from_numpy(each.is_bare.reshape(-1)) for each in examples]),
            torch.stack([torch.from_numpy(each.boxes.reshape(-1, 4)) for each in examples]),
            self._grids([[CONTROLS.index(name) for name in each.controls] for each in examples], examples),
            self._grids([[_slot(slot) for slot in each.slots] for each in examples], examples),
            torch.tensor([PATTERNS.index(each.pattern) if each.pattern else IGNORED for each in examples]),
            told,
            weights,
            torch.tensor([number for number, _ in rows], dtype=torch.int64),
        )

    def _grids(self, values: list[list[int]], examples: list[Example]) -> torch.Tensor:
        return torch.stack(
            [
                torch.tensor(each)[torch.from_numpy(np.where(e.grid < 0, e.ground, e.grid).reshape(-1))]
                for each, e in zip(values, examples, strict=True)
            ]
        )

    def _rows(self, each: Example) -> Iterator[tuple[list[int], list[float]]]:
        """Of each caption the tokens from the picture on, and what each weighs in the loss."""
        for caption in each.captions:
            asked, told = self._asked(caption.wording), self._told(caption.told)
            weights = [0.0] * len(asked) + [1.0] * (len(told) - 1) + [END_WEIGHT]
            yield [*asked, *told][:MOST_TOKENS], weights[:MOST_TOKENS]

    def _asked(self, wording: str) -> list[int]:
        """The tokens of a prompt after the picture."""
        if wording not in self._prompts:
            ids, image = _prompt(self.tokenizer, wording)
            self._prompts[wording] = ids[image + 1 :]
        return self._prompts[wording]

    def _told(self, caption: str) -> list[int]:
        """The tokens of a caption and of its end."""
        ids: list[int] = self.tokenizer(f" {caption}", add_special_tokens=False).input_ids
        return [*ids, self.tokenizer.eos_token_id]

    def _token(self, name: Name | None) -> int:
        """The first token of a name as captions write it, of most names the only one; or that which spells a letter."""
        if name is None:
            return IGNORED
        if isinstance(name, Spelled):
            return self._spelling(name.label)[name.letter]
        if name not in self._named:
            self._named[name] = self.tokenizer(f" {name}", add_special_tokens=False).input_ids[0]
        return self._named[name]

    def _spelling(self, label: str) -> list[int]:
        """For each letter of a label the token that spells it in captions, where labels stand in quotation marks."""
        if label not in self._spelled:
            quoted = f"{OPENED}{label}\u201d"
            made = self.tokenizer(quoted, add_special_tokens=False, return_offsets_mapping=True)
            tokens = [self.tokenizer.unk_token_id] * len(quoted)
            for id, (begin, end) in zip(made.input_ids, made.offset_mapping, strict=True):
                tokens[begin:end] = [id] * (end - begin)
            self._spelled[label] = tokens[len(OPENED) : -1]
        return self._spelled[label]

    def _pixels(self, each: Example) -> torch.Tensor:
        squeezed = each.picture.resize((self.size.side, self.size.side), Image.Resampling.BICUBIC)
        return torch.from_numpy(np.array(squeezed)).permute(2, 0, 1)


def _slot(slot: Slot) -> int:
    return IGNORED if slot == NO_SLOT else SLOTS.index(slot)


def made_ahead(made: Batches, workers: int) -> Iterator[Batch]:
    """The batches, made by so many processes."""
    if not workers:
        return iter(DataLoader(made, batch_size=None))
    # Begun anew and not forked: Qt does not survive a fork.
    loader = DataLoader(
        made,
        batch_size=None,
        num_workers=workers,
        prefetch_factor=8,
        multiprocessing_context="spawn",
        pin_memory=torch.cuda.is_available(),
    )
    return iter(loader)
