"""What a voice is.

A voice says one sentence at a time and can be silenced from another thread at any moment. The order of sentences, and
what happens to those still waiting, is the queue's business (`speech.queue`), not the voice's.
"""

from abc import abstractmethod

from sparc_desktop.domain.backend import Backend


class Voice(Backend):
    """One way to make words audible. All methods raise only `ExpectedError`."""

    @abstractmethod
    def say(self, text: str) -> bool:
        """Say one sentence; returns when it has been heard (True) or was silenced by `stop` (False).

        Raises ExpectedError (NO_SOUND_DEVICE, SPEECH_FAILED, ...) where nothing could be heard.
        """

    @abstractmethod
    def stop(self) -> None:
        """Silence within 100 ms, from any thread; nothing happens when nothing is being said."""

    def begin(self) -> None:
        """What is said from now on is a new description, or an answer outside of one; from any thread, at once."""

    def close(self) -> None:
        """Finish what was begun (a file is completed here) and free what is held; the voice is not used again."""
