"""The stages of training, each of which the next builds on.

1. `see`: the vision tower and the projector learn what every patch shows, as the embedding of the word that names it,
   so that the text layers later read pictures in their own vocabulary. Where the object's centre is and how large it is
   are learned beside it by a head that is thrown away.
2. `tell`: the text layers learn to caption what the frozen tower shows, first pictures of few objects, then of many.
3. `see-more`: the tower alone again, which costs a quarter of captioning and is what limits it; now with pictures among
   them that are not of the world, whose every patch is to be named unknown.
4. `both` and `both-more`: everything together, at a lower rate; `tell-more`: the text layers alone once more.

Why in this order: trained on captions alone the model learns the sentences and nothing of the image.
"""

import math
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F
from transformers import LlavaForConditionalGeneration, PreTrainedTokenizerFast

from models.starter.recipe.network import WIDTH
from models.starter.recipe.pictures import IGNORED, Batch, batches
from models.starter.recipe.tokenizer import IMAGE, REQUEST
from sparc_desktop.evaluate.world.scene import PATTERNS

BACKGROUND_WEIGHT = 0.2  # most patches show background, which is soon learned
EVERY = 100  # steps between two lines of the log


@dataclass(frozen=True)
class Stage:
    """One stretch of training: pictures seen, objects a picture (in turn), peak rate, batch, strangers in a batch."""

    name: str
    pictures: int
    counts: tuple[int, ...]
    rate: float
    batch: int = 32
    strangers: int = 0  # pictures that are not of the world


PLAN = (
    Stage("see", 48_000, (1, 2, 3, 4, 5, 6, 7, 8, 9), 8e-4),
    Stage("tell-few", 10_000, (1, 1, 2, 2, 3, 4), 8e-4),
    Stage("tell", 9_600, (1, 2, 3, 4, 5, 6, 7, 8, 9), 8e-4),
    Stage("see-more", 44_800, (2, 3, 4, 5, 6, 7, 8, 9), 8e-4, strangers=3),
    Stage("both", 14_400, (2, 3, 4, 5, 6, 7, 8, 9), 5e-4, strangers=3),
    Stage("both-more", 19_200, (1, 2, 3, 4, 5, 6, 7, 8, 9), 5e-4, strangers=3),
    Stage("tell-more", 11_200, (3, 4, 5, 6, 7, 8, 9), 5e-4),
)


def see(model: LlavaForConditionalGeneration, batch: Batch) -> torch.Tensor:
    """The image tokens as the text layers get them, [n, GRID**2, WIDTH]."""
    return torch.stack(tuple(model.get_image_features(batch.pixels).pooler_output))


class Seeing(nn.Module):
    """The loss of stage `see`: word, place and size of every patch, pattern of the whole."""

    def __init__(self, model: LlavaForConditionalGeneration) -> None:
        super().__init__()
        self.model = model
        self.box = nn.Linear(WIDTH, 3)
        self.pattern = nn.Linear(WIDTH, len(PATTERNS))

    def forward(self, batch: Batch) -> tuple[torch.Tensor, dict[str, float]]:
        return self.loss(see(self.model, batch), batch)

    def loss(self, seen: torch.Tensor, batch: Batch) -> tuple[torch.Tensor, dict[str, float]]:
        """The loss of image tokens [n, GRID**2, WIDTH], and figures for the log."""
        logits = seen @ self.model.get_input_embeddings().weight.T
        thing = ~batch.boxes[..., 0].isnan()
        stranger = (batch.patterns == IGNORED)[:, None]
        weight = torch.where(thing | stranger, 1.0, BACKGROUND_WEIGHT)
        words = F.cross_entropy(logits.flatten(0, 1).float(), batch.words.flatten(), reduction="none")
        word_loss = (words * weight.flatten()).sum() / weight.sum()
        box_loss = F.l1_loss(self.box(seen)[thing].float(), batch.boxes[thing])
        pattern_loss = F.cross_entropy(self.pattern(seen.mean(1)).float(), batch.patterns, ignore_index=IGNORED)
        right = (logits.argmax(-1) == batch.words)[thing].float().mean().item()
        shown = {
            "words": word_loss.item(),
            "things right": right,
            "box": box_loss.item(),
            "pattern": pattern_loss.item(),
        }
        return word_loss + 2 * box_loss + 0.2 * pattern_loss, shown


class Telling(nn.Module):
    """The loss of the later stages: the caption's words, those that name objects counting more.

    Unless the tower is frozen, it goes on learning what every patch shows.
    """

    def __init__(
        self, model: LlavaForConditionalGeneration, tokenizer: PreTrainedTokenizerFast, *, frozen: bool
    ) -> None:
        super().__init__()
        self.model = model
        self.seeing = None if frozen else Seeing(model)
        messages = [{"role": "user", "content": [{"type": "image"}, {"type": "text", "text": REQUEST}]}]
        prompt = tokenizer.apply_chat_template(messages, add_generation_prompt=True, tokenize=False)
        ids = tokenizer(prompt, return_tensors="pt").input_ids[0]
        image = int((ids == tokenizer.convert_tokens_to_ids(IMAGE)).nonzero())
        self.before, self.after = ids[:image], ids[image + 1 :]

    def forward(self, batch: Batch) -> tuple[torch.Tensor, dict[str, float]]:
        embed = self.model.get_input_embeddings()
        with torch.set_grad_enabled(self.seeing is not None):
            seen = see(self.model, batch)
        rows = len(seen)
        parts = [embed(self.before).expand(rows, -1, -1), seen, embed(self.after).expand(rows, -1, -1)]
        given = torch.cat([*(p.to(seen.dtype) for p in parts), embed(batch.captions[:, :-1]).to(seen.dtype)], dim=1)
        hidden = self.model.model.language_model(inputs_embeds=given, use_cache=False).last_hidden_state
        logits = self.model.lm_head(hidden[:, -batch.captions.shape[1] :])
        losses = F.cross_entropy(logits.flatten(0, 1).float(), batch.captions.flatten(), reduction="none")
        weights = batch.weights.flatten()
        names = weights > 1
        right = (logits.argmax(-1).flatten() == batch.captions.flatten())[names].float().mean().item()
        loss = (losses * weights).sum() / weights.sum()
        shown = {"loss": loss.item(), "names right": right}
        if self.seeing is None:
            return loss, shown
        seeing_loss, seeing_shown = self.seeing.loss(seen, batch)
        return loss + seeing_loss, shown | seeing_shown


def train(
    model: LlavaForConditionalGeneration, tokenizer: PreTrainedTokenizerFast, folder: Path, scale: float = 1.0
) -> None:
    """Run the stages not yet done in `folder`, saving the weights after each; `scale` shortens them for a trial.

    A folder belongs to one plan: after a change of it, or of the seed, take another.
    """
    start = 0
    for stage in PLAN:
        done = folder / f"{stage.name}.pt"
        if done.exists():
            model.load_state_dict(torch.load(done, weights_only=True))
            print(f"{stage.name}: already done, weights read from {done}", flush=True)
        else:
            steps = max(1, int(stage.pictures * scale) // stage.batch)
            _run(stage, steps, model, tokenizer, batches(tokenizer, stage.batch, start, stage.counts, stage.strangers))
            torch.save(model.state_dict(), done)
        start += stage.pictures


def _run(
    stage: Stage,
    steps: int,
    model: LlavaForConditionalGeneration,
    tokenizer: PreTrainedTokenizerFast,
    source: Iterator[Batch],
) -> None:
    lesson = (
        Seeing(model)
        if stage.name.startswith("see")
        else Telling(model, tokenizer, frozen=not stage.name.startswith("both"))
    )
    # Later stages that train one half alone leave the words as they are: the other half has learned them by then.
    model.get_input_embeddings().requires_grad_(stage.name not in ("see-more", "tell-more"))
    optimizer = torch.optim.AdamW(lesson.parameters(), lr=stage.rate, weight_decay=0.02, betas=(0.9, 0.98))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _share_of_peak(step, steps))
    began = time.monotonic()
    for step in range(steps):
        with torch.autocast("cpu", torch.bfloat16):
            loss, shown = lesson(next(source))
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(lesson.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        if step % EVERY == 0 or step == steps - 1:
            values = "  ".join(f"{name} {value:.3f}" for name, value in shown.items())
            seen = (step + 1) * stage.batch
            print(f"{stage.name} {step + 1}/{steps}  {seen / (time.monotonic() - began):.1f}/s  {values}", flush=True)


def _share_of_peak(step: int, steps: int) -> float:
    """Learning rate as a share of its peak: a short rise, then a cosine down to a twentieth."""
    rise = max(1, min(200, steps // 10))
    if step < rise:
        return (step + 1) / rise
    return 0.05 + 0.95 * 0.5 * (1 + math.cos(math.pi * (step - rise) / max(1, steps - rise)))
