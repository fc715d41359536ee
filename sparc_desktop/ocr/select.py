"""Which way to the text in a picture is taken; there is one so far, on every system."""

import importlib

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.ocr.base import TextReader

READERS = {"tesseract": "sparc_desktop.ocr.tesseract:TesseractReader"}


def choose_text_reader() -> TextReader:
    """The first that is there, for one picture; ExpectedError OCR_UNAVAILABLE where there is none."""
    remedies = []
    for place in READERS.values():
        module, _, class_name = place.partition(":")
        reader_class: type[TextReader] = getattr(importlib.import_module(module), class_name)
        if not reader_class.is_compatible():
            continue
        if reader_class.is_installed():
            return reader_class()
        remedies.append(reader_class.remedy())
    raise ExpectedError(Code.OCR_UNAVAILABLE, remedy=" ".join(remedies))
