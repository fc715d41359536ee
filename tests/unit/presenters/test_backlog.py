"""Several pictures: the first aloud, the others quietly after it, and nothing is lost when another goes first."""

from contextlib import suppress
from pathlib import Path

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import Failed, Started, TextDelta
from sparc_desktop.domain.failure import Code, Failure
from tests.support.desktop import until
from tests.unit.presenters.conftest import Room

CAT = Capture("cat.jpg", b"cat")


def labels(room: Room) -> list[str]:
    return [request.capture.label for request in room.engine.asked]


def test_each_is_described_and_kept_and_only_the_first_is_read(room: Room, files: list[Path]) -> None:
    room.main.open(files)
    assert room.states() == ["writing", *["waiting"] * 4]
    for text in ("One.", "Two.", "Three.", "Four.", "Five."):
        room.write(text)
    assert labels(room) == [path.name for path in files]
    assert room.states() == ["done"] * 5
    assert [entry.transcript.description for entry in room.album.entries] == [
        "One.",
        "Two.",
        "Three.",
        "Four.",
        "Five.",
    ]
    assert [entry.label for entry in room.finished] == [path.name for path in files]
    heard = room.heard()
    assert "One." in heard
    assert not {"Two.", "Three.", "Four.", "Five."} & set(heard)
    assert [text for text in room.view.told if text[:1].isdigit()] == [
        f"{count} of 4 waiting pictures are done." for count in (1, 2, 3)
    ]
    assert sum(text.startswith("All waiting pictures are described.") for text in heard) == 1
    room.main.step(1)
    room.main.listening.read_from(0)
    assert room.heard()[-1] == "Two."


def test_many_are_told_at_quarters_only(room: Room, tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.png" for number in range(101)]
    for file in files:
        file.write_bytes(b"picture")
    room.main.open(files)
    for _ in files:
        room.write("A cat.")
    told = [text for text in room.view.told if "waiting pictures" in text]
    assert [text.split()[0] for text in told] == ["25", "50", "75", "All"]


def test_what_the_user_does_goes_first_and_the_rest_follows(room: Room, files: list[Path]) -> None:
    room.main.open(files[:3])
    room.write("One.")
    room.send(Started(2, "two.png"), TextDelta(2, "Tw"))
    room.main.describe(CAT)
    assert room.engine.cancelled == [2]
    assert room.states() == ["done", "waiting", "waiting", "writing"]
    room.write("A cat.")
    assert labels(room) == ["one.png", "two.png", "cat.jpg", "two.png"]
    room.send(TextDelta(2, "late"))
    room.write("Two.")
    room.write("Three.")
    assert [entry.transcript.description for entry in room.album.entries] == ["One.", "Two.", "Three.", "A cat."]
    assert not any("Left off: two" in text for text in room.heard())


def test_a_stop_ends_the_waiting(room: Room, files: list[Path]) -> None:
    room.main.open(files)
    room.write("One.")
    room.heard()
    room.main.stop()
    assert room.states() == ["done", *["stopped"] * 4]
    assert room.view.told[-1] == "Stopped. Pictures left undescribed: 4."
    assert room.engine.cancelled == [2]
    assert len(room.engine.asked) == 2
    room.main.step(1)
    room.main.describe_again()
    room.write("Two.")
    assert room.rows() == ["Two."]


def test_one_that_waits_can_be_taken_out_of_turn(room: Room, files: list[Path]) -> None:
    room.main.open(files[:3])
    room.main.step(1)
    room.main.step(1)
    room.main.describe_again()
    room.write("Three.")
    room.write("Two.")
    assert labels(room) == ["one.png", "three.png", "two.png"]
    assert room.states() == ["stopped", "done", "done"]


def test_what_fails_is_counted_and_told(room: Room, files: list[Path]) -> None:
    room.main.open(files[:4])
    files[2].unlink()
    room.write("One.")
    room.send(Failed(2, Failure(Code.IMAGE_NOT_RECOGNISED, {"label": "two.png"})))
    room.write("Four.")
    assert room.states() == ["done", "failed", "failed", "done"]
    assert "All waiting pictures are done. 2 could not be described." in room.heard()
    room.main.step(1)
    assert len(room.rows()) == 1


def test_the_first_may_be_missing(room: Room, files: list[Path]) -> None:
    files[0].unlink()
    room.main.open(files[:2])
    room.write("Two.")
    assert [entry.label for entry in room.album.entries] == ["two.png"]


def test_an_engine_that_has_given_up_ends_them_all(room: Room, tmp_path: Path) -> None:
    room.engine.answer = lambda request: Failed(request.id, Failure(Code.ENGINE_GAVE_UP, {"restarts": "3"}))
    files = [tmp_path / f"{number}.png" for number in range(500)]
    for file in files:
        file.write_bytes(b"picture")
    room.main.open(files)
    assert set(room.states()) == {"failed"}
    assert len(room.engine.asked) == 2, "nobody asks it 500 times"


def test_the_text_of_a_waiting_picture_is_read_as_well(room: Room, files: list[Path]) -> None:
    room.preferences.change(read_text="always")
    room.main.open(files[:2])
    for text in ("One.", "Two."):
        room.write(text)
        until(lambda: room.posted, "the text")
        room.posted.pop()()
    assert [[row.text for row in entry.transcript.rows] for entry in room.album.entries] == [
        ["One.", "Text: Save", "Cancel"],
        ["Two.", "Text: Save", "Cancel"],
    ]
    assert room.heard().count("Text: Save") == 1


def test_the_first_stop_is_for_the_ear(room: Room, files: list[Path]) -> None:
    room.main.open(files[:3])
    room.send(Started(1, "one.png"), TextDelta(1, "One. More"))
    room.main.stop()
    assert room.states() == ["stopped", "writing", "waiting"]
    assert "Pictures still to be described: 2. Escape" in room.view.told[-1]
    room.write("Two.")
    room.write("Three.")
    assert room.states() == ["stopped", "done", "done"]


def test_one_in_quiet_work_that_is_described_aloud_is_not_described_twice(room: Room, files: list[Path]) -> None:
    room.main.open(files[:3])
    room.write("One.")
    room.send(Started(2, "two.png"), TextDelta(2, "Qui"))
    room.main.step(1)
    room.main.describe_again()
    room.write("Two aloud.")
    room.write("Three.")
    assert labels(room) == ["one.png", "two.png", "two.png", "three.png"]
    assert room.rows() == ["Two aloud."]
    assert room.states() == ["done"] * 3
    room.main.ask("Why?")
    room.write("Because.")
    assert room.rows() == ["Two aloud.", "Question: Why?", "Because."]


def test_whoever_looks_at_a_waiting_picture_sees_its_description(room: Room, files: list[Path]) -> None:
    room.main.open(files[:2])
    room.main.step(1)
    room.write("One.")
    room.write("Two.")
    assert room.view.rows == ["Two."]
    assert room.view.alternative == "Two."


def test_the_quiet_text_of_a_picture_may_be_cut(room: Room, files: list[Path]) -> None:
    room.preferences.change(read_text="always")
    room.main.open(files[:3])
    room.write("One.")
    until(lambda: room.posted, "the text")
    room.posted.pop()()
    room.write("Two.")  # its text is on its way
    room.main.describe(CAT)
    assert room.states() == ["done", "done", "waiting", "writing"]
    assert [entry.label for entry in room.finished].count("two.png") == 1


def test_a_missing_model_is_told_once_and_asked_for_once(room: Room, files: list[Path]) -> None:
    room.main.open(files)
    missing = Failure(Code.MODEL_MISSING, {"path": "/nowhere"})
    room.send(Failed(None, missing), Failed(1, missing))
    room.send(Failed(2, missing))
    assert room.states() == ["failed"] * 5
    assert len(room.engine.asked) == 2
    assert all(len(entry.transcript.rows) == 1 for entry in room.album.entries)


def test_a_listener_that_fails_does_not_end_the_queue(room: Room, files: list[Path]) -> None:
    def fail(_entry: object) -> None:
        raise RuntimeError("a defect elsewhere")

    room.main.finished.connect(fail)
    room.main.open(files[:3])
    for text in ("One.", "Two.", "Three."):
        with suppress(RuntimeError):
            room.write(text)
        room.describing.idle.emit()
    assert room.states() == ["done"] * 3
