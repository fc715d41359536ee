"""Putting SPARC into a model, and taking it out without a trace."""

import copy
import inspect
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any, cast
from weakref import WeakKeyDictionary

import torch
from torch import Tensor, nn
from transformers import Cache, GenerationConfig, PreTrainedModel
from transformers.generation.configuration_utils import GenerationMode

from sparc_desktop.sparc.attention import NAME, at_work, register
from sparc_desktop.sparc.config import SparcConfig
from sparc_desktop.sparc.recalibration import Recalibration, Trace
from sparc_desktop.sparc.support import (
    SparcError,
    check,
    full_attention_layers,
    image_token,
    is_quantized,
    text_config_key,
)

ONE_SEQUENCE_A_ROW = (GenerationMode.GREEDY_SEARCH, GenerationMode.SAMPLE)


class Sparc:
    """While entered, every `generate` of the model decodes with SPARC, as do calls of the model that share a cache.

    Each prefill starts anew, also one that asks a further question on a cache which holds the image already. A prompt
    without image tokens passes through unchanged. `record` keeps the attention to the image tokens of every step in
    `trace.attention`. One generation at a time and thread; threads may share the model.

    Raises SparcError where the model can't be used, and `generate` raises it for what SPARC can't follow: beam search,
    assisted and contrastive decoding, generation without a cache or with a quantized one, embeddings instead of tokens.
    """

    _installing = threading.Lock()

    def __init__(self, model: PreTrainedModel, config: SparcConfig | None = None, *, record: bool = False) -> None:
        check(model)
        self.model: Any = model  # one that can generate, which its type doesn't say
        self.config = config or SparcConfig.for_model(model)
        self._record = record
        self._text_config = model.config.get_text_config()
        self._image_token = cast(int, image_token(model.config))
        self._layers = frozenset(full_attention_layers(self._text_config))
        if self.config.layer not in self._layers:
            raise SparcError(f"selection layer {self.config.layer}: the ones to choose from are {sorted(self._layers)}")
        self._states: WeakKeyDictionary[Cache, Recalibration] = WeakKeyDictionary()
        self._latest: Recalibration | None = None
        self._thread = threading.local()  # .prefilling: has this thread just called `generate`?

    @property
    def trace(self) -> Trace:
        """What was selected in the latest generation from an image; raises SparcError before the first one."""
        if self._latest is None:
            raise SparcError("nothing has been generated from an image yet")
        return self._latest.trace()

    def __enter__(self) -> "Sparc":
        with self._installing:
            if self._text_config._attn_implementation == NAME:
                raise SparcError("SPARC is already at work in this model, or in one that shares its config")
            if self.model._compiled_call_impl is not None:
                raise SparcError("SPARC can't be put into a compiled model: its steps differ from each other")
            register()
            self._before = self._text_config._attn_implementation
            self._set_attention(NAME)
        self._hooks = [
            self.model.register_forward_pre_hook(self._before_forward, with_kwargs=True),
            self.model.register_forward_hook(self._after_forward, with_kwargs=True, always_call=True),
        ]
        self._stock_generate: Callable[..., Any] = self.model.generate
        self.model.generate = self._generate
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        del self.model.generate  # the class's own is behind it
        for hook in self._hooks:
            hook.remove()
        self._set_attention(self._before)
        self._states.clear()

    def _set_attention(self, name: str) -> None:
        self.model.set_attn_implementation({text_config_key(self.model.config): name})
        if self._text_config._attn_implementation != name:
            raise SparcError(f"the attention of {type(self.model).__name__} can't be changed, so SPARC can't be used")

    # What is asked of generate

    def _generate(self, *args: Any, **options: Any) -> Any:  # noqa: ANN401 - as transformers has it
        given = inspect.signature(self._stock_generate).bind(*args, **options)
        self._refuse(given.arguments)
        self._thread.prefilling = True
        try:
            out = self._stock_generate(*given.args, **given.kwargs)
            if self._thread.prefilling:
                raise SparcError(f"{type(self.model).__name__} has generated past its own forward, so without SPARC")
        finally:
            self._thread.prefilling = False
        return out

    def _refuse(self, given: dict[str, Any]) -> None:
        """Raise SparcError for what would go wrong without a word; keep transformers from compiling the steps."""
        options = given.setdefault("kwargs", {})
        if given.get("custom_generate") is not None:
            raise SparcError("SPARC can't know what a custom_generate does")
        if given.get("inputs_embeds", options.get("inputs_embeds")) is not None:
            raise SparcError("SPARC finds the image by its tokens: give input_ids, not inputs_embeds")
        config = given.get("generation_config")
        merged, _ = self.model._prepare_generation_config(config, **options)
        mode = merged.get_generation_mode(given.get("assistant_model"))
        if mode not in ONE_SEQUENCE_A_ROW:
            raise SparcError(f"SPARC follows one sequence a row, greedy or sampled, and can't do {mode.value}")
        if merged.use_cache is False:
            raise SparcError("SPARC needs the cache: use_cache=False computes every step from the start")
        if merged.prefill_chunk_size is not None:
            raise SparcError("SPARC needs the prompt in one piece: leave prefill_chunk_size out")
        if isinstance(config, GenerationConfig):
            config = given["generation_config"] = copy.copy(config)
            config.disable_compile = True
        else:
            options["disable_compile"] = True

    # What goes through the model

    def _before_forward(self, model: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        ids = kwargs.get("input_ids", args[0] if args else None)
        if ids is None:
            raise SparcError("SPARC finds the image by its tokens: call the model with input_ids, not inputs_embeds")
        cache = kwargs.get("past_key_values")
        known = None if cache is None else self._states.get(cache)
        generating, self._thread.prefilling = getattr(self._thread, "prefilling", False), False
        if cache is not None and known is not None and ids.shape[1] == 1 and not generating:
            state = known
            self._check_length(cache, state)
            state.begin_step()
        else:
            state = self._prefill(ids, cache, known)
        self._thread.state = state
        at_work.state = state if state.has_image else None
        if state.has_image:
            self._latest = state

    def _after_forward(self, model: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any], output: Any) -> None:  # noqa: ANN401
        at_work.state = None
        cache = getattr(output, "past_key_values", None)
        if cache is not None and cache not in self._states:  # one that the model has made itself
            self._states[cache] = self._thread.state

    def _prefill(self, ids: Tensor, cache: Cache | None, known: Recalibration | None) -> Recalibration:
        """A new prompt, or the next question on a cache that already holds the image."""
        image = torch.eq(ids, self._image_token)
        past = 0 if cache is None else int(cache.get_seq_length())
        if cache is not None and is_quantized(cache):
            raise SparcError("SPARC doesn't go together with a quantized cache, which loses small differences")
        if past:
            if known is None:
                raise SparcError("this cache was filled without SPARC, which can't know where its image is")
            held = known.image[:, :past]
            gap = held.new_zeros(len(held), past - held.shape[1])  # such as the caption between two questions
            image = torch.cat([held, gap, image], dim=1)
        state = Recalibration(self.config, self._layers, image, past + ids.shape[1], record=self._record)
        if cache is not None:
            self._states[cache] = state
        return state

    def _check_length(self, cache: Cache, state: Recalibration) -> None:
        length = cache.get_seq_length()
        if not isinstance(length, Tensor) and length != state.length:  # a tensor would have to be waited for
            raise SparcError(f"the cache holds {length} tokens, not the {state.length} that went through the model")
