"""SPARC's tau for a model of a family that the paper did not measure: found on a few pictures, at first use, and kept.

Where it can't be found, because the model writes too little, the guess stays, and the model is used with that.
"""

import json
import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PIL import Image

from sparc_desktop.caches import model_cache
from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import Loading
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.domain.request import Request
from sparc_desktop.engine.inputs import inputs_of
from sparc_desktop.engine.loading import LoadedModel, is_out_of_memory
from sparc_desktop.files import write_whole
from sparc_desktop.resources import assets
from sparc_desktop.sparc import Sparc, SparcConfig, calibrate

FILE = "sparc.json"
PICTURES = ("still-life", "sign", "dialog")
TOKENS = 96  # of each caption: attention fades fastest at its beginning, and a slow computer is waited for
logger = logging.getLogger(__name__)


def calibrated(loaded: LoadedModel, folder: Path, emit: Callable[[Loading], None]) -> LoadedModel:
    """The model in `folder` with SPARC's settings as they were found for it, now or at an earlier start.

    What is published or chosen for the model stays. Raises ExpectedError: OUT_OF_MEMORY.
    """
    if loaded.sparc is None or loaded.sparc.config.source != "uncalibrated":
        return loaded
    path = model_cache(folder) / FILE
    tau = _kept(path)
    if tau is None:
        tau = _found(loaded, loaded.sparc, emit)
        if tau is None:
            return loaded
        _keep(path, tau)
    config = replace(loaded.sparc.config, tau=tau, source="calibrated")
    profile = loaded.profile.model_copy(update={"sparc": config})
    return replace(loaded, profile=profile, sparc=Sparc(loaded.model, config))


def _kept(path: Path) -> float | None:
    try:
        untrusted_tau = json.loads(path.read_bytes())["tau"]
        return SparcConfig(tau=float(untrusted_tau)).tau
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _keep(path: Path, tau: float) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, [json.dumps({"tau": tau}).encode()])
    except OSError:
        logger.exception("The calibration can't be kept")


def _found(loaded: LoadedModel, sparc: Sparc, emit: Callable[[Loading], None]) -> float | None:
    emit(Loading(0.0, "calibrate"))
    try:
        wording = loaded.profile.wording(Request(0, Capture("", b"")))
        images = [Image.open(assets() / "checks" / f"{name}.png").convert("RGB") for name in PICTURES]
        pictures = [inputs_of(loaded.model, loaded.processor, [image], [wording]) for image in images]
        return calibrate(
            sparc.model,
            pictures,
            sparc.config,
            max_new_tokens=TOKENS,
            progress=lambda done: emit(Loading(done, "calibrate")),
        ).tau
    except Exception as error:  # whatever a model does on three pictures, it may still describe the user's
        if is_out_of_memory(error):
            raise ExpectedError(Code.OUT_OF_MEMORY) from error
        logger.warning("SPARC is used uncalibrated: %s", error, exc_info=not isinstance(error, ValueError))
        return None
