"""What the values of settings are called when they are shown or said: choices, units, on and off."""

from sparc_desktop.settings.leaves import Leaf
from sparc_desktop.translation import translate

# Each language under its own name: whoever needs it can't read the others.
LANGUAGE_NAMES = {"en": "English", "zh_CN": "简体中文"}


def choice_name(path: str, choice: str) -> str:
    """What one choice of a setting is called."""
    return LANGUAGE_NAMES.get(choice) or _choices()[path, choice]


def around_number(path: str) -> tuple[str, str]:
    """What stands before a number and behind it, and says what it counts."""
    before, _, behind = _counts()[path].partition("{number}")
    return before, behind


def worded(leaf: Leaf, value: object) -> str:
    """A value as people say it."""
    if isinstance(value, bool):
        return translate("Settings", "on") if value else translate("Settings", "off")
    if leaf.choices:
        return choice_name(leaf.path, str(value))
    if isinstance(value, int):
        return _counts()[leaf.path].format(number=value)
    return _named().get((leaf.path, value or ""), str(value or translate("Settings", "none")))


def help_text(leaf: Leaf) -> str:
    """What a setting does, and its default."""
    default = translate("Settings", "Default: {value}.").format(value=worded(leaf, leaf.default))
    return f"{leaf.description} {default}"


def _choices() -> dict[tuple[str, str], str]:
    return {
        ("output", "auto"): translate("Settings", "Screen reader, or else own voice"),
        ("output", "own"): translate("Settings", "Own voice"),
        ("output", "reader"): translate("Settings", "Screen reader"),
        ("output", "both"): translate("Settings", "Both"),
        ("output", "none"): translate("Settings", "Nothing"),
        ("read_text", "never"): translate("Settings", "Never"),
        ("read_text", "screen"): translate("Settings", "In pictures of the screen"),
        ("read_text", "always"): translate("Settings", "In every picture"),
        ("captions.length", "sentence"): translate("Settings", "One sentence"),
        ("captions.length", "short"): translate("Settings", "Short"),
        ("captions.length", "detailed"): translate("Settings", "Detailed"),
        ("captions.length", "everything"): translate("Settings", "Everything"),
        ("captions.language", "program"): translate("Settings", "Language of the program"),
        ("language", "system"): translate("Settings", "Language of the computer"),
        ("models.quantization", "auto"): translate("Settings", "What suits this computer best"),
        ("models.quantization", "nf4"): translate("Settings", "4 bits, by bitsandbytes (NF4)"),
        ("models.quantization", "int4"): translate("Settings", "4 bits, by torch (int4)"),
        ("models.quantization", "half"): translate("Settings", "16 bits"),
        ("look.colours", "system"): translate("Settings", "As on the computer"),
        ("look.colours", "light"): translate("Settings", "Light"),
        ("look.colours", "dark"): translate("Settings", "Dark"),
    }


def _counts() -> dict[str, str]:
    return {
        "voice.rate": translate("Settings", "{number} words a minute"),
        "voice.volume": translate("Settings", "{number} percent"),
        "look.text_size": translate("Settings", "{number} percent"),
        "max_words": translate("Settings", "{number} words"),
    }


def _named() -> dict[tuple[str, object], str]:
    """Values that mean more than they say."""
    return {
        ("voice.name", "auto"): translate("Settings", "The first that is installed"),
        ("captions.prompt", ""): translate("Settings", "None: length and language"),
        ("model_folder", ""): translate("Settings", "The built-in model"),
        ("models.endpoint", ""): translate("Settings", "huggingface.co"),
        ("models.proxy", ""): translate("Settings", "As on the computer"),
    }
