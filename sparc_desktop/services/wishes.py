"""What the settings ask of the engine: one request out of a picture and the user's wishes."""

from sparc_desktop import translation
from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import Ready
from sparc_desktop.domain.language import LANGUAGES, Language
from sparc_desktop.domain.request import Request
from sparc_desktop.settings.model import CaptionSettings, Settings
from sparc_desktop.translation import translate


def request_of(number: int, capture: Capture, settings: Settings, question: str | None = None) -> Request:
    """The request for a description, or for the answer to a question."""
    captions = settings.captions
    return Request(
        number,
        capture,
        settings.max_words,
        settings.sparc,
        question,
        captions.length,
        language_of(captions),
        captions.prompts.get(captions.prompt),  # one that is gone is none
    )


def language_of(captions: CaptionSettings) -> Language:
    """The language that descriptions are wanted in."""
    wanted = translation.language() if captions.language == "program" else captions.language
    return next((language for language in LANGUAGES if language == wanted), "en")


def unwritten(ready: Ready, request: Request) -> str | None:
    """What is said where the model doesn't write the language that this description is wanted in."""
    if request.question or request.prompt or request.language in ready.languages:
        return None
    sentences = {
        "en": translate("Wishes", "The model {model} does not write English, so it describes in Chinese."),
        "zh_CN": translate("Wishes", "The model {model} does not write Chinese, so it describes in English."),
    }
    return sentences[request.language].format(model=ready.model)
