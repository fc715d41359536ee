"""Which architectures can be used: those with which transformers writes text about pictures, by its own code alone."""

import json
from pathlib import Path

from transformers.models.auto.configuration_auto import CONFIG_MAPPING_NAMES
from transformers.models.auto.modeling_auto import MODEL_FOR_IMAGE_TEXT_TO_TEXT_MAPPING_NAMES

LONGEST = 40  # characters of a name that are told


def reason_against(folder: Path) -> str | None:
    """Why the model in `folder` can't be used here whatever else is there; None where nothing speaks against it."""
    try:
        untrusted_config = json.loads((folder / "config.json").read_bytes())
        untrusted_name = untrusted_config["model_type"]
    except (OSError, ValueError, KeyError, TypeError):
        return "its config.json does not say what architecture it has"
    if untrusted_name in MODEL_FOR_IMAGE_TEXT_TO_TEXT_MAPPING_NAMES:
        return None
    name = ascii(untrusted_name)[:LONGEST]
    if untrusted_name in CONFIG_MAPPING_NAMES:
        return f"its architecture {name} does not describe pictures"
    if "auto_map" in untrusted_config:
        return f"its architecture {name} needs program code of its own, which this program never runs"
    return f"its architecture {name} is not known here"
