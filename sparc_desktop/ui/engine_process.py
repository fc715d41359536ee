"""The engine's process, held by the window: bytes to and from an `EngineLink`, and what happens when it misbehaves.

Each request ends with exactly one final event, whatever becomes of the process:

- It dies: its requests fail, and it is started again, at most as often as `EngineLink.may_restart` allows; after that
  each request fails with ENGINE_GAVE_UP.
- It says that it can't work (`Failed` without a request, as with a missing model) and ends: its requests fail for that
  reason, and it is only started again for the next request, when the user may have put it right.
- It talks nonsense: it is killed, which is a death as above.
- It doesn't stop when asked: it is asked again by the system (terminate), then killed. The stopped request counts as
  cancelled, and one that was waiting behind it goes to the next process. As another process means loading the model
  again, patience is long where the engine can't answer yet: for ever while it loads, and for minutes before a
  description's first word. Nobody waits for it: to the user the description has ended with the key.
- It is to load another model: it is killed, and another process takes its place.
"""

import logging
import time
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from sparc_desktop.domain.events import FINAL, Cancelled, Event, Failed, Loading, Ready, TextDelta
from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.domain.request import Request
from sparc_desktop.services.engine_link import MAX_RESTARTS, EngineLink, ProtocolError

CANCEL_PATIENCE = 2000  # ms for the engine to stop by itself while it writes: it looks at every token
FIRST_WORD_PATIENCE = 120_000  # ms for the same before its first word: a large model takes long to take a picture in
TERMINATE_PATIENCE = 2000  # ms for an orderly end, before it is killed
QUIT_PATIENCE = 500  # ms for the engine to end when the program does; longer would feel like a program that hangs
KILL_PATIENCE = 1000  # ms for the system to carry out a kill
MAX_LOG_LINE = 500  # characters: a library that prints pages must not push everything else out of the log

log = logging.getLogger(__name__)
engine_log = logging.getLogger("sparc_desktop.engine")


class EngineProcess(QObject):
    """One engine for the whole life of the window, over as many processes as it takes."""

    happened = Signal(object)  # domain.events.Event

    def __init__(self, command: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = list(command)
        self._link = EngineLink()
        self._requests: dict[int, Request] = {}  # not yet ended
        self._cancelling: set[int] = set()
        self._unable: Failure | None = None  # why the engine says that it can't work at all
        self._process: QProcess | None = None
        self._ready = False  # has the process loaded its model?
        self._stuck = False  # is it being ended, because it does not stop a description?
        self._writing: int | None = None  # the request last written for
        self._watched: tuple[int, int] | None = None  # the request that the ladder waits for, and how long
        self._ladder = QTimer(self, singleShot=True)
        self._ladder.timeout.connect(self._climb)

    @property
    def running(self) -> bool:
        """Is there a process?"""
        return self._process is not None

    def start(self) -> None:
        """Start the process, so that the model is loaded by the time the first picture comes."""
        if self._process is not None:
            return
        self._unable = None
        self._ready = self._stuck = False
        self._writing = self._watched = None
        process = QProcess(self)
        process.readyReadStandardOutput.connect(partial(self._read, process))
        process.readyReadStandardError.connect(partial(self._read_log, process))
        process.finished.connect(partial(self._finished, process))
        process.errorOccurred.connect(partial(self._failed, process))
        self._process = process
        process.start(self._command[0], self._command[1:])

    def restart(self, command: Sequence[str]) -> None:
        """Go on with another model, at once: what it was writing is left off, what waits is for the new one."""
        self._command = list(command)
        process, self._process = self._process, None
        self._ladder.stop()
        if process is not None:
            process.kill()
        left = [
            event.request for event in self._link.ended() if isinstance(event, Failed) and event.request is not None
        ]
        lost = {request for request in left if request == self._writing or request in self._cancelling}
        self.start()
        self._emit(Loading(0.0))  # the process itself is heard of when its libraries are there
        for request in left:
            if request in lost:
                self._emit(Cancelled(request))
            else:
                self.describe(self._requests[request])

    def describe(self, request: Request) -> None:
        """Ask for a description; before the model is loaded it waits in the engine's pipe."""
        if self._process is None:
            if self._unable is None and not self._link.may_restart(time.monotonic()):
                self._emit(Failed(request.id, _gave_up()))
                return
            self.start()
        try:
            frame = self._link.describe(request)
        except ExpectedError as error:  # larger than a frame, as pasted pictures can be
            self._emit(Failed(request.id, error.failure))
            return
        self._requests[request.id] = request
        self._write(frame)

    def cancel(self, request_id: int) -> None:
        """Stop a description; its final event comes as soon as the engine listens, or is ended for not listening."""
        if request_id not in self._requests or request_id in self._cancelling:
            return
        self._cancelling.add(request_id)
        self._write(self._link.cancel(request_id))
        self._watch()

    def shut_down(self) -> None:
        """End the process along with the program. No more events come."""
        process, self._process = self._process, None
        self._ladder.stop()
        if process is None:
            return
        process.blockSignals(True)
        process.closeWriteChannel()
        if not process.waitForFinished(QUIT_PATIENCE):
            process.kill()
            process.waitForFinished(KILL_PATIENCE)

    def _write(self, frame: bytes) -> None:
        if self._process is not None:
            self._process.write(frame)

    def _read(self, process: QProcess) -> None:
        untrusted_data = bytes(process.readAllStandardOutput().data())
        if process is not self._process:  # another one has taken its place
            return
        try:
            events = self._link.received(untrusted_data)
        except ProtocolError:
            log.error("the engine talks nonsense")
            process.readyReadStandardOutput.disconnect()
            process.kill()
            return
        for event in events:
            if process is self._process:  # whoever hears of one may have it replaced
                self._received(event)

    def _received(self, event: Event) -> None:
        match event:
            case Ready():
                self._ready = True
            case TextDelta(request=request):
                self._writing = request
            case Failed(request=None, failure=failure):
                self._unable = failure
        self._emit(event)
        self._watch()

    def _emit(self, event: Event) -> None:
        if isinstance(event, FINAL) and event.request is not None:
            self._requests.pop(event.request, None)
            self._cancelling.discard(event.request)
        self.happened.emit(event)

    def _read_log(self, process: QProcess) -> None:
        text = bytes(process.readAllStandardError().data()).decode("utf-8", "replace")
        for line in text.splitlines():
            engine_log.info("%s", line[:MAX_LOG_LINE])

    def _watch(self) -> None:
        """Have the ladder wait for the request in work, which is the first not yet ended, where it was cancelled."""
        if self._stuck:
            return
        watched = None
        first = next(iter(self._requests), None)
        if self._ready and first is not None and first in self._cancelling:
            watched = first, CANCEL_PATIENCE if first == self._writing else FIRST_WORD_PATIENCE
        if watched == self._watched:
            return
        self._watched = watched
        self._ladder.stop()
        if watched:
            self._ladder.start(watched[1])

    def _climb(self) -> None:
        """The next rung: the engine has not stopped a description that it was asked to stop."""
        if self._process is None:
            return
        if self._stuck:
            log.warning("the engine does not end: killed")
            self._process.kill()
        else:
            log.warning("the engine does not stop a description: terminated")
            self._stuck = True
            self._process.terminate()
            self._ladder.start(TERMINATE_PATIENCE)

    def _failed(self, process: QProcess, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:  # the only error after which `finished` doesn't come
            log.error("the engine can't be started")
            self._ended(process)

    def _finished(self, process: QProcess, code: int, _status: QProcess.ExitStatus) -> None:
        if process is self._process:
            log.warning("the engine ended with code %d", code)
        self._ended(process)

    def _ended(self, process: QProcess) -> None:
        process.deleteLater()
        if process is not self._process:
            return
        self._process = None
        self._ladder.stop()
        stuck = self._stuck  # we ended it ourselves: no picture is to blame, and it may be started as often as needed
        restart = self._unable is None and (stuck or self._link.may_restart(time.monotonic()))
        told: list[Event] = []
        waiting: list[Request] = []
        for event in self._link.ended():
            request = event.request if isinstance(event, Failed) else None
            if request is not None and request in self._cancelling:
                told.append(Cancelled(request))
            elif stuck and restart:
                waiting += [self._requests[request]] if request is not None else []
            elif self._unable is None:
                told.append(event if restart else Failed(request, _gave_up()))
            elif request is not None:
                told.append(Failed(request, self._unable))
        if restart:  # first: whoever hears of the end may ask for the next picture at once
            self.start()
        for event in told:
            self._emit(event)
        for innocent in waiting:
            self.describe(innocent)


def _gave_up() -> Failure:
    return Failure(Code.ENGINE_GAVE_UP, {"restarts": str(MAX_RESTARTS)})
