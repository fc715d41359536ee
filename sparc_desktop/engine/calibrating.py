"""SPARC's tau for a model of a family that the paper did not measure: found on a few pictures, at first use, and kept.

Where it can't be found, because the model writes too little, the guess stays, and the model is used with that.
"""

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PIL import Image

from sparc_desktop.caches import model_cache
from sparc_desktop.domain.events import Loading
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.engine.loading import is_out_of_memory
from sparc_desktop.files import write_whole
from sparc_desktop.resources import assets
from sparc_desktop.sparc import Sparc, SparcConfig, calibrate

FILE = "sparc.json"
PICTURES = ("still-life", "sign", "dialog")
TOKENS = 96  # of each caption: attention fades fastest at its beginning, and a slow computer is waited for
logger = logging.getLogger(__name__)
Inputs = Callable[[Image.Image], Mapping[str, Any]]


def calibrated(sparc: Sparc, folder: Path, inputs: Inputs, emit: Callable[[Loading], None]) -> Sparc:
    """SPARC with the settings that were found for the model in `folder`, now or at an earlier start.

    `inputs` makes the model's inputs of a picture. What is published or chosen for the model stays.
    """
    if sparc.config.source != "uncalibrated":
        return sparc
    path = model_cache(folder) / FILE
    tau = _kept(path)
    if tau is None:
        tau = _found(sparc, inputs, emit)
        if tau is None:
            return sparc
        _keep(path, tau)
    return Sparc(sparc.model, replace(sparc.config, tau=tau, source="calibrated"))


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


def _found(sparc: Sparc, inputs: Inputs, emit: Callable[[Loading], None]) -> float | None:
    emit(Loading(0.0, "calibrate"))
    try:
        pictures = [inputs(Image.open(assets() / "checks" / f"{name}.png").convert("RGB")) for name in PICTURES]
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
