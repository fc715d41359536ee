"""The frame: what a method is, and how a caption is decoded with it."""

import math
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, cast

from torch import Tensor
from transformers import PreTrainedModel

from sparc_desktop.evaluate.methods.contrast import Contrast, Inputs
from sparc_desktop.evaluate.methods.trace import Trace, traced
from sparc_desktop.sparc import Sparc, SparcConfig
from sparc_desktop.sparc.recalibration import Recalibration


@dataclass(frozen=True, slots=True)
class Setting:
    """One number of a method: what it means, its bounds, and its default; None: as the model is set up."""

    meaning: str
    default: float | None = None
    least: float = 0.0
    most: float = math.inf


@dataclass(frozen=True, slots=True)
class Parts:
    """What a method puts into a model. `recalibration` makes the state of each generation; None: it has none."""

    config: SparcConfig
    recalibration: Callable[..., Recalibration] | None = None
    contrast: Contrast | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """Captions: int64 [batch, generated tokens], padded after their ends; and a trace where it was asked for."""

    tokens: Tensor
    trace: Trace | None


@dataclass(frozen=True, slots=True)
class Decoding:
    """A model with a method at work in it."""

    model: Any  # one that can generate, which its type doesn't say
    contrast: Contrast | None
    sparc: Sparc | None  # where a trace is recorded

    def generate(self, *, max_new_tokens: int, **inputs: Any) -> Told:  # noqa: ANN401 - each family takes others
        """Greedy captions for prompts with images, left-padded: what the processor gives, with `input_ids`.

        Raises ValueError where the model leaves the contrast out.
        """
        rows, prompt = inputs["input_ids"].shape
        out = self._contrasted(inputs, max_new_tokens) if self.contrast else self._greedy(inputs, max_new_tokens)
        return Told(out[:rows, prompt:], traced(self.sparc.trace, rows) if self.sparc else None)

    def _contrasted(self, inputs: Inputs, max_new_tokens: int) -> Tensor:
        contrast, used = cast(Contrast, self.contrast), []

        def process(input_ids: Tensor, scores: Tensor) -> Tensor:
            used.append(len(scores))
            return contrast(scores)

        out = self._greedy(contrast.doubled(inputs), max_new_tokens, logits_processor=[process])
        if not used:
            raise ValueError(f"{type(self.model).__name__} does not decode with what it is given to process its logits")
        return out

    def _greedy(self, inputs: Inputs, max_new_tokens: int, **options: Any) -> Tensor:  # noqa: ANN401 - as `generate`'s
        out: Tensor = self.model.generate(
            **inputs,
            max_new_tokens=max_new_tokens,
            do_sample=False,
            num_beams=1,
            return_dict_in_generate=False,
            **options,
        )
        return out


@dataclass(frozen=True, slots=True)
class Method:
    """A way to decode.

    summary: one sentence. source: where it is published. parts: what it puts into a model, given the model, its own
    SparcConfig with those of its settings that the method shares, and the method's settings.
    """

    name: str
    summary: str
    source: str
    parts: Callable[[PreTrainedModel, SparcConfig, Mapping[str, float]], Parts]
    settings: Mapping[str, Setting] = field(default_factory=dict)

    @contextmanager
    def applied(
        self,
        model: PreTrainedModel,
        config: SparcConfig | None = None,
        settings: Mapping[str, float] | None = None,
        *,
        record: bool = False,
    ) -> Iterator[Decoding]:
        """The model with the method in it, until the end.

        config: SPARC's settings for the model, by default its family's; its layer is observed under all methods.
        settings: of this method, instead of the defaults. record: keep a trace, which takes time at every step.
        Raises ValueError for a setting that there is not or that is out of bounds, SparcError as `Sparc` does.
        """
        parts = self.parts(model, config or SparcConfig.for_model(model), self._chosen(settings or {}))
        if parts.recalibration is None and not record:
            yield Decoding(model, parts.contrast, None)
            return
        recalibration = parts.recalibration or Recalibration
        with Sparc(model, parts.config, record=record, recalibration=recalibration) as sparc:
            yield Decoding(model, parts.contrast, sparc if record else None)

    def _chosen(self, given: Mapping[str, float]) -> dict[str, float]:
        """All settings that have a value."""
        for name, value in given.items():
            if name not in self.settings:
                raise ValueError(f"{self.name} has no setting {name!r}; it has {', '.join(self.settings) or 'none'}")
            bounds = self.settings[name]
            if not bounds.least <= value <= bounds.most:
                raise ValueError(f"{self.name}.{name} must be {bounds.least:g} to {bounds.most:g}, not {value}")
        defaults = {name: setting.default for name, setting in self.settings.items() if setting.default is not None}
        return {**defaults, **given}
