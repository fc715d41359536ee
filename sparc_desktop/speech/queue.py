"""Sentences waiting to be said, one after the other, by one thread.

The one hard promise is `stop`: when it returns, nothing that was added before it sounds or will sound. The thread
takes a sentence and says so (`_speaking`) under the lock, but it starts the voice outside of it, and a voice that is
told to stop just before it starts doesn't notice. So `stop` empties the queue and then silences the voice again and
again until the thread reports that it is out of `say`; it takes no new sentence meanwhile.

What has been said stays in the queue until the next run begins, so that one can go back to it sentence by sentence,
also after `stop`. A pause ends in the middle of a sentence, which is said anew afterwards: no voice here can be held,
and half a sentence helps nobody.

A word on the work itself is said aside: between two sentences, also during a pause, and nobody walks back to it. What
a run begins with, which says what it is about, is heard before what is said of it.

A voice that fails would fail for each sentence of a description. So the first failure is reported, and the rest of the
run is dropped quietly; `stop` begins a new run.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.speech.base import Voice
from sparc_desktop.translation import translate

RETRY_SECONDS = 0.005  # between two tries to silence a voice: short beside the 100 ms that are promised
GIVE_UP_SECONDS = 2.0  # a voice that can't be silenced is a bug; the window must not freeze for it

log = logging.getLogger(__name__)


class SpeechQueue:
    """All methods may be called from any thread, also by `on_failure`, which the queue's thread calls (or `close`)."""

    def __init__(self, voice: Voice, on_failure: Callable[[Failure], None]) -> None:
        self._voice = voice
        self._on_failure = on_failure
        self._changed = threading.Condition()
        self._sentences: list[str] = []  # of this run, or of the one that was stopped
        self._place = 0  # of the next one to be said
        self._is_over = False  # it was stopped: what is added begins another run
        self._asides: list[tuple[str, bool]] = []  # waiting; and is it to be said after the run's first sentence?
        self._in_aside = False  # what is being said is one
        self._paused = False
        self._speaking = False  # the voice is, or is about to be, in `say`
        self._busy = False  # the same, until a failure has been reported too
        self._stopping = 0  # how many threads are inside `stop`
        self._failed = False
        self._closed = False
        self._thread = threading.Thread(target=self._work, name="speech", daemon=True)
        self._thread.start()

    def add(self, sentence: str) -> None:
        """Say this after all that waits; dropped quietly after a failure (until `stop`) and after `close`."""
        with self._changed:
            if not (self._failed or self._closed):
                if self._is_over:
                    self._clear()
                self._sentences.append(sentence)
                self._changed.notify_all()

    def aside(self, sentence: str, *, instead: bool = False) -> None:
        """Say this before what waits; with `instead`, in place of any other aside, also of one that is being said."""
        with self._interrupting(aside=True) if instead else self._changed:
            if instead:
                self._asides.clear()
            if not (self._failed or self._closed):
                self._asides.append((sentence, not instead and self._place == 0 and self._is_waiting()))
                self._changed.notify_all()

    def begin(self) -> None:
        """What is added from now on is a new description."""
        self._voice.begin()

    def stop(self) -> None:
        """Be silent, and say nothing more of this run unless `move` goes on with it."""
        with self._interrupting():
            self._place -= self._in_sentence
            self._is_over = True
            self._asides.clear()
            self._failed = self._paused = False
        self.begin()

    @property
    def paused(self) -> bool:
        """Does the queue wait for `resume`?"""
        with self._changed:
            return self._paused

    def pause(self) -> bool:
        """Be silent until `resume`; False where there is nothing to be said."""
        with self._interrupting():
            if not (self._in_sentence or self._is_waiting()):
                return False
            self._place -= self._in_sentence
            self._paused = True
            return True

    def resume(self) -> None:
        """Go on with the sentence that was interrupted."""
        with self._changed:
            self._paused = False
            self._changed.notify_all()

    def move(self, steps: int) -> bool:
        """Go on `steps` sentences later, or earlier where negative, from the one heard last, and at the first at most.

        False, and silence, where there is none.
        """
        with self._interrupting():
            is_between = self._speaking and self._in_aside and self._is_waiting()
            place = max(self._place - (self._in_sentence or is_between) + steps, 0)
            self._place = min(place, len(self._sentences))
            self._paused = self._is_over = False
            return place < len(self._sentences)

    def wait(self, timeout: float | None = None) -> bool:
        """Until all is said or dropped; False where that took longer than `timeout` seconds."""
        with self._changed:
            return self._changed.wait_for(lambda: not (self._is_waiting() or self._asides or self._busy), timeout)

    def close(self) -> None:
        """Drop what waits, be silent, and free the voice; what was to be heard or saved has been waited for."""
        with self._changed:
            if self._closed:
                return
            self._closed = True
        self.stop()
        if threading.current_thread() is not self._thread:
            self._thread.join(GIVE_UP_SECONDS)
        try:
            self._voice.close()
        except ExpectedError as error:
            self._report(error.failure)

    @property
    def can_speak(self) -> bool:
        """Is what is added heard? Not after a failure, until `stop`."""
        with self._changed:
            return not (self._failed or self._closed)

    @contextmanager
    def _interrupting(self, *, aside: bool = False) -> Iterator[None]:
        """Change the queue in the block, under the lock; when it is over, what was being said is silent.

        With `aside`, only if it was one: a sentence is said to its end.
        """
        with self._changed:
            self._stopping += 1
            try:
                yield
            finally:
                cuts_off = not aside or self._in_aside
                self._changed.notify_all()
        try:
            if cuts_off:
                self._silence()
        finally:
            with self._changed:
                self._stopping -= 1
                self._changed.notify_all()

    @property
    def _in_sentence(self) -> bool:
        return self._speaking and not self._in_aside

    def _is_waiting(self) -> bool:
        return not self._is_over and self._place < len(self._sentences)

    def _has_next(self) -> bool:
        return not self._stopping and (self._has_aside() or (self._is_waiting() and not self._paused))

    def _has_aside(self) -> bool:
        is_held = self._place == 0 and self._is_waiting() and not self._paused
        return bool(self._asides) and not (is_held and self._asides[0][1])

    def _clear(self) -> None:
        self._sentences.clear()
        self._place = 0
        self._is_over = False

    def _silence(self) -> None:
        deadline = time.monotonic() + GIVE_UP_SECONDS
        while self._is_speaking():
            if time.monotonic() > deadline:
                log.error("The voice %s could not be silenced", self._voice.name)
                return
            self._voice.stop()
            with self._changed:
                self._changed.wait_for(lambda: not self._speaking, RETRY_SECONDS)

    def _is_speaking(self) -> bool:
        with self._changed:
            return self._speaking

    def _work(self) -> None:
        while (sentence := self._next()) is not None:
            failure = self._say(sentence)
            with self._changed:
                self._speaking = False
                # The failure of a sentence that was stopped meanwhile is nobody's any more.
                report = failure if not (self._stopping or self._closed) else None
                if report is not None:
                    self._failed = True
                    self._clear()
                    self._asides.clear()
                self._changed.notify_all()
            if report is not None:
                self._report(report)
            with self._changed:
                self._busy = False
                self._changed.notify_all()

    def _report(self, failure: Failure) -> None:
        try:
            self._on_failure(failure)
        except Exception:  # the listener's bug must not end the speech
            log.exception("on_failure has failed")

    def _next(self) -> str | None:
        """The next sentence, once there is one and nobody is stopping; None at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._has_next())
            if self._closed:
                return None
            self._speaking = self._busy = True
            self._in_aside = self._has_aside()
            if self._in_aside:
                return self._asides.pop(0)[0]
            self._place += 1
            return self._sentences[self._place - 1]

    def _say(self, sentence: str) -> Failure | None:
        try:
            self._voice.say(sentence)
        except ExpectedError as error:
            return error.failure
        except Exception as error:  # a voice's bug: the user must hear of it, and the thread must live on
            log.exception("The voice %s has failed", self._voice.name)
            reason = translate("Speech", "unexpected error {}").format(type(error).__name__)
            return Failure(Code.SPEECH_FAILED, {"reason": reason})
        return None
