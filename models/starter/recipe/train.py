"""The stages of training, each of which the next builds on.

1. `names` and `see`: the tower and the projector learn what every patch shows, as the embedding of the word that names
   it, so that the text layers later read pictures in their own vocabulary; first mostly on crowded pictures.
2. `tell`: the text layers learn to caption what the frozen tower shows.
3. `both`: everything together.

Trained on captions alone a small model learns the sentences and nothing of the image. Every few minutes all that is
needed to go on is kept in a checkpoint, so that training can be cut at any moment and go on where it stopped, also on
another machine. Pictures are numbered through: the one with a given number is always the same.
"""

import itertools
import math
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn
from transformers import FastVlmForConditionalGeneration, PreTrainedTokenizerFast

from models.starter.recipe.batch import Batch, Batches, made_ahead, prompt_before
from models.starter.recipe.examples import Mixture
from models.starter.recipe.lessons import Seeing, Shown, Telling, see
from models.starter.recipe.muon import Muon
from models.starter.recipe.network import Size

INNER = re.compile(r"encoder|language_model\.layers|multi_modal_projector")  # of the names of weights
EVERY = 50  # steps between two lines of the log
KEEP_SECONDS = 180.0  # between two checkpoints
FEW = (1, 1, 2, 2, 3, 4, 6)
ALL = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20)
SETTLING = (16, 96)  # batches, and pictures in each, over which the norms' statistics are taken
MOMENTUM = 0.1  # of the norms, torch's own
SEEING = ("names", "see")  # stages in which the tower learns alone


@dataclass(frozen=True)
class Stage:
    """One stretch of training: pictures seen, what they show, peak rate, batch, batches of like length together."""

    name: str
    pictures: int
    mixture: Mixture
    rate: float
    batch: int
    window: int = 1


PLAN = (
    Stage("names", 60_000, Mixture(ALL, screens=0.2, foreign=0.05, crowds=0.3, walls=0.3), 2e-3, 16),
    Stage("see", 32_000, Mixture(ALL, screens=0.42, foreign=0.12, crowds=0.08, walls=0.08), 1.5e-3, 16),
    Stage("tell-few", 8_000, Mixture(FEW, screens=0.4, foreign=0.0), 1e-3, 16, 8),
    Stage("tell", 48_000, Mixture(ALL, screens=0.45, foreign=0.0), 1e-3, 16, 8),
    Stage("both", 18_000, Mixture(ALL, screens=0.45, foreign=0.08), 7e-4, 16, 8),
)
FURTHER = (  # for a model that went through the plan
    Stage("see", 20_800, Mixture(ALL, screens=0.4, foreign=0.06, crowds=0.09, walls=0.25), 1.5e-3, 16),
    Stage("both", 7_680, Mixture(ALL, screens=0.46, foreign=0.06, crowds=0.02, walls=0.06), 1.1e-3, 16, 8),
)


def train(
    model: FastVlmForConditionalGeneration,
    tokenizer: PreTrainedTokenizerFast,
    size: Size,
    folder: Path,
    *,
    scale: float,
    minutes: float,
    workers: int,
    plan: Sequence[Stage] = PLAN,
    first: int = 0,
) -> bool:
    """Go on where `folder` says, for so many minutes at most; True once the plan is done.

    `scale` is the share of each stage's pictures, `first` the number of the first one. A folder belongs to one plan,
    size and scale: after a change, or for another seed, take another.
    """
    model.model.vision_tower.to(memory_format=torch.channels_last)
    deadline = time.monotonic() + 60 * minutes
    start, seeing = first, Seeing(model, size.width)
    for stage in plan:
        steps = max(1, int(stage.pictures * scale) // stage.batch)
        run = _Run(seeing, tokenizer, size, stage, steps, folder)
        if not run.go_on(start, workers, deadline):
            return False
        start += steps * stage.batch
    return True


@torch.no_grad()
def _settle(model: FastVlmForConditionalGeneration, made: Batches, batches: int) -> None:
    """Statistics of the tower's norms over many pictures, instead of the last few batches."""
    norms = [norm for norm in model.model.vision_tower.modules() if isinstance(norm, nn.BatchNorm2d)]
    for norm in norms:
        norm.reset_running_stats()
        norm.momentum = None  # the mean of all
    for batch in itertools.islice(made, batches):
        see(model, batch.to(model.device).pixels)
    for norm in norms:
        norm.momentum = MOMENTUM


class _Run:
    """One stage, from its checkpoint to its end or to the deadline."""

    def __init__(
        self,
        seeing: Seeing,
        tokenizer: PreTrainedTokenizerFast,
        size: Size,
        stage: Stage,
        steps: int,
        folder: Path,
    ) -> None:
        self.tokenizer, self.size, self.stage, self.steps = tokenizer, size, stage, steps
        self.model = model = seeing.model
        self.device = model.device
        self.path = folder / f"{stage.name}.pt"
        torch.manual_seed(steps)  # here and at each step, so that a run that was cut meets the same chances
        # Words by which no patch is named would drift, and with them what the text layers know.
        model.get_input_embeddings().requires_grad_(stage.name != "see")
        if stage.name in SEEING:
            lesson: nn.Module = seeing
        else:
            lesson = Telling(model, prompt_before(tokenizer), None if stage.name.startswith("tell") else seeing)
            for layer in model.model.language_model.layers:  # all but attention: its lengths vary
                for part in (layer.input_layernorm, layer.post_attention_layernorm, layer.mlp):
                    part.compile(dynamic=True)  # a fifth less time for a step
        self.lesson = lesson.to(self.device).train()
        self.optimizers = _optimizers(lesson, stage.rate)
        self.step = 0

    def go_on(self, start: int, workers: int, deadline: float) -> bool:
        """Train; True at the end of the stage. `start` is the number of its first picture."""
        if self.path.exists():
            self._read()
        if self.step == self.steps:
            print(f"{self.stage.name}: done already", flush=True)
            return True
        stage = self.stage
        made = Batches(self.tokenizer, self.size, stage.batch, start, stage.mixture, stage.window, self.step)
        began, seen, kept = time.monotonic(), 0, time.monotonic()
        for batch in made_ahead(made, workers):
            shown = self._learn(batch.to(self.device))
            seen += self.stage.batch
            if self.step % EVERY == 0 or self.step == self.steps:
                values = "  ".join(f"{name} {float(value):.3f}" for name, value in shown.items())
                speed = seen / (time.monotonic() - began)
                print(f"{self.stage.name} {self.step}/{self.steps}  {speed:.1f}/s  {values}", flush=True)
            if self.step == self.steps and stage.name in SEEING:
                after = Batches(self.tokenizer, self.size, SETTLING[1], start + self.steps * stage.batch, stage.mixture)
                _settle(self.model, after, min(SETTLING[0], self.steps))
            if self.step == self.steps or time.monotonic() > min(deadline, kept + KEEP_SECONDS):
                self._keep()
                kept = time.monotonic()
            if self.step == self.steps:
                return True
            if time.monotonic() > deadline:
                return False
        raise AssertionError("the batches never end")

    def _learn(self, batch: Batch) -> Shown:
        torch.manual_seed(self.step)
        with torch.autocast(self.device.type, torch.bfloat16):
            loss, shown = self.lesson(batch)
        self.lesson.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.lesson.parameters(), 1.0)
        for optimizer in self.optimizers:
            for group in optimizer.param_groups:
                group["lr"] = self.stage.rate * _share_of_peak(self.step, self.steps)
            optimizer.step()
        self.step += 1
        return shown

    def _keep(self) -> None:
        """Whole or not at all: the machine may be gone in the middle."""
        half = self.path.with_suffix(".half")
        state = {"step": self.step, "lesson": self.lesson.state_dict()}
        if self.step < self.steps:
            state["optimizers"] = [optimizer.state_dict() for optimizer in self.optimizers]
        torch.save(state, half)
        half.replace(self.path)

    def _read(self) -> None:
        state = torch.load(self.path, weights_only=True, map_location=self.device)
        self.step = state["step"]
        self.lesson.load_state_dict(state["lesson"])
        for optimizer, kept in zip(self.optimizers, state.get("optimizers", ()), strict=False):
            optimizer.load_state_dict(kept)


def _optimizers(lesson: nn.Module, rate: float) -> tuple[torch.optim.Optimizer, ...]:
    """Muon for what multiplies inside the network; AdamW for the rest: words, norms, and what is next to pixels."""
    inner: list[nn.Parameter] = []
    rest: list[nn.Parameter] = []
    for name, weight in lesson.named_parameters():
        (inner if weight.ndim > 1 and INNER.search(name) else rest).append(weight)
    return Muon(inner, rate), torch.optim.AdamW(rest, lr=rate, weight_decay=0.02, betas=(0.9, 0.98))


def _share_of_peak(step: int, steps: int) -> float:
    """Learning rate as a share of its peak: a short rise, then a cosine down to a twentieth."""
    rise = max(1, min(300, steps // 10))
    if step < rise:
        return (step + 1) / rise
    return 0.05 + 0.95 * 0.5 * (1 + math.cos(math.pi * (step - rise) / max(1, steps - rise)))
