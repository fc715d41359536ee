"""A picture to describe, as it came in."""

from dataclasses import dataclass

MAX_BYTES = 64 * 1024 * 1024  # of one picture file


@dataclass(frozen=True, slots=True)
class Capture:
    """The bytes of an image file and what it is a picture of.

    `label` is spoken first ("cat.jpg", "Pasted picture"). `untrusted_data` is hostile until the engine has decoded it.
    """

    label: str
    untrusted_data: bytes
    is_screen: bool = False  # this program took it of what is on the screen
