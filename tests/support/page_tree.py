"""A web page as a test reads it."""

from html.parser import HTMLParser

VOID = {"meta", "img"}  # tags that are never closed


class PageTree(HTMLParser):
    """Reads a page and notes what the tests ask for; fails where tags don't close in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[tuple[str, ...], str]] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"{tag} has an attribute twice"
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((tuple(self._open), data))

    def all(self, *names: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag in names]

    def text(self, *names: str) -> list[str]:
        return [text for path, text in self.texts if path[-1] in names]

    def words(self) -> str:
        return " ".join(" ".join(text for path, text in self.texts if "head" not in path).split())
