"""What stands where in an XMP packet, found by the standard library's parser.

A packet with a document type is refused as a whole: only there entities are declared, and XMP knows none. The parser
is told that the text is UTF-8, whatever the packet says of itself, because the file formats allow nothing else.

The properties of a picture are the elements two levels below rdf:RDF, or attributes one level below. What stands
deeper belongs to something else, such as the pictures that this one was made of.
"""

import re
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from sparc_desktop.services.alt_text.refused import unreadable

ADOBE = "adobe:ns:meta/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
IPTC = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
ALT_TEXT, DESCRIPTION = "AltTextAccessibility", "ExtDescrAccessibility"
DEEPEST = 100  # elements inside each other; real packets have a dozen
MOST = 500_000  # elements, texts and remarks, about a second's work; real packets have some hundreds
_XML = "http://www.w3.org/XML/1998/namespace"
_OURS = {f"{IPTC} {name}": name for name in (ALT_TEXT, DESCRIPTION)}
_ITEM = [f"{RDF} Alt", f"{RDF} li"]
_ROOT, _WRAPPER, _END = ("start", f"{RDF} RDF"), ("start", f"{ADOBE} xmpmeta"), ("end",)
_BARE = ([_ROOT, _END], [_WRAPPER, _ROOT, _END, _END])
_TAG = re.compile(rb"<[^\s/>]+")
_ATTRIBUTE = re.compile(rb"\s+([^\s=/>]+)\s*=\s*(?:\"[^\"]*\"|'[^']*')")


@dataclass(slots=True)
class Survey:
    """`rest` is all but the alt text, as a list to compare: what can't be seen in it may change."""

    cuts: list[tuple[int, int]] = field(default_factory=list)  # where the former alt text stands
    alternatives: dict[str, dict[str, str]] = field(default_factory=dict)  # property -> language -> text
    about: str = ""  # what rdf:about says in the others
    gap: int | None = None  # where a description can be put in
    gap_place: int = 0  # the same in `rest`
    rest: list[tuple[Any, ...]] = field(default_factory=list)

    @property
    def is_bare(self) -> bool:
        """Is there an <rdf:RDF/> and nothing in it, nor beside it?"""
        return [each[:2] for each in self.rest if each[0] != "instruction"] in _BARE


def survey(untrusted_packet: bytes) -> Survey:
    """Raises Refused where it is not well-formed, has a document type, or is no XMP with one rdf:RDF."""
    reader = _Reader(untrusted_packet)
    try:
        reader.parser.Parse(untrusted_packet, True)
    except expat.ExpatError as error:
        raise unreadable() from error
    return reader.result()


class _Reader:
    """Takes the parser's events. Names come as "namespace name", of what was written "namespace name prefix"."""

    def __init__(self, packet: bytes) -> None:
        self.found = Survey()
        self._packet = packet
        self._path: list[str] = []
        self._ours = 0  # depth of the property in work, 0 for none
        self._ours_start = 0
        self._ours_has_content = False
        self._language: str | None = None
        # Texts come in pieces, put together at the end: each time a piece longer, a hostile one would take minutes.
        self._alternatives: dict[str, dict[str, list[str]]] = {}
        self._root_depth = 0
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.namespace_prefixes = True
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.CommentHandler = lambda text: self.found.rest.append(("comment", text))
        self.parser.ProcessingInstructionHandler = lambda *parts: self.found.rest.append(("instruction", *parts))

    def result(self) -> Survey:
        """What was found, with its texts in one piece each."""
        self.found.alternatives = {
            name: {language: "".join(pieces) for language, pieces in texts.items()}
            for name, texts in self._alternatives.items()
        }
        self.found.rest = [("text", "".join(each[1])) if each[0] == "text" else each for each in self.found.rest]
        return self.found

    def _doctype(self, *_: object) -> None:
        raise unreadable()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        depth, name = len(self._path) + 1, _bare(name)
        self._path.append(name)
        if depth > DEEPEST or len(self.found.rest) > MOST:
            raise unreadable()
        if name == f"{RDF} RDF" and not self._ours:
            if self._root_depth:
                raise unreadable()
            self._root_depth = depth
        if self._ours:
            self._ours_has_content = True
            if self._path[self._ours :] == _ITEM:
                self._language = attributes.get(_language_key(attributes), "")
                self._texts().setdefault(self._language, [])
        elif self._is_below_root(2) and name in _OURS:
            self._ours, self._ours_start, self._ours_has_content = depth, self.parser.CurrentByteIndex, False
            self._alternatives.setdefault(_OURS[name], {})
        else:
            self._note(name, attributes)

    def _note(self, name: str, attributes: dict[str, str]) -> None:
        if self._is_below_root(1):
            ours = [key for key in attributes if _bare(key) in _OURS]
            self._cut_attributes([key.split(" ") for key in ours])
            attributes = {key: value for key, value in attributes.items() if key not in ours}
            self.found.about = attributes.get(next((key for key in attributes if _is_about(key)), ""), self.found.about)
        self.found.rest.append(("start", name, tuple(sorted((_bare(key), text) for key, text in attributes.items()))))

    def _cut_attributes(self, names: list[list[str]]) -> None:
        """The parser tells where a tag begins, but not where in it an attribute does."""
        written = {f"{prefix}:{local}".encode() for _, local, prefix in names}
        tag = _TAG.match(self._packet, self.parser.CurrentByteIndex)
        position = tag.end() if tag else 0
        while written and (attribute := _ATTRIBUTE.match(self._packet, position)):
            if attribute.group(1) in written:
                self.found.cuts.append(attribute.span())
            position = attribute.end()

    def _end(self, name: str) -> None:
        depth = len(self._path)
        if depth == self._ours:
            self.found.cuts.append((self._ours_start, self._end_of_ours()))
            self._ours = 0
        elif self._ours:
            self._language = None if self._path[self._ours :] == _ITEM else self._language
        else:
            if depth == self._root_depth:
                self._find_gap()
            self.found.rest.append(("end",))
        self._path.pop()

    def _end_of_ours(self) -> int:
        """The parser tells where the closing tag begins, but of <this/> where it ends."""
        index = self.parser.CurrentByteIndex
        if not self._ours_has_content and self._packet[index - 2 : index] == b"/>":
            return index
        return self._packet.index(b">", index) + 1

    def _find_gap(self) -> None:
        index = self.parser.CurrentByteIndex
        if self._packet[index - 2 : index] != b"/>" or self.found.rest[-1][0] != "start":  # <rdf:RDF/> has no inside
            self.found.gap, self.found.gap_place = index, len(self.found.rest)

    def _text(self, text: str) -> None:
        if self._ours:
            self._ours_has_content = True
            if self._language is not None and self._path[self._ours :] == _ITEM:
                self._texts()[self._language].append(text)
        elif self.found.rest and self.found.rest[-1][0] == "text":
            self.found.rest[-1][1].append(text)
        elif text.strip():
            self.found.rest.append(("text", [text]))

    def _texts(self) -> dict[str, list[str]]:
        return self._alternatives[_OURS[self._path[self._ours - 1]]]

    def _is_below_root(self, levels: int) -> bool:
        return self._root_depth > 0 and len(self._path) == self._root_depth + levels


def _bare(name: str) -> str:
    return " ".join(name.split(" ")[:2])


def _language_key(attributes: dict[str, str]) -> str:
    return next((key for key in attributes if _bare(key) == f"{_XML} lang"), "")


def _is_about(key: str) -> bool:
    return _bare(key) in (f"{RDF} about", "about")  # old writers left the namespace out
