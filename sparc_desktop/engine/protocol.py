"""Frames between the window's process and the engine's: typed, size-limited, no pickle.

A frame is `uint32 header length, uint32 payload length` (big endian), a JSON header and a binary payload. Commands go
to the engine, events come back; only `Describe` has a payload, the bytes of the picture. Whoever receives a frame that
is too large or not one of these types raises `ProtocolError` and ends the connection: there is no way to find the next
frame after a broken one.
"""

import struct
from dataclasses import dataclass
from typing import Annotated, Literal, TypeVar

from pydantic import Field, TypeAdapter, ValidationError

from sparc_desktop.domain.capture import MAX_BYTES
from sparc_desktop.domain.events import Event
from sparc_desktop.domain.language import Language
from sparc_desktop.domain.length import Length
from sparc_desktop.domain.request import MAX_QUESTION, MAX_WORDS

LENGTHS = struct.Struct(">II")
MAX_HEADER = 256 * 1024  # a finished description of MAX_WORDS words fits many times
Wording = Annotated[str, Field(min_length=1, max_length=MAX_QUESTION)]


class ProtocolError(Exception):
    """What came in is not a frame of this protocol."""


@dataclass(frozen=True, slots=True)
class Describe:
    """Describe the picture in the payload, or answer a question about it; fields as in `domain.request.Request`."""

    request: int
    label: str
    max_words: Annotated[int, Field(ge=1, le=MAX_WORDS)]
    sparc: bool
    question: Wording | None = None
    length: Length = "detailed"
    language: Language = "en"
    prompt: Wording | None = None
    type: Literal["describe"] = "describe"


@dataclass(frozen=True, slots=True)
class Cancel:
    """Stop writing this description. One that has ended already is not an error: the two may cross on the way."""

    request: int
    type: Literal["cancel"] = "cancel"


Command = Describe | Cancel

T = TypeVar("T")
_commands: TypeAdapter[Command] = TypeAdapter(Annotated[Command, Field(discriminator="type")])
_events: TypeAdapter[Event] = TypeAdapter(Annotated[Event, Field(discriminator="type")])


class FrameReader:
    """Cuts a stream of bytes, fed in pieces of any size, into frames."""

    def __init__(self) -> None:
        self._untrusted = bytearray()

    def feed(self, untrusted_data: bytes) -> list[tuple[bytes, bytes]]:
        """The (header, payload) of each frame completed by these bytes."""
        self._untrusted += untrusted_data
        frames: list[tuple[bytes, bytes]] = []
        while len(self._untrusted) >= LENGTHS.size:
            header, payload = LENGTHS.unpack_from(self._untrusted)
            if header > MAX_HEADER or payload > MAX_BYTES:
                raise ProtocolError(f"a frame of {header} + {payload} bytes is over the limit")
            end = LENGTHS.size + header + payload
            if len(self._untrusted) < end:
                break
            middle = LENGTHS.size + header
            frames.append((bytes(self._untrusted[LENGTHS.size : middle]), bytes(self._untrusted[middle:end])))
            del self._untrusted[:end]
        return frames


def pack_command(command: Command, payload: bytes = b"") -> bytes:
    """A command as one frame."""
    return _pack(_commands.dump_json(command), payload)


def pack_event(event: Event) -> bytes:
    """An event as one frame."""
    return _pack(_events.dump_json(event), b"")


def parse_command(untrusted_header: bytes) -> Command:
    """The command in a frame's header; raises ProtocolError."""
    return _parse(_commands, untrusted_header)


def parse_event(untrusted_header: bytes) -> Event:
    """The event in a frame's header; raises ProtocolError."""
    return _parse(_events, untrusted_header)


def event_json(event: Event) -> str:
    """An event as one line of JSON, for the command line's `--json`."""
    return _events.dump_json(event).decode()


def _pack(header: bytes, payload: bytes) -> bytes:
    if len(header) > MAX_HEADER or len(payload) > MAX_BYTES:
        raise ProtocolError(f"a frame of {len(header)} + {len(payload)} bytes is over the limit")
    return LENGTHS.pack(len(header), len(payload)) + header + payload


def _parse(adapter: TypeAdapter[T], untrusted_header: bytes) -> T:
    try:
        return adapter.validate_json(untrusted_header, strict=True)
    except ValidationError as error:  # told without the input, which may be a caption or a file's name
        raise ProtocolError(str(error.errors(include_input=False, include_url=False, include_context=False))) from None
