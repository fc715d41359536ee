"""The first steps without a window: what is shown, said once, tried and chosen."""

from collections.abc import Iterator, Sequence

import pytest

from sparc_desktop import translation
from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.earcon import Earcon
from sparc_desktop.domain.events import Failed, Finished, Started
from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.presenters.deed import Deed
from sparc_desktop.presenters.first_steps import Around, FirstSteps
from sparc_desktop.presenters.step import ORDER, TRIGGER, Step, step_lines
from sparc_desktop.services.narration import sentences_of
from sparc_desktop.settings.model import HistorySettings, HotkeySettings, Settings
from tests.unit.presenters.conftest import Room

LEADER = "Ctrl+Shift+F11"
DEEDS = {"settings": Deed("Settings", ("Ctrl+,",))}
SAMPLE = Capture("drawing-1.png", b"picture")


class View:
    """Writes down what it is told."""

    def __init__(self) -> None:
        self.step: Step | None = None
        self.lines: list[str] = []
        self.status = ""
        self.announced: list[str] = []
        self.is_finished = False

    def show_step(self, step: Step, lines: Sequence[str]) -> None:
        self.step, self.lines = step, list(lines)

    def add_line(self, line: str) -> None:
        self.lines.append(line)

    def tell(self, text: str) -> None:
        self.status = text

    def announce(self, text: str) -> None:
        self.announced.append(text)

    def finish(self) -> None:
        self.is_finished = True


class Walk:
    """One walk, in a room."""

    def __init__(self, room: Room) -> None:
        self.room, self.view = room, View()
        around = Around(
            lambda: LEADER, lambda: DEEDS, lambda: room.describing.describe(SAMPLE, room.preferences.settings)
        )
        self.steps = FirstSteps(self.view, room.describing, room.preferences, around)
        self.steps.show()

    def go_to(self, step: Step) -> None:
        while self.steps.step is not step:
            self.steps.move(1)
        self.room.heard().clear()

    def heard(self) -> list[str]:
        return self.room.heard()


@pytest.fixture
def walk(room: Room) -> Iterator[Walk]:
    translation.use_language("en")
    yield Walk(room)
    translation.use_language("en")


@pytest.mark.parametrize("code", translation.LANGUAGES)
@pytest.mark.parametrize("leader", [LEADER, ""])
@pytest.mark.parametrize("step", ORDER)
def test_a_step_is_written_for_the_ear(step: Step, leader: str, code: str) -> None:
    translation.use_language(code)
    lines = step_lines(step, Settings(), leader, DEEDS)
    translation.use_language("en")
    assert 3 <= len(lines) <= 10
    assert all(line == TRIGGER or line[-1] in ".。" for line in lines), "a voice makes a pause there"
    assert "{" not in "".join(lines)


def test_each_step_is_shown_and_said_once(walk: Walk) -> None:
    walk.steps.say()
    for _ in ORDER[1:]:
        said = sentences_of("\n".join(walk.view.lines))
        assert walk.heard() == said
        walk.heard().clear()
        walk.steps.move(1)
    assert walk.view.announced == [], "what the voice says is not announced as well"


def test_where_nothing_is_spoken_a_step_is_announced(walk: Walk) -> None:
    walk.room.narration.aloud = False
    walk.steps.say()
    walk.steps.move(1)
    assert walk.heard() == []
    assert [text.split("\n")[0] for text in walk.view.announced] == [
        "Step 1 of 5: Welcome.",
        "Step 2 of 5: Who speaks.",
    ]


def test_what_a_voice_fails_to_say_is_announced(walk: Walk) -> None:
    walk.steps.say()
    walk.room.describing.fail(Failure(Code.NO_SOUND_DEVICE))
    assert walk.view.announced == ["\n".join(walk.view.lines)]
    assert "sound" in walk.view.status
    walk.room.describing.fail(Failure(Code.SETTINGS_BROKEN, {"path": "a", "kept": "b"}))
    assert len(walk.view.announced) == 1, "the voice says that"


def test_back_and_on_and_out_at_the_end(walk: Walk) -> None:
    walk.steps.move(-1)
    assert walk.view.step is Step.WELCOME
    walk.go_to(Step.END)
    walk.steps.move(-1)
    assert walk.view.step is Step.TEST
    walk.steps.move(1)
    assert not walk.view.is_finished
    walk.steps.move(1)
    assert walk.view.is_finished


@pytest.mark.parametrize("is_skipped", [True, False])
def test_the_end_is_silence_and_a_word_and_is_remembered(walk: Walk, is_skipped: bool) -> None:
    walk.steps.say()
    assert not walk.room.preferences.settings.welcomed
    walk.steps.end(is_skipped=is_skipped)
    expected = ["First steps skipped.", "You find them in the Help menu."] if is_skipped else ["First steps done."]
    assert walk.heard()[-len(expected) :] == expected
    assert walk.room.preferences.settings.welcomed
    walk.view.status = ""
    walk.room.describing.fail(Failure(Code.NO_SOUND_DEVICE))
    assert walk.view.status == "", "it listens no more"


def test_the_language_is_switched_at_once(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    change = walk.room.preferences.change

    def apply(**values: object) -> None:  # as the program does
        change(**values)
        translation.use_language(walk.room.preferences.settings.language)

    monkeypatch.setattr(walk.room.preferences, "change", apply)
    before = walk.view.lines
    walk.steps.set_language("zh_CN")
    assert walk.room.preferences.settings.language == "zh_CN"
    assert walk.heard() == sentences_of("\n".join(walk.view.lines))
    assert walk.view.lines == step_lines(Step.WELCOME, Settings(), LEADER, DEEDS)
    walk.steps.set_language("en")
    assert walk.view.lines == before


def test_who_speaks_and_how_fast_is_heard_at_once(walk: Walk) -> None:
    walk.go_to(Step.VOICE)
    walk.steps.set_output("both")
    walk.heard()
    walk.steps.tune(1)
    assert walk.heard() == [
        "Descriptions are read to you like this.",
        "The program's own voice: 200 words a minute.",
    ]
    settings = walk.room.preferences.settings
    assert (settings.output, settings.voice.rate) == ("both", 200)
    walk.steps.tune(-1)
    assert walk.room.preferences.settings.voice.rate == 175


def test_the_leader_key_is_tried(walk: Walk) -> None:
    walk.steps.hear(Earcon.THINKING)
    assert walk.view.status == "", "only where it is asked for"
    walk.go_to(Step.KEY)
    assert any(LEADER in line for line in walk.view.lines)
    walk.steps.hear(Earcon.THINKING)
    assert walk.view.status == "The key was heard. Now press H."
    walk.heard()
    walk.steps.hear(Earcon.ERROR)
    walk.heard()
    walk.room.narration.interrupt("W: describe the window.")  # as the program does, before it tells of it
    walk.steps.hear("W: describe the window.")
    assert walk.heard() == [
        *sentences_of("The key was heard. Now press H."),
        *sentences_of("That was no letter. Press the key again, then H."),
        "W: describe the window.",
        "That works. Enter goes on.",
    ]


def test_the_letters_are_those_that_are_set() -> None:
    keys = HotkeySettings(letters={"describe-window": "Z", "describe-screen": ""})
    lines = step_lines(Step.KEY, Settings(hotkeys=keys), "Pause", DEEDS)
    assert "Z describes the window that you are in." in lines
    assert not any("whole screen" in line for line in lines)
    assert any("Pause, then H" in line for line in lines)


def test_without_a_key_the_command_is_named() -> None:
    assert TRIGGER in step_lines(Step.KEY, Settings(), "", DEEDS)
    assert TRIGGER not in step_lines(Step.KEY, Settings(), LEADER, DEEDS)


def test_a_sample_is_described(walk: Walk) -> None:
    walk.go_to(Step.TEST)
    walk.steps.test()
    walk.room.write("A duck. A tree.")
    assert walk.heard() == [SAMPLE.label, "A duck.", "A tree."]
    assert walk.view.status == "That was the description."
    assert walk.view.lines[-1] == "A duck. A tree."
    walk.steps.show()
    assert walk.view.lines.count("A duck. A tree.") == 1, "it stays when the language is switched"


def test_where_nothing_is_spoken_the_sample_is_announced(walk: Walk) -> None:
    walk.room.narration.aloud = False
    walk.go_to(Step.TEST)
    walk.view.announced.clear()
    walk.steps.test()
    walk.room.write("A duck.")
    assert walk.view.announced == ["A duck."]


def test_a_sample_that_fails_is_told_and_can_be_tried_again(walk: Walk) -> None:
    walk.go_to(Step.TEST)
    walk.steps.test()
    number = walk.room.engine.asked[-1].id
    walk.room.send(Started(number, SAMPLE.label))
    assert walk.view.status == "Describing…"
    walk.room.send(Failed(number, Failure(Code.OUT_OF_MEMORY)))
    assert "memory" in walk.view.status
    assert "A duck." not in walk.view.lines
    walk.steps.test()
    walk.room.write("A duck.")
    assert walk.view.lines[-1] == "A duck."


def test_other_descriptions_are_none_of_its_business(walk: Walk) -> None:
    walk.go_to(Step.TEST)
    walk.room.describing.describe(Capture("other.png", b""), walk.room.preferences.settings)
    walk.room.write("Something else.")
    assert "Something else." not in walk.view.lines


def test_the_end_tells_how_the_history_is_set() -> None:
    off = step_lines(Step.END, Settings(), LEADER, DEEDS)
    on = step_lines(Step.END, Settings(history=HistorySettings(keep=True)), LEADER, DEEDS)
    assert "off" in off[1]
    assert "on" in on[1]
    assert off[2].startswith("Ctrl+Comma")


def test_a_step_left_while_the_sample_is_read_is_silent_about_it(walk: Walk) -> None:
    walk.go_to(Step.TEST)
    walk.steps.test()
    number = walk.room.engine.asked[-1].id
    walk.room.send(Started(number, SAMPLE.label))
    walk.heard()
    walk.steps.move(1)
    walk.room.send(Finished(number, "A duck.", 2, 0.1, True, False))
    assert "A duck." not in walk.heard()
    assert walk.view.lines[-1] == "Enter ends the first steps."
