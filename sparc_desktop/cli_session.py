"""One run of `describe`: what becomes of its events, and of the text in its pictures."""

import sys
import threading

from sparc_desktop.cli_terminal import Interrupts, LoadingBar, complain
from sparc_desktop.domain.events import Cancelled, Event, Failed, Finished, Loading, Ready, Started, TextDelta, TextRead
from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.domain.request import Request
from sparc_desktop.engine.protocol import event_json
from sparc_desktop.services.narration import Narration
from sparc_desktop.services.preparation import Preparation
from sparc_desktop.services.text_reading import OpenReader, TextReading, with_heading
from sparc_desktop.services.wishes import unwritten

PATIENCE = 0.2  # seconds between two looks whether the user wants to stop waiting


class Session:
    """Takes the engine's events of one run: prints, hands on to the voice, remembers what failed."""

    def __init__(self, *, json: bool, narration: Narration | None) -> None:
        self.failed = False
        self.unread = False  # the text in a picture, though it was asked for
        self.unsaved = False  # an alt text, the same
        self.description = ""  # of the picture described last, once it is complete, with the text in the picture
        self.headline = ""
        self.request: Request | None = None  # the first one, before the model is loaded for it
        self.interrupted = threading.Event()
        self.progress = LoadingBar()
        self._preparation = Preparation()
        self._json = json
        self._narration = narration

    def receive(self, event: Event) -> None:
        """Take one event."""
        if self._json:
            print(event_json(event), flush=True)
        elif isinstance(event, Loading):
            self._prepare(event)
        else:
            self._print(event)
        self._keep(event)
        if isinstance(event, Ready) and self.request and (remark := unwritten(event, self.request)):
            print(f"sparc-desktop: {remark}", file=sys.stderr, flush=True)
        if isinstance(event, Failed):
            is_text = event.failure.code == Code.OCR_UNAVAILABLE
            self.failed, self.unread = self.failed or not is_text, self.unread or is_text
            complain(event.failure)
        if self._narration:
            self._narration.receive(event)

    def _prepare(self, event: Loading) -> None:
        self.progress.show(event.fraction)
        if said := self._preparation.hear(event):
            self.progress.tell(said)
            if self._narration:
                self._narration.remark(said)

    def fail(self, request: int | None, failure: Failure) -> None:
        """Tell of a failure outside of the engine, and wait until it is spoken."""
        with Interrupts(self.interrupted):
            self.receive(Failed(request, failure))
            self.hear_out()

    def hear_out(self) -> None:
        """Wait until all is spoken; Ctrl+C ends the waiting."""
        while self._narration and not self.interrupted.is_set() and not self._narration.wait(PATIENCE):
            pass

    def _keep(self, event: Event) -> None:
        match event:
            case Started():
                self.description = ""
            case Finished(text=text, truncated=truncated):
                self.description = f"{text} …" if truncated else text
            case TextRead(text=text) if text and self.description:
                self.description += f"\n{with_heading(text)}"
            case _:
                pass

    def _head(self) -> None:
        """Which of several pictures it is of, once."""
        headline, self.headline = self.headline, ""
        if headline:
            print(f"{headline}:", flush=True)

    def _print(self, event: Event) -> None:
        match event:
            case Started():
                self._head()
            case TextDelta(text=text):
                print(text, end="", flush=True)
            case Finished(truncated=truncated):
                print(" …\n" if truncated else "\n", flush=True)
            case Cancelled():
                print(flush=True)
            case TextRead(text=text) if text:
                self._head()  # of a picture that could not be described, it is the first word
                print(f"{with_heading(text)}\n", flush=True)
            case _:
                pass


class PictureText:
    """The text in one picture after the other: read while it is described, told after that in the main thread."""

    def __init__(self, open_reader: OpenReader, session: Session) -> None:
        self._session = session
        self._found: list[TextRead | Failed | None] = []
        self._reading = TextReading(open_reader, lambda _request, found: self._found.append(found))

    def begin(self, request: Request) -> None:
        """Read, and return at once."""
        self._reading.begin(request.id, request.capture, asked_for=True)

    def tell(self) -> None:
        """The picture has been described: its text is next, unless the user ends the waiting with Ctrl+C."""
        self._reading.release()
        while not self._session.interrupted.is_set() and not self._reading.wait(PATIENCE):
            pass
        while self._found and not self._session.interrupted.is_set():
            if event := self._found.pop():
                self._session.receive(event)

    def stop(self) -> None:
        """End what is still being read."""
        self._reading.stop()
