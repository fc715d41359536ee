"""The list of models: that it can be read, says what the issue of choosing needs, and adds up."""

import pytest

from sparc_desktop.models.catalogue import Entry, catalogue, entry
from sparc_desktop.sparc.config import PUBLISHED_TAU
from sparc_desktop.translation import use_language
from tests.unit.engine.test_picture_size import MEASURED

WANTED = ("llava-1.5-7b", "llava-v1.6-vicuna-7b", "Qwen2-VL-2B", "Qwen2.5-VL-3B", "Qwen3-VL-4B", "SmolVLM2-256M",
          "SmolVLM2-500M", "SmolVLM2-2.2B", "InternVL3-1B-hf", "gemma-3-4b-it", "llava-onevision")  # fmt: skip


@pytest.mark.parametrize("name", WANTED)
def test_the_families_that_people_ask_for_are_there(name: str) -> None:
    assert any(name in each.id for each in catalogue())


def test_each_model_is_there_once() -> None:
    assert len({each.id for each in catalogue()}) == len({each.name for each in catalogue()}) == len(catalogue())


@pytest.mark.parametrize("model", catalogue(), ids=lambda model: model.name)
def test_numbers_add_up(model: Entry) -> None:
    assert 0 < model.text < model.parameters
    assert model.download in (2 * model.parameters, 4 * model.parameters), "weights in 2 bytes, or in 4"
    assert 0.5 * model.parameters < model.size(4) < model.size(16) == 2 * model.parameters


@pytest.mark.parametrize("model", catalogue(), ids=lambda model: model.name)
def test_what_it_is_good_at_is_told_in_both_languages(model: Entry) -> None:
    told = set()
    for language in ("en", "zh_CN"):
        use_language(language)
        told.add(model.remark)
    use_language("en")
    assert len(told) == 2
    assert all(told)


def test_published_settings_are_claimed_of_published_families_alone() -> None:
    families = {"llava": "llava-1.5", "llava_next": "llava-v1.6", "qwen2_vl": "Qwen2-VL"}
    assert set(families) == set(PUBLISHED_TAU)
    claimed = [each.id for each in catalogue() if each.sparc == "published"]
    assert claimed
    assert all(any(part in id for part in families.values()) for id in claimed)


@pytest.mark.parametrize("model", catalogue(), ids=lambda model: model.name)
def test_tokens_are_those_that_were_measured(model: Entry) -> None:
    alike = "SmolVLM2 500M" if model.name == "SmolVLM2 256M" else model.name
    (on_cpu, on_card) = next(row[-2:] for name, row in MEASURED.items() if alike.startswith(name))
    assert model.tokens == (max(on_cpu), max(on_card))


def test_an_id_is_found_however_its_letters_are_written() -> None:
    assert entry("qwen/qwen3-vl-2b-instruct") is entry("Qwen/Qwen3-VL-2B-Instruct") is not None
    assert entry("Qwen/Qwen3-VL-2B") is None
