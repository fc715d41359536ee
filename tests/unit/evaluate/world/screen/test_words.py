"""The vocabulary of screens: large enough, in both languages, and none of it said twice."""

import re

import numpy as np

from sparc_desktop.evaluate.world.screen.choices import SAYS
from sparc_desktop.evaluate.world.screen.words import ROLES, made_up, vocabulary, words

CHINESE = re.compile("[\u4e00-\u9fff]")


def test_there_are_more_than_five_hundred_words_in_both_languages() -> None:
    assert len(vocabulary()) >= 600
    assert (
        len({word.english for word in vocabulary()})
        == len({word.chinese for word in vocabulary()})
        == len(vocabulary())
    )


def test_each_is_spelled_in_its_language() -> None:
    for word in vocabulary():
        assert word.spelled("en").isascii()
        assert CHINESE.search(word.spelled("zh_CN")), word
        assert word.english == word.english.strip() and word.chinese == word.chinese.strip()


def test_every_kind_of_control_finds_words_in_its_roles() -> None:
    assert {role for roles in SAYS.values() for role in roles} <= set(ROLES)
    assert all(len(words(role)) >= 30 for role in ROLES)


def test_made_up_words_are_the_same_for_the_same_chance_and_not_in_the_list() -> None:
    def several(seed: int) -> list[str]:
        rng = np.random.default_rng(seed)
        return [made_up(rng, "zh_CN") for _ in range(50)]

    assert several(1) == several(1) != several(2)
    assert not set(several(1)) & {word.chinese for word in vocabulary()}
