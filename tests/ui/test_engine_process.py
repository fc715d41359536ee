"""The engine's process in the window's hands, with an engine that misbehaves to order."""

import sys

import pytest
from PySide6.QtCore import QProcess

from sparc_desktop.domain.events import Cancelled, Failed, Finished, Loading, Ready, Started
from sparc_desktop.domain.failure import Code
from sparc_desktop.services.engine_link import MAX_RESTARTS
from sparc_desktop.ui import engine_process
from tests.support.fake_engine import TEXT
from tests.ui.engine_contract import Bench, EngineContract

FAKE = [sys.executable, "-m", "tests.support.fake_engine"]
pytestmark = pytest.mark.usefixtures("application", "qt_warnings")
PICTURE = b"\x89PNG, as far as the fake engine looks"


class TestFakeEngine(EngineContract):
    """The fake one keeps the contract, so that what is tested with it holds."""

    @pytest.fixture
    def command(self) -> list[str]:
        return [*FAKE, "--delay", "0.01", "--load", "0.02"]

    @pytest.fixture
    def picture(self) -> bytes:
        return PICTURE


def engine_with(request: pytest.FixtureRequest, *arguments: str) -> Bench:
    """A fake engine with these arguments."""
    bench = Bench([*FAKE, *arguments])
    request.addfinalizer(bench.engine.shut_down)
    bench.engine.start()
    return bench


@pytest.fixture
def bench(request: pytest.FixtureRequest) -> Bench:
    return engine_with(request)


def test_a_crash_ends_the_request_and_what_was_written_stays(bench: Bench) -> None:
    bench.describe(1, PICTURE, "crash.png")
    final = bench.final(1)
    assert isinstance(final, Failed)
    assert final.failure.code == Code.ENGINE_CRASHED
    assert TEXT.startswith(bench.text(1).strip())
    assert bench.text(1) != ""


def test_whoever_asks_at_once_after_a_crash_uses_up_no_restart(bench: Bench) -> None:
    """As pictures that wait their turn do; two of them that end the engine must not take the others along."""
    left = [(2, "crash.png"), (3, "fine.png"), (4, "fine.png")]

    def ask(event: object) -> None:
        if isinstance(event, Failed | Finished) and left:
            number, label = left.pop(0)
            bench.describe(number, PICTURE, label)

    bench.engine.happened.connect(ask)
    bench.describe(1, PICTURE, "crash.png")
    assert isinstance(bench.final(3), Finished)
    assert isinstance(bench.final(4), Finished)


def test_nonsense_is_a_crash(bench: Bench) -> None:
    bench.describe(1, PICTURE, "nonsense.png")
    assert bench.failure(1) == Code.ENGINE_CRASHED
    bench.describe(2, PICTURE)
    assert isinstance(bench.final(2), Finished)


def test_noise_on_stderr_is_no_harm(bench: Bench) -> None:
    bench.describe(1, PICTURE, "noise.png")
    assert isinstance(bench.final(1), Finished)


@pytest.mark.parametrize("fault", ["hang", "deaf"])
@pytest.mark.usefixtures("impatient")
def test_who_does_not_stop_is_ended_and_the_next_picture_is_described(bench: Bench, fault: str) -> None:
    bench.describe(1, PICTURE, f"{fault}.png")
    bench.until(lambda: len(bench.text(1).split()) == 5)
    bench.engine.cancel(1)
    bench.engine.cancel(1)  # an impatient user
    bench.describe(2, PICTURE)
    assert isinstance(bench.final(1), Cancelled)
    assert isinstance(bench.final(2), Finished)
    assert not any(isinstance(event, Failed) for event in bench.events)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who doesn't stop while it writes is ended at once."""
    monkeypatch.setattr(engine_process, "CANCEL_PATIENCE", 50)
    monkeypatch.setattr(engine_process, "TERMINATE_PATIENCE", 200)


def loads(bench: Bench) -> int:
    return sum(isinstance(event, Loading) and event.fraction == 0 for event in bench.events)


@pytest.mark.usefixtures("impatient")
def test_a_picture_stopped_while_the_model_loads_costs_no_second_load(request: pytest.FixtureRequest) -> None:
    bench = engine_with(request, "--load", "1")
    bench.until(lambda: loads(bench) == 1)
    bench.describe(1, PICTURE)
    bench.engine.cancel(1)
    bench.describe(2, PICTURE)
    assert isinstance(bench.final(1), Cancelled)
    assert isinstance(bench.final(2), Finished)
    assert loads(bench) == 1


@pytest.mark.usefixtures("impatient")
def test_a_picture_stopped_before_its_first_word_costs_no_load(request: pytest.FixtureRequest) -> None:
    bench = engine_with(request, "--slow", "1")
    bench.describe(1, PICTURE, "slow.png")
    bench.until(lambda: any(isinstance(event, Started) for event in bench.events))
    bench.engine.cancel(1)
    bench.describe(2, PICTURE)
    bench.engine.cancel(2)
    bench.describe(3, PICTURE)
    assert isinstance(bench.final(1), Cancelled)
    assert isinstance(bench.final(2), Cancelled)
    assert isinstance(bench.final(3), Finished)
    assert loads(bench) == 1


@pytest.mark.usefixtures("impatient")
def test_patience_before_the_first_word_has_an_end(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_process, "FIRST_WORD_PATIENCE", 50)
    bench.describe(1, PICTURE, "slow.png")
    bench.engine.cancel(1)  # while it loads, which is when it isn't told apart from one that is busy
    bench.describe(2, PICTURE)
    assert isinstance(bench.final(1), Cancelled)
    assert isinstance(bench.final(2), Finished)
    assert loads(bench) == 2


@pytest.mark.usefixtures("impatient")
def test_a_key_pressed_often_does_not_wear_the_engine_out(bench: Bench) -> None:
    for number in range(1, MAX_RESTARTS + 2):
        bench.describe(number, PICTURE, "hang.png")
        bench.until(lambda number=number: len(bench.text(number).split()) == 5)
        bench.engine.cancel(number)
        assert isinstance(bench.final(number), Cancelled)
    bench.describe(99, PICTURE)
    assert isinstance(bench.final(99), Finished)


def test_an_engine_that_keeps_dying_is_given_up_for_the_time_being(request: pytest.FixtureRequest) -> None:
    bench = engine_with(request, "--die")
    bench.until(lambda: not bench.engine.running)
    codes = [event.failure.code for event in bench.events if isinstance(event, Failed)]
    assert codes == [Code.ENGINE_CRASHED] * MAX_RESTARTS + [Code.ENGINE_GAVE_UP]
    bench.describe(1, PICTURE)
    assert bench.failure(1) == Code.ENGINE_GAVE_UP


def test_a_program_that_is_not_there_is_given_up() -> None:
    bench = Bench(["/no/such/program"])
    bench.engine.start()
    bench.until(lambda: bench.events != [] and not bench.engine.running)
    assert bench.failure(None) in (Code.ENGINE_CRASHED, Code.ENGINE_GAVE_UP)


def test_without_a_model_it_is_started_again_for_the_next_picture_alone(request: pytest.FixtureRequest) -> None:
    bench = engine_with(request, "--refuse-model")
    bench.until(lambda: not bench.engine.running)
    assert [type(event) for event in bench.events] == [Failed]
    pictures = range(1, MAX_RESTARTS + 3)  # so often that an engine that crashes would be given up
    for number in pictures:
        bench.describe(number, PICTURE)
        assert bench.failure(number) == Code.MODEL_MISSING
        bench.until(lambda: not bench.engine.running)
    reasons = [event for event in bench.events if isinstance(event, Failed) and event.request is None]
    assert len(reasons) == 1 + len(pictures)


def ready(bench: Bench) -> int:
    return sum(isinstance(event, Ready) for event in bench.events)


def test_another_model_is_loaded_in_the_place_of_the_first(bench: Bench) -> None:
    bench.until(lambda: ready(bench) == 1)
    bench.engine.restart([*FAKE, "--text", "Another one."])
    assert isinstance(bench.events[-1], Loading), "at once, not only when its libraries are there"
    bench.until(lambda: ready(bench) == 2)
    bench.describe(1, PICTURE)
    final = bench.final(1)
    assert isinstance(final, Finished)
    assert final.text.strip() == "Another one."
    assert not any(isinstance(event, Failed) for event in bench.events)


def test_for_another_model_the_description_in_work_is_left_off_and_what_waits_is_kept(bench: Bench) -> None:
    bench.describe(1, PICTURE, "hang.png")
    bench.describe(2, PICTURE)
    bench.until(lambda: len(bench.text(1).split()) == 5)
    bench.engine.restart([*FAKE, "--text", "Another one."])
    assert isinstance(bench.final(1), Cancelled)
    final = bench.final(2)
    assert isinstance(final, Finished)
    assert final.text.strip() == "Another one."


def test_a_model_that_is_loaded_for_long_gives_way_at_once(request: pytest.FixtureRequest) -> None:
    bench = engine_with(request, "--load", "600")
    bench.until(lambda: loads(bench) == 1)
    bench.describe(1, PICTURE)
    bench.describe(2, PICTURE)
    bench.engine.cancel(2)
    bench.engine.restart(FAKE)
    assert isinstance(bench.final(2), Cancelled)
    assert isinstance(bench.final(1), Finished)


def test_whoever_hears_that_a_model_cannot_be_loaded_may_take_another_one(request: pytest.FixtureRequest) -> None:
    """In the middle of hearing it, and whether it was said or the process has just died."""
    for fault in ("--refuse-model", "--die"):
        bench = engine_with(request, fault)
        left = [FAKE]
        bench.engine.happened.connect(
            lambda event, left=left, engine=bench.engine: (
                engine.restart(left.pop()) if isinstance(event, Failed) and left else None
            )
        )
        bench.until(lambda bench=bench: ready(bench) == 1)
        bench.describe(1, PICTURE)
        assert isinstance(bench.final(1), Finished)
        assert sum(isinstance(event, Failed) for event in bench.events) == 1


def test_a_picture_that_no_frame_can_carry_is_refused(bench: Bench) -> None:
    bench.describe(1, PICTURE + bytes(64 * 1024 * 1024))
    assert bench.failure(1) == Code.FILE_TOO_LARGE
    bench.describe(2, PICTURE)
    assert isinstance(bench.final(2), Finished)


def test_a_hanging_engine_does_not_outlive_the_program(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_process, "QUIT_PATIENCE", 50)
    bench.describe(1, PICTURE, "deaf.png")
    bench.until(lambda: len(bench.text(1).split()) == 5)
    process = bench.engine.findChild(QProcess)
    assert process is not None
    bench.engine.shut_down()
    assert process.state() == QProcess.ProcessState.NotRunning
