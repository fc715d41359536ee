"""A model from a folder on disk: safetensors only, no code from the folder, no network."""

import gc
import logging
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import torch
from huggingface_hub import constants as hub
from transformers import AutoModelForImageTextToText
from transformers.utils.logging import disable_progress_bar, set_verbosity_error

from sparc_desktop.domain.events import Loading
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.domain.quantization import Choice, Wish, choose
from sparc_desktop.engine.four_bits import KINDS, put_into_four_bits
from sparc_desktop.engine.hardware import find_hardware
from sparc_desktop.engine.picture_size import limit_image_tokens
from sparc_desktop.engine.processor import load_processor
from sparc_desktop.engine.profile import Profile, load_profile
from sparc_desktop.engine.quantization import count_weights, dtype, quantizable
from sparc_desktop.sparc import Sparc, SparcError, use_open_attention

logger = logging.getLogger(__name__)
disable_progress_bar()  # type: ignore[no-untyped-call]  # we show our own
set_verbosity_error()  # type: ignore[no-untyped-call]  # what a folder lacks is told in a sentence


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """Everything needed to describe pictures."""

    model: Any  # a PreTrainedModel that can generate; each family has its own class, as has its processor
    processor: Any
    profile: Profile
    sparc: Sparc | None  # None where the model and SPARC don't go together
    choice: Choice  # what format its weights have, and why


def load(folder: Path, emit: Callable[[Loading], None], wish: Wish = "auto") -> LoadedModel:
    """Load the model in `folder`; `wish` says what format its weights are to have.

    Raises ExpectedError: MODEL_MISSING, MODEL_REFUSED, OUT_OF_MEMORY.
    """
    hub.HF_HUB_OFFLINE = True  # from here on: neither loading nor a description ever waits for the network
    listener = _Listener(emit)
    listener.tell(Loading(0.0))
    with _refusing(folder, listener):
        processor = load_processor(folder)
        listener.tell(Loading(0.3))
        model, choice = _load_model(folder, wish, lambda done: listener.tell(Loading(done, "round")))
        limit_image_tokens(model.config, processor, model.device.type)
        model.generation_config.use_cache = True  # some models are saved without, as they come from training
        profile = load_profile(folder, model)
    gc.freeze()  # all this stays: neither the garbage collector nor the end of the process need look through it
    listener.tell(Loading(1.0))
    return LoadedModel(model, processor, profile, _attach(model, profile), choice)


class _Listener:
    """Whoever hears of the loading."""

    def __init__(self, emit: Callable[[Loading], None]) -> None:
        self._emit = emit
        self.is_gone = False

    def tell(self, event: Loading) -> None:
        try:
            self._emit(event)
        except OSError:
            self.is_gone = True
            raise


@contextmanager
def _refusing(folder: Path, listener: _Listener) -> Iterator[None]:
    """Whatever a folder's content makes transformers raise is that folder's fault, not a defect of this program."""
    try:
        yield
    except ExpectedError:
        raise
    except Exception as error:
        if listener.is_gone:
            raise
        if is_out_of_memory(error):
            raise ExpectedError(Code.OUT_OF_MEMORY) from error
        logger.exception("The model in %s can't be loaded", folder)
        reason = str(error).strip().splitlines()[0].rstrip(".") if str(error).strip() else type(error).__name__
        raise ExpectedError(Code.MODEL_REFUSED, path=str(folder), reason=reason) from error


def is_out_of_memory(error: Exception) -> bool:
    """A CPU allocation that fails is a plain RuntimeError in torch, known by the name of its allocator alone."""
    known = ("DefaultCPUAllocator", "MPS backend out of memory")
    return isinstance(error, MemoryError | torch.OutOfMemoryError) or any(text in str(error) for text in known)


def _load_model(folder: Path, wish: Wish, progress: Callable[[float], None]) -> tuple[Any, Choice]:
    hardware = find_hardware()
    device = torch.device(hardware.device)
    model, missing = _mapped(folder)
    if missing:
        raise ExpectedError(Code.MODEL_REFUSED, path=str(folder), reason=f"it has no weights for {missing}")
    choice = choose(hardware, count_weights(model), wish)
    saved = frozenset(model.state_dict())  # names alone: the weights themselves are let go of one by one
    names = list(quantizable(model)) if choice.format in KINDS else []
    kept = dtype(hardware, choice.format)
    if names:
        put_into_four_bits(model, names, choice.format, device, kept, folder, progress)
    _cast(model, saved, kept)
    logger.info("Weights: %s, %s on %s (%s)", choice.format, choice.reason, hardware.device, hardware.name)
    return model.eval().to(device), choice


def _mapped(folder: Path) -> tuple[Any, str]:
    """The model, its weights as the files have them and mapped; and the first weight that no file has, or nothing."""
    loaded: Any = AutoModelForImageTextToText.from_pretrained(
        folder,
        local_files_only=True,
        trust_remote_code=False,
        use_safetensors=True,
        dtype="auto",
        output_loading_info=True,
    )
    model, report = loaded
    return model, next(iter(sorted(report["missing_keys"])), "")


def _cast(model: Any, saved: Collection[str], dtype: torch.dtype) -> None:  # noqa: ANN401 - each family has its own class
    """The weights, and the statistics saved beside them: what is computed, such as positions, needs all its digits."""
    statistics = (buffer for name, buffer in model.named_buffers() if name in saved)
    for each in chain(model.parameters(), statistics):
        if each.is_floating_point() and each.dtype != dtype:
            each.data = each.data.to(dtype)
    model.config.dtype = dtype


def _attach(model: Any, profile: Profile) -> Sparc | None:  # noqa: ANN401 - as above
    try:
        sparc = Sparc(model, profile.sparc)
        use_open_attention()
        return sparc
    except SparcError as error:
        logger.warning("The model is used without SPARC: %s", error)
        return None
