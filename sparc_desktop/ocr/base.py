"""What reads the text in a picture."""

from abc import abstractmethod

from sparc_desktop.domain.backend import Backend


class TextReader(Backend):
    """One way to the text in a picture; for one picture, as a stopped one reads no more."""

    @abstractmethod
    def read(self, untrusted_image: bytes) -> str | None:
        """The text in reading order, a paragraph a line; returns when it is there, or None when `stop` ended it.

        Empty where there is no text, and where the bytes are no picture, which the engine tells of. Raises
        ExpectedError OCR_UNAVAILABLE.
        """

    @abstractmethod
    def stop(self) -> None:
        """End the reading for good, within 100 ms, from any thread; also one that has not begun."""
