"""How a voice should speak: the same few choices for every voice."""

import re
from dataclasses import dataclass, replace

from sparc_desktop.domain.rate import FASTEST, SLOWEST

AUTO = "auto"  # each sentence in the language that its letters tell
CHINESE = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class VoiceOptions:
    """Language (AUTO, or as in `translation.LANGUAGES`), speed in words a minute, and volume from 0 to 1."""

    language: str = AUTO
    rate_wpm: int = 175
    volume: float = 1.0

    def __post_init__(self) -> None:
        if not SLOWEST <= self.rate_wpm <= FASTEST:
            raise ValueError(f"rate_wpm must be {SLOWEST} to {FASTEST}, not {self.rate_wpm}")
        if not 0 <= self.volume <= 1:
            raise ValueError(f"volume must be 0 to 1, not {self.volume}")
        if not self.language.replace("_", "").replace("-", "").isalnum():
            raise ValueError(f"not a language: {self.language!r}")

    def for_text(self, text: str) -> "VoiceOptions":
        """These options with a language. A description and a remark may be in two; they share no letters here."""
        if self.language != AUTO:
            return self
        return replace(self, language="zh_CN" if CHINESE.search(text) else "en")
