"""Putting SPARC into a model, and taking it out without a trace."""

import inspect
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any, ClassVar, cast
from weakref import WeakKeyDictionary, WeakSet

import torch
from torch import Tensor, nn
from transformers import Cache, PreTrainedModel
from transformers.generation.configuration_utils import GenerationMode

from sparc_desktop.sparc.attention import NAME, at_work, register
from sparc_desktop.sparc.config import SparcConfig
from sparc_desktop.sparc.recalibration import Recalibration, Trace
from sparc_desktop.sparc.support import (
    SparcError,
    attention_modules,
    check,
    full_attention_layers,
    image_token,
    is_quantized,
    text_config_key,
)

PREPARE = "_prepare_generation_config"  # every `generate` calls it first
ONE_SEQUENCE_A_ROW = (GenerationMode.GREEDY_SEARCH, GenerationMode.SAMPLE)


class _Here(threading.local):
    """What one thread is about."""

    ends: list[int] | None = None  # the tokens that end a row, while a `generate` has not come to its prefill; or None
    state: Recalibration | None = None  # of the latest forward pass
    latest: Recalibration | None = None  # of the latest one from an image


class Sparc:
    """While entered, every `generate` of the model decodes with SPARC, as do calls of the model that share a cache.

    Each prefill starts anew, also one that asks a further question on a cache which holds the image already. A prompt
    without image tokens passes through unchanged. `record` keeps the attention to the image tokens of every step in
    `trace.attention`. Threads may share the model; each has its own trace. `recalibration` makes the state of each
    generation: the method itself, or a variant of it.

    Raises SparcError where the model can't be used, and `generate` raises it for what SPARC can't follow: beam search,
    assisted and contrastive decoding, generation without a cache or with a quantized one, embeddings instead of tokens.
    """

    _lock = threading.Lock()
    _models: ClassVar[WeakSet[PreTrainedModel]] = WeakSet()  # those that have SPARC in them

    def __init__(
        self,
        model: PreTrainedModel,
        config: SparcConfig | None = None,
        *,
        record: bool = False,
        recalibration: Callable[..., Recalibration] = Recalibration,
    ) -> None:
        check(model)
        self.model: Any = model  # one that can generate, which its type doesn't say
        self.config = config or SparcConfig.for_model(model)
        self._record = record
        self._recalibration = recalibration
        self._image_token = cast(int, image_token(model.config))
        layers = full_attention_layers(model.config.get_text_config())
        if self.config.layer not in layers:
            raise SparcError(f"selection layer {self.config.layer}: the ones to choose from are {layers}")
        self._modules = frozenset(id(module) for module in attention_modules(model) if module.layer_idx in layers)
        self._states: WeakKeyDictionary[Cache, Recalibration] = WeakKeyDictionary()
        self._latest: Recalibration | None = None
        self._here = _Here()

    @property
    def trace(self) -> Trace:
        """What was selected in this thread's latest generation from an image, or else in any thread's.

        Raises SparcError before the first one.
        """
        latest = self._here.latest or self._latest
        if latest is None:
            raise SparcError("nothing has been generated from an image yet")
        return latest.trace()

    def __enter__(self) -> "Sparc":
        with self._lock:
            if self.model in self._models:
                raise SparcError("SPARC is already at work in this model")
            if self.model._compiled_call_impl is not None:
                raise SparcError("SPARC can't be put into a compiled model: its steps differ from each other")
            register()
            self._before = self.model.config.get_text_config()._attn_implementation
            self._set_attention(NAME)
            self._models.add(self.model)
        self._hooks = [
            self.model.register_forward_pre_hook(self._before_forward, with_kwargs=True),
            self.model.register_forward_hook(self._after_forward, with_kwargs=True, always_call=True),
        ]
        self._own = {name: vars(self.model)[name] for name in ("generate", PREPARE) if name in vars(self.model)}
        self._generate, self._prepare = self.model.generate, getattr(self.model, PREPARE)
        self.model.generate = self._checked_generate
        setattr(self.model, PREPARE, self._checked_config)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        for hook in self._hooks:
            hook.remove()
        for name in ("generate", PREPARE):  # the class's own are behind them
            delattr(self.model, name)
        vars(self.model).update(self._own)
        at_work.state = None
        self._models.discard(self.model)
        self._set_attention(self._before)

    def _set_attention(self, name: str) -> None:
        if self.model.config.get_text_config()._attn_implementation != name:
            self.model.set_attn_implementation({text_config_key(self.model.config): name})

    # What is asked of generate

    def _checked_generate(self, *args: Any, **options: Any) -> Any:  # noqa: ANN401 - as transformers has it
        if options.get("custom_generate") is not None:
            raise SparcError("SPARC can't know what a custom_generate does")
        if options.get("assistant_model") is not None:
            raise SparcError("SPARC follows one sequence a row, greedy or sampled, and can't do assisted decoding")
        if options.get("inputs_embeds") is not None:
            raise SparcError("SPARC finds the image by its tokens: give input_ids, not inputs_embeds")
        self._here.ends = []  # unless `_checked_config` knows better
        try:
            out = self._generate(*args, **options)
            if self._here.ends is not None:
                raise SparcError(f"{type(self.model).__name__} has generated past its own forward, so without SPARC")
        finally:
            self._here.ends = at_work.state = None
        return out

    def _checked_config(self, *args: Any, **options: Any) -> Any:  # noqa: ANN401 - as above
        """Every `generate` passes here, also one that was bound before; what it will do is settled now."""
        config, others = self._prepare(*args, **options)
        mode = config.get_generation_mode()
        if mode not in ONE_SEQUENCE_A_ROW:
            raise SparcError(f"SPARC follows one sequence a row, greedy or sampled, and can't do {mode.value}")
        if config.use_cache is False:
            raise SparcError("SPARC needs the cache: use_cache=False computes every step from the start")
        if config.prefill_chunk_size is not None:
            raise SparcError("SPARC needs the prompt in one piece: leave prefill_chunk_size out")
        config.disable_compile = True  # the steps differ from each other
        end = config.eos_token_id
        self._here.ends = [] if end is None else torch.as_tensor(end).flatten().tolist()
        return config, others

    # What goes through the model

    def _before_forward(self, model: PreTrainedModel, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        if args:
            kwargs = inspect.signature(model.forward).bind_partial(*args, **kwargs).arguments
        if model.config.get_text_config()._attn_implementation != NAME:
            raise SparcError("the attention of the model has been changed since SPARC was put into it")
        ids, cache = kwargs.get("input_ids"), kwargs.get("past_key_values")
        if ids is None:
            raise SparcError("SPARC finds the image by its tokens: call the model with input_ids, not inputs_embeds")
        known = None if cache is None else self._states.get(cache)
        ends, self._here.ends = self._here.ends, None
        if cache is not None and known is not None and ids.shape[1] == 1 and ends is None:
            state = known
            self._check_cache(cache, state)
            state.begin_step(ids)
        else:
            state = self._prefill(ids, cache, known, ends)
        self._here.state = state
        at_work.state = state if state.has_image else None
        if state.has_image:
            self._latest = self._here.latest = state

    def _after_forward(self, model: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any], output: Any) -> None:  # noqa: ANN401
        at_work.state = None
        cache, state = getattr(output, "past_key_values", None), self._here.state
        if cache is None or state is None:
            return
        if cache not in self._states:  # one that the model has made itself
            self._states[cache] = state
        state.keys = self._keys(cache)

    def _prefill(
        self, ids: Tensor, cache: Cache | None, known: Recalibration | None, ends: list[int] | None
    ) -> Recalibration:
        """A new prompt, or the next question on a cache that already holds the image."""
        image = torch.eq(ids, self._image_token)
        past = 0 if cache is None else int(cache.get_seq_length())
        if cache is not None and is_quantized(cache):
            raise SparcError("SPARC doesn't go together with a quantized cache, which loses small differences")
        if past:
            if known is None:
                raise SparcError("this cache was not filled under this Sparc, which can't know where its image is")
            held = known.image[:, :past]
            gap = held.new_zeros(len(held), past - held.shape[1])  # such as the caption between two questions
            image = torch.cat([held, gap, image], dim=1)
        length = past + ids.shape[1]
        state = self._recalibration(self.config, self._modules, image, length, ends or [], record=self._record)
        if cache is not None:
            self._states[cache] = state
        return state

    def _check_cache(self, cache: Cache, state: Recalibration) -> None:
        """Raise SparcError where the cache is not as the last step left it: the counts would belong to other tokens."""
        length = cache.get_seq_length()
        if not isinstance(length, Tensor) and length != state.length:  # a tensor would have to be waited for
            raise SparcError(f"the cache holds {length} tokens, not the {state.length} that went through the model")
        if self._keys(cache) != state.keys:
            raise SparcError("the rows of the cache have been reordered, which SPARC can't follow")

    def _keys(self, cache: Cache) -> tuple[int, int] | None:
        """Which memory the selection layer's keys are in: other memory, other rows."""
        layers = getattr(cache, "layers", ())
        if getattr(cache, "offloading", False) or self.config.layer >= len(layers):
            return None  # which can't be known
        keys = getattr(layers[self.config.layer], "keys", None)
        return None if keys is None else (keys.data_ptr(), len(keys))
