"""TIFF: the packet is the value of tag 700 in the first directory.

Everything in such a file is found by its distance from the beginning, and not all that points somewhere is known here.
So nothing is moved: the packet and a new first directory are put at the end, and the header then points to that one.
The former ones stay where they are, unused.

A file that is cut off would point into what is added, and show it as pixels. So all that is known to point somewhere
is checked first (`_Walk`).
"""

import struct
from dataclasses import dataclass

from sparc_desktop.services.alt_text.packet import Merge
from sparc_desktop.services.alt_text.refused import damaged, part, unreadable

BEGINNINGS = (b"II*\0", b"MM\0*")
_XMP = 700
_BYTE, _UNDEFINED = 1, 7
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}  # bytes of one value
_NUMBERS = {3: "H", 4: "I", 13: "I"}
_DIRECTORIES = (330, 34665, 34853, 40965)  # tags whose values are places of further ones
_PIXELS = ((273, 279), (324, 325), (513, 514))  # tags of places, and of the lengths of what stands there
_PATIENCE = 300_000  # numbers to look at; a picture of 100 megapixels has some thousands
_MOST = 0xFFFF  # entries of a directory


@dataclass(frozen=True, slots=True)
class _Entry:
    tag: int
    kind: int
    count: int
    raw: bytes  # all twelve bytes of it


@dataclass(frozen=True, slots=True)
class _Directory:
    entries: list[_Entry]
    following: bytes  # where the next one is


def edit(untrusted_data: bytes, merge: Merge) -> bytes:
    """The file with the packet that `merge` makes of its own; raises Refused."""
    walk = _Walk(untrusted_data)
    walk.check()
    first = walk.directory(walk.first)
    if not first.entries:
        raise damaged()
    ours = [entry for entry in first.entries if entry.tag == _XMP]
    if len(ours) > 1 or len(first.entries) >= _MOST or any(entry.kind not in (_BYTE, _UNDEFINED) for entry in ours):
        raise unreadable()
    packet = merge(walk.value(ours[0]) if ours else None)
    body = _even(untrusted_data)
    entry = struct.pack(walk.order + "HHII", _XMP, _BYTE, len(packet), len(body))
    body += _even(packet)
    entries = [each for each in first.entries if each.tag < _XMP], [each for each in first.entries if each.tag > _XMP]
    before, after = (b"".join(each.raw for each in half) for half in entries)
    count = struct.pack(walk.order + "H", len(first.entries) - len(ours) + 1)
    place = struct.pack(walk.order + "I", len(body))
    return body[:4] + place + body[8:] + count + before + entry + after + first.following


class _Walk:
    """Reads the directories of a file; only so much, for they may lead in circles."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.order = "<" if data.startswith(b"II") else ">"
        (self.first,) = struct.unpack(self.order + "I", part(data, 4, 4))
        self._patience = _PATIENCE

    def check(self) -> None:
        """Is all there that the directories point to?"""
        waiting = [self.first]
        while waiting:
            directory = self.directory(waiting.pop())
            waiting += self._check(directory)
            (following,) = struct.unpack(self.order + "I", directory.following)
            waiting += [following] if following else []

    def directory(self, place: int) -> _Directory:
        """The one that stands there."""
        (count,) = struct.unpack(self.order + "H", part(self._data, place, 2))
        self._spend(count + 1)
        table = part(self._data, place + 2, 12 * count)
        entries = []
        for raw in (table[start : start + 12] for start in range(0, len(table), 12)):
            tag, kind, count = struct.unpack(self.order + "HHI", raw[:8])
            entries.append(_Entry(tag, kind, count, raw))
        return _Directory(entries, part(self._data, place + 2 + len(table), 4))

    def value(self, entry: _Entry) -> bytes:
        """What the entry says; up to four bytes stand in itself."""
        length = _SIZES.get(entry.kind, 0) * entry.count
        if length <= 4:
            return entry.raw[8 : 8 + length]
        (place,) = struct.unpack_from(self.order + "I", entry.raw, 8)
        return part(self._data, place, length)

    def _check(self, directory: _Directory) -> list[int]:
        """Returns where further directories are."""
        numbers = {}
        for entry in directory.entries:
            value = self.value(entry)
            if entry.tag in _DIRECTORIES or any(entry.tag in pair for pair in _PIXELS):
                numbers[entry.tag] = self._numbers(entry, value)
        for places, lengths in _PIXELS:
            for place, length in zip(numbers.get(places, ()), numbers.get(lengths, ()), strict=False):
                if place + length > len(self._data):
                    raise damaged()
        return [place for tag in _DIRECTORIES for place in numbers.get(tag, ())]

    def _numbers(self, entry: _Entry, value: bytes) -> tuple[int, ...]:
        self._spend(entry.count)
        letter = _NUMBERS.get(entry.kind)
        if letter is None:
            raise unreadable()
        return struct.unpack(f"{self.order}{len(value) // _SIZES[entry.kind]}{letter}", value)

    def _spend(self, count: int) -> None:
        self._patience -= count
        if self._patience < 0:
            raise unreadable()


def _even(data: bytes) -> bytes:
    return data + bytes(len(data) % 2)
