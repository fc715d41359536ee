"""Markdown marks taken out of a sentence, so that nobody hears "asterisk asterisk".

Models write Markdown unasked. Only marks go, never words: a link keeps its text, a numbered item its number. A
sentence may hold just one half of a pair (bold text can run over several sentences), so marks are judged by what they
touch.
"""

import re

# In this order: what stands at the start of a line first, then links, then emphasis from the surest to the least sure.
_RULES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"^(?:>\s?)+", ""),
        (r"^#{1,6}\s+(.*?)(?:\s+#+)?\s*$", r"\1"),  # a heading, which may have closing marks too
        (r"^[-*+•]\s+(?:\[[ xX]\]\s+)?", ""),
        (r"^[-*_=]{3,}\s*$", ""),  # a ruler
        (r"!?\[([^\[\]\n]*)\]\([^()\n]*\)", r"\1"),
        (r"`+", ""),
        (r"\*{2,}|~~", ""),
        (r"__+", ""),
        (r"(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])", ""),  # at the edge of a word; "2*3" stays
        (r"(?<=[\u3400-\u9fff])\*|\*(?=[\u3400-\u9fff])", ""),  # Chinese has no spaces to stand at
        (r"(?<![\w_])_(?=\S)|(?<=\S)_(?![\w_])", ""),  # snake_case stays
        (r"\\([\\`*_{}\[\]()#+\-.!>~|])", r"\1"),
        (r"\s+", " "),
    )
)


def plain(text: str) -> str:
    """One sentence without Markdown and without needless space."""
    text = text.strip()
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text.strip()
