"""What this program knows of a model beyond what its own files say: `profile.json` beside them, where there is one."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError
from transformers import PreTrainedModel

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.sparc import SparcConfig

FILE = "profile.json"


class Profile(BaseModel):
    """One model's profile."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    request: str = "Please describe this image in detail."  # what the paper asked for its long captions
    answers: bool = True  # does it answer questions, or only describe?
    sparc: SparcConfig
    strange_above: float | None = None  # the strangeness (`engine.familiarity`) beyond which a picture is refused


def load_profile(folder: Path, model: PreTrainedModel) -> Profile:
    """The profile in a model's folder, or one made of published settings; raises ExpectedError."""
    path = folder / FILE
    if not path.exists():
        return Profile(name=folder.name, sparc=SparcConfig.for_model(model))
    try:
        return Profile.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise ExpectedError(Code.MODEL_REFUSED, path=str(folder), reason=f"{FILE} is broken") from error
