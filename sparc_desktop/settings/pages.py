"""Which setting is on which page of the settings window, and in which group there.

The order is that of use: what is heard first, then how the program is called, then what it does; within a page what is
changed often comes first, as each setting before it is one more press of the Tab key.
"""

from dataclasses import dataclass

from sparc_desktop.translation import QT_TRANSLATE_NOOP, translate

ON_NO_PAGE = frozenset({"welcomed", "models.folders"})  # what the program remembers by itself
NOT_RESET = frozenset({"captions.prompts"})  # what somebody has written is no setting to be put back
# What a file from elsewhere must not decide: whether anything that is described is kept, and whom models come from.
NOT_IMPORTED = ON_NO_PAGE | {"history.keep", "history.pictures", "models.endpoint", "models.proxy"}


@dataclass(frozen=True, slots=True)
class Group:
    """Settings that belong together; `heading` is empty where the page's title says enough."""

    paths: tuple[str, ...]
    heading: str = ""

    @property
    def title(self) -> str:
        """The heading in the user's language."""
        return translate("Settings", self.heading) if self.heading else ""


@dataclass(frozen=True, slots=True)
class Page:
    """One page."""

    name: str
    heading: str
    groups: tuple[Group, ...]

    @property
    def title(self) -> str:
        """The heading in the user's language."""
        return translate("Settings", self.heading)

    @property
    def paths(self) -> tuple[str, ...]:
        """All settings on it."""
        return tuple(path for group in self.groups for path in group.paths)


PAGES = (
    Page("speech", QT_TRANSLATE_NOOP("Settings", "Speech"), (
        Group(("output",)),
        Group(("voice.name", "voice.rate", "voice.volume"), QT_TRANSLATE_NOOP("Settings", "Own voice")),
        Group(
            ("earcons.captured", "earcons.thinking", "earcons.done", "earcons.error"),
            QT_TRANSLATE_NOOP("Settings", "Short sounds"),
        ),
    )),
    Page("keys", QT_TRANSLATE_NOOP("Settings", "Keys"), (
        Group(("hotkeys.leader", "hotkeys.letters", "hotkeys.direct")),
    )),
    Page("capture", QT_TRANSLATE_NOOP("Settings", "Capture"), (Group(("read_text",)),)),
    Page("captions", QT_TRANSLATE_NOOP("Settings", "Descriptions"), (
        Group(("captions.length", "captions.language", "max_words", "sparc")),
        Group(("captions.prompt", "captions.prompts"), QT_TRANSLATE_NOOP("Settings", "In your own words")),
    )),
    Page("model", QT_TRANSLATE_NOOP("Settings", "Model"), (
        Group(("model_folder", "models.quantization")),
        Group(("models.endpoint", "models.proxy"), QT_TRANSLATE_NOOP("Settings", "Downloads")),
    )),
    Page("privacy", QT_TRANSLATE_NOOP("Settings", "Privacy"), (Group(("history.keep", "history.pictures")),)),
    Page("look", QT_TRANSLATE_NOOP("Settings", "Look and language"), (
        Group(("language", "look.text_size", "look.colours", "tray", "close_hides")),
    )),
)  # fmt: skip
