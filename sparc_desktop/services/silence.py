"""The speaker where there is none: before the voice is open, and where no voice can be."""


class Silence:
    """Says nothing, at once."""

    def begin(self) -> None:
        """Nothing is."""

    def add(self, sentence: str) -> None:
        """Nothing is said."""

    def aside(self, sentence: str, *, instead: bool = False) -> None:
        """Nor is this."""

    def stop(self) -> None:
        """It is silent already."""

    paused = can_speak = False

    def pause(self) -> bool:
        """There is nothing to be said."""
        return False

    def resume(self) -> None:
        """Nor is there then."""

    def move(self, steps: int) -> bool:
        """There is no sentence."""
        return False

    def wait(self, timeout: float | None = None) -> bool:
        """All has been said."""
        return True

    def close(self) -> None:
        """There is nothing to free."""
