"""What the window expects of any engine: a class of tests to be run with the command of each one."""

import os
import signal
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEventLoop, QProcess

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import FINAL, Cancelled, Event, Failed, Finished, Loading, Ready, Started, TextDelta
from sparc_desktop.domain.failure import Code
from sparc_desktop.domain.request import Request
from sparc_desktop.domain.words import count_words
from sparc_desktop.ui.engine_process import EngineProcess

PATIENCE = 60_000  # ms until a test gives up waiting; not an expectation
PAUSE = 50  # ms the event loop sleeps at most between two looks


class Bench:
    """An engine's process and all the events it has sent."""

    def __init__(self, command: list[str]) -> None:
        self.engine = EngineProcess(command)
        self.events: list[Event] = []
        self.engine.happened.connect(self.events.append)

    def until(self, condition: Callable[[], bool]) -> None:
        """Let things happen until the condition holds."""
        clock = QElapsedTimer()
        clock.start()
        while not condition():
            assert clock.elapsed() < PATIENCE, f"waited in vain; so far: {self.events}"
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, PAUSE)

    def of(self, request: int) -> list[Event]:
        """The events of one request."""
        return [event for event in self.events if getattr(event, "request", None) == request]

    def finals(self, request: int) -> list[Event]:
        """Its final events: there must be one in the end."""
        return [event for event in self.of(request) if isinstance(event, FINAL)]

    def describe(self, request: int, picture: bytes, label: str = "cat.png", max_words: int = 400) -> None:
        """Ask for a description."""
        self.engine.describe(Request(request, Capture(label, picture), max_words))

    def final(self, request: int) -> Event:
        """Wait for its one final event."""
        self.until(lambda: bool(self.finals(request)))
        assert len(self.finals(request)) == 1
        return self.finals(request)[0]

    def text(self, request: int) -> str:
        """What has been written."""
        return "".join(event.text for event in self.of(request) if isinstance(event, TextDelta))

    def failure(self, request: int | None) -> Code:
        """Why a request, or the engine itself, has failed."""
        self.until(lambda: any(isinstance(event, Failed) and event.request == request for event in self.events))
        failed = next(event for event in self.events if isinstance(event, Failed) and event.request == request)
        return failed.failure.code


@pytest.mark.usefixtures("application", "qt_warnings")
class EngineContract:
    """Subclass it with the fixtures `command` and `picture`."""

    @pytest.fixture
    def bench(self, command: list[str]) -> Iterator[Bench]:
        bench = Bench(command)
        bench.engine.start()
        yield bench
        bench.engine.shut_down()
        bench.engine.deleteLater()

    def test_it_tells_of_loading_and_is_ready(self, bench: Bench) -> None:
        bench.until(lambda: isinstance(bench.events[-1:][0] if bench.events else None, Ready))
        fractions = [event.fraction for event in bench.events if isinstance(event, Loading)]
        assert fractions == sorted(fractions)
        assert all(0 <= fraction <= 1 for fraction in fractions)

    def test_a_picture_sent_before_it_is_ready_is_described(self, bench: Bench, picture: bytes) -> None:
        bench.describe(1, picture)
        final = bench.final(1)
        events = bench.of(1)
        assert isinstance(final, Finished)
        assert isinstance(events[0], Started)
        assert events[-1] is final
        assert bench.text(1) == final.text != ""
        assert final.words == count_words(final.text)

    def test_it_refuses_what_is_no_picture_and_goes_on(self, bench: Bench, picture: bytes) -> None:
        bench.describe(1, b"this is no picture")
        bench.describe(2, picture, max_words=5)
        assert bench.failure(1) == Code.IMAGE_NOT_RECOGNISED
        assert isinstance(bench.final(2), Finished)

    def test_a_limit_of_words_is_kept(self, bench: Bench, picture: bytes) -> None:
        bench.describe(1, picture, max_words=3)
        final = bench.final(1)
        assert isinstance(final, Finished)
        assert (final.words, final.truncated) == (3, True)

    def test_it_stops_when_asked_and_describes_the_next(self, bench: Bench, picture: bytes) -> None:
        bench.describe(1, picture)
        bench.until(lambda: bench.text(1) != "")
        bench.engine.cancel(1)
        bench.describe(2, picture, max_words=5)
        assert isinstance(bench.final(1), Cancelled)
        assert isinstance(bench.final(2), Finished)

    def test_killed_in_a_description_it_comes_back(self, bench: Bench, picture: bytes) -> None:
        bench.describe(1, picture)
        bench.until(lambda: bench.text(1) != "")
        process = bench.engine.findChild(QProcess)
        assert process is not None
        os.kill(process.processId(), signal.SIGKILL)
        assert bench.failure(1) == Code.ENGINE_CRASHED
        bench.describe(2, picture, max_words=5)
        assert isinstance(bench.final(2), Finished)

    def test_it_ends_with_the_program(self, bench: Bench) -> None:
        bench.until(lambda: bench.events != [])
        process = bench.engine.findChild(QProcess)
        assert process is not None
        bench.engine.shut_down()
        assert process.state() == QProcess.ProcessState.NotRunning
