"""Tesseract at work on one decoded picture: for `ocr.worker` alone, as it is C++.

Letters on a screen are half as high as Tesseract wants them, so a picture is enlarged first, unless it is large
already: up to `MOST_PIXELS`, which bounds time and memory. Its own layout analysis finds the columns.
"""

from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from tesserocr import PSM, RIL, PyTessBaseAPI, iterate_level

from sparc_desktop.domain.rectangle import Rectangle
from sparc_desktop.ocr.word import Word

ENLARGED = 2.0
MOST_PIXELS = 16_000_000  # a screen of 2560 by 1440 at twice its size; a larger one is enlarged less


def sized(image: Image.Image, factor: float = ENLARGED) -> Image.Image:
    """The picture in grey, at the size in which it is read."""
    factor = min(factor, (MOST_PIXELS / (image.width * image.height)) ** 0.5)
    size = round(image.width * factor), round(image.height * factor)
    return image.convert("L").resize(size, Image.Resampling.BICUBIC)


def recognise(image: Image.Image, data: Path, languages: str) -> list[list[list[Word]]]:
    """The words of each line of each block, in reading order."""
    blocks: list[list[list[Word]]] = []
    with PyTessBaseAPI(path=f"{data}/", lang=languages, psm=PSM.AUTO) as tesseract:
        tesseract.SetImage(image)
        if not tesseract.Recognize():
            raise RuntimeError("Tesseract has refused the picture")
        for word, begins_block, begins_line in _words(tesseract):
            if begins_block or not blocks:
                blocks.append([])
            if begins_line or not blocks[-1]:
                blocks[-1].append([])
            blocks[-1][-1].append(word)
    return blocks


def _words(tesseract: PyTessBaseAPI) -> Iterator[tuple[Word, bool, bool]]:
    found = tesseract.GetIterator()
    if found is None or found.Empty(RIL.WORD):
        return
    for each in iterate_level(found, RIL.WORD):
        left, top, right, bottom = each.BoundingBox(RIL.WORD) or (0, 0, 0, 0)
        text = each.GetUTF8Text(RIL.WORD)
        place = Rectangle(left, top, right - left, bottom - top)
        word = Word(text, each.Confidence(RIL.WORD), place)
        yield word, each.IsAtBeginningOf(RIL.BLOCK), each.IsAtBeginningOf(RIL.TEXTLINE)
