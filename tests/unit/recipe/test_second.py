"""The recipe of the second edition, on a toy of a network: what is learned from is true, and it goes on after a cut."""

from pathlib import Path

import numpy as np
import pytest
import torch
from transformers import PreTrainedTokenizerFast

from models.starter.second import train as training
from models.starter.second.batch import CONTROLS, IGNORED, Batches, prompt_before
from models.starter.second.examples import Mixture, example, example_texts
from models.starter.second.network import SIZES, build_network
from models.starter.second.tokenizer import train_tokenizer
from sparc_desktop.engine.prompts import PROMPTS

SIZE = SIZES["trial"]
DRAWINGS, SCREENS, FOREIGN = Mixture((3,), 0, 0), Mixture((3,), 1, 0), Mixture((3,), 0, 1)


@pytest.fixture(scope="module")
def tokenizer() -> PreTrainedTokenizerFast:
    return train_tokenizer(60)


def test_what_patches_of_a_drawing_are_named_by_is_told_of_it() -> None:
    made = example(1, DRAWINGS, 8)
    assert len(made.names) == 4
    named = {made.names[index] for index in np.unique(made.grid[made.grid >= 0])}
    assert named == set(made.names[:3])
    assert made.is_background.any()
    inside = made.boxes[~made.is_background]
    assert np.isfinite(inside).all()
    assert ((inside[:, :2] >= 0) & (inside[:, :2] <= 1)).all()


def test_patches_of_a_screen_are_named_by_the_words_on_it() -> None:
    texts = [example(seed, SCREENS, 20) for seed in range(8)]
    words = [{e.names[i] for i in np.unique(e.grid[e.grid > e.ground])} for e in texts]
    assert sum(map(len, words)) > 20
    for made, found in zip(texts, words, strict=True):
        long = made.wording in (PROMPTS["en"]["everything"], PROMPTS["zh_CN"]["everything"])
        assert not long or all(word in made.told for word in found)


def test_the_same_number_is_the_same_picture() -> None:
    first, second = (example(5, SCREENS, 8) for _ in range(2))
    assert first.told == second.told
    assert np.array_equal(np.asarray(first.picture), np.asarray(second.picture))
    assert example(6, SCREENS, 8).told != first.told


def test_a_batch_fits_the_network(tokenizer: PreTrainedTokenizerFast) -> None:
    mixed = [example(1, DRAWINGS, SIZE.grid), example(1, SCREENS, SIZE.grid), example(1, FOREIGN, SIZE.grid)]
    batch = Batches(tokenizer, SIZE, 3, 0, DRAWINGS).batch(mixed)
    assert batch.pixels.shape == (3, 3, SIZE.side, SIZE.side)
    assert batch.words.shape == batch.controls.shape == (3, SIZE.grid**2)
    assert batch.has_text.tolist() == [True, True, False]
    assert (batch.words[2] == tokenizer.unk_token_id).all()
    assert batch.patterns[2] == IGNORED
    assert (batch.controls[0] == CONTROLS.index("nothing")).all()
    assert batch.controls[1].sum() > 0
    told = tokenizer.decode(batch.told[0][batch.weights[0] > 0], skip_special_tokens=True)
    assert told.strip() == mixed[0].told
    asked = tokenizer.decode([*prompt_before(tokenizer), tokenizer.image_token_id, *batch.told[0]])
    assert mixed[0].wording in asked


def test_captions_are_written_in_both_languages_without_unknown_words(tokenizer: PreTrainedTokenizerFast) -> None:
    texts = list(example_texts(40))
    assert any("一" in text for text in texts)
    assert any(" the " in text for text in texts)
    assert all(tokenizer.unk_token_id not in tokenizer(text).input_ids for text in texts)


def test_training_goes_on_where_it_was_cut(
    tokenizer: PreTrainedTokenizerFast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mixture = Mixture((1, 2), screens=0.3, foreign=0.3)
    plan = (training.Stage("see", 8, mixture, 1e-3, 4), training.Stage("both", 8, mixture, 1e-3, 4))
    monkeypatch.setattr(training, "PLAN", plan)

    def run(folder: Path, minutes: float) -> tuple[bool, dict[str, torch.Tensor]]:
        torch.manual_seed(0)
        model = build_network(tokenizer, SIZE)
        done = training.train(model, tokenizer, SIZE, folder, scale=1, minutes=minutes, workers=0)
        return done, model.state_dict()

    whole, parts = tmp_path / "whole", tmp_path / "parts"
    whole.mkdir()
    parts.mkdir()
    done, at_once = run(whole, 60)
    assert done
    cuts = 0
    while not (result := run(parts, 0))[0]:
        cuts += 1
    assert cuts == 2
    assert all(torch.allclose(value, result[1][name], atol=1e-4) for name, value in at_once.items())
