"""Several pictures described at once, with any method, and with what there is to note of it."""

import math
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import torch
from PIL import Image
from tokenizers.decoders import DecodeStream

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.engine.familiarity import refused
from sparc_desktop.engine.first_sentences import FirstSentences
from sparc_desktop.engine.inputs import Inputs, inputs_of
from sparc_desktop.engine.loading import LoadedModel
from sparc_desktop.engine.prompts import SENTENCES
from sparc_desktop.evaluate.methods import METHODS, Told
from sparc_desktop.evaluate.runs.chosen import Chosen
from sparc_desktop.evaluate.runs.looking import Attention
from sparc_desktop.evaluate.runs.row import Setting
from sparc_desktop.evaluate.runs.task import Task


@dataclass(frozen=True, slots=True)
class Description:
    """One caption. tokens: how many were written, its end included; ends: the length of the caption after each.

    seconds: its part of each step of its batch up to its own end; rows that go on longer cost it nothing. attention:
    where it was traced, of those tokens.
    """

    caption: str
    tokens: int
    ends: tuple[int, ...]
    seconds: float
    attention: Attention | None


class Describer:
    """A model that describes pictures as a task asks for it."""

    def __init__(self, loaded: LoadedModel, task: Task) -> None:
        self.loaded, self._task = loaded, task

    def inputs(self, images: Sequence[Image.Image]) -> Inputs:
        """What the model takes, a row a picture."""
        return inputs_of(self.loaded.model, self.loaded.processor, images, [self._task.prompt] * len(images))

    def refused(self, inputs: Inputs) -> list[bool]:
        """Which of the pictures the program would not have described: the model knows them too little."""
        unknown = self.loaded.processor.tokenizer.unk_token_id
        return refused(self.loaded.model, self.loaded.profile, unknown, inputs["pixel_values"])

    def settings(self, chosen: Chosen) -> dict[str, Setting]:
        """All settings of a method as they will hold. Raises ExpectedError: METHOD_UNUSABLE."""
        if chosen.name not in METHODS:
            raise _unusable(chosen, f"the methods are {', '.join(METHODS)}")
        method, config = METHODS[chosen.name], self.loaded.profile.sparc
        for name in chosen.settings.keys() - method.settings.keys():
            raise _unusable(chosen, f"it has no setting {name}; it has {', '.join(method.settings) or 'none'}")
        settings: dict[str, Setting] = {}
        for name, setting in method.settings.items():
            value = chosen.settings.get(name, setting.default if setting.default is not None else _of(config, name))
            if value is not None:
                settings[name] = value if math.isfinite(value) else str(value)
        return settings

    def describe(self, inputs: Inputs, chosen: Chosen, *, traced: bool) -> list[Description]:
        """A caption for each row, decoded greedily; `traced`: with its attention, which takes time.

        Raises ExpectedError: METHOD_UNUSABLE.
        """
        model = self.loaded.model
        room = model.config.get_text_config().max_position_embeddings - inputs["input_ids"].shape[1]
        try:
            applied = METHODS[chosen.name].applied(model, self.loaded.profile.sparc, chosen.settings, record=traced)
            with applied as decoding:
                began = _now(model.device)
                told = decoding.generate(**inputs, max_new_tokens=min(self._task.max_tokens, room))
                seconds = _now(model.device) - began
        except ValueError as error:  # SparcError too
            raise _unusable(chosen, str(error)) from error
        return self._descriptions(told, seconds / told.tokens.numel())

    def _descriptions(self, told: Told, a_token: float) -> list[Description]:
        given = self.loaded.model.generation_config.eos_token_id
        stops = set(given if isinstance(given, list) else [given])
        descriptions = []
        for row, tokens in enumerate(told.tokens.tolist()):
            end = next((place for place, token in enumerate(tokens) if token in stops), len(tokens) - 1)
            caption, ends = self._read(tokens[: end + 1])
            attention = Attention.of(told.trace, row, end + 1) if told.trace else None
            descriptions.append(Description(caption, end + 1, ends, a_token * (end + 1), attention))
        return descriptions

    def _read(self, tokens: Iterable[int]) -> tuple[str, tuple[int, ...]]:
        """The caption, no longer than its length asks for, and how long it was after each token."""
        tokenizer = self.loaded.processor.tokenizer.backend_tokenizer
        stream = DecodeStream(skip_special_tokens=True)
        wanted = SENTENCES.get(self._task.length)
        sentences = None if wanted is None else FirstSentences(wanted)
        text, ends = "", []
        for token in tokens:
            piece = stream.step(tokenizer, token) or ""
            text = (text + (sentences.feed(piece) if sentences else piece)).lstrip()
            ends.append(len(text))
        text = (text + (sentences.flush() if sentences else "")).rstrip()
        return text, tuple(min(end, len(text)) for end in ends)


def _of(config: object, name: str) -> float | None:
    value = getattr(config, name, None)
    return None if value is None else float(value)


def _now(device: torch.device) -> float:
    """Seconds, once the device has done what it was given."""
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    return time.perf_counter()


def _unusable(chosen: Chosen, reason: str) -> ExpectedError:
    return ExpectedError(Code.METHOD_UNUSABLE, label=chosen.label, reason=reason.rstrip("."))
