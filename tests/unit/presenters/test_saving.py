"""What can be saved, what it is called, where it goes and what is said of it; without Qt, with real files."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.failure import Failure
from sparc_desktop.presenters.saving import Described, Place, Saving
from sparc_desktop.services.alt_text.survey import survey
from sparc_desktop.speech.options import VoiceOptions
from sparc_desktop.speech.queue import SpeechQueue
from sparc_desktop.speech.wav import WavVoice
from tests.support.picture_files import encoded, pixels
from tests.support.window_thread import WindowThread
from tests.unit.services.test_sound_file import Endless, Tones

TEXT = "A cat. It sleeps."
ALL = f"{TEXT}\nQuestion: Why?\nIt is tired."


class Window:
    """Answers the question where with `answer`; writes down the rest."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.urgent: list[str] = []
        self.copied = ""
        self.asked: list[Place] = []
        self.answer: Path | None = None

    def tell(self, text: str, *, urgent: bool = False) -> None:
        self.told.append(text)
        if urgent:
            self.urgent.append(text)

    def copy(self, text: str) -> None:
        self.copied = text

    def ask_where(self, place: Place, then: Callable[[Path], None]) -> None:
        self.asked.append(place)
        if self.answer:
            then(self.answer)


class Desk:
    def __init__(self) -> None:
        self.window = Window()
        self.thread = WindowThread()
        self.current: Described | None = None
        self.synthesizer: Tones = Tones()
        self.saving = Saving(self.window, lambda: self.current, self._open, self.thread)

    def _open(self, path: Path, failed: Callable[[Failure], None]) -> SpeechQueue:
        return SpeechQueue(WavVoice(path, VoiceOptions(), self.synthesizer), failed)

    def until_told(self, text: str) -> None:
        self.thread.until(lambda: any(text in each for each in self.window.told), f"{text}: {self.window.told}")


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk()
    yield desk
    desk.saving.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "saving"]


@pytest.fixture
def cat(desk: Desk, tmp_path: Path) -> Path:
    """A picture file that was described."""
    path = tmp_path / "cat.png"
    path.write_bytes(encoded("PNG"))
    desk.current = Described("cat.png", ALL, TEXT, path, complete=True)
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


WAYS = ("save_text", "save_sound", "save_alt_text", "copy_html")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("current", [None, Described("cat.png", " \n", "", None, complete=True)])
def test_nothing_to_save(desk: Desk, way: str, current: Described | None) -> None:
    desk.current = current
    getattr(desk.saving, way)()
    assert desk.window.told == ["There is no description yet."]
    assert desk.window.asked == []
    assert desk.window.copied == ""


@pytest.mark.parametrize("way", WAYS)
def test_half_a_description_is_not_saved(desk: Desk, way: str) -> None:
    desk.current = Described("cat.png", TEXT, TEXT, Capture("cat", encoded("PNG")), complete=False)
    getattr(desk.saving, way)()
    assert desk.window.told == ["The description is still being written. Save it when it is finished."]
    assert desk.window.asked == []


@pytest.mark.parametrize(("way", "wanted"), [("save_text", True), ("save_alt_text", False), ("copy_html", False)])
def test_an_answer_alone_is_text_but_no_alt_text(desk: Desk, cat: Path, way: str, wanted: bool) -> None:
    desk.current = Described("cat.png", "Question: Why?\nIt is tired.", "", cat, complete=True)
    getattr(desk.saving, way)()
    assert bool(desk.window.asked) == wanted


def test_text_is_saved_and_that_is_said(desk: Desk, cat: Path) -> None:
    desk.window.answer = cat.with_name("my.txt")
    desk.saving.save_text()
    desk.until_told(f"Saved as my.txt in {cat.parent.name}.")
    assert desk.window.answer.read_text() == f"{ALL}\n"
    (asked,) = desk.window.asked
    assert (asked.proposed, asked.folder, asked.suffixes) == ("cat.txt", None, (".txt",))
    assert desk.window.urgent == []


def test_what_was_there_when_it_was_asked_for_is_saved(desk: Desk, cat: Path) -> None:
    questions: list[Callable[[Path], None]] = []
    desk.window.ask_where = lambda _place, then: questions.append(then)  # type: ignore[method-assign]
    desk.saving.save_text()
    desk.current = None
    questions[0](cat.with_name("my.txt"))
    desk.until_told("Saved as my.txt")
    assert cat.with_name("my.txt").read_text() == f"{ALL}\n"


def test_no_answer_saves_nothing(desk: Desk, cat: Path) -> None:
    for way in WAYS[:3]:
        getattr(desk.saving, way)()
    assert len(desk.window.asked) == 3
    assert names(cat.parent) == ["cat.png"]
    assert desk.window.told == []


def test_what_can_not_be_written_is_said_at_once(desk: Desk, cat: Path) -> None:
    desk.window.answer = cat / "my.txt"
    desk.saving.save_text()
    desk.until_told("my.txt can't be written.")
    assert desk.window.told == desk.window.urgent


def test_sound_is_saved_in_the_background(desk: Desk, cat: Path) -> None:
    desk.window.answer = cat.with_suffix(".wav")
    desk.saving.save_sound()
    assert desk.window.told == ["The sound is being made. You will hear when it is saved."]
    desk.until_told("Saved as cat.wav in ")
    assert desk.window.answer.read_bytes().startswith(b"RIFF")
    assert desk.window.asked[0].proposed == "cat.wav"


def test_a_second_sound_waits_for_the_first_which_the_end_leaves_off(desk: Desk, cat: Path) -> None:
    desk.synthesizer = endless = Endless()
    desk.window.answer = cat.with_suffix(".wav")
    desk.saving.save_sound()
    assert endless.begun.wait(60)
    desk.saving.save_sound()
    assert desk.window.told[1:] == ["A sound file is still being written. You will hear when it is there."]
    desk.saving.close()
    assert names(cat.parent) == ["cat.png"]
    assert len(desk.window.told) == 2


def test_after_a_sound_that_failed_another_can_be_saved(desk: Desk, cat: Path) -> None:
    desk.window.answer = cat / "cat.wav"
    desk.saving.save_sound()
    desk.until_told("can't be written")
    desk.window.answer = cat.with_suffix(".wav")
    desk.saving.save_sound()
    desk.until_told("Saved as cat.wav")


def test_alt_text_goes_into_a_copy_beside_the_picture(desk: Desk, cat: Path) -> None:
    before = cat.read_bytes()
    desk.saving.save_alt_text()
    (asked,) = desk.window.asked
    assert (asked.proposed, asked.folder) == ("cat.described.png", cat.parent)
    desk.window.answer = cat.parent / asked.proposed
    desk.saving.save_alt_text()
    desk.until_told("Saved as cat.described.png in ")
    assert cat.read_bytes() == before
    data = desk.window.answer.read_bytes()
    assert pixels(data) == pixels(before)
    packet = data[data.index(b"<?xpacket") : data.rindex(b'end="w"?>') + 9]
    assert survey(packet).alternatives["ExtDescrAccessibility"]["x-default"] == TEXT  # without what was asked


def test_alt_text_goes_into_the_picture_itself_where_that_is_chosen(desk: Desk, cat: Path) -> None:
    desk.window.answer = cat
    desk.saving.save_alt_text()
    desk.until_told("Saved as cat.png in ")
    assert TEXT.encode() in cat.read_bytes()
    assert names(cat.parent) == ["cat.png"]


def test_a_picture_of_the_screen_has_a_name_made_of_its_label(desk: Desk, tmp_path: Path) -> None:
    label = "Files: a/b, 640 by 480"
    desk.current = Described(label, TEXT, TEXT, Capture(label, encoded("PNG"), is_screen=True), complete=True)
    desk.window.answer = tmp_path / "screen.png"
    desk.saving.save_alt_text()
    desk.until_told("Saved as screen.png")
    assert desk.window.asked[0].proposed == "Files- a-b, 640 by 480.described.png"
    assert pixels((tmp_path / "screen.png").read_bytes()) == pixels(encoded("PNG"))


def test_a_picture_with_a_wrong_ending_gets_the_right_one(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "cat.png"
    path.write_bytes(encoded("JPEG"))
    desk.current = Described("cat.png", TEXT, TEXT, path, complete=True)
    desk.saving.save_alt_text()
    assert desk.window.asked[0].proposed == "cat.described.jpg"


@pytest.mark.parametrize(
    ("picture", "said"),
    [
        (Capture("cat.gif", encoded("GIF")), "cat.gif is of a kind that can't hold alt text here"),
        (None, "cat.gif"),
        (Path("/no/such/cat.gif"), "There is no file /no/such/cat.gif."),
    ],
)
def test_where_there_can_be_no_alt_text_that_is_said_before_any_question(
    desk: Desk, picture: Capture | Path | None, said: str
) -> None:
    desk.current = Described("cat.gif", TEXT, TEXT, picture, complete=True)
    desk.saving.save_alt_text()
    assert desk.window.asked == []
    (told,) = desk.window.urgent
    assert said in told


def test_html_is_copied(desk: Desk, cat: Path) -> None:
    desk.saving.copy_html()
    assert desk.window.copied == f'alt="{TEXT}"'
    assert desk.window.told == ["The description was copied as HTML alt text."]


def test_a_picture_without_a_name(desk: Desk) -> None:
    desk.current = Described("???", TEXT, TEXT, Capture("???", encoded("PNG")), complete=True)
    desk.saving.save_text()
    assert desk.window.asked[0].proposed == "Description.txt"
