"""Why a file is not changed: raised where that is found out, given the picture's name in `write`."""

from sparc_desktop.domain.failure import Code


class Refused(Exception):  # noqa: N818  (nothing is wrong with the program)
    """`code` is one that needs nothing but the picture's label."""

    def __init__(self, code: Code) -> None:
        super().__init__(code)
        self.code = code


def damaged() -> Refused:
    """The picture file itself is broken or cut off."""
    return Refused(Code.IMAGE_BROKEN)


def unreadable() -> Refused:
    """Its metadata is such that something of it might be lost."""
    return Refused(Code.METADATA_UNREADABLE)


def part(untrusted_data: bytes, start: int, length: int) -> bytes:
    """These bytes of a file, all of them; raises Refused where the file ends before."""
    if start < 0 or length < 0 or start + length > len(untrusted_data):
        raise damaged()
    return untrusted_data[start : start + length]
