"""The engine's real process, over its real pipes, killed for real."""

import contextlib
import io
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest
from PIL import Image

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import FINAL, Cancelled, Event, Failed, Finished, Ready, TextDelta
from sparc_desktop.domain.failure import Code
from sparc_desktop.domain.request import Request
from sparc_desktop.engine.protocol import LENGTHS
from sparc_desktop.resources import assets, starter_model
from sparc_desktop.services.engine_link import EngineLink

SAMPLE = sorted((assets() / "samples").glob("*.png"))[0].read_bytes()
COMMAND = [sys.executable, "-m", "sparc_desktop.engine.worker", "--model"]


class Worker:
    """A worker process and this side's link to it."""

    def __init__(self, model: str, prelude: str = "") -> None:
        command = [*COMMAND, model]
        if prelude:  # something done in the process before the worker's own code
            code = f"{prelude}\nimport sys; sys.argv = ['worker', '--model', {model!r}]\n"
            command = [sys.executable, "-c", code + "from sparc_desktop.engine import worker; worker.main()"]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.link = EngineLink()
        self.pending: list[Event] = []

    def send(self, data: bytes) -> None:
        assert self.process.stdin
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def events(self) -> Iterator[Event]:
        """Events as they come, and at the end of the process what the link makes of it."""
        assert self.process.stdout
        while True:
            while self.pending:
                yield self.pending.pop(0)
            data = self.process.stdout.read1(65536)  # type: ignore[attr-defined]
            if not data:
                yield from self.link.ended()
                return
            self.pending += self.link.received(data)

    def until_final(self, request: int) -> list[Event]:
        events: list[Event] = []
        for event in self.events():
            events.append(event)
            if isinstance(event, FINAL) and event.request == request:
                return events
        raise AssertionError("no final event")

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            assert stream
            with contextlib.suppress(BrokenPipeError):
                stream.close()


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker(str(starter_model()))
    yield worker
    worker.end()


def request(number: int) -> Request:
    return Request(number, Capture("sample", SAMPLE))


def test_describes_one_after_the_other(worker: Worker) -> None:
    worker.send(worker.link.describe(request(1)) + worker.link.describe(request(2)))
    first = worker.until_final(1)
    second = worker.until_final(2)
    assert Ready("Starter", ("en", "zh_CN"), answers=False) in first
    assert isinstance(first[-1], Finished)
    assert isinstance(second[-1], Finished)
    assert first[-1].text == second[-1].text


def test_the_wishes_cross_the_border(worker: Worker) -> None:
    whole, sentence, poem = (
        Request(number, Capture("sample", SAMPLE), **wishes)  # type: ignore[arg-type]
        for number, wishes in enumerate([{}, {"length": "sentence"}, {"prompt": "As a poem.", "language": "zh_CN"}])
    )
    for each in (whole, sentence, poem):
        worker.send(worker.link.describe(each))
    told, first, refused = (worker.until_final(number)[-1] for number in range(3))
    assert isinstance(told, Finished)
    assert isinstance(first, Finished)
    assert first.text.index(".") == len(first.text) - 1
    assert first.words < told.words
    assert isinstance(refused, Failed)
    assert refused.failure.code == Code.PROMPT_UNANSWERABLE


def test_cancel_stops_it_and_the_next_one_runs(worker: Worker) -> None:
    worker.send(worker.link.describe(request(1)))
    for event in worker.events():
        if isinstance(event, TextDelta):
            break
    worker.send(worker.link.cancel(1))
    assert worker.until_final(1)[-1] == Cancelled(1)
    worker.send(worker.link.describe(request(2)))
    assert isinstance(worker.until_final(2)[-1], Finished)


def test_cancelled_while_it_waits(worker: Worker) -> None:
    worker.send(worker.link.describe(request(1)) + worker.link.describe(request(2)) + worker.link.cancel(2))
    worker.until_final(1)
    assert worker.until_final(2) == [Cancelled(2)]


def test_killed_mid_caption_is_a_failure_not_silence(worker: Worker) -> None:
    worker.send(worker.link.describe(request(1)) + worker.link.describe(request(2)))
    events = []
    for event in worker.events():
        if isinstance(event, TextDelta) and not events:
            worker.process.send_signal(signal.SIGKILL)
            events.append(event)
        if isinstance(event, Failed):
            events.append(event)
    assert [event.request for event in events[1:]] == [1, 2]
    assert all(isinstance(e, Failed) and e.failure.code == Code.ENGINE_CRASHED for e in events[1:])


def test_the_end_of_its_input_ends_it(worker: Worker) -> None:
    worker.send(worker.link.describe(request(1)))
    assert worker.process.stdin
    worker.process.stdin.close()
    drain = threading.Thread(target=lambda: list(worker.events()))
    drain.start()
    assert worker.process.wait(timeout=60) == 0
    drain.join()


def test_nonsense_on_its_input_ends_it(worker: Worker) -> None:
    worker.send(LENGTHS.pack(2**31, 0))
    assert worker.process.wait(timeout=60) == 0


def test_what_a_library_prints_does_not_reach_the_protocol() -> None:
    noisy = (
        "from sparc_desktop.engine import engine\ndescribe = engine.Engine.describe\n"
        "def loud(*a):\n    print('printed by a library', flush=True)\n    describe(*a)\n"
        "engine.Engine.describe = loud"
    )
    worker = Worker(str(starter_model()), noisy)
    try:
        worker.send(worker.link.describe(request(1)))
        assert isinstance(worker.until_final(1)[-1], Finished)
    finally:
        worker.end()


def test_out_of_memory_is_told_and_survived() -> None:
    # The address space is limited once the model is loaded, so that a large picture does not fit.
    limited = (
        "import os, resource\nfrom sparc_desktop.engine import engine\ninit = engine.Engine.__init__\n"
        "def tight(self, *a):\n"
        "    init(self, *a)\n"
        "    pages = int(open('/proc/self/statm').read().split()[0])\n"
        "    room = pages * os.sysconf('SC_PAGE_SIZE') + (120 << 20)\n"
        "    resource.setrlimit(resource.RLIMIT_AS, (room, room))\n"
        "engine.Engine.__init__ = tight"
    )
    worker = Worker(str(starter_model()), limited)
    try:
        large = io.BytesIO()
        Image.new("RGB", (10_000, 10_000), "white").save(large, "PNG", compress_level=1)
        worker.send(worker.link.describe(Request(1, Capture("large", large.getvalue()))))
        failed = worker.until_final(1)[-1]
        assert isinstance(failed, Failed)
        assert failed.failure.code == Code.OUT_OF_MEMORY
        worker.send(worker.link.describe(request(2)))
        assert isinstance(worker.until_final(2)[-1], Finished)
    finally:
        worker.end()


def test_without_a_model_it_says_why_and_ends(tmp_path_factory: pytest.TempPathFactory) -> None:
    worker = Worker(str(tmp_path_factory.mktemp("empty")))
    try:
        worker.send(worker.link.describe(request(1)))
        failed = [event for event in worker.events() if isinstance(event, Failed)]
        # What becomes of an open request is the window's to say, as with any end of the process.
        assert [(event.request, event.failure.code) for event in failed] == [
            (None, Code.MODEL_MISSING),
            (1, Code.ENGINE_CRASHED),
        ]
        assert worker.process.wait(timeout=60) == 0
    finally:
        worker.end()
