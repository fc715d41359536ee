"""What a screen reader is to this program: a voice that may come and go while the program runs."""

from abc import abstractmethod

from sparc_desktop.speech.base import Voice


class ScreenReader(Voice):
    """One running screen reader. It is made when it has been found; ExpectedError where it can't be spoken through."""

    @abstractmethod
    def is_running(self) -> bool:
        """Is it still there to be heard? Asked before each sentence: answers within some milliseconds, raises nothing.

        `say` needs not notice by itself that it went, except where the words would be lost with it.
        """
