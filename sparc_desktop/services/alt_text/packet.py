"""The XMP packet with the alt text in it. What else stands in a packet stays as it is, byte for byte.

A packet is not written anew but cut and pasted: `survey` tells where the former alt text stands and where the
new one can be put in. Afterwards the new packet is surveyed, too: only what was meant to change may have changed.
Alternatives in languages other than the new one's, which somebody has written, are kept.
"""

from collections.abc import Callable, Mapping
from xml.sax.saxutils import escape, quoteattr

from sparc_desktop.services.alt_text.refused import unreadable
from sparc_desktop.services.alt_text.survey import ADOBE, ALT_TEXT, DESCRIPTION, IPTC, RDF, Survey, survey
from sparc_desktop.services.alt_text.words import AltText

DEFAULT = "x-default"
LIMIT = 4 * 1024 * 1024  # bytes of a packet; even one with a preview in it has less than one million

# Given the packet that was in the file, or None, the one that takes its place.
Merge = Callable[[bytes | None], bytes]


def merged(alt: AltText, untrusted_packet: bytes | None) -> bytes:
    """The packet with this alt text, made of the one that was there; raises Refused where that can't be understood."""
    packet = (untrusted_packet or b"").rstrip(b"\0")  # some writers end it like a C string
    if len(packet) > LIMIT:
        raise unreadable()
    if not packet.strip():
        return _fresh(alt)
    before = survey(packet)
    if before.is_bare:
        return _fresh(alt)
    properties = _properties(before.alternatives, alt)
    if before.gap is None:
        raise unreadable()
    pieces, position = [], 0
    for start, end in sorted([*before.cuts, (before.gap, before.gap)]):
        pieces.append(packet[position:start])
        if start == end:
            pieces.append(_description(properties, before.about).encode())
        position = end
    result = b"".join([*pieces, packet[position:]])
    _check(before, survey(result), properties)
    return result


def without_padding(packet: bytes) -> bytes:
    """Without the room that writers leave at the end for later, which says nothing."""
    before, ending, rest = packet.rpartition(b"<?xpacket end=")
    return before.rstrip() + b"\n" + ending + rest if ending else packet


def _properties(former: Mapping[str, Mapping[str, str]], alt: AltText) -> dict[str, dict[str, str]]:
    """Of each property: the language -> the text. The default comes first, as XMP wants it."""
    return {
        name: {DEFAULT: text, alt.language: text}
        | {
            tag: each
            for tag, each in former.get(name, {}).items()
            if tag.lower() not in ("", DEFAULT, alt.language.lower())
        }
        for name, text in ((ALT_TEXT, alt.short), (DESCRIPTION, alt.long))
    }


def _check(before: Survey, after: Survey, properties: Mapping[str, Mapping[str, str]]) -> None:
    """All of the old packet is there still, the description stands where it should, and says what it should."""
    place = before.gap_place
    added = [("start", f"{RDF} Description", ((f"{RDF} about", before.about),)), ("end",)]
    if after.rest != [*before.rest[:place], *added, *before.rest[place:]] or after.alternatives != properties:
        raise unreadable()


def _description(properties: Mapping[str, Mapping[str, str]], about: str) -> str:
    lines = [f'<rdf:Description rdf:about={quoteattr(about)} xmlns:rdf="{RDF}" xmlns:Iptc4xmpCore="{IPTC}">']
    for name, texts in properties.items():
        lines.append(f" <Iptc4xmpCore:{name}><rdf:Alt>")
        lines.extend(f"  <rdf:li xml:lang={quoteattr(tag)}>{_escaped(text)}</rdf:li>" for tag, text in texts.items())
        lines.append(f" </rdf:Alt></Iptc4xmpCore:{name}>")
    return "\n".join([*lines, "</rdf:Description>\n"])


def _escaped(text: str) -> str:
    return escape(text, {"\r": "&#13;"})  # bare, it would be read as a line's end


def _fresh(alt: AltText) -> bytes:
    lines = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
        f'<x:xmpmeta xmlns:x="{ADOBE}"><rdf:RDF xmlns:rdf="{RDF}">',
        _description(_properties({}, alt), "") + "</rdf:RDF></x:xmpmeta>",
        '<?xpacket end="w"?>',
    )
    return "\n".join(lines).encode()
