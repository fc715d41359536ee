"""JPEG: the packet is an APP1 segment, one of those before the first scan; all that follows them is copied unread.

A new one comes after JFIF's and Exif's segments, which must be first. A packet that is too large for one segment has a
second part in segments of its own ("extended XMP"), which stay as they are. So does an index of further pictures in the
same file (MPF): it counts from its own place, so nothing between it and them may change its length.
"""

from sparc_desktop.domain.failure import Code
from sparc_desktop.services.alt_text.packet import Merge, without_padding
from sparc_desktop.services.alt_text.refused import Refused, damaged, part, unreadable

BEGINNING = b"\xff\xd8\xff"
_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_LARGEST = 0xFFFF - 2 - len(_XMP)  # bytes of a packet: a segment counts its length, with itself, in two bytes
_APP0, _APP1, _APP2, _SCAN = 0xE0, 0xE1, 0xE2, 0xDA
_NO_SEGMENTS = (0x00, 0x01, *range(0xD0, 0xDA), 0xFF)  # have no length, or no business before a scan
_END = b"\xff\xd9"


def edit(untrusted_data: bytes, merge: Merge) -> bytes:
    """The file with the packet that `merge` makes of its own; raises Refused."""
    segments, scan = _segments(untrusted_data)
    if _END not in untrusted_data[scan:]:
        raise damaged()
    ours = [place for place, (kind, body) in enumerate(segments) if kind == _APP1 and body.startswith(_XMP)]
    if len(ours) > 1:
        raise unreadable()
    indexes = [place for place, (kind, body) in enumerate(segments) if kind == _APP2 and body.startswith(b"MPF\0")]
    if ours and any(place < ours[0] for place in indexes):
        raise unreadable()
    packet = merge(segments[ours[0]][1][len(_XMP) :] if ours else None)
    if len(packet) > _LARGEST:
        packet = without_padding(packet)
    if len(packet) > _LARGEST:
        raise Refused(Code.METADATA_FULL)
    place = ours[0] if ours else _first_place(segments)
    segments[place : place + len(ours)] = [(_APP1, _XMP + packet)]
    return b"".join([untrusted_data[:2], *(_written(*segment) for segment in segments), untrusted_data[scan:]])


def _segments(data: bytes) -> tuple[list[tuple[int, bytes]], int]:
    """The kind and content of each segment before the first scan, and where that begins."""
    segments: list[tuple[int, bytes]] = []
    position = 2
    while True:
        if part(data, position, 1) != b"\xff":
            raise damaged()
        while part(data, position + 1, 1) == b"\xff":  # any number of these may stand between two
            position += 1
        kind = data[position + 1]
        if kind == _SCAN:
            return segments, position
        if kind in _NO_SEGMENTS:
            raise damaged()
        length = int.from_bytes(part(data, position + 2, 2), "big")
        segments.append((kind, part(data, position + 4, length - 2)))
        position += 2 + length


def _first_place(segments: list[tuple[int, bytes]]) -> int:
    for place, (kind, body) in enumerate(segments):
        if kind != _APP0 and not (kind == _APP1 and body.startswith(b"Exif\0")):
            return place
    return len(segments)


def _written(kind: int, body: bytes) -> bytes:
    return bytes((0xFF, kind)) + (len(body) + 2).to_bytes(2, "big") + body
