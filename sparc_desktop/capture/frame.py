"""Pixels as they came from the screen: is there anything in them, and as PNG within a few milliseconds.

The PNG is stored without compression: at 1920 by 1080 that takes 15 ms instead of 35 to 180, the engine decodes it
faster too, and the bytes only go through a pipe.
"""

import io
import struct
import zlib
from dataclasses import dataclass

from PIL import Image

from sparc_desktop.capture.file import printable
from sparc_desktop.domain.capture import MAX_BYTES
from sparc_desktop.domain.failure import Code, ExpectedError

BLACK = 16  # of 255: the black of video, and what a dimmed panel leaves of it
PLAIN = 8  # of 255: as much as one colour varies; the engine refuses such pictures, too
SAMPLE = 16  # every how many pixels a first look is taken: most pictures show their colours there
NO_COMPRESSION = 0
MAX_PIXELS = 120_000_000  # of a picture of the screen: as many as the engine takes


@dataclass(frozen=True, slots=True)
class Frame:
    """Opaque pixels of the screen, as RGB."""

    image: Image.Image

    @classmethod
    def from_bgrx(cls, width: int, height: int, pixels: bytes | bytearray) -> "Frame":
        """From what screens give: blue, green, red and an unused byte."""
        return cls(Image.frombuffer("RGB", (width, height), pixels, "raw", "BGRX", 0, 1))

    @classmethod
    def from_png(cls, untrusted_png: bytes) -> "Frame":
        """From what a desktop made of its screen; raises CAPTURE_FAILED."""
        try:
            image = Image.open(io.BytesIO(untrusted_png), formats=("PNG",))
            if image.width * image.height > MAX_PIXELS:
                raise ValueError(f"the picture has {image.width} by {image.height} pixels")
            return cls(image.convert("RGB"))
        # Broad on purpose: for damaged bytes Pillow raises whatever its libraries do.
        except Exception as error:
            reason = printable(str(error) or type(error).__name__)
            raise ExpectedError(Code.CAPTURE_FAILED, reason=reason) from error

    def check(self, label: str) -> None:
        """Raise SCREEN_BLACK or SCREEN_BLANK where there is nothing to describe."""
        width, height = self.image.size
        sample = self.image.resize((max(width // SAMPLE, 1), max(height // SAMPLE, 1)), Image.Resampling.NEAREST)
        if not _is_plain(sample) or not _is_plain(self.image):
            return
        darkest = max(high for _, high in _ranges(self.image)) <= BLACK
        raise ExpectedError(Code.SCREEN_BLACK if darkest else Code.SCREEN_BLANK, label=label)

    def png(self) -> bytes:
        """A PNG, at half the size where the whole would be more than a picture may have (three 4K monitors)."""
        image = self.image
        while 3 * image.width * image.height > MAX_BYTES * 0.9:
            image = image.reduce(2)
        stride = 3 * image.width
        rows = image.tobytes()
        filtered = b"".join(b"\0" + rows[start : start + stride] for start in range(0, len(rows), stride))
        header = struct.pack(">IIBBBBB", image.width, image.height, 8, 2, 0, 0, 0)  # 8 bits, RGB, nothing else
        return b"\x89PNG\r\n\x1a\n" + b"".join(
            (
                _chunk(b"IHDR", header),
                _chunk(b"IDAT", zlib.compress(filtered, NO_COMPRESSION)),
                _chunk(b"IEND", b""),
            )
        )


def _is_plain(image: Image.Image) -> bool:
    return all(high <= BLACK or high - low <= PLAIN for low, high in _ranges(image))


def _ranges(image: Image.Image) -> tuple[tuple[int, int], ...]:
    """The darkest and the lightest value of each of the three colours."""
    return image.getextrema()  # type: ignore[return-value]  # one pair alone is for pictures with one channel


def _chunk(kind: bytes, data: bytes) -> bytes:
    return b"".join((struct.pack(">I", len(data)), kind, data, struct.pack(">I", zlib.crc32(data, zlib.crc32(kind)))))
