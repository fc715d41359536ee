"""The speaker where there is none: before the voice is open, and where no voice can be."""


class Silence:
    """Says nothing, at once."""

    def add(self, sentence: str) -> None:
        """Nothing is said."""

    def stop(self) -> None:
        """It is silent already."""

    def wait(self, timeout: float | None = None) -> bool:
        """All has been said."""
        return True

    def close(self) -> None:
        """There is nothing to free."""
