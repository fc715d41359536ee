"""What every reader of text must do, asked of each that this machine can run."""

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable

from sparc_desktop.ocr.base import TextReader
from tests.support.desktop import until
from tests.support.drawn_text import page, png

SENTENCE = "Your order was sent on Monday."


class Stage(ABC):
    """Makes readers, and knows what one is at."""

    @abstractmethod
    def reader(self) -> TextReader:
        """One that finds the sentence where it is."""

    @abstractmethod
    def slow(self) -> tuple[TextReader, bytes]:
        """One, and a picture that keeps it busy until it is stopped."""

    @abstractmethod
    def is_at_work(self) -> bool:
        """Has a slow one begun and not ended?"""


class Reading:
    """One read in a thread of its own."""

    def __init__(self, read: Callable[[], str | None]) -> None:
        self.results: list[str | None] = []
        self.thread = threading.Thread(target=lambda: self.results.append(read()))
        self.thread.start()


class TextReaderContract:
    """Subclasses give the fixture `stage`."""

    def test_the_text_is_found(self, stage: Stage) -> None:
        assert stage.reader().read(png(page([SENTENCE]))) == SENTENCE

    def test_stop_ends_the_reading_from_another_thread(self, stage: Stage) -> None:
        reader, picture = stage.slow()
        reading = Reading(lambda: reader.read(picture))
        until(stage.is_at_work, "the reading")
        reader.stop()
        reading.thread.join()
        assert reading.results == [None]
        assert not stage.is_at_work()

    def test_a_stopped_one_reads_no_more(self, stage: Stage) -> None:
        reader = stage.reader()
        reader.stop()
        reader.stop()
        assert reader.read(png(page([SENTENCE]))) is None

    def test_another_one_is_not_touched_by_that(self, stage: Stage) -> None:
        stage.reader().stop()
        assert stage.reader().read(png(page([SENTENCE]))) == SENTENCE

    def test_stop_after_the_end_does_nothing(self, stage: Stage) -> None:
        reader = stage.reader()
        text = reader.read(png(page([SENTENCE])))
        reader.stop()
        assert text == SENTENCE

    def test_it_says_what_is_missing(self, stage: Stage) -> None:
        kind = type(stage.reader())
        assert kind.is_compatible()
        assert kind.is_installed()
        assert kind.remedy().endswith(".")
