#!/usr/bin/env python3
"""Renders the manual, docs/manual/*.md, to the pages that Help opens: assets/manual/*.html.

    .venv/bin/python scripts/render_manual.py

A page stands alone: no script, nothing loaded from elsewhere. Its headings are the way through it, by a screen reader's
own keys or by the list of contents; the sections have the same addresses in every language. In the Markdown, `code` is
a key and **bold** the name of a menu's item, which the tests look up in the program.
"""

import html
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).resolve().parents[1]
SOURCES, PAGES = ROOT / "docs" / "manual", ROOT / "assets" / "manual"
# The language's code for the page, the heading of the contents, the link past them.
WORDS = {
    "en": ("en", "Contents", "Skip the contents"),
    "zh_CN": ("zh-CN", "目录", "跳过目录"),
}
# The reader's own colours and font size; light or dark as the computer is.
STYLE = """
:root { color-scheme: light dark; --text: #1b1b1b; --page: #ffffff; --link: #0b4fa8; --line: #767676 }
@media (prefers-color-scheme: dark) { :root { --text: #f0f0f0; --page: #161616; --link: #9cc7ff; --line: #9a9a9a } }
body { color: var(--text); background: var(--page); font: 1.1rem/1.6 sans-serif; max-width: 38em;
  margin: 0 auto; padding: 1em; overflow-wrap: break-word }
a { color: var(--link) }
a:focus-visible, main:focus-visible { outline: 0.2em solid var(--link); outline-offset: 0.2em }
.skip { position: absolute; left: -100em }
.skip:focus { position: static }
h2 { margin-top: 2em; line-height: 1.3 }
kbd { border: 1px solid var(--line); border-radius: 0.2em; padding: 0 0.3em; font: inherit }
pre { border: 1px solid var(--line); padding: 0.5em; white-space: pre-wrap }
"""


def render(name: str) -> str:
    """The page of one language: "en" or "zh_CN"."""
    language, contents, skip = WORDS[name]
    tokens = MarkdownIt("commonmark", {"html": False}).parse((SOURCES / f"{name}.md").read_text("utf-8"))
    title, *headings = [heading.content for heading in _headings(tokens)]
    places = {f"section-{number}": heading for number, heading in enumerate(headings, 1)}
    links = "\n".join(f'<li><a href="#{place}">{html.escape(heading)}</a></li>' for place, heading in places.items())
    return f"""<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{html.escape(title)}</title>
<style>{STYLE}</style>
</head>
<body>
<a class="skip" href="#text">{skip}</a>
<header>
<h1>{html.escape(title)}</h1>
</header>
<nav aria-labelledby="contents">
<h2 id="contents">{contents}</h2>
<ul>
{links}
</ul>
</nav>
<main id="text" tabindex="-1">
{_body(tokens)}</main>
</body>
</html>
"""


def _headings(tokens: list[Token]) -> list[Token]:
    """What stands in the headings: the title, then the sections."""
    found = [(tokens[place], inline) for place, inline in enumerate(tokens[1:]) if tokens[place].type == "heading_open"]
    levels = [opening.tag for opening, _ in found]
    if levels[:1] != ["h1"] or set(levels[1:]) != {"h2"}:
        raise SystemExit("the manual has one title, and sections of one level below it")
    return [inline for _, inline in found]


def _body(tokens: list[Token]) -> str:
    """All but the title. Keys are keys; a section has its number as its address."""
    number = 0
    for token in tokens:
        if token.type == "heading_open" and token.tag == "h2":
            number += 1
            token.attrSet("id", f"section-{number}")
    renderer = MarkdownIt("commonmark").renderer
    renderer.rules["code_inline"] = lambda inline, place, *_: f"<kbd>{html.escape(inline[place].content)}</kbd>"
    return renderer.render(tokens[3:], MarkdownIt("commonmark").options, {})


def main() -> None:
    """Write all pages."""
    PAGES.mkdir(parents=True, exist_ok=True)
    for name in WORDS:
        (PAGES / f"{name}.html").write_text(render(name), "utf-8")


if __name__ == "__main__":
    main()
