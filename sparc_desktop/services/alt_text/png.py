"""PNG: the packet is an iTXt chunk with a name of its own, not compressed, as XMP's specification wants it.

It comes directly after the header, before the pixels. The sums of all chunks are checked, because of a file that is
damaged there may be a better copy. What follows the last chunk is copied unread.
"""

import zlib

from sparc_desktop.services.alt_text.packet import LIMIT, Merge
from sparc_desktop.services.alt_text.refused import damaged, part, unreadable

BEGINNING = b"\x89PNG\r\n\x1a\n"
_KEYWORD = b"XML:com.adobe.xmp\0"
_PLAIN = b"\0\0\0\0"  # not compressed, compressed by nothing, no language, no translated keyword


def edit(untrusted_data: bytes, merge: Merge) -> bytes:
    """The file with the packet that `merge` makes of its own; raises Refused."""
    chunks, rest = _chunks(untrusted_data)
    if chunks[0][0] != b"IHDR" or not any(kind == b"IDAT" for kind, _ in chunks):
        raise damaged()
    ours = [chunk for chunk in chunks if chunk[0] == b"iTXt" and chunk[1].startswith(_KEYWORD)]
    if len(ours) > 1:
        raise unreadable()
    packet = merge(_packet(ours[0][1]) if ours else None)
    others = [chunk for chunk in chunks if chunk not in ours]
    others.insert(1, (b"iTXt", _KEYWORD + _PLAIN + packet))
    return b"".join([BEGINNING, *(_written(*chunk) for chunk in others), untrusted_data[rest:]])


def _chunks(data: bytes) -> tuple[list[tuple[bytes, bytes]], int]:
    """The kind and content of each chunk, and where the last one ends."""
    chunks: list[tuple[bytes, bytes]] = []
    position = len(BEGINNING)
    while not chunks or chunks[-1][0] != b"IEND":
        length = int.from_bytes(part(data, position, 4), "big")
        kind, body = part(data, position + 4, 4), part(data, position + 8, length)
        if part(data, position + 8 + length, 4) != _sum(kind, body):
            raise damaged()
        chunks.append((kind, body))
        position += 12 + length
    return chunks, position


def _packet(body: bytes) -> bytes:
    compressed, method, rest = body[len(_KEYWORD) :][:1], body[len(_KEYWORD) + 1 :][:1], body[len(_KEYWORD) + 2 :]
    *names, packet = rest.split(b"\0", 2)
    if len(names) != 2 or compressed not in (b"\0", b"\1"):
        raise unreadable()
    return packet if compressed == b"\0" else _inflated(packet, method)


def _inflated(compressed: bytes, method: bytes) -> bytes:
    """At most one byte more than a packet may have: a small chunk can hold gigabytes of nothing."""
    inflating = zlib.decompressobj()
    try:
        packet = inflating.decompress(compressed, LIMIT + 1)
    except zlib.error as error:
        raise unreadable() from error
    if method != b"\0" or not inflating.eof:
        raise unreadable()
    return packet


def _written(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + kind + body + _sum(kind, body)


def _sum(kind: bytes, body: bytes) -> bytes:
    return zlib.crc32(kind + body).to_bytes(4, "big")
