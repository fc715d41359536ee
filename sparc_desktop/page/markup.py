"""Tags, and the escaping of everything that is not one: a model's words and a file's name are hostile."""

import base64
import html
import unicodedata

from sparc_desktop.domain.explanation import EncodedPicture

VOID = frozenset({"img", "meta"})
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # they change directions


class Html(str):
    """Markup that is safe already."""

    __slots__ = ()


def escaped(text: str) -> Html:
    """Text for any place of the page: no tags, and no characters that HTML forbids or that turn lines around."""
    if isinstance(text, Html):
        return text
    kept = "".join(_harmless(character) for character in text)
    return Html(html.escape(kept.replace(" %", "\N{NO-BREAK SPACE}%")))


def element(tag: str, /, *children: str, **attributes: str | float | None) -> Html:
    """`<tag attributes>children</tag>`; an attribute that is None is left out.

    In attribute names an underscore stands for a hyphen, and one at the end for nothing (`class_`).
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escaped(value if isinstance(value, str) else f"{value:g}")}"'
        for key, value in attributes.items()
        if value is not None
    )
    if tag in VOID:
        return Html(f"<{tag}{written}>")
    return Html(f"<{tag}{written}>{''.join(escaped(child) for child in children)}</{tag}>")


def joined(*parts: str) -> Html:
    """Pieces one after the other."""
    return Html("".join(escaped(part) for part in parts))


def data_uri(picture: EncodedPicture) -> str:
    """A picture as an address that holds the picture itself."""
    return f"data:{picture.media_type};base64,{base64.b64encode(picture.data).decode()}"


def _harmless(character: str) -> str:
    if character in "\n\t":
        return " "
    if character in _TURNS or unicodedata.category(character) in ("Cc", "Cs"):
        return "\N{REPLACEMENT CHARACTER}"
    return character
