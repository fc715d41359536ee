"""How well and how fast the text in a picture is read, at its own size and at twice that.

    python -m benchmarks.text_reading [PHOTOGRAPH ...]

Prints, for screens drawn with known text, recall and precision of the words and the seconds that reading takes; how
many pictures without text were given some; how long the whole way takes, with the start of its process; and how long
the first word of a description takes with that beside it. All with the limits of `sparc_desktop.ocr.layout`.
"""

import io
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import TextDelta
from sparc_desktop.domain.request import Request
from sparc_desktop.evaluate.world.drawing import draw, sample
from sparc_desktop.ocr.layout import read_out
from sparc_desktop.ocr.recognise import recognise, sized
from sparc_desktop.ocr.tesseract import TesseractReader, installed_data
from sparc_desktop.resources import assets, module_command, starter_model
from sparc_desktop.services.engine_link import EngineLink

LATIN, CHINESE = "DejaVuSans.ttf", "wqy-microhei.ttc"
LIGHT, DARK = ((250, 250, 250), (30, 30, 30)), ((32, 33, 36), (232, 234, 237))
ENGLISH_LINES = (
    "The quick settings open with a list of networks and the battery level below it",
    "Choose a printer from the list or add another one before you continue",
    "File Edit View History Bookmarks Tools Help",
    "Your order number 48213 was sent on Monday and will arrive by Friday evening",
    "Sign in with your email address and password to read new messages",
    "Cancel Apply Save changes Delete account",
)
CHINESE_LINES = ("今天天气晴朗，适合外出散步。", "请输入您的用户名和密码。", "保存更改后，窗口将自动关闭。")
PLACES = ((40, 40), (1000, 60), (60, 560), (980, 580))  # of the windows on a screen
DRAWINGS = 120
ROUNDS = 5


def screen(lines: Sequence[str], font: str, size: int, colours: tuple[object, object]) -> Image.Image:
    """1920 by 1080 pixels with four windows, each with all the lines, in another order."""
    picture = Image.new("RGB", (1920, 1080), (60, 90, 140))
    pencil = ImageDraw.Draw(picture)
    background, ink = colours
    for window, (left, top) in enumerate(PLACES):
        pencil.rectangle((left, top, left + 800, top + 420), fill=background)  # type: ignore[arg-type]
        for number, line in enumerate((*lines[window:], *lines[:window])):
            place = left + 12, top + 10 + 45 * number
            pencil.text(place, line, font=ImageFont.truetype(font, size), fill=ink)  # type: ignore[arg-type]
    return picture


def units(text: str) -> Counter[str]:
    """Words, or, where they are Chinese, characters."""
    return Counter(unit for word in text.split() for unit in ([word] if word.isascii() else word))


def read(picture: Image.Image, factor: float) -> str:
    """In this process, so that the factor can be chosen."""
    data, languages = installed_data() or sys.exit(TesseractReader.remedy())
    return read_out(recognise(sized(picture, factor), data, "+".join(languages)))


def quality() -> None:
    """Recall, precision and seconds at both sizes."""
    print("screen of 1920 x 1080             recall 1x    2x   precision 1x    2x   seconds 1x    2x")
    kinds = (("English, light", ENGLISH_LINES, LATIN, LIGHT), ("English, dark", ENGLISH_LINES, LATIN, DARK))
    for name, lines, font, colours in (*kinds, ("Chinese, light", CHINESE_LINES, CHINESE, LIGHT)):
        for size in (9, 10, 12, 14) if font == LATIN else (12, 14, 16):
            picture = screen(lines, font, size, colours)
            wanted = units(" ".join(lines * len(PLACES)))
            figures = [_figures(picture, factor, wanted) for factor in (1.0, 2.0)]
            recall, precision, seconds = zip(*figures, strict=True)
            row = "".join(f"{a:13.3f} {b:.3f}" for a, b in (recall, precision)) + "".join(f"{s:9.2f}" for s in seconds)
            print(f"{name}, {size} pixels".ljust(28), row)


def _figures(picture: Image.Image, factor: float, wanted: Counter[str]) -> tuple[float, float, float]:
    began = time.perf_counter()
    found = units(read(picture, factor))
    seconds = time.perf_counter() - began
    right = (found & wanted).total()
    return right / wanted.total(), right / max(found.total(), 1), seconds


def textless(photographs: Sequence[Path]) -> Iterator[tuple[str, Image.Image]]:
    """Pictures without text."""
    for path in (*sorted((assets() / "samples").glob("*.png")), *photographs):
        yield path.name, Image.open(path).convert("RGB")
    for number in range(DRAWINGS):
        yield f"drawing {number}", draw(sample("test", number), 960)
    yield "noise", Image.effect_noise((800, 600), 90)
    yield "gradient", Image.linear_gradient("L").resize((800, 600))


def invented(photographs: Sequence[Path]) -> None:
    """Text in pictures that have none."""
    found = [(name, text) for name, picture in textless(photographs) if (text := read(picture, 2.0))]
    print(f"\ntext in {sum(1 for _ in textless(photographs))} pictures without any: {len(found)}")
    for name, text in found:
        print(f"    {name}: {text!r}")


def way() -> None:
    """The whole way, with the start of its process, as the program goes it."""
    print("\nseconds from the picture to the text, median")
    pictures = (
        ("a sample drawing", draw(sample("test", 0), 960)),
        ("1920 x 1080", desk()),
        ("3840 x 2160", four_desks()),
    )
    for name, picture in pictures:
        data = png(picture)
        taken = []
        for _ in range(ROUNDS):
            began = time.perf_counter()
            TesseractReader().read(data)
            taken.append(time.perf_counter() - began)
        print(f"    {name:20} {statistics.median(taken):.2f}")


def desk() -> Image.Image:
    """A screen with English text."""
    return screen(ENGLISH_LINES, LATIN, 12, LIGHT)


def four_desks() -> Image.Image:
    """A screen of 4K, as small in print."""
    large, one = Image.new("RGB", (3840, 2160)), desk()
    for place in ((0, 0), (1920, 0), (0, 1080), (1920, 1080)):
        large.paste(one, place)
    return large


def png(picture: Image.Image) -> bytes:
    """The bytes of a picture file."""
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


class Engine:
    """The real engine in its process."""

    def __init__(self) -> None:
        command = [*module_command("sparc_desktop.engine.worker"), "--model", str(starter_model())]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._link = EngineLink()
        self._requests = 0

    def first_word(self, picture: Capture) -> float:
        """Seconds until it comes; then the description is heard out."""
        self._requests += 1
        began, first = time.perf_counter(), 0.0
        self._process.stdin.write(self._link.describe(Request(self._requests, picture)))
        self._process.stdin.flush()
        while self._link.busy:
            for event in self._link.received(self._process.stdout.read1(65536)):
                if isinstance(event, TextDelta):
                    first = first or time.perf_counter() - began
        return first

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.communicate()


def beside() -> None:
    """The first word with nothing beside it and with a large screen being read, in turn."""
    engine, large = Engine(), png(four_desks())
    picture = Capture("sample", sorted((assets() / "samples").glob("*.png"))[0].read_bytes())
    engine.first_word(picture)
    taken: dict[bool, list[float]] = {False: [], True: []}
    for is_read in (False, True) * ROUNDS:
        reader = TesseractReader()
        thread = threading.Thread(target=reader.read, args=(large,))
        if is_read:
            thread.start()
        taken[is_read].append(engine.first_word(picture))
        reader.stop()
        if is_read:
            thread.join()
    engine.close()
    for is_read, seconds in taken.items():
        name = "with a large screen being read" if is_read else "with nothing beside it"
        print(f"seconds to the first word {name}: {', '.join(f'{each:.2f}' for each in sorted(seconds))}")


if __name__ == "__main__":
    quality()
    invented([Path(name) for name in sys.argv[1:]])
    way()
    beside()
