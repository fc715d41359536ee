"""What this program knows of a model beyond what its own files say: `profile.json` beside them, where there is one."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from transformers import PreTrainedModel

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.domain.language import LANGUAGES, Language
from sparc_desktop.domain.request import Request
from sparc_desktop.engine.prompts import PROMPTS
from sparc_desktop.sparc import SparcConfig

FILE = "profile.json"


class Profile(BaseModel):
    """One model's profile."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    languages: Annotated[tuple[Language, ...], Field(min_length=1)] = LANGUAGES  # that it writes, the best one first
    answers: bool = True  # does it answer questions and follow prompts, or only describe?
    sparc: SparcConfig
    use_sparc: bool = True  # False where it was measured not to better the model's descriptions
    # Limits of `engine.familiarity` beyond which a picture is refused; None: a model that knows pictures of all kinds.
    strange_above: float | None = None
    unsure_below: float = 0.0

    def wording(self, request: Request) -> str:
        """What the model is asked; raises ExpectedError where it can only describe."""
        own = request.question or request.prompt
        if own and not self.answers:
            code = Code.QUESTION_UNANSWERABLE if request.question else Code.PROMPT_UNANSWERABLE
            raise ExpectedError(code, label=self.name)
        language = request.language if request.language in self.languages else self.languages[0]
        return own or PROMPTS[language][request.length]


def load_profile(folder: Path, model: PreTrainedModel) -> Profile:
    """The profile in a model's folder, or one made of published settings; raises ExpectedError."""
    path = folder / FILE
    if not path.exists():
        return Profile(name=folder.name, sparc=SparcConfig.for_model(model))
    try:
        return Profile.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise ExpectedError(Code.MODEL_REFUSED, path=str(folder), reason=f"{FILE} is broken") from error
