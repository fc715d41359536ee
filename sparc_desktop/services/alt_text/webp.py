"""WebP: the packet is the chunk "XMP ", which the chunk VP8X at the beginning announces with a flag.

A simple file, which is one picture and nothing else, has no VP8X: it gets one, with the size and the transparency that
the picture's own header tells. What follows the last chunk is copied unread.
"""

from sparc_desktop.services.alt_text.packet import Merge
from sparc_desktop.services.alt_text.refused import damaged, part, unreadable

_ANIMATION, _XMP, _EXIF, _ALPHA, _PROFILE = 0x02, 0x04, 0x08, 0x10, 0x20
_ANNOUNCED = {b"ANIM": _ANIMATION, b"EXIF": _EXIF, b"ALPH": _ALPHA, b"ICCP": _PROFILE}
_PICTURES = (b"VP8 ", b"VP8L", b"ANMF")
_HEADER = b"VP8X"
_HEADER_LENGTH = 10  # flags in four bytes, width and height less one in three bytes each

Chunk = tuple[bytes, bytes]


def edit(untrusted_data: bytes, merge: Merge) -> bytes:
    """The file with the packet that `merge` makes of its own; raises Refused."""
    chunks, rest = _chunks(untrusted_data)
    ours = [place for place, (kind, _) in enumerate(chunks) if kind == b"XMP "]
    if len(ours) > 1:
        raise unreadable()
    packet = merge(chunks[ours[0]][1] if ours else None)
    place = ours[0] if ours else len(chunks)
    chunks[place : place + len(ours)] = [(b"XMP ", packet)]
    body = b"WEBP" + b"".join(_written(*chunk) for chunk in _announced(chunks))
    return b"RIFF" + len(body).to_bytes(4, "little") + body + untrusted_data[rest:]


def _chunks(data: bytes) -> tuple[list[Chunk], int]:
    """The kind and content of each chunk, and where the last one ends."""
    end = 8 + int.from_bytes(part(data, 4, 4), "little")
    part(data, 0, end)
    chunks, position = [], 12
    while position < end:
        kind, length = part(data, position, 4), int.from_bytes(part(data, position + 4, 4), "little")
        chunks.append((kind, part(data[:end], position + 8, length)))
        position += 8 + length + length % 2
    if position != end or not any(kind in _PICTURES for kind, _ in chunks):
        raise damaged()
    return chunks, end


def _announced(chunks: list[Chunk]) -> list[Chunk]:
    kind, body = chunks[0]
    if kind == _HEADER:
        if len(body) < _HEADER_LENGTH:
            raise damaged()
        return [(kind, bytes((body[0] | _XMP,)) + body[1:]), *chunks[1:]]
    width, height, has_alpha = _simple(kind, body)
    flags = _XMP | _ALPHA * has_alpha
    for other, _ in chunks[1:]:
        flags |= _ANNOUNCED.get(other, 0)
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return [(_HEADER, flags.to_bytes(4, "little") + size), *chunks]


def _simple(kind: bytes, body: bytes) -> tuple[int, int, bool]:
    """Width, height, and may it be transparent? From the first bytes of VP8 and VP8L."""
    if kind == b"VP8 " and part(body, 3, 3) == b"\x9d\x01\x2a":
        sides = (
            int.from_bytes(part(body, 6, 2), "little") & 0x3FFF,
            int.from_bytes(part(body, 8, 2), "little") & 0x3FFF,
        )
        if all(sides):
            return *sides, False
    if kind == b"VP8L" and part(body, 0, 1) == b"\x2f":
        bits = int.from_bytes(part(body, 1, 4), "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1, bool(bits >> 28 & 1)
    raise damaged()


def _written(kind: bytes, body: bytes) -> bytes:
    return kind + len(body).to_bytes(4, "little") + body + bytes(len(body) % 2)
