"""Each request ends once, whatever the engine does."""

import pytest

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import Cancelled, Failed, Finished, Ready, Started, TextDelta
from sparc_desktop.domain.failure import Code
from sparc_desktop.domain.request import Request
from sparc_desktop.engine.protocol import LENGTHS, ProtocolError, pack_event
from sparc_desktop.services.engine_link import MAX_RESTARTS, RESTART_WINDOW, EngineLink

FINISHED = Finished(1, "A cat.", 2, 0.1, sparc=True, truncated=False)


def link_with(*requests: int) -> EngineLink:
    link = EngineLink()
    for number in requests:
        link.describe(Request(number, Capture("x", b"bytes")))
    return link


def test_events_pass() -> None:
    link = link_with(1)
    events = [Ready("Starter"), Started(1, "x"), TextDelta(1, "A cat."), FINISHED]
    assert link.received(b"".join(map(pack_event, events))) == events
    assert not link.busy


def test_what_comes_after_the_end_is_dropped() -> None:
    link = link_with(1)
    late = [Cancelled(1), TextDelta(1, "more"), FINISHED, TextDelta(2, "never asked")]
    assert link.received(b"".join(map(pack_event, late))) == [Cancelled(1)]


def test_a_death_ends_every_open_request_once() -> None:
    link = link_with(1, 2)
    link.received(pack_event(FINISHED))
    (failed,) = link.ended()
    assert isinstance(failed, Failed)
    assert failed.request == 2
    assert failed.failure.code == Code.ENGINE_CRASHED
    assert not link.busy


def test_a_death_without_requests_is_told_too() -> None:
    (failed,) = link_with().ended()
    assert isinstance(failed, Failed)
    assert failed.request is None


def test_half_a_frame_of_a_dead_engine_does_not_spoil_the_next() -> None:
    link = link_with(1)
    link.received(pack_event(FINISHED)[:9])
    link.ended()
    assert link.received(pack_event(Ready("Starter"))) == [Ready("Starter")]


def test_nonsense_raises() -> None:
    with pytest.raises(ProtocolError):
        link_with(1).received(b"\xff" * 8)


def test_an_end_in_front_of_nonsense_is_not_lost() -> None:
    link = link_with(1)
    with pytest.raises(ProtocolError):
        link.received(pack_event(FINISHED) + LENGTHS.pack(2, 0) + b"no")
    assert [event.request for event in link.ended() if isinstance(event, Failed)] == [1]


def test_restarts_are_bounded_within_a_minute() -> None:
    link = EngineLink()
    assert all(link.may_restart(float(second)) for second in range(MAX_RESTARTS))
    assert not link.may_restart(10.0)
    assert link.may_restart(RESTART_WINDOW + 0.5)
    assert not link.may_restart(RESTART_WINDOW + 0.6)
