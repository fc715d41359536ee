"""The program's sentences in the user's language, for the window and the command line alike.

The translations are the .ts files that Qt's `lupdate` keeps up to date (`make translations`). They are read as they
are: one file serves Qt, through `ui.translator`, and the rooms that know no Qt, through `translate` here.
"""

import locale
import os
import xml.etree.ElementTree as ElementTree
from functools import cache

from sparc_desktop.resources import assets

LANGUAGES = ("en", "zh_CN")
_current = "en"


def use_language(language: str) -> None:
    """Switch to one of `LANGUAGES`, or, with "system", to the nearest to the user's locale."""
    global _current  # one language for the whole process, as in Qt
    _current = _system_language() if language == "system" else language
    if _current not in LANGUAGES:
        raise ValueError(f"unknown language {language!r}")


def language() -> str:
    """The one of `LANGUAGES` that the program speaks."""
    return _current


def translate(context: str, source: str) -> str:
    """The translation of an English sentence, or the sentence itself where there is none."""
    return _table(_current).get((context, source), source)


def QT_TRANSLATE_NOOP(_context: str, source: str) -> str:  # noqa: N802  (the name that lupdate looks for)
    """Mark a text for translation without translating it yet."""
    return source


@cache
def _table(language: str) -> dict[tuple[str, str], str]:
    if language == "en":
        return {}
    table: dict[tuple[str, str], str] = {}
    for context in ElementTree.parse(assets() / "translations" / f"{language}.ts").getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            if translated := message.findtext("translation"):
                table[name, message.findtext("source", "")] = translated
    return table


def _system_language() -> str:
    """From the environment where there is one, as the C library does: Python itself leaves messages in English."""
    named = (os.environ.get(name) for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    language = next(filter(None, named), None) or locale.getlocale()[0] or ""
    return "zh_CN" if language.startswith(("zh", "Chinese")) else "en"
