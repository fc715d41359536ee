"""Frames survive any cutting of the stream; what is not a frame is refused."""

import random

import pytest

from sparc_desktop.domain.capture import MAX_BYTES
from sparc_desktop.domain.events import (
    Cancelled,
    Event,
    Failed,
    Finished,
    Loading,
    Ready,
    Started,
    TextDelta,
)
from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.domain.request import MAX_QUESTION
from sparc_desktop.engine.protocol import (
    LENGTHS,
    MAX_HEADER,
    Cancel,
    Describe,
    FrameReader,
    ProtocolError,
    pack_command,
    pack_event,
    parse_command,
    parse_event,
)

DESCRIBE = b'{"type":"describe","request":1,"label":"x","max_words":9,"sparc":true'
EVENTS: list[Event] = [
    Loading(0.5),
    Ready("Starter", ("en",), answers=False),
    Started(1, "猫.png"),
    TextDelta(1, "Ein Kätzchen 🐈"),
    Finished(1, "A cat.", 2, 0.25, sparc=True, truncated=False),
    Cancelled(1),
    Failed(1, Failure(Code.IMAGE_BROKEN, {"label": "x"})),
    Failed(None, Failure(Code.ENGINE_CRASHED)),
]


def test_events_arrive_whole_however_the_stream_is_cut() -> None:
    stream = b"".join(pack_event(event) for event in EVENTS)
    chance = random.Random(0)
    for _ in range(50):
        reader, received, position = FrameReader(), [], 0
        while position < len(stream):
            step = chance.randint(1, 40)
            received += [parse_event(header) for header, _ in reader.feed(stream[position : position + step])]
            position += step
        assert received == EVENTS


def test_commands_carry_their_payload() -> None:
    command = Describe(7, "cat.jpg", 40, False, "Why?", "short", "zh_CN", "像诗一样描述")
    stream = pack_command(command, b"\xff\xd8picture") + pack_command(Cancel(7))
    (first, picture), (second, nothing) = FrameReader().feed(stream)
    assert parse_command(first) == command
    assert picture == b"\xff\xd8picture"
    assert parse_command(second) == Cancel(7)
    assert nothing == b""


@pytest.mark.parametrize("lengths", [(MAX_HEADER + 1, 0), (10, MAX_BYTES + 1), (2**32 - 1, 2**32 - 1)])
def test_too_large_is_refused_before_it_is_read(lengths: tuple[int, int]) -> None:
    with pytest.raises(ProtocolError, match="limit"):
        FrameReader().feed(LENGTHS.pack(*lengths))


def test_what_is_left_out_is_as_ever() -> None:
    command = parse_command(DESCRIBE + b"}")
    assert isinstance(command, Describe)
    assert (command.question, command.length, command.language, command.prompt) == (None, "detailed", "en", None)


def test_too_large_is_not_sent() -> None:
    with pytest.raises(ProtocolError, match="limit"):
        pack_command(Cancel(1), b"x" * (MAX_BYTES + 1))


@pytest.mark.parametrize(
    "header",
    [
        b"",
        b"null",
        b"{}",
        b'{"type":"describe"}',
        b'{"type":"shutdown"}',
        b'{"type":"cancel","request":"1"}',
        b'{"type":"describe","request":1,"label":"x","max_words":0,"sparc":true}',
        DESCRIBE + b',"length":"endless"}',
        DESCRIBE + b',"length":null}',
        DESCRIBE + b',"language":"xx"}',
        DESCRIBE + b',"language":["en"]}',
        DESCRIBE + b',"prompt":""}',
        DESCRIBE + b',"prompt":"' + b"x" * (MAX_QUESTION + 1) + b'"}',
        DESCRIBE + b',"prompt":7}',
        DESCRIBE + b',"question":""}',
        b"\xff\xfe",
        b"[" * 10_000,
    ],
)
def test_nonsense_is_refused(header: bytes) -> None:
    with pytest.raises(ProtocolError):
        parse_command(header)
    with pytest.raises(ProtocolError):
        parse_event(header)
