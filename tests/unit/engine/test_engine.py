"""The engine with the built-in model: the events of one description, in every way that it can end."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import (
    FINAL,
    Cancelled,
    Event,
    Failed,
    Finished,
    Loading,
    Ready,
    Started,
    TextDelta,
)
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.domain.request import Request
from sparc_desktop.domain.words import count_words
from sparc_desktop.engine.engine import Engine
from sparc_desktop.resources import assets, starter_model

SAMPLE = sorted((assets() / "samples").glob("*.png"))[0]


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    yield Engine(starter_model(), lambda event: None)


def describe(
    engine: Engine, data: bytes | None = None, cancelled: Callable[[], bool] = lambda: False, **options: object
) -> list[Event]:
    events: list[Event] = []
    capture = Capture("picture", SAMPLE.read_bytes() if data is None else data)
    engine.describe(Request(1, capture, **options), events.append, cancelled)  # type: ignore[arg-type]
    assert [isinstance(event, FINAL) for event in events].count(True) == 1
    assert isinstance(events[-1], FINAL)
    return events


def text(events: list[Event]) -> str:
    return "".join(event.text for event in events if isinstance(event, TextDelta))


def test_loading_is_told_in_order() -> None:
    events: list[Event] = []
    Engine(starter_model(), events.append)
    *loading, ready = events
    fractions = [event.fraction for event in loading if isinstance(event, Loading)]
    assert len(fractions) == len(loading)
    assert fractions == sorted(fractions)
    assert fractions[0] == 0
    assert fractions[-1] == 1
    assert ready == Ready("Starter", ("en", "zh_CN"), answers=False)


def test_a_description_from_start_to_end(engine: Engine) -> None:
    events = describe(engine)
    assert events[0] == Started(1, "picture")
    finished = events[-1]
    assert isinstance(finished, Finished)
    assert finished.text == text(events)
    assert finished.words == count_words(finished.text)
    assert 20 <= finished.words <= 150
    assert finished.text.endswith(".")
    assert finished.sparc == engine.loaded.profile.use_sparc
    assert not finished.truncated
    assert sum(isinstance(event, TextDelta) for event in events) > 20  # it streams


def test_without_sparc_the_same_engine_gives_the_plain_description(engine: Engine) -> None:
    plain = describe(engine, sparc=False)
    describe(engine)
    again = describe(engine, sparc=False)
    assert text(again) == text(plain)
    assert isinstance(plain[-1], Finished)
    assert not plain[-1].sparc


def test_the_limit_of_words(engine: Engine) -> None:
    whole = text(describe(engine))
    finished = describe(engine, max_words=7)[-1]
    assert isinstance(finished, Finished)
    assert finished.words == 7
    assert finished.truncated
    assert whole.startswith(finished.text)


def test_cancelled_before_it_began(engine: Engine) -> None:
    assert describe(engine, cancelled=lambda: True) == [Cancelled(1)]


def test_cancelled_at_a_token(engine: Engine) -> None:
    events: list[Event] = []

    def after_five() -> bool:
        return sum(isinstance(event, TextDelta) for event in events) >= 5

    engine.describe(Request(1, Capture("picture", SAMPLE.read_bytes())), events.append, after_five)
    assert events[-1] == Cancelled(1)
    assert sum(isinstance(event, TextDelta) for event in events) == 5  # not one word more
    assert text(describe(engine)) == text(describe(engine))  # and nothing is left behind


def test_a_broken_picture_is_one_failure_and_the_engine_goes_on(engine: Engine) -> None:
    (failed,) = describe(engine, b"no picture")
    assert isinstance(failed, Failed)
    assert failed.failure.code == Code.IMAGE_NOT_RECOGNISED
    assert isinstance(describe(engine)[-1], Finished)


def page() -> Image.Image:
    image = Image.new("RGB", (640, 480), "white")
    for line in range(24):
        ImageDraw.Draw(image).text((10, line * 20), "The quick brown fox jumps over the lazy dog. " * 2, "black")
    return image


@pytest.mark.parametrize(
    "image",
    [
        pytest.param(Image.effect_noise((320, 240), 120), id="noise"),
        pytest.param(Image.radial_gradient("L"), id="gradient"),
        pytest.param(page(), id="page"),
    ],
)
def test_a_picture_unlike_its_world_gets_no_fairy_tale(engine: Engine, image: Image.Image) -> None:
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    (failed,) = describe(engine, buffer.getvalue())
    assert isinstance(failed, Failed)
    assert failed.failure.code == Code.IMAGE_UNFAMILIAR


def test_a_folder_without_a_model(tmp_path: Path) -> None:
    with pytest.raises(ExpectedError) as caught:
        Engine(tmp_path, lambda event: None)
    assert caught.value.failure.code == Code.MODEL_MISSING


def test_a_model_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text('{"model_type": "llava", "auto_map": {"AutoConfig": "evil.Config"}}')
    (tmp_path / "evil.py").write_text("raise SystemExit('code of the folder was run')")
    with pytest.raises(ExpectedError) as caught:
        Engine(tmp_path, lambda event: None)
    assert caught.value.failure.code == Code.MODEL_REFUSED


def test_pickled_weights_are_refused(tmp_path: Path) -> None:
    for file in starter_model().iterdir():
        if file.is_file() and file.suffix == ".json":
            (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "pytorch_model.bin").write_bytes(b"\x80\x04.")
    with pytest.raises(ExpectedError) as caught:
        Engine(tmp_path, lambda event: None)
    assert caught.value.failure.code == Code.MODEL_REFUSED
