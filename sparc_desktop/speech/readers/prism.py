"""NVDA and JAWS on Windows, VoiceOver on macOS, through the optional package prismatoid; speech and braille at once.

Its calls go into the reader's process and can block, so one thread makes them all, and nobody waits for it longer than
a time limit; a reader that keeps it longer counts as gone.

Written after the package's interface (0.18.3) and tested with a stand-in for it; never run with a real reader.
"""

import contextlib
import importlib
import importlib.util
import queue
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.speech.harmless import harmless
from sparc_desktop.speech.readers.paced import PacedReader
from sparc_desktop.translation import translate

MODULE = "prism"
READERS = {"win32": ("NVDA", "JAWS"), "darwin": ("VOICE_OVER",)}  # the names of their numbers in the package
CALL_SECONDS = 2.0  # a reader that is only busy has answered by then
STOP_SECONDS = 0.08  # of the 100 ms that are promised
LOOK_SECONDS = 0.5  # to be told whether it runs


class Prism(PacedReader):
    """The first of the system's readers that runs."""

    name = "prism"

    def __init__(self, pace: float = 1.0) -> None:
        super().__init__(pace)
        self._calls: queue.SimpleQueue[tuple[Callable[[], Any], Future[Any]] | None] = queue.SimpleQueue()
        threading.Thread(target=self._work, name="screen reader", daemon=True).start()
        self._reader: Any = self._ask(_running_reader, CALL_SECONDS)
        if self._reader is None:
            self.close()
            raise ExpectedError(Code.SPEECH_FAILED, reason=translate("Speech", "no screen reader is running"))

    @classmethod
    def is_compatible(cls) -> bool:
        """Windows and macOS."""
        return sys.platform in READERS

    @classmethod
    def is_installed(cls) -> bool:
        """Is the package there?"""
        return importlib.util.find_spec(MODULE) is not None

    @classmethod
    def remedy(cls) -> str:
        """How to get it."""
        return translate("Speech", "Install it with: pip install sparc-desktop[readers].")

    def is_running(self) -> bool:
        """As the reader's own interface says."""
        try:
            return bool(self._ask(lambda: self._reader.features.is_supported_at_runtime, LOOK_SECONDS))
        except ExpectedError:
            return False

    def close(self) -> None:
        """End the thread, once it is free."""
        super().close()
        self._calls.put(None)

    def _hand_over(self, text: str) -> None:
        if line := harmless(text).strip():
            self._ask(lambda: self._reader.output(line, False), CALL_SECONDS)

    def _hush(self) -> None:
        with contextlib.suppress(ExpectedError):  # it ends the sentence by itself, and no other is given
            self._ask(self._silence, STOP_SECONDS)

    def _silence(self) -> None:
        if self._reader.features.supports_stop:
            self._reader.stop()

    def _ask(self, call: Callable[[], Any], seconds: float) -> Any:  # noqa: ANN401  (the package has types of its own)
        future = self._submit(call)
        try:
            return future.result(seconds)
        except TimeoutError:
            future.cancel()
            reason = translate("Speech", "the screen reader does not answer")
            raise ExpectedError(Code.SPEECH_FAILED, reason=reason) from None
        except (OSError, RuntimeError, ValueError, LookupError, ImportError) as error:  # the package's own are these
            raise ExpectedError(Code.SPEECH_FAILED, reason=str(error)) from error

    def _submit(self, call: Callable[[], Any]) -> Future[Any]:
        future: Future[Any] = Future()
        self._calls.put((call, future))
        return future

    def _work(self) -> None:
        while (item := self._calls.get()) is not None:
            call, future = item
            if future.set_running_or_notify_cancel():
                try:
                    future.set_result(call())
                except Exception as error:  # whatever it is, the one who asked is told, and the thread lives on
                    future.set_exception(error)


def _running_reader() -> Any:  # noqa: ANN401
    prism = importlib.import_module(MODULE)
    context = prism.Context()
    for name in READERS[sys.platform]:
        number = getattr(prism.BackendId, name)
        if context.exists(number):
            with contextlib.suppress(prism.PrismError, ValueError):  # it can't be reached
                reader = context.acquire(number)
                if reader.features.is_supported_at_runtime:
                    return reader
    return None
