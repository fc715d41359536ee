"""What the network is taught: to see what every patch shows, and to tell it."""

from collections.abc import Mapping

import torch
from torch import nn
from torch.nn import functional as F
from transformers import DynamicCache, FastVlmForConditionalGeneration

from models.starter.recipe.batch import CONTROLS, IGNORED, PATTERNS, Batch
from models.starter.recipe.examples import CAPTIONS, NOTHING, SLOTS

BARE_SHARE = 0.2  # of the patches that are asked after: most show ground, or a window's, which is soon learned
ASKED = 96  # patches of a picture: neighbours mostly show the same, and telling thousands of words apart takes time
NO_CONTROL = CONTROLS.index(NOTHING)
Shown = Mapping[str, torch.Tensor]  # figures for the log, which must not be waited for at every step


def see(model: FastVlmForConditionalGeneration, pixels: torch.Tensor) -> torch.Tensor:
    """The image tokens as the text layers get them: [n, tokens, width]."""
    layout = torch.channels_last  # in which convolutions are fastest
    return model.get_image_features(pixels.contiguous(memory_format=layout)).pooler_output


def _asked(bare: torch.Tensor) -> torch.Tensor:
    """Indices of patches by chance, int64 [n, ASKED]; those that are bare are chosen less often."""
    chance = torch.rand(bare.shape, device=bare.device)
    return torch.where(bare, chance * 2 * BARE_SHARE, chance).topk(min(ASKED, chance.shape[1])).indices


class Seeing(nn.Module):
    """Of every patch: the word that names what it shows, in the model's own vocabulary; of the whole: the background.

    Beside the word, which control of a screen it is, and where the centre of the thing is and how large, in numbers and
    in the classes by which captions put things in order; by heads that are thrown away.
    """

    def __init__(self, model: FastVlmForConditionalGeneration, width: int) -> None:
        super().__init__()
        self.model = model
        self.box = nn.Linear(width, 4)
        self.control = nn.Linear(width, len(CONTROLS))
        self.slot = nn.Linear(width, len(SLOTS))
        self.pattern = nn.Linear(width, len(PATTERNS))

    def forward(self, batch: Batch) -> tuple[torch.Tensor, Shown]:
        return self.loss(see(self.model, batch.pixels), batch)

    def loss(self, seen: torch.Tensor, batch: Batch) -> tuple[torch.Tensor, Shown]:
        """The loss of image tokens [n, tokens, width]."""
        asked = _asked(batch.bare)
        tokens = seen.gather(1, asked[..., None].expand(-1, -1, seen.shape[-1]))
        words, is_bare = batch.words.gather(1, asked), batch.bare.gather(1, asked)
        logits = tokens @ self.model.get_input_embeddings().weight.T.to(seen.dtype)
        word_loss = F.cross_entropy(logits.flatten(0, 1).float(), words.flatten())
        boxed = ~batch.boxes[..., 0].isnan()
        wanted = batch.boxes.nan_to_num()
        off = (self.box(seen).float() - wanted).abs().mean(-1)
        box_loss = (off * boxed).sum() / boxed.sum().clamp(min=1)
        of_screens = batch.controls.where((batch.controls != NO_CONTROL).any(1, keepdim=True), IGNORED)
        control_loss = _known(self.control(seen), of_screens)
        slot_loss = _known(self.slot(seen), batch.slots)
        pattern_loss = _known(self.pattern(seen.mean(1)), batch.patterns)
        right = (logits.argmax(-1) == words) & ~is_bare
        shown = {
            "words": word_loss,
            "things right": right.sum() / (~is_bare).sum().clamp(min=1),
            "box": box_loss,
            "control": control_loss,
            "slot": slot_loss,
            "pattern": pattern_loss,
        }
        loss = word_loss + 2 * box_loss + control_loss + 0.3 * slot_loss + 0.2 * pattern_loss
        return loss, _detached(shown)


class Telling(nn.Module):
    """The caption; without `seeing` the tower is frozen."""

    def __init__(self, model: FastVlmForConditionalGeneration, before: list[int], seeing: Seeing | None) -> None:
        super().__init__()
        self.model, self.seeing = model, seeing
        self.register_buffer("before", torch.tensor(before), persistent=False)  # the prompt up to the picture

    def train(self, mode: bool = True) -> "Telling":
        """As every module, but for the tower's norms: captions are written by their statistics of all pictures."""
        super().train(mode)
        self.model.model.vision_tower.eval()
        return self

    def forward(self, batch: Batch) -> tuple[torch.Tensor, Shown]:
        with torch.set_grad_enabled(self.seeing is not None):
            seen = see(self.model, batch.pixels)
        if self.seeing and not len(batch.told):
            return self.seeing.loss(seen, batch)
        text, embed = self.model.model.language_model, self.model.get_input_embeddings()
        pictures = batch.pictures[::CAPTIONS]
        before = embed(self.before).to(seen.dtype).expand(len(pictures), -1, -1)
        cache = DynamicCache(config=text.config)
        text(inputs_embeds=torch.cat((before, seen[pictures]), dim=1), past_key_values=cache)
        cache.batch_repeat_interleave(CAPTIONS)  # each picture is read once, for all that is told of it
        hidden = text(inputs_embeds=embed(batch.told[:, :-1]).to(seen.dtype), past_key_values=cache).last_hidden_state
        learned = batch.weights[:, 1:] > 0  # the caption, neither prompt nor padding
        logits = self.model.lm_head(hidden[learned])
        wanted, weights = batch.told[:, 1:][learned], batch.weights[:, 1:][learned]
        losses = F.cross_entropy(logits.float(), wanted, reduction="none")
        loss = (losses * weights).sum() / weights.sum()
        shown = {"loss": loss, "told right": (logits.argmax(-1) == wanted).float().mean()}
        if self.seeing is None:
            return loss, _detached(shown)
        seeing_loss, seeing_shown = self.seeing.loss(seen, batch)
        return loss + seeing_loss, {**_detached(shown), **seeing_shown}


def _known(logits: torch.Tensor, classes: torch.Tensor) -> torch.Tensor:
    """The mean cross entropy where there is a class; 0 where there is none at all."""
    losses = F.cross_entropy(logits.float().flatten(0, -2), classes.flatten(), ignore_index=IGNORED, reduction="sum")
    return losses / (classes != IGNORED).sum().clamp(min=1)


def _detached(shown: Shown) -> Shown:
    return {name: value.detach() for name, value in shown.items()}
