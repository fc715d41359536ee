"""Which architectures can be used: those with which transformers writes text about pictures, by its own code alone."""

import json
from pathlib import Path

from transformers.models.auto import configuration_auto, modeling_auto

from sparc_desktop.domain.failure import Code, ExpectedError

LONGEST = 40  # characters of a name that are told


def check(folder: Path) -> None:
    """Is it the folder of a model that can be used, as far as its config says?

    Raises ExpectedError: MODEL_MISSING, MODEL_REFUSED.
    """
    config = folder / "config.json"
    if not config.is_file():
        raise ExpectedError(Code.MODEL_MISSING, path=str(folder))
    if reason := reason_against(config):
        raise ExpectedError(Code.MODEL_REFUSED, path=str(folder), reason=reason)


def reason_against(config: Path) -> str | None:
    """Why a model with this config.json can't be used, whatever else is there; None where nothing speaks against it."""
    try:
        untrusted_config = json.loads(config.read_bytes())
        untrusted_name = str(untrusted_config["model_type"])
    except (OSError, ValueError, KeyError, TypeError):
        return "its config.json does not say what architecture it has"
    if untrusted_name in modeling_auto.MODEL_FOR_IMAGE_TEXT_TO_TEXT_MAPPING_NAMES:
        return None
    name = ascii(untrusted_name)[:LONGEST]
    if untrusted_name in configuration_auto.CONFIG_MAPPING_NAMES:  # type: ignore[attr-defined]
        return f"its architecture {name} does not describe pictures"
    if "auto_map" in untrusted_config:
        return f"its architecture {name} needs program code of its own, which this program never runs"
    return f"its architecture {name} is not known here"
