"""What is said while a model is made ready for its first use here, which can take minutes, and is done once.

The opening of the files is never spoken of: it takes moments, or the bar shows it. The other stages are announced and
then told in quarters.
"""

from sparc_desktop.domain.events import Loading, Stage
from sparc_desktop.translation import translate

QUARTERS = 4


class Preparation:
    """Hears of each step of loading; says what is new of it."""

    def __init__(self) -> None:
        self._stage: Stage = "open"
        self._told = 0  # quarters of the stage

    def hear(self, event: Loading) -> str:
        """A sentence to be said, or nothing."""
        quarter = int(QUARTERS * event.fraction)
        if event.stage != self._stage:
            self._stage, self._told = event.stage, quarter
            return _begins(event.stage)
        if event.stage == "open" or not self._told < quarter < QUARTERS:
            return ""
        self._told = quarter
        return translate("Preparation", "{percent} percent.").format(percent=100 * quarter // QUARTERS)


def _begins(stage: Stage) -> str:
    match stage:
        case "round":
            return translate("Preparation", "The model is being packed into less memory. This is done once.")
        case "calibrate":
            return translate("Preparation", "The model is being tried on a few pictures. This is done once.")
        case "open":
            return ""
