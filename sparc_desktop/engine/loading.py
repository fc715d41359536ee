"""A model from a folder on disk: safetensors only, no code from the folder, no network."""

import logging
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sparc_desktop.domain.failure import Code, ExpectedError

os.environ["HF_HUB_OFFLINE"] = "1"  # before transformers is imported: a description never waits for the network

import torch
from transformers import AutoModelForImageTextToText, AutoProcessor
from transformers.utils.logging import disable_progress_bar

from sparc_desktop.engine.profile import Profile, load_profile

logger = logging.getLogger(__name__)
disable_progress_bar()  # type: ignore[no-untyped-call]  # we show our own


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """Everything needed to describe pictures."""

    model: Any  # a PreTrainedModel that can generate; each family has its own class, as has its processor
    processor: Any
    profile: Profile


def load(folder: Path, progress: Callable[[float], None]) -> LoadedModel:
    """Load the model in `folder`; `progress` hears 0 to 1.

    Raises ExpectedError: MODEL_MISSING, MODEL_REFUSED, OUT_OF_MEMORY.
    """
    progress(0.0)
    if not (folder / "config.json").is_file():
        raise ExpectedError(Code.MODEL_MISSING, path=str(folder))
    device = "cuda" if torch.cuda.is_available() else "cpu"
    try:
        processor = AutoProcessor.from_pretrained(  # type: ignore[no-untyped-call]
            folder, local_files_only=True, trust_remote_code=False
        )
        progress(0.3)
        model: Any = AutoModelForImageTextToText.from_pretrained(
            folder,
            local_files_only=True,
            trust_remote_code=False,
            use_safetensors=True,
            dtype=torch.bfloat16 if device == "cuda" else torch.float32,
            attn_implementation="sdpa",
        )
        model.eval().to(device)
    except (MemoryError, torch.OutOfMemoryError) as error:
        raise ExpectedError(Code.OUT_OF_MEMORY) from error
    # Whatever a folder's content makes transformers raise is that folder's fault, not a defect of this program.
    except Exception as error:
        logger.exception("The model in %s can't be loaded", folder)
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise ExpectedError(Code.MODEL_REFUSED, path=str(folder), reason=reason) from error
    progress(0.9)
    profile = load_profile(folder, model)
    progress(1.0)
    return LoadedModel(model, processor, profile)
