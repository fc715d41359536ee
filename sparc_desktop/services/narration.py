"""Telling one description aloud while it is still being written.

The engine's events go in, sentences go out to a speaker. The label comes first ("cat.jpg"), then each sentence as soon as
it is complete, while the next ones are still being generated; a failure ends with its own sentence. The whole text is
kept, also while nothing is spoken, so that it can be read again from the start.

The command line feeds it from one thread; in the window the engine's events and the user's keys come on the same thread,
but `stop` may be called from any: each method holds the lock for a moment only, and none waits for sound.
"""

from threading import Lock
from typing import Protocol

from sparc_desktop.domain.events import Cancelled, Event, Failed, Finished, Started, TextDelta
from sparc_desktop.services.sentences import sentence
from sparc_desktop.speech.sentences import SentenceSplitter


class Speaker(Protocol):
    """What speaks: `speech.queue.SpeechQueue`, or whatever takes its place."""

    def add(self, sentence: str) -> None:
        """Say this after what is waiting already; returns at once."""

    def stop(self) -> None:
        """Silence, and forget what is waiting."""

    def wait(self) -> None:
        """Return when all has been said."""

    def close(self) -> None:
        """Silence for good."""


class Narration:
    """Speaks the events of one request at a time; a new `Started` begins anew."""

    def __init__(self, speaker: Speaker, *, aloud: bool = True) -> None:
        self._speaker = speaker
        self._aloud = aloud
        self._lock = Lock()
        self._request: int | None = None  # the one being told
        self._text = ""
        self._splitter = SentenceSplitter()

    @property
    def aloud(self) -> bool:
        """Is anything spoken at all?"""
        return self._aloud

    @aloud.setter
    def aloud(self, value: bool) -> None:
        with self._lock:
            self._aloud = value
            if not value:
                self._speaker.stop()

    def receive(self, event: Event) -> None:
        """Take the next event. Text of a request that was stopped or replaced is no longer spoken."""
        with self._lock:
            match event:
                case Started(request=request, label=label):
                    self._begin(request)
                    self._say([label])
                case TextDelta(request=request, text=text) if request == self._request:
                    self._text += text
                    self._say(self._splitter.feed(text))
                case Finished(request=request) | Cancelled(request=request) if request == self._request:
                    self._end()
                case Failed(request=request, failure=failure):
                    if request is not None and request == self._request:
                        self._end()
                    self._say([sentence(failure)])

    def say(self, text: str) -> None:
        """Speak a sentence that belongs to no description."""
        with self._lock:
            self._say([text])

    def stop(self) -> None:
        """Silence now; what still comes of the current request is not told."""
        with self._lock:
            self._request = None
            self._speaker.stop()

    def read_again(self) -> None:
        """Speak the text so far from the start; what is still being written follows."""
        with self._lock:
            self._speaker.stop()
            self._splitter = SentenceSplitter()
            self._say(self._splitter.feed(self._text))
            if self._request is None:
                self._say(self._splitter.flush())

    def wait(self) -> None:
        """Return when all has been said."""
        self._speaker.wait()

    def close(self) -> None:
        """Silence for good."""
        self._speaker.close()

    def _begin(self, request: int) -> None:
        self._speaker.stop()
        self._request = request
        self._text = ""
        self._splitter = SentenceSplitter()

    def _end(self) -> None:
        self._request = None
        self._say(self._splitter.flush())

    def _say(self, sentences: list[str]) -> None:
        if self._aloud:
            for each in sentences:
                self._speaker.add(each)
