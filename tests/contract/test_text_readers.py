"""The contract of readers of text, on the real one and on the fake; and what is asked of the real one alone."""

import pytest
from PIL import Image, ImageDraw

from sparc_desktop.evaluate.world.drawing import draw, sample
from sparc_desktop.ocr.base import TextReader
from sparc_desktop.ocr.tesseract import TesseractReader
from sparc_desktop.resources import assets
from tests.contract.recording_text_reader import RecordingTextReader
from tests.contract.text_reader_contract import SENTENCE, Stage, TextReaderContract
from tests.support.drawn_text import CHINESE, DARK, LEFT_COLUMN, RIGHT_COLUMN, page, png, two_columns
from tests.support.sound import children

needs_tesseract = pytest.mark.skipif(not TesseractReader.is_installed(), reason=TesseractReader.remedy())


class RealStage(Stage):
    """A reader at work has a process."""

    def __init__(self) -> None:
        self._before = len(children())

    def reader(self) -> TextReader:
        return TesseractReader()

    def slow(self) -> tuple[TextReader, bytes]:
        return TesseractReader(), png(page([f"{SENTENCE} " * 3] * 200, size=12))

    def is_at_work(self) -> bool:
        return len(children()) > self._before


class FakeStage(Stage):
    """The fake waits until it is let go."""

    def __init__(self) -> None:
        self._slow = RecordingTextReader(SENTENCE, held=True)

    def reader(self) -> TextReader:
        return RecordingTextReader(SENTENCE)

    def slow(self) -> tuple[TextReader, bytes]:
        return self._slow, b"a picture"

    def is_at_work(self) -> bool:
        return bool(self._slow.seen) and not self._slow.stopped.is_set()


class TestFake(TextReaderContract):
    @pytest.fixture
    def stage(self) -> Stage:
        return FakeStage()


@needs_tesseract
class TestTesseract(TextReaderContract):
    @pytest.fixture
    def stage(self) -> Stage:
        return RealStage()

    @pytest.mark.parametrize("size", [9, 12, 14, 20])
    @pytest.mark.parametrize("colours", [("white", "black"), DARK])
    def test_letters_as_small_as_on_a_screen(self, size: int, colours: tuple[object, object]) -> None:
        lines = [SENTENCE, "Sign in with your email address and password", "Save changes", "OK"]
        assert read(page(lines, size, colours=colours)) == "\n".join(lines)

    def test_columns_are_read_one_after_the_other(self) -> None:
        assert read(two_columns()) == f"Lakes and mountains\n{LEFT_COLUMN}\n{RIGHT_COLUMN}"

    def test_chinese_has_no_spaces_between_its_words(self) -> None:
        lines = ["请输入您的用户名和密码。", "保存更改后，窗口将自动关闭。"]
        assert read(page(lines, 16, CHINESE)) == "\n".join(lines)

    def test_the_sample_drawings_have_no_text(self) -> None:
        for path in sorted((assets() / "samples").glob("drawing-*.png")):
            assert TesseractReader().read(path.read_bytes()) == "", path.name

    @pytest.mark.parametrize("number", [4, 19, 21, 107])  # in these letters are seen that are not there
    def test_drawings_have_no_text(self, number: int) -> None:
        assert read(draw(sample("validation", number), 960)) == read(draw(sample("test", number), 960)) == ""

    def test_textures_have_no_text(self) -> None:
        checks = Image.new("RGB", (400, 300), "white")
        pencil = ImageDraw.Draw(checks)
        for place in range(0, 300, 20):
            pencil.ellipse((place, place, place + 9, place + 9), outline="black", width=2)
            pencil.rectangle((390 - place, place, 399 - place, place + 9), fill="grey")
        noise = Image.effect_noise((400, 300), 90).convert("RGB")
        assert [read(image) for image in (checks, noise, Image.linear_gradient("L"))] == ["", "", ""]

    def test_text_beside_a_drawing_is_read_alone(self) -> None:
        sheet = page([SENTENCE, "Save changes"])
        sheet.paste(draw(sample("validation", 7, count=5), 960).resize((300, 300)), (500, 20))
        assert read(sheet) == f"{SENTENCE}\nSave changes"


def read(image: Image.Image) -> str | None:
    return TesseractReader().read(png(image))
