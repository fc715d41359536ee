"""A model from a folder on disk: safetensors only, no code from the folder, no network."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from transformers import AutoModelForImageTextToText, AutoProcessor
from transformers.utils.logging import disable_progress_bar

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.engine.profile import Profile, load_profile
from sparc_desktop.sparc import Sparc, SparcError, use_open_attention

logger = logging.getLogger(__name__)
disable_progress_bar()  # type: ignore[no-untyped-call]  # we show our own


LARGE = 1_000_000_000  # bytes of weights from which half precision is worth its rounding


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """Everything needed to describe pictures."""

    model: Any  # a PreTrainedModel that can generate; each family has its own class, as has its processor
    processor: Any
    profile: Profile
    sparc: Sparc | None  # None where the model and SPARC don't go together


def load(folder: Path, progress: Callable[[float], None]) -> LoadedModel:
    """Load the model in `folder`; `progress` hears 0 to 1.

    Raises ExpectedError: MODEL_MISSING, MODEL_REFUSED, OUT_OF_MEMORY.
    """
    progress(0.0)
    if not (folder / "config.json").is_file():
        raise ExpectedError(Code.MODEL_MISSING, path=str(folder))
    with _refusing(folder):
        processor = AutoProcessor.from_pretrained(  # type: ignore[no-untyped-call]
            folder, local_files_only=True, trust_remote_code=False
        )
        if getattr(processor, "chat_template", None) is None:
            raise ExpectedError(Code.MODEL_REFUSED, path=str(folder), reason="it has no chat template")
    progress(0.3)
    with _refusing(folder):
        model = _load_model(folder)
    progress(0.9)
    with _refusing(folder):
        profile = load_profile(folder, model)
    progress(1.0)
    return LoadedModel(model, processor, profile, _attach(model, profile))


@contextmanager
def _refusing(folder: Path) -> Iterator[None]:
    """Whatever a folder's content makes transformers raise is that folder's fault, not a defect of this program."""
    try:
        yield
    except ExpectedError:
        raise
    except Exception as error:
        if is_out_of_memory(error):
            raise ExpectedError(Code.OUT_OF_MEMORY) from error
        logger.exception("The model in %s can't be loaded", folder)
        reason = str(error).strip().splitlines()[0].rstrip(".") if str(error).strip() else type(error).__name__
        raise ExpectedError(Code.MODEL_REFUSED, path=str(folder), reason=reason) from error


def is_out_of_memory(error: Exception) -> bool:
    """A CPU allocation that fails is a plain RuntimeError in torch, known by the name of its allocator alone."""
    return isinstance(error, MemoryError | torch.OutOfMemoryError) or "DefaultCPUAllocator" in str(error)


def _load_model(folder: Path) -> Any:  # noqa: ANN401 - each family has its own class
    on_gpu = torch.cuda.is_available()
    large = sum(path.stat().st_size for path in folder.glob("*.safetensors")) > LARGE
    model: Any = AutoModelForImageTextToText.from_pretrained(
        folder,
        local_files_only=True,
        trust_remote_code=False,
        use_safetensors=True,
        dtype=torch.bfloat16 if on_gpu or large else torch.float32,
    )
    return model.eval().to("cuda" if on_gpu else "cpu")


def _attach(model: Any, profile: Profile) -> Sparc | None:  # noqa: ANN401 - as above
    try:
        sparc = Sparc(model, profile.sparc)
        use_open_attention()
        return sparc
    except SparcError as error:
        logger.warning("The model is used without SPARC: %s", error)
        return None
