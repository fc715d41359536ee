"""The real process that reads text, given hostile pictures, and processes that misbehave in its place."""

import os
import resource
import struct
import sys
import threading
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from sparc_desktop.domain.capture import MAX_BYTES
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.ocr import tesseract
from sparc_desktop.ocr.tesseract import MAX_ANSWER, TesseractReader
from sparc_desktop.ocr.worker import NICENESS
from tests.support.desktop import until
from tests.support.drawn_text import page, png
from tests.support.sound import children

needs_tesseract = pytest.mark.skipif(not TesseractReader.is_installed(), reason=TesseractReader.remedy())
PICTURE = png(page(["Your order was sent on Monday."]))


def python(code: str, limit: float = 60.0) -> TesseractReader:
    """A reader with this program in the place of the worker."""
    return TesseractReader(lambda: [sys.executable, "-c", f"import os, sys, time\n{code}"], limit)


def failure(reader: TesseractReader, picture: bytes = PICTURE) -> Code:
    before = children()
    with pytest.raises(ExpectedError) as caught:
        reader.read(picture)
    assert not set(children()) - set(before)
    assert zombies() == []
    return caught.value.failure.code


def zombies() -> list[str]:
    """Children of this process that ended and were not waited for."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = stat.read_text().rpartition(")")[2].split()[:2]
        except OSError:  # it has ended meanwhile
            continue
        if state == "Z" and int(parent) == os.getpid():
            found.append(stat.parent.name)
    return found


def bomb() -> bytes:
    """A header that promises 400 megapixels, and nothing behind it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


@needs_tesseract
@pytest.mark.parametrize(
    "picture",
    [b"", b"no picture", PICTURE[:500], bomb(), b"%!PS-Adobe-3.0 EPSF-3.0\n", png(Image.new("RGB", (1, 1)))],
    ids=["nothing", "text", "half", "bomb", "program", "dot"],
)
def test_what_is_no_picture_has_no_text(picture: bytes) -> None:
    assert TesseractReader().read(picture) == ""
    assert zombies() == []


@needs_tesseract
def test_more_bytes_than_a_picture_may_have_are_not_looked_at() -> None:
    assert TesseractReader().read(PICTURE + bytes(MAX_BYTES)) == ""


@needs_tesseract
def test_a_picture_as_large_as_may_be_is_read_within_its_memory() -> None:
    sheet = Image.new("RGB", (12_000, 10_000), "white")
    sheet.paste(page(["Your order was sent on Monday."], size=40).resize((9000, 1600)), (1500, 2000))
    assert TesseractReader().read(png(sheet)) == "Your order was sent on Monday."


@pytest.fixture
def cores() -> Iterator[None]:
    """Processes may leave a core file, as far as the machine lets them."""
    soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
    yield
    resource.setrlimit(resource.RLIMIT_CORE, (soft, hard))


@needs_tesseract
def test_it_is_the_lowest_in_rank_and_leaves_no_core(cores: None) -> None:
    before, reader = children(), TesseractReader()
    slow = png(page(["Your order was sent on Monday. " * 3] * 200, size=12))
    thread = threading.Thread(target=reader.read, args=(slow,))
    thread.start()
    worker = until(lambda: [pid for pid in children() if pid not in before], "the process")[0]
    until(lambda: os.getpriority(os.PRIO_PROCESS, worker) == NICENESS, "its rank")
    until(lambda: "Max core file size        0 " in Path(f"/proc/{worker}/limits").read_text(), "its limits")
    reader.stop()
    thread.join()
    assert not set(children()) - set(before)


@pytest.mark.parametrize(
    "code",
    [
        "os.abort()",
        "sys.stdin.buffer.read(); sys.exit(3)",
        "sys.stdin.buffer.read(); print('nonsense')",
        "sys.stdin.buffer.read(); print('{\"text\": 7}')",
        "sys.stdin.buffer.read(); print('[]')",
        "os.write(1, b'\\xff\\xfe')",
        f"sys.stdin.buffer.read(); print('{{\"text\": \"' + 'x' * {MAX_ANSWER} + '\"}}')",
        "while True: os.write(1, b'x' * 65536)",
    ],
    ids=["crash", "silent", "nonsense", "number", "list", "bytes", "long", "endless"],
)
def test_a_process_that_gives_no_answer_is_a_failure_of_its_own(code: str) -> None:
    assert failure(python(code)) == Code.OCR_UNAVAILABLE


def test_a_process_that_does_not_end_is_killed() -> None:
    assert failure(python("time.sleep(600)", limit=0.5), bytes(10**7)) == Code.OCR_UNAVAILABLE


def test_a_program_that_is_not_there() -> None:
    assert failure(TesseractReader(lambda: ["/no/such/program"])) == Code.OCR_UNAVAILABLE


def test_a_stopped_one_starts_no_process() -> None:
    started: list[bool] = []

    def command() -> list[str]:
        started.append(True)
        return ["true"]

    reader = TesseractReader(command)
    reader.stop()
    assert reader.read(PICTURE) is None
    assert not started


def test_what_would_move_a_cursor_is_taken_out_of_the_answer() -> None:
    answer = '{"text": "Save\\u001b[2J\\u202e all\\r\\nOK\\u0000"}'
    assert python(f"sys.stdin.buffer.read(); print({answer!r})").read(PICTURE) == "Save[2J all\nOK"


def test_stop_kills_also_one_that_never_listens() -> None:
    before, reader, results = children(), python("time.sleep(600)"), []
    thread = threading.Thread(target=lambda: results.append(reader.read(bytes(10**7))))
    thread.start()
    until(lambda: len(children()) > len(before), "the process")
    reader.stop()
    thread.join()
    assert (results, zombies(), set(children()) - set(before)) == ([None], [], set())


def test_without_data_or_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tesseract, "FOLDERS", (str(tmp_path),))
    monkeypatch.delenv("TESSDATA_PREFIX", raising=False)
    assert not TesseractReader.is_installed()
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("importlib.util.find_spec", lambda name: name)
    assert "tesseract-ocr-eng and tesseract-ocr-chi-sim" in TesseractReader.remedy()
    (tmp_path / "eng.traineddata").touch()
    assert TesseractReader.is_installed()
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    assert not TesseractReader.is_installed()
    assert "tesserocr" in TesseractReader.remedy()


@pytest.mark.parametrize("languages", [["eng"], ["chi_sim"], ["eng", "chi_sim"]])
def test_only_installed_languages_are_asked_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, languages: list[str]
) -> None:
    for name in languages:
        (tmp_path / f"{name}.traineddata").touch()
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    assert tesseract._command()[-3:] == [str(tmp_path), "--languages", "+".join(languages)]
