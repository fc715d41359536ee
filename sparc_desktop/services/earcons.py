"""What plays the earcons: `speech.earcons.EarconPlayer`, or whatever takes its place."""

from typing import Protocol

from sparc_desktop.domain.earcon import Earcon


class EarconPlayer(Protocol):
    """Plays short sounds."""

    def play(self, earcon: Earcon) -> None:
        """Begin to play and return; what can't be played is left out."""

    def close(self) -> None:
        """End what still plays."""
