"""Putting SPARC into a model, and taking it out without a trace."""

import threading
from types import TracebackType
from typing import Any
from weakref import WeakKeyDictionary

import torch
from torch import Tensor, nn
from transformers import Cache, PreTrainedModel

from sparc_desktop.sparc.attention import NAME, at_work, register
from sparc_desktop.sparc.config import SparcConfig
from sparc_desktop.sparc.recalibration import Recalibration, Trace


class SparcError(ValueError):
    """The model, or what is asked of it, does not go together with SPARC; the message says why."""


class Sparc:
    """While entered, every `generate` of the model decodes with SPARC.

    Each prefill starts anew. A prompt without image tokens passes through unchanged. `record` keeps the attention to
    the image tokens of every step in `trace.attention`. Beam search is not supported: it reorders the rows unseen.
    """

    _installing = threading.Lock()

    def __init__(self, model: PreTrainedModel, config: SparcConfig | None = None, *, record: bool = False) -> None:
        self.model = model
        self.config = config or SparcConfig.for_model(model)
        self._record = record
        self._text_config = model.config.get_text_config()
        self._image_token = _image_token(model)
        self._state: Recalibration | None = None
        self._images: WeakKeyDictionary[Cache, Tensor] = WeakKeyDictionary()  # where the image is in each cache
        kinds = set(getattr(self._text_config, "layer_types", None) or ()) - {"full_attention"}
        if kinds:
            raise SparcError(f"{type(model).__name__} has layers that don't see the whole prompt: {sorted(kinds)}")
        layers = self._text_config.num_hidden_layers
        if self.config.layer >= layers:
            raise SparcError(f"selection layer {self.config.layer}: the model has layers 0 to {layers - 1}")

    @property
    def trace(self) -> Trace:
        """What was selected in the latest generation; raises SparcError before the first one with an image."""
        if self._state is None:
            raise SparcError("nothing has been generated from an image yet")
        return self._state.trace()

    def __enter__(self) -> "Sparc":
        with self._installing:
            if self._text_config._attn_implementation == NAME:
                raise SparcError("SPARC is already at work in this model")
            register()
            self._before = self._text_config._attn_implementation
            self._set_attention(NAME)
        self._hook = self.model.register_forward_pre_hook(self._before_forward, with_kwargs=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._hook.remove()
        at_work.pop(id(self._text_config), None)
        self._set_attention(self._before)

    def _set_attention(self, name: str) -> None:
        key = next(k for k in self.model.config.sub_configs if getattr(self.model.config, k) is self._text_config)
        self.model.set_attn_implementation({key: name})

    def _before_forward(self, model: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        ids = kwargs.get("input_ids", args[0] if args else None)
        cache = kwargs.get("past_key_values")
        past = 0 if cache is None else int(cache.get_seq_length())
        if ids is None:
            raise SparcError("SPARC finds the image by its tokens: call the model with input_ids, not inputs_embeds")
        if past and ids.shape[1] == 1:
            if self._state is not None:
                self._state.begin_step()
            return
        self._begin(ids, cache, past)

    def _begin(self, ids: Tensor, cache: Cache | None, past: int) -> None:
        """A prefill: a new prompt, or the next question on a cache that already holds the image."""
        image = ids == self._image_token
        if past and cache is not None:
            held = self._images.get(cache)
            if held is None:
                raise SparcError("this cache was filled without SPARC, which can't know where its image is")
            gap = held.new_zeros(len(held), past - held.shape[1])  # such as the caption between two questions
            image = torch.cat([held, gap, image], dim=1)
        if cache is not None:
            self._images[cache] = image
        self._state = Recalibration(self.config, image, record=self._record) if image.any() else None
        if self._state is None:
            at_work.pop(id(self._text_config), None)
        else:
            at_work[id(self._text_config)] = self._state


def _image_token(model: PreTrainedModel) -> int:
    for name in ("image_token_id", "image_token_index"):
        token = getattr(model.config, name, None)
        if token is not None:
            return int(token)
    raise SparcError(f"{type(model).__name__} has no image tokens in its text, so SPARC can't be used with it")
