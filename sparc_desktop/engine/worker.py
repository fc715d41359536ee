"""The engine in a process of its own: `python -m sparc_desktop.engine.worker --model FOLDER`.

Frames of `engine.protocol` come in on standard input and go out on what was standard output. One thread reads and notes
cancels; the main thread alone touches torch. The end of the input ends the process; so does a model that can't be
loaded, once that is said.
"""

import argparse
import logging
import os
import queue
import sys
import threading
from functools import partial
from pathlib import Path
from typing import BinaryIO, get_args

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import Event, Failed
from sparc_desktop.domain.failure import ExpectedError
from sparc_desktop.domain.quantization import Wish
from sparc_desktop.domain.request import Request
from sparc_desktop.engine.protocol import Cancel, FrameReader, ProtocolError, pack_event, parse_command

CHUNK = 1 << 16
NICENESS = 5  # below the window and the screen reader, which must answer while the model works
logger = logging.getLogger(__name__)


class Inbox:
    """Commands as they come in: requests in their order, cancels at once."""

    def __init__(self, stream: BinaryIO) -> None:
        self.requests: queue.Queue[Request | None] = queue.Queue()
        self._stream = stream
        self._cancelled: set[int] = set()
        self._closed = False
        threading.Thread(target=self._read, daemon=True, name="inbox").start()

    def is_cancelled(self, request: int) -> bool:
        """Has this request been cancelled, or has the other side gone?"""
        return self._closed or request in self._cancelled

    def _read(self) -> None:
        frames = FrameReader()
        try:
            while data := self._stream.read1(CHUNK):  # type: ignore[attr-defined]
                for header, payload in frames.feed(data):
                    self._take(header, payload)
        except (ProtocolError, OSError):
            logger.exception("The window sent something that is not a command")
        finally:  # whatever happened, nobody is waited for any more
            self._closed = True
            self.requests.put(None)

    def _take(self, untrusted_header: bytes, untrusted_payload: bytes) -> None:
        command = parse_command(untrusted_header)
        if isinstance(command, Cancel):
            self._cancelled.add(command.request)
            return
        capture = Capture(command.label, untrusted_payload)
        wishes = (command.question, command.length, command.language, command.prompt)
        self.requests.put(Request(command.request, capture, command.max_words, command.sparc, *wishes))


def serve(folder: Path, wish: Wish, inbox: Inbox, out: BinaryIO) -> None:
    """Load the model, then answer requests until the input ends."""

    def emit(event: Event) -> None:
        out.write(pack_event(event))
        out.flush()

    # Imported here, so that the process reads its input while torch is still loading.
    from sparc_desktop.engine.engine import Engine

    try:
        engine = Engine(folder, emit, wish)
    except ExpectedError as error:
        emit(Failed(None, error.failure))
        return
    while request := inbox.requests.get():
        engine.describe(request, emit, partial(inbox.is_cancelled, request.id))


def main() -> None:
    """Take the protocol's descriptors out of everybody else's reach, then serve."""
    parser = argparse.ArgumentParser(description="The engine's process; started by the window.")
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--quantization", choices=get_args(Wish), default="auto")
    options = parser.parse_args()
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    # A library that prints must not corrupt a frame: its output goes to the log.
    commands, events = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with Path(os.devnull).open("rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    try:
        serve(options.model, options.quantization, Inbox(commands), events)
    except BrokenPipeError:
        logger.info("The window has gone")


if __name__ == "__main__":
    main()
