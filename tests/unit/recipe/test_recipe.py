"""The recipe of the built-in model: what it trains on is what the program later sees."""

import numpy as np
import pytest
import torch
from transformers import LlavaForConditionalGeneration, PreTrainedTokenizerFast

from models.starter.recipe.network import GRID, build_network, build_processor
from models.starter.recipe.pictures import IGNORED, JPEG_SHARE, Batch, Pictures, draw_scene, pixels
from models.starter.recipe.tokenizer import REQUEST, train_tokenizer
from models.starter.recipe.train import Seeing, Telling
from sparc_desktop.evaluate.world import caption, sample

STRANGERS = 1


@pytest.fixture(scope="module")
def tokenizer() -> PreTrainedTokenizerFast:
    return train_tokenizer()


@pytest.fixture(scope="module")
def batch(tokenizer: PreTrainedTokenizerFast) -> Batch:
    return next(iter(Pictures(tokenizer, 4, 0, (3,), STRANGERS)))


@pytest.fixture
def model(tokenizer: PreTrainedTokenizerFast) -> LlavaForConditionalGeneration:
    torch.manual_seed(0)
    return build_network(tokenizer)


def test_no_word_of_the_world_is_unknown(tokenizer: PreTrainedTokenizerFast) -> None:
    for seed in range(300):
        text = caption(sample("test", seed))
        ids = tokenizer(f" {text}", add_special_tokens=False).input_ids
        assert tokenizer.unk_token_id not in ids
        assert tokenizer.decode(ids) == text
    assert tokenizer.unk_token_id not in tokenizer(REQUEST).input_ids


def test_the_processor_gives_what_was_trained_on(tokenizer: PreTrainedTokenizerFast) -> None:
    scene, seed = sample("train", 3), 3
    picture = draw_scene(scene, seed)
    given = build_processor(tokenizer).image_processor(picture, return_tensors="pt")["pixel_values"][0]
    trained = pixels(picture, next(s for s in range(100) if not _damaged(s)))
    assert given.shape == trained.shape
    assert (given - trained).abs().max() < 0.02


def _damaged(seed: int) -> bool:
    return bool(np.random.default_rng(seed).random() < JPEG_SHARE)


def test_a_batch_is_what_it_says(tokenizer: PreTrainedTokenizerFast, batch: Batch) -> None:
    assert batch.words.shape == (4, GRID**2)
    for row in range(4 - STRANGERS):
        scene = sample("train", row, 3)
        told = tokenizer.decode(batch.captions[row][batch.weights[row] > 0], skip_special_tokens=True)
        assert told == caption(scene)
        named = {tokenizer.decode([word]) for word in batch.words[row].tolist()}
        assert named <= {kind.split()[0] for kind in scene.kinds} | {scene.background.colour}
        assert scene.background.colour in named
    assert (batch.words[-STRANGERS:] == tokenizer.unk_token_id).all()
    assert (batch.weights[-STRANGERS:] == 0).all()
    assert (batch.patterns[-STRANGERS:] == IGNORED).all()


def test_seeing_trains_the_tower_and_not_the_text(model: LlavaForConditionalGeneration, batch: Batch) -> None:
    loss, _ = Seeing(model)(batch)
    loss.backward()
    assert model.model.vision_tower.embeddings.patch_embedding.weight.grad.abs().sum() > 0
    assert all(weight.grad is None for weight in model.model.language_model.layers.parameters())


def test_telling_trains_the_text_and_with_it_only_an_unfrozen_tower(
    model: LlavaForConditionalGeneration, tokenizer: PreTrainedTokenizerFast, batch: Batch
) -> None:
    loss, _ = Telling(model, tokenizer, frozen=True)(batch)
    loss.backward()
    assert all(weight.grad is None for weight in model.model.vision_tower.parameters())
    assert all(weight.grad.abs().sum() > 0 for weight in model.model.language_model.layers.parameters())
    loss, _ = Telling(model, tokenizer, frozen=False)(batch)
    loss.backward()
    assert model.model.vision_tower.embeddings.patch_embedding.weight.grad.abs().sum() > 0
