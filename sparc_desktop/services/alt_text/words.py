"""What of a description goes into the picture: its first sentence as the short alt text, all of it as the long one."""

import unicodedata
from dataclasses import dataclass
from typing import Literal

from sparc_desktop.engine.first_sentences import FirstSentences
from sparc_desktop.speech.markdown import plain

SHORT = 250  # characters of the short alt text, the most that IPTC recommends
LONG = 20_000  # of the long one: more than any model here writes, and in a JPEG it must share 64 KB with all else

NONE = "\ufffe\uffff"  # no characters at all


@dataclass(frozen=True, slots=True)
class AltText:
    """As IPTC has it: `short` says what there is, `long` describes it; `language` as on the web ("en", "zh-CN")."""

    short: str
    long: str
    language: Literal["en", "zh-CN"]


def alt_text_of(description: str) -> AltText:
    """The alt text made of a description; both are empty where it is."""
    text = _clean(description)
    first = FirstSentences(1)
    beginning = first.feed(text) + first.flush()
    lines = "\n".join(filter(None, map(plain, text.split("\n"))))
    return AltText(_cut(plain(beginning), SHORT), _cut(lines, LONG), _language(text))


def _clean(text: str) -> str:
    """Without what XML can't hold and nobody can read: control characters, halves of characters, what is none."""
    lines = "\n".join(text.splitlines()).replace("\t", " ")
    unwanted = ("Cc", "Cs")
    return "".join(
        each for each in lines if each == "\n" or (unicodedata.category(each) not in unwanted and each not in NONE)
    )


def _cut(text: str, limit: int) -> str:
    """At a word's end where that leaves most of it; Chinese has none."""
    if len(text) <= limit:
        return text
    end = text.rfind(" ", limit // 2, limit)
    return text[: limit - 1 if end < 0 else end].rstrip(" ,;:，、；：") + "…"


def _language(text: str) -> Literal["en", "zh-CN"]:
    """By the letters: a model may write another language than it is asked for."""
    letters = [each for each in text if each.isalpha()]
    chinese = sum("\u3400" <= each <= "\u9fff" for each in letters)
    return "zh-CN" if chinese * 3 > len(letters) else "en"
