"""The short sounds that say what is going on before any word can."""

from enum import StrEnum


class Earcon(StrEnum):
    """Each is a file in assets/earcons, made by `scripts/make_earcons.py`."""

    CAPTURED = "captured"  # the picture is taken: the screen may change
    THINKING = "thinking"  # still at work, at long intervals
    DONE = "done"
    ERROR = "error"
