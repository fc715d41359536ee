"""Every setting of the program, declared once: default, title, description and limits in one place.

The window's labels are made of these fields; the titles and descriptions are in English here and are translated where
they are shown, with the context "Settings". Values are frozen: a change is a
new, validated tree.
"""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from sparc_desktop.domain.length import Length
from sparc_desktop.domain.quantization import Wish
from sparc_desktop.domain.rate import FASTEST, SLOWEST
from sparc_desktop.domain.request import DEFAULT_WORDS, MAX_QUESTION, MAX_WORDS
from sparc_desktop.settings.tree import Tree
from sparc_desktop.translation import QT_TRANSLATE_NOOP

Language = Literal["system", "en", "zh_CN"]
Output = Literal["auto", "own", "reader", "both", "none"]
ReadText = Literal["never", "screen", "always"]
CaptionLanguage = Literal["program", "en", "zh_CN"]
Colours = Literal["system", "light", "dark"]
ADDRESS = r"^(https?://\S+)?$"
MAX_ADDRESS = 300  # characters
MAX_FOLDERS = 50
MAX_PROMPT_NAME = 60  # characters; a menu shows it
PromptName = Annotated[str, Field(min_length=1, max_length=MAX_PROMPT_NAME)]
Prompt = Annotated[str, Field(min_length=1, max_length=MAX_QUESTION)]


class VoiceSettings(Tree):
    """How the program's own voice sounds."""

    name: Annotated[
        str,
        Field(
            title=QT_TRANSLATE_NOOP("Settings", "Voice"),
            description=QT_TRANSLATE_NOOP("Settings", "Which of the installed voices speaks."),
            min_length=1,
            max_length=200,
        ),
    ] = "auto"
    rate: Annotated[
        int,
        Field(
            title=QT_TRANSLATE_NOOP("Settings", "Rate"),
            description=QT_TRANSLATE_NOOP("Settings", "How fast the voice speaks, in words a minute."),
            ge=SLOWEST,
            le=FASTEST,
        ),
    ] = 175
    volume: Annotated[
        int,
        Field(
            title=QT_TRANSLATE_NOOP("Settings", "Volume"),
            description=QT_TRANSLATE_NOOP("Settings", "How loud the voice speaks, in percent of its full volume."),
            ge=0,
            le=100,
        ),
    ] = 100

    def stepped(self, name: Literal["rate", "volume"], step: int) -> "VoiceSettings":
        """One step faster or louder (or less so), as far as its limits allow."""
        lowest, highest = {"rate": (SLOWEST, FASTEST), "volume": (0, 100)}[name]
        return self.model_copy(update={name: min(max(getattr(self, name) + step, lowest), highest)})


class EarconSettings(Tree):
    """Which short sounds are heard; named as in `domain.earcon`."""

    captured: Annotated[
        bool,
        Field(
            title=QT_TRANSLATE_NOOP("Settings", "Picture taken"),
            description=QT_TRANSLATE_NOOP("Settings", "A short rising sound as soon as a picture has been taken."),
        ),
    ] = True
    thinking: Annotated[
        bool,
        Field(
            title=QT_TRANSLATE_NOOP("Settings", "Still at work"),
            description=QT_TRANSLATE_NOOP("Settings", "A quiet tick now and then while a slow description is awaited."),
        ),
    ] = True
    done: Annotated[
        bool,
        Field(
            title=QT_TRANSLATE_NOOP("Settings", "Done"),
            description=QT_TRANSLATE_NOOP("Settings", "Two notes when a description is complete and has been read."),
        ),
    ] = True
    error: Annotated[
        bool,
        Field(
            title=QT_TRANSLATE_NOOP("Settings", "Error"),
            description=QT_TRANSLATE_NOOP("Settings", "A falling sound when something did not work."),
        ),
    ] = True


class HotkeySettings(Tree):
    """The keys that are heard in any program; actions are named as in `domain.action`."""

    leader: Annotated[
        str,
        Field(
            title=QT_TRANSLATE_NOOP("Settings", "Leader key"),
            description=QT_TRANSLATE_NOOP("Settings", "The key before the letters; empty leaves them all out."),
            max_length=100,
        ),
    ] = "Ctrl+Shift+F11"
    letters: Annotated[
        dict[str, str],
        Field(
            title=QT_TRANSLATE_NOOP("Settings", "Letters"),
            description=QT_TRANSLATE_NOOP("Settings", "The key behind the leader, by action; empty leaves one out."),
        ),
    ] = {}  # noqa: RUF012  (a model of pydantic copies its defaults)
    direct: Annotated[
        dict[str, str],
        Field(
            title=QT_TRANSLATE_NOOP("Settings", "Keys without the leader"),
            description=QT_TRANSLATE_NOOP("Settings", "Keys that do something at once, by action."),
        ),
    ] = {}  # noqa: RUF012  (a model of pydantic copies its defaults)


class CaptionSettings(Tree):
    """What the model is asked for."""

    length: Annotated[
        Length,
        Field(
            title=QT_TRANSLATE_NOOP("Settings", "Length"),
            description=QT_TRANSLATE_NOOP(
                "Settings", "How much is said of a picture, from one sentence to everything."
            ),
        ),
    ] = "detailed"
    language: Annotated[
        CaptionLanguage,
        Field(
            title=QT_TRANSLATE_NOOP("Settings", "Language of descriptions"),
            description=QT_TRANSLATE_NOOP(
                "Settings", "Which language the model is asked for. Not every model writes every language."
            ),
        ),
    ] = "program"
    prompts: Annotated[
        dict[PromptName, Prompt],
        Field(
            title=QT_TRANSLATE_NOOP("Settings", "Own prompts"),
            description=QT_TRANSLATE_NOOP("Settings", "What you ask the model for in your own words, by name."),
            max_length=100,
        ),
    ] = {}  # noqa: RUF012  (a model of pydantic copies its defaults)
    prompt: Annotated[
        str,
        Field(
            title=QT_TRANSLATE_NOOP("Settings", "Prompt"),
            description=QT_TRANSLATE_NOOP(
                "Settings", "Which of your own prompts descriptions follow, in place of length and language."
            ),
            max_length=MAX_PROMPT_NAME,
        ),
    ] = ""


class HistorySettings(Tree):
    """What is kept of descriptions. Nothing, unless the user chooses so."""

    keep: Annotated[
        bool,
        Field(
            title=QT_TRANSLATE_NOOP("Settings", "Keep a history"),
            description=QT_TRANSLATE_NOOP("Settings", "Descriptions are saved on this computer until you delete them."),
        ),
    ] = False
    pictures: Annotated[
        bool,
        Field(
            title=QT_TRANSLATE_NOOP("Settings", "Keep the pictures, too"),
            description=QT_TRANSLATE_NOOP("Settings", "The history then holds a copy of each picture described."),
        ),
    ] = False


class ModelSettings(Tree):
    """Where models come from, and how they are held in memory."""

    endpoint: Annotated[
        str,
        Field(
            title=QT_TRANSLATE_NOOP("Settings", "Address of the hub"),
            description=QT_TRANSLATE_NOOP(
                "Settings", "Where models are downloaded, such as a mirror; empty takes huggingface.co."
            ),
            max_length=MAX_ADDRESS,
            pattern=ADDRESS,
        ),
    ] = ""
    proxy: Annotated[
        str,
        Field(
            title=QT_TRANSLATE_NOOP("Settings", "Proxy"),
            description=QT_TRANSLATE_NOOP(
                "Settings", "For downloads, such as http://proxy:3128; empty takes the computer's own."
            ),
            max_length=MAX_ADDRESS,
            pattern=ADDRESS,
        ),
    ] = ""
    folders: Annotated[
        tuple[Path, ...],
        Field(
            title=QT_TRANSLATE_NOOP("Settings", "Own model folders"),  # kept by the window of models: it is on no page
            max_length=MAX_FOLDERS,
        ),
    ] = ()
    quantization: Annotated[
        Wish,
        Field(
            title=QT_TRANSLATE_NOOP("Settings", "Weights of large models"),
            description=QT_TRANSLATE_NOOP("Settings", "In which form they are held in memory."),
        ),
    ] = "auto"


class LookSettings(Tree):
    """What the window looks like, where the computer's own settings are not enough."""

    text_size: Annotated[
        int,
        Field(
            title=QT_TRANSLATE_NOOP("Settings", "Text size"),
            description=QT_TRANSLATE_NOOP("Settings", "In percent of the computer's own text size."),
            ge=100,
            le=200,
        ),
    ] = 100
    colours: Annotated[
        Colours,
        Field(
            title=QT_TRANSLATE_NOOP("Settings", "Colours"),
            description=QT_TRANSLATE_NOOP(
                "Settings", "Light or dark. What the computer has may be of high contrast, too."
            ),
        ),
    ] = "system"


class Settings(Tree):
    """The whole tree."""

    language: Annotated[
        Language,
        Field(
            title=QT_TRANSLATE_NOOP("Settings", "Language"),
            description=QT_TRANSLATE_NOOP("Settings", "The language of the program's windows and sentences."),
        ),
    ] = "system"
    output: Annotated[
        Output,
        Field(
            title=QT_TRANSLATE_NOOP("Settings", "Speak with"),
            description=QT_TRANSLATE_NOOP("Settings", "Who reads descriptions aloud."),
        ),
    ] = "auto"
    voice: VoiceSettings = VoiceSettings()
    earcons: EarconSettings = EarconSettings()
    hotkeys: HotkeySettings = HotkeySettings()
    captions: CaptionSettings = CaptionSettings()
    history: HistorySettings = HistorySettings()
    look: LookSettings = LookSettings()
    models: ModelSettings = ModelSettings()
    max_words: Annotated[
        int,
        Field(
            title=QT_TRANSLATE_NOOP("Settings", "Longest description"),
            description=QT_TRANSLATE_NOOP("Settings", "How many words a description may have at most."),
            ge=1,
            le=MAX_WORDS,
        ),
    ] = DEFAULT_WORDS
    sparc: Annotated[
        bool,
        Field(
            title=QT_TRANSLATE_NOOP("Settings", "Keep looking at the picture (SPARC)"),
            description=QT_TRANSLATE_NOOP(
                "Settings",
                "Strengthens the model's attention to the picture while it writes a long description. Models that "
                "were measured to describe no better with it go without.",
            ),
        ),
    ] = True
    read_text: Annotated[
        ReadText,
        Field(
            title=QT_TRANSLATE_NOOP("Settings", "Text in the picture"),
            description=QT_TRANSLATE_NOOP(
                "Settings", "When the text that is found in a picture is read out after the description."
            ),
        ),
    ] = "screen"
    tray: Annotated[
        bool,
        Field(
            title=QT_TRANSLATE_NOOP("Settings", "Icon in the tray"),
            description=QT_TRANSLATE_NOOP(
                "Settings", "A small icon beside the clock, where the desktop has such a place."
            ),
        ),
    ] = True
    close_hides: Annotated[
        bool,
        Field(
            title=QT_TRANSLATE_NOOP("Settings", "Closing the window hides it"),
            description=QT_TRANSLATE_NOOP(
                "Settings", "The program goes on in the background and answers its keys; Ctrl+Q ends it."
            ),
        ),
    ] = False
    welcomed: Annotated[
        bool,
        Field(
            title=QT_TRANSLATE_NOOP("Settings", "First steps done"),  # met in an import alone: it is on no page
        ),
    ] = False
    model_folder: Annotated[
        Path | None,
        Field(
            title=QT_TRANSLATE_NOOP("Settings", "Model folder"),
            description=QT_TRANSLATE_NOOP("Settings", "A folder with another model; empty takes the built-in one."),
        ),
    ] = None

    def changed(self, **values: object) -> "Settings":
        """This tree with other values at the top level; raises ValidationError where one is out of its limits."""
        return Settings.model_validate({**self.model_dump(), **values})
