"""Which step belongs to which sentence and word, and what a sentence's map is."""

import pytest
import torch

from sparc_desktop.domain.places import WHOLE, outstanding
from sparc_desktop.evaluate.attribution import heat_maps, sentence_ends, sentence_of_steps, word_of_steps
from sparc_desktop.evaluate.picture_grid import PictureGrid
from sparc_desktop.speech.sentences import SentenceSplitter

GRID = PictureGrid(3, 3, WHOLE)


def split(text: str) -> list[str]:
    splitter = SentenceSplitter()
    return [*splitter.feed(text), *splitter.flush()]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A cat. A dog sits.", ["cat.", "sits."]),
        ("A **cat**. *A dog* sits.\n", ["cat**.", "sits."]),
        ("一只猫。一条狗。", ["猫。", "狗。"]),
        ("One cat", ["cat"]),
        ("# A cat\n\n- one [tail](http://a.b)\n- two ears", ["cat", "[tail]", "ears"]),
        ("", []),
    ],
)
def test_where_sentences_end(text: str, words: list[str]) -> None:
    ends = sentence_ends(text, split(text))
    told = [text[begin:end] for begin, end in zip([0, *ends], ends, strict=False)]
    assert "".join(told) == text
    # A mark behind the last letter, or a link's address, may go to the sentence after it; a word may not.
    assert [word.rstrip("]*.。") in part for word, part in zip(words, told, strict=True)] == [True] * len(words)


def test_a_step_belongs_to_the_sentence_of_its_last_character() -> None:
    text = "A cat. A dog."
    lengths = [1, 5, 6, 8, 12, 13]  # "A", " cat", ".", " A", " dog", "."
    assert sentence_of_steps(lengths, sentence_ends(text, split(text))) == [0, 0, 0, 1, 1, 1]


def test_a_step_that_completes_no_character_belongs_to_the_next() -> None:
    assert sentence_of_steps([1, 2, 2, 2, 3], [2, 3]) == [0, 0, 1, 1, 1]


def test_words_of_steps() -> None:
    text = "A cat. A dog."
    assert word_of_steps(text, [1, 3, 5, 6, 8, 12, 13]) == [1, 2, 2, 2, 3, 4, 4]
    assert word_of_steps("「猫」", [1, 2, 3]) == [1, 1, 1]


def test_a_map_is_what_a_sentence_has_beyond_the_others_not_what_always_draws() -> None:
    attention = torch.full((4, 9), 0.01)
    attention[:, 8] = 0.5  # a sink
    attention[:2, 0] = 0.1
    attention[2:, 4] = 0.1
    first, second = heat_maps(attention, [0, 0, 1, 1], 2, GRID)
    assert first is not None
    assert second is not None
    assert [(part.row, part.column) for part in outstanding(first)] == [(0, 0)]
    assert [(part.row, part.column) for part in outstanding(second)] == [(1, 1)]
    assert first.weight == pytest.approx(0.09 / attention[0].sum().item())


def test_one_sentence_has_no_others_and_a_sentence_without_steps_no_map() -> None:
    attention = torch.eye(9)[:1]
    only, none = heat_maps(attention, [0], 2, GRID)
    assert none is None
    assert only is not None
    assert outstanding(only)[0].share == pytest.approx(1)
