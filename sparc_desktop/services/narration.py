"""Telling one description aloud while it is still being written.

The engine's events go in, sentences go out to a speaker. The label comes first ("cat.jpg"), then each sentence as soon
as it is complete, while the next ones are still being generated; a failure ends with its own sentence. The whole text
is kept, also while nothing is spoken, so that it can be read again from the start.

What fails beside a description (`Failed` without a request) is the answer to something just done: it waits for a
description that is still being written, but not for one that is merely still being read. The text in the picture, or
that it can't be read, follows the description.

Events and `read_again` come on one thread; `stop` may be called from any. The lock is never held while the speaker is
told to stop, which takes until it is silent, and while it may be reporting a failure of its own from another thread.
"""

from threading import Lock
from typing import Protocol

from sparc_desktop.domain.events import Cancelled, Event, Failed, Finished, Started, TextDelta, TextRead
from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.services.sentences import sentence
from sparc_desktop.services.text_reading import with_heading
from sparc_desktop.speech.sentences import SentenceSplitter

VOICELESS = (Code.NO_VOICE, Code.NO_SOUND_DEVICE, Code.SPEECH_FAILED)  # failures that the voice can't tell of


class Speaker(Protocol):
    """What speaks: `speech.queue.SpeechQueue`, or whatever takes its place."""

    def begin(self) -> None:
        """What is added from now on is a new description."""

    def add(self, sentence: str) -> None:
        """Say this after what is waiting already; returns at once."""

    def aside(self, sentence: str, *, instead: bool = False) -> None:
        """Say this before what waits; with `instead`, in place of any other aside, also of one that is being said."""

    def stop(self) -> None:
        """Silence, and forget what is waiting; only `move` goes back to it."""

    @property
    def can_speak(self) -> bool:
        """Is what is added heard?"""

    @property
    def paused(self) -> bool:
        """Does it wait for `resume`?"""

    def pause(self) -> bool:
        """Be silent until `resume`; False where there is nothing to be said."""

    def resume(self) -> None:
        """Go on with the sentence that was interrupted."""

    def move(self, steps: int) -> bool:
        """Go on some sentences later, or earlier where negative; False, and silence, where there is none."""

    def wait(self, timeout: float | None = None) -> bool:
        """Return True when all has been said, or False after `timeout` seconds."""

    def close(self) -> None:
        """Silence for good."""


class Narration:
    """Speaks the events of one request at a time; a new `Started` follows what is being said."""

    def __init__(self, speaker: Speaker, *, aloud: bool = True) -> None:
        self._speaker = speaker
        self._aloud = aloud
        self._lock = Lock()
        self._request: int | None = None  # the one being told
        self._muted = False  # it is written on, but not told: something else has been said instead
        self._label = ""
        self._expected = ""  # the label that was said already
        self._failing = ""  # the failure that was said last, with nothing after it
        self._text = ""
        self._failures: list[str] = []  # the sentences said besides it
        self._text_read: list[str] = []  # the sentences of the text in the picture, said after it
        self._splitter = SentenceSplitter()

    @property
    def aloud(self) -> bool:
        """Is anything spoken at all?"""
        return self._aloud

    @aloud.setter
    def aloud(self, value: bool) -> None:
        self._aloud = value
        if not value:
            self._speaker.stop()

    @property
    def is_heard(self) -> bool:
        """Is what is spoken heard, too? Not where the voice has failed."""
        return self._aloud and self._speaker.can_speak

    def receive(self, event: Event) -> None:
        """Take the next event.

        Whoever doesn't want to hear the former request out calls `clear` first. Text of a request that was stopped or
        replaced is not told, nor is a failure of the voice itself: saying it would only fail again.
        """
        match event:
            case Failed(failure=failure) if failure.code in VOICELESS:
                return
            case Failed(request=None, failure=failure) if self._makes_room(failure):
                self._speaker.stop()
        with self._lock:
            match event:
                case Started(request=request, label=label):
                    self._begin(request, label)
                case TextDelta(request=request, text=text) if request == self._request:
                    self._text += text
                    self._tell(self._splitter.feed(text))
                case Finished(request=request) | Cancelled(request=request) if request == self._request:
                    self._end()
                case Failed(request=request, failure=failure):
                    if request is not None and request == self._request:
                        self._end()
                    self._fail(sentence(failure))
                case TextRead(text=text) if text:
                    self._text_read = sentences_of(with_heading(text))
                    self._tell(self._text_read)

    def expect(self, label: str) -> None:
        """Say what the picture is of, before the engine has looked at it; `Started` doesn't say it again."""
        with self._lock:
            self._speaker.begin()
            self._label = self._expected = label
            self._failing = ""
            self._say([label])

    def remark(self, sentence: str) -> bool:
        """Say something about the work; it is no part of what can be read again. False where nobody hears it."""
        if is_heard := self.is_heard:
            self._speaker.aside(sentence)
        return is_heard

    def add(self, sentence: str) -> None:
        """Say this after the description; it is no part of what can be read again."""
        with self._lock:
            self._tell([sentence])

    def notice(self, sentence: str) -> bool:
        """Answer a key in a word or two; the answer to the next key takes its place. False where nobody hears it."""
        if is_heard := self.is_heard:
            self._speaker.aside(sentence, instead=True)
        return is_heard

    def interrupt(self, sentence: str) -> bool:
        """Say this now and nothing more; what is still being written is kept, to be read again.

        False where nobody hears it: silence does not mend a voice that has failed.
        """
        is_heard = self.is_heard
        with self._lock:
            self._muted = True
            self._failing = ""
        self._speaker.stop()
        return is_heard and self.notice(sentence)

    def clear(self) -> None:
        """Silence and forget: another picture is on its way."""
        self.stop()
        with self._lock:
            self._forget()

    def stop(self) -> None:
        """Silence now; what still comes of the current request is not told."""
        with self._lock:
            self._request = None
            self._failing = ""
        self._speaker.stop()

    def read_again(self, *, with_label: bool = False) -> None:
        """Speak the text so far from the start; what is still being written follows."""
        self._speaker.stop()
        with self._lock:
            self._muted = False
            if with_label and self._label:
                self._say([self._label])
            self._splitter = SentenceSplitter()
            self._say(self._splitter.feed(self._text))
            if self._request is None:
                self._say(self._splitter.flush())
            self._say(self._failures)
            self._say(self._text_read)

    def read(self, sentences: list[str], *, follow: bool = True) -> None:
        """Speak these in place of what is being said; with `follow`, what is still being written comes after them."""
        self._speaker.stop()
        with self._lock:
            self._muted = not follow
            self._say(sentences)

    def pause_or_resume(self) -> bool | None:
        """Pause (True) or go on (False); None where there is nothing to be said."""
        if self._speaker.paused:
            self._speaker.resume()
            return False
        return True if self._speaker.pause() else None

    def move(self, steps: int) -> bool:
        """Go on that many sentences later, or earlier where negative; False where there is none."""
        return self._speaker.move(steps)

    def use(self, speaker: Speaker) -> None:
        """Speak with another speaker from now on; the former one is closed."""
        former, self._speaker = self._speaker, speaker
        former.close()

    def wait(self, timeout: float | None = None) -> bool:
        """Return True when all has been said, or False after `timeout` seconds."""
        return self._speaker.wait(timeout)

    def close(self) -> None:
        """Silence for good."""
        self._speaker.close()

    def _makes_room(self, failure: Failure) -> bool:
        """Is what is being said cut off for this failure, which lies beside the description?"""
        if failure.code == Code.OCR_UNAVAILABLE:  # it follows the description
            return False
        if self._speaker.paused:  # or nobody would hear it before the rest; that can be read again
            self._muted = True
            return True
        is_another = self._failing not in ("", sentence(failure))  # the one before must be heard, too
        return self._request is None and not is_another

    def _begin(self, request: int, label: str) -> None:
        is_expected = bool(label) and label == self._expected
        is_muted = is_expected and self._muted  # by something said since
        self._forget()
        self._request, self._label, self._muted = request, label, is_muted
        if not is_expected:
            self._speaker.begin()
            if label:
                self._say([label])

    def _forget(self) -> None:
        self._muted = False
        self._failing = ""
        self._label = self._expected = self._text = ""
        self._failures = []
        self._text_read = []
        self._splitter = SentenceSplitter()

    def _end(self) -> None:
        self._request = None
        self._tell(self._splitter.flush())

    def _tell(self, sentences: list[str]) -> None:
        if not self._muted:
            self._say(sentences)

    def _fail(self, text: str) -> None:
        if text not in self._failures:  # a key pressed twice need not be read twice
            self._failures.append(text)
        self._failing = text
        self._say([text])

    def _say(self, sentences: list[str]) -> None:
        if self._aloud:
            for each in sentences:
                self._speaker.add(each)


def sentences_of(text: str) -> list[str]:
    """The sentences of a text whose lines are paragraphs."""
    splitter = SentenceSplitter()
    return [sentence for line in text.split("\n") for sentence in (*splitter.feed(line), *splitter.flush())]
