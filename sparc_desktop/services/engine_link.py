"""The window's end of the line to the engine process, without the process itself.

It turns requests into bytes to send and bytes received into events, and keeps the promise that each request ends with
exactly one final event, also when the engine dies or talks nonsense. Who holds the process (`ui.engine_process`) only
moves bytes and reports its end.
"""

from collections import deque

from sparc_desktop.domain.capture import MAX_BYTES
from sparc_desktop.domain.events import FINAL, Event, Failed
from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.domain.request import Request
from sparc_desktop.engine.protocol import (
    Cancel,
    Describe,
    FrameReader,
    ProtocolError,
    pack_command,
    parse_event,
)

__all__ = ["MAX_RESTARTS", "EngineLink", "ProtocolError"]

MEGABYTE = 1024 * 1024
MAX_RESTARTS = 3
RESTART_WINDOW = 60.0  # seconds: an engine that dies more often than this will not come good by itself


class EngineLink:
    """State of one line to an engine, over as many engine processes as it takes."""

    def __init__(self) -> None:
        self._reader = FrameReader()
        self._open: dict[int, None] = {}
        self._restarts: deque[float] = deque(maxlen=MAX_RESTARTS)

    @property
    def busy(self) -> bool:
        """Has a request not yet ended?"""
        return bool(self._open)

    def describe(self, request: Request) -> bytes:
        """The bytes that ask for a description; raises ExpectedError FILE_TOO_LARGE."""
        size = len(request.capture.untrusted_data)
        if size > MAX_BYTES:
            params = {"path": request.capture.label, "megabytes": f"{size / MEGABYTE:.0f}"}
            raise ExpectedError(Code.FILE_TOO_LARGE, **params, limit=str(MAX_BYTES // MEGABYTE))
        wishes = (request.question, request.length, request.language, request.prompt)
        command = Describe(request.id, request.capture.label, request.max_words, request.sparc, *wishes)
        frame = pack_command(command, request.capture.untrusted_data)
        self._open[request.id] = None
        return frame

    def cancel(self, request_id: int) -> bytes:
        """The bytes that stop a description."""
        return pack_command(Cancel(request_id))

    def received(self, untrusted_data: bytes) -> list[Event]:
        """The events in what the engine sent. Raises ProtocolError; the caller then ends the process.

        Events of a request that has ended are dropped. A bad frame takes those before it along, so all are parsed
        before any counts: a request whose end is lost stays open for `ended`.
        """
        events: list[Event] = []
        for event in [parse_event(header) for header, _ in self._reader.feed(untrusted_data)]:
            request = getattr(event, "request", None)
            if request is not None and request not in self._open:
                continue
            if isinstance(event, FINAL) and request is not None:
                del self._open[request]
            events.append(event)
        return events

    def ended(self) -> list[Event]:
        """The engine process is gone: what that means for each open request, or for the engine where none is open."""
        self._reader = FrameReader()
        failure = Failure(Code.ENGINE_CRASHED)
        events: list[Event] = [Failed(request, failure) for request in self._open] or [Failed(None, failure)]
        self._open.clear()
        return events

    def may_restart(self, now: float) -> bool:
        """May the engine be started again at this time (monotonic seconds)? Counts the restart when it may."""
        if len(self._restarts) == MAX_RESTARTS and now - self._restarts[0] < RESTART_WINDOW:
            return False
        self._restarts.append(now)
        return True
