"""Explanations by the built-in model, whose world's truth is known."""

import io
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import Event, Finished
from sparc_desktop.domain.explanation import Explanation
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.domain.places import WHOLE, Part, outstanding
from sparc_desktop.domain.request import Request
from sparc_desktop.engine.engine import Engine
from sparc_desktop.evaluate.explain import encode, explain, settings_of
from sparc_desktop.evaluate.world.claim import ItemClaim
from sparc_desktop.evaluate.world.drawing import Scene, draw, patch_truth, sample
from sparc_desktop.evaluate.world.telling import read
from sparc_desktop.resources import assets, starter_model
from sparc_desktop.speech.sentences import SentenceSplitter

SAMPLE = sorted((assets() / "samples").glob("*.png"))[0]
SCENES = range(400, 410)  # of the validation split, other than those that the method was chosen on


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    engine = Engine(starter_model(), lambda event: None)
    used = engine.loaded.profile.model_copy(update={"use_sparc": True})
    engine.loaded = replace(engine.loaded, profile=used)
    yield engine


def split(text: str) -> list[str]:
    splitter = SentenceSplitter()
    return [*splitter.feed(text), *splitter.flush()]


def explained(engine: Engine, data: bytes, max_words: int = 400) -> Explanation:
    explanation = explain(engine, Capture("picture", data), max_words, split, lambda: False)
    assert explanation is not None
    return explanation


@pytest.fixture(scope="module")
def explanation(engine: Engine) -> Explanation:
    return explained(engine, SAMPLE.read_bytes())


def described(engine: Engine, sparc: bool) -> str:
    events: list[Event] = []
    engine.describe(Request(1, Capture("", SAMPLE.read_bytes()), sparc=sparc), events.append, lambda: False)
    assert isinstance(events[-1], Finished)
    return events[-1].text


def test_the_words_are_those_of_describe(engine: Engine, explanation: Explanation) -> None:
    for telling, sparc in ((explanation.with_sparc, True), (explanation.without, False)):
        assert " ".join(sentence.text for sentence in telling.sentences) == described(engine, sparc)
        assert telling.complete


def test_every_word_has_its_steps_and_every_sentence_its_map(engine: Engine, explanation: Explanation) -> None:
    for telling in (explanation.with_sparc, explanation.without):
        words = sum(len(sentence.text.split()) for sentence in telling.sentences)
        numbers = [step.word for step in telling.steps]
        assert numbers == sorted(numbers)
        assert set(numbers) == set(range(1, words + 1))
    assert explanation.seen == WHOLE
    for sentence in explanation.with_sparc.sentences:
        assert sentence.heat is not None
        assert len(sentence.heat.rows) * len(sentence.heat.rows[0]) == engine.loaded.model.config.image_seq_length


def test_the_shares_are_shares_and_sparc_raises_them(explanation: Explanation) -> None:
    for step in explanation.with_sparc.steps:
        assert 0 < step.own <= step.share < 1
    assert any(step.share > step.own + 0.001 for step in explanation.with_sparc.steps)
    assert all(step.own == pytest.approx(step.share) for step in explanation.without.steps)
    # Until something was selected the two decodings are one.
    first, plain = explanation.with_sparc.steps[0], explanation.without.steps[0]
    assert first.share == pytest.approx(plain.share, abs=1e-5)


def test_the_limit_of_words(engine: Engine) -> None:
    short = explained(engine, SAMPLE.read_bytes(), max_words=7)
    assert not short.with_sparc.complete
    (sentence,) = short.with_sparc.sentences
    assert len(sentence.text.split()) == 7
    assert short.with_sparc.steps[-1].word == 7
    assert sentence.heat is not None


def test_where_the_model_looked_is_where_the_thing_is(engine: Engine) -> None:
    """Of the sentences that name a thing that is there, nearly all name a part of the picture that shows some of it."""
    right, total = 0, 0
    for seed in SCENES:
        scene = sample("validation", seed, count=5)
        buffer = io.BytesIO()
        draw(scene).save(buffer, "PNG")
        for sentence in explained(engine, buffer.getvalue()).with_sparc.sentences:
            told = {claim.item.kind for claim in read(sentence.text, "en") if isinstance(claim, ItemClaim)}
            things = [index for index, thing in enumerate(scene.things) if thing.kind in told]
            assert sentence.heat is not None
            if things:
                named = outstanding(sentence.heat)
                total += 1
                right += bool(named) and shows(scene, things, named[0])
    assert total > 15
    assert right / total > 0.85


def shows(scene: Scene, things: list[int], part: Part) -> bool:
    """Whether some of one of the things is seen in the part, or at its edge."""
    across, cells = 4, patch_truth(scene, 12)
    top, left = part.row * across, part.column * across
    return bool(np.isin(cells[max(top - 1, 0) : top + across + 1, max(left - 1, 0) : left + across + 1], things).any())


def test_cancelled(engine: Engine) -> None:
    assert explain(engine, Capture("", SAMPLE.read_bytes()), 400, split, lambda: True) is None


def test_what_can_not_be_described_can_not_be_explained(engine: Engine) -> None:
    buffer = io.BytesIO()
    Image.effect_noise((320, 240), 120).save(buffer, "PNG")
    for data, code in ((b"no picture", Code.IMAGE_NOT_RECOGNISED), (buffer.getvalue(), Code.IMAGE_UNFAMILIAR)):
        with pytest.raises(ExpectedError) as caught:
            explained(engine, data)
        assert caught.value.failure.code == code


def test_a_model_that_sparc_does_not_go_with(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    class Loaded:
        profile = engine.loaded.profile
        sparc = None

    monkeypatch.setattr(engine, "loaded", Loaded)
    with pytest.raises(ExpectedError) as caught:
        settings_of(engine)
    assert caught.value.failure.code == Code.MODEL_UNEXPLAINED


def test_the_picture_is_made_anew_upright_and_bare() -> None:
    image = Image.radial_gradient("L").resize((2000, 1000)).convert("RGB")
    image.info.update(comment=b"SECRET", icc_profile=b"SECRET", exif=b"Exif\0\0SECRET", xmp=b"SECRET")
    made = encode(image, 1024)
    assert (made.width, made.height) == (1024, 512)
    assert b"SECRET" not in made.data
    assert Image.open(io.BytesIO(made.data)).size == (1024, 512)
    assert made.media_type == "image/jpeg"
    assert encode(Image.new("RGB", (64, 64), "red"), 1024).media_type == "image/png"
    assert image.info["comment"] == b"SECRET"  # the caller's own is left as it is
