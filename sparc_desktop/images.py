"""From hostile bytes to a picture: bounded before it is decoded, upright, opaque, RGB, first frame only.

To be called in a process that may be lost: the decoders are C libraries.
"""

import io
import logging
import warnings

import numpy as np
from PIL import Image, ImageOps, ImageStat, UnidentifiedImageError

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.failure import Code, ExpectedError

# What Pillow reads by itself, and measures before it decodes: EPS would start a program, ICO decodes while opened.
FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "AVIF", "JPEG2000", "PPM", "TGA")
MAX_MEGAPIXELS = 120  # half a gigabyte once decoded with alpha
MIN_SIDE = 8  # pixels
PLAIN = 8  # of 255: what a lossy format makes of one colour, in which a model would still see something
ENOUGH = 2048  # pixels a side: no model here takes more, and a JPEG can be decoded at a fraction of its size

Image.MAX_IMAGE_PIXELS = None  # our own check, below, comes with a sentence for the user
logger = logging.getLogger(__name__)


def decode(capture: Capture, enough: int = ENOUGH) -> Image.Image:
    """The picture as RGB; raises ExpectedError with one of the IMAGE codes, or OUT_OF_MEMORY.

    `enough`: pixels a side that a JPEG may be reduced to.
    """
    image = _decode(capture, enough)
    if all(high - low <= PLAIN for low, high in ImageStat.Stat(image).extrema):
        raise ExpectedError(Code.IMAGE_BLANK, label=capture.label)
    return image


def _decode(capture: Capture, enough: int) -> Image.Image:
    label = capture.label
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's remarks on odd files would go to nobody
        try:
            image = Image.open(io.BytesIO(capture.untrusted_data), formats=FORMATS)
            _bound(label, *image.size)
            image.draft("RGB", (enough, enough))
            image.load()
            return _opaque(_upright(image))
        except ExpectedError:
            raise
        except UnidentifiedImageError as error:
            raise ExpectedError(Code.IMAGE_NOT_RECOGNISED, label=label) from error
        except MemoryError as error:
            raise ExpectedError(Code.OUT_OF_MEMORY) from error
        # Broad on purpose: for damaged bytes Pillow's decoders raise whatever their libraries do.
        except Exception as error:
            logger.info("The picture can't be decoded: %r", error)
            raise ExpectedError(Code.IMAGE_BROKEN, label=label) from error


def _bound(label: str, width: int, height: int) -> None:
    size = {"label": label, "width": str(width), "height": str(height)}
    if width * height > MAX_MEGAPIXELS * 1e6:
        raise ExpectedError(Code.IMAGE_TOO_LARGE, **size, limit=str(MAX_MEGAPIXELS))
    if min(width, height) < MIN_SIDE:
        raise ExpectedError(Code.IMAGE_TOO_SMALL, **size)


def _upright(image: Image.Image) -> Image.Image:
    try:
        return ImageOps.exif_transpose(image)
    except Exception as error:  # as above; a picture with damaged EXIF data is still a picture
        logger.info("The picture's EXIF data is broken, its orientation is left as it is: %r", error)
        return image


def _opaque(image: Image.Image) -> Image.Image:
    if image.mode.startswith(("I", "F")):  # 16 bits and more a channel, which Pillow would cut off, not scale
        values = np.asarray(image, dtype=np.float32)
        low, high = (0.0, 65535.0) if image.mode.startswith("I") else (float(values.min()), float(values.max()))
        scaled = np.clip((values - low) / max(high - low, 1e-9) * 255, 0, 255)
        return Image.fromarray(scaled.astype(np.uint8)).convert("RGB")
    if not image.has_transparency_data:
        return image.convert("RGB")
    layers = image.convert("RGBA")
    paper = Image.new("RGBA", layers.size, "white")
    return Image.alpha_composite(paper, layers).convert("RGB")
