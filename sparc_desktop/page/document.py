"""The frame of a page: its language, its title, its looks, and what the browser is allowed to do with it (nothing)."""

import base64
import hashlib
import re

from sparc_desktop.page.markup import Html, element, escaped
from sparc_desktop.translation import translate

CLOSING = Html("</main></body></html>\n")
_CHINESE = re.compile(r"[\u3400-\u9fff]")


def page_language() -> str:
    """The language of the program, and so of the page, as in the attribute `lang`."""
    #: The code of the language that this translation is in, as in the HTML attribute lang: zh-CN, for example.
    return translate("Page", "en")


def language_of(text: str) -> str | None:
    """The attribute `lang` of a text that need not be in the language of the page; None where it is."""
    language = "zh-CN" if _CHINESE.search(text) else "en"
    return None if language == page_language() else language


def opening(title: str, style: str) -> Html:
    """Everything up to the heading, the title once more; `CLOSING` ends the page. `style` is CSS."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", title),
        element("style", Html(style)),
    )
    heading = element("h1", title)
    return Html(f'<!DOCTYPE html>\n<html lang="{escaped(page_language())}">{head}<body><main>{heading}')
