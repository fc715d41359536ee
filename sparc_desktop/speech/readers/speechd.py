"""An older Orca, by the daemon that it speaks through: in the voice chosen there, at Orca's rate, in turn with Orca.

The priority is Orca's own, "message": of two of those the later one waits for the earlier one, so nothing of either is
lost, and as one sentence at a time is handed over, Orca waits for one at most. (Of the others, as tried, "text" is
dropped as soon as Orca says anything, and "important" drops what Orca is saying.) Orca silences its own messages only,
and so does this program, which changes no setting but those of its own connection.

A daemon that dies is started again, once a sentence, and the sentence is said anew. It has no braille.
"""

import contextlib
import shutil
import sys
import threading

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.speech.harmless import harmless
from sparc_desktop.speech.options import VoiceOptions
from sparc_desktop.speech.readers.base import ScreenReader
from sparc_desktop.speech.readers.listeners import listeners
from sparc_desktop.speech.readers.orca_rate import orca_rate
from sparc_desktop.speech.readers.ssip import PROGRAM, Connection, connect, socket_path
from sparc_desktop.translation import translate

SETTINGS = (
    "SET self CLIENT_NAME user:sparc-desktop:descriptions",
    "SET self PRIORITY message",
    "SET self NOTIFICATION ALL on",
)
BEGUN, SAID, CANCELLED = "701", "702", "703"
TURN_SECONDS = 120.0  # for what others have to say first: Orca may be reading a page
PATIENCE_SECONDS = 30.0  # how much longer than a second a character a sentence may take before its sound is stuck
STOP_SECONDS = 0.08  # a stop takes 30 ms; with one that is not answered the promised 100 ms hold all the same


class SpeechDispatcher(ScreenReader):
    """Says each sentence as a message of its own."""

    name = "speech-dispatcher"

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._speaking = self._stopped = self._is_queued = False
        self._usual = self._language = ""
        self._connection: Connection | None = None
        try:
            self._connect()
        except OSError as error:
            raise ExpectedError(Code.SPEECH_FAILED, reason=str(error)) from error

    @classmethod
    def is_compatible(cls) -> bool:
        """Linux and its like."""
        return sys.platform not in ("win32", "darwin")

    @classmethod
    def is_installed(cls) -> bool:
        """Does the daemon listen, or can it be started?"""
        return socket_path().exists() or shutil.which(PROGRAM) is not None

    @classmethod
    def remedy(cls) -> str:
        """How to get it."""
        return translate("Speech", "Install the package speech-dispatcher.")

    def is_running(self) -> bool:
        """The daemon outlives Orca, but whoever ends Orca wants no more of its voice."""
        return listeners().orca

    def say(self, text: str) -> bool:
        """Wait for the turn and until the last word."""
        with self._changed:
            self._speaking, self._stopped, self._is_queued = True, False, False
        try:
            return self._say(text)
        finally:
            with self._changed:
                self._speaking = False
                self._changed.notify_all()

    def stop(self) -> None:
        """Cancel the own message; where the daemon does not answer, wait for it no longer."""
        with self._changed:
            if not self._speaking:
                return
            if not self._stopped:
                self._stopped = True
                self._cancel()
            if not self._changed.wait_for(lambda: not self._speaking, STOP_SECONDS) and self._connection:
                self._connection.break_off()

    def close(self) -> None:
        """End the connection."""
        self.stop()
        self._disconnect()

    def _say(self, text: str) -> bool:
        for is_last in (False, True):
            try:
                return self._speak(self._connection or self._connect(), text)
            except OSError as error:
                self._cancel()  # one that is only slow must not say it later
                self._disconnect()
                if self._stopped:
                    return False
                if is_last or isinstance(error, TimeoutError):
                    raise ExpectedError(Code.SPEECH_FAILED, reason=str(error)) from error
        return False

    def _speak(self, connection: Connection, text: str) -> bool:
        """Also a second time, where somebody else cancelled it, as one who silences all does."""
        return self._attempt(connection, text) or (not self._stopped and self._attempt(connection, text))

    def _attempt(self, connection: Connection, text: str) -> bool:
        language = VoiceOptions().for_text(text).language.partition("_")[0]
        if self._usual.startswith(language):  # en-GB, where the user has chosen that
            language = self._usual
        if language != self._language:
            connection.ask(f"SET self LANGUAGE {language}")
            self._language = language
        with self._changed:
            self._is_queued = False  # what is sent from here to the end of the text would be taken for text
        connection.ask("SPEAK")
        line = harmless(text)
        number = connection.ask(f"{'.' if line.startswith('.') else ''}{line}\r\n.")[0]
        with self._changed:
            self._is_queued = True
            if self._stopped:
                self._cancel()
        return self._wait(connection, number, PATIENCE_SECONDS + len(text))

    @staticmethod
    def _wait(connection: Connection, number: str, patience: float) -> bool:
        seconds = TURN_SECONDS
        while True:
            code, message = connection.event(seconds)
            if message != number:
                continue
            if code == BEGUN:
                seconds = patience
            elif code in (SAID, CANCELLED):
                return code == SAID

    def _cancel(self) -> None:
        if self._is_queued and self._connection:
            with contextlib.suppress(OSError):  # it is gone, and silent
                self._connection.send("CANCEL self")

    def _connect(self) -> Connection:
        self._connection = connect(*SETTINGS)
        self._usual = self._language = self._connection.ask("GET LANGUAGE")[0]
        if (rate := orca_rate()) is not None:
            self._connection.ask(f"SET self RATE {rate}")
        return self._connection

    def _disconnect(self) -> None:
        connection, self._connection = self._connection, None
        if connection:
            connection.close()
