"""So many sentences and nothing after them, however the text is cut into pieces."""

import random

import pytest

from sparc_desktop.engine.first_sentences import FirstSentences

ENGLISH = "This shows a small red boat. On it stands Mr. Smith at 5 p.m. in a hat. Birds fly above the boat. The end."
CHINESE = "图中有一艘红色的小船。船上站着一个人！上面有鸟在飞吗？是的。"
CASES = [
    (ENGLISH, 1, "This shows a small red boat."),
    (ENGLISH, 2, "This shows a small red boat. On it stands Mr. Smith at 5 p.m. in a hat."),
    (ENGLISH, 9, ENGLISH),
    (CHINESE, 1, "图中有一艘红色的小船。"),
    (CHINESE, 3, "图中有一艘红色的小船。船上站着一个人！上面有鸟在飞吗？"),
    ("Sure! Here is a boat on a lake. More", 1, "Sure! Here is a boat on a lake."),
    ("**Caption**\n\nHere is a boat on a lake. More", 1, "**Caption**\n\nHere is a boat on a lake."),
    ("A cat. A dog. A cow. A pig. A hen.", 1, "A cat. A dog. A cow."),
    ("The sign of the shop says “Exit.” It is red", 1, "The sign of the shop says “Exit.”"),
    ("A boat on a lake.\n\nMore", 1, "A boat on a lake."),
    ("- a boat\n- a lake\n- a bird", 1, "- a boat\n- a lake\n- a bird"),
    ("图中是猫。它在睡觉。", 1, "图中是猫。"),
    ("好的。图中是猫。它在睡觉。", 1, "好的。图中是猫。"),
    ("当然可以！图中是猫。它在睡觉。", 1, "当然可以！图中是猫。"),
    ("A boat without an end", 1, "A boat without an end"),
    ("A boat on a lake at 5 p.m. ", 1, "A boat on a lake at 5 p.m. "),
]


def pieces(text: str, rng: random.Random) -> list[str]:
    cut: list[str] = []
    while text:
        size = rng.choice((1, 1, 2, 3, 7, 40))
        cut.append(text[:size])
        text = text[size:]
    return cut


@pytest.mark.parametrize(("text", "count", "kept"), CASES)
def test_the_beginning_whatever_the_pieces(text: str, count: int, kept: str) -> None:
    for seed in range(20):
        first = FirstSentences(count)
        passed = "".join(first.feed(piece) for piece in pieces(text, random.Random(seed)))
        assert kept.startswith(passed)  # nothing has to be taken back
        assert passed + first.flush() == kept
        assert first.complete == (kept != text)


def test_what_is_complete_stays_so() -> None:
    first = FirstSentences(1)
    assert first.feed("This shows a small red boat. And") == "This shows a small red boat."
    assert first.feed(" more") == ""
    assert first.flush() == ""


def test_it_streams() -> None:
    first = FirstSentences(1)
    words = ["This ", "shows ", "a ", "red ", "boat", ".", " ", "And"]
    assert [first.feed(word) for word in words] == ["This ", "shows ", "a ", "red ", "boat", ".", "", ""]


def test_any_text_is_the_same_however_it_is_cut() -> None:
    parts = ["word", "Word", "Mr.", "e.g.", "3.5", "etc.", "你好", "。", "！", "”", '"', ".", "...", "?", ", ", " ",
             "\n", "\n\n", "- ", "1. ", "12", "# ", "**", "[", "](", ")", "…", "No. ", "p.m. "]  # fmt: skip
    for seed in range(400):
        rng = random.Random(seed)
        text = "".join(rng.choice(parts) for _ in range(rng.randint(1, 80)))
        results = set()
        for cut in ([text], list(text), pieces(text, rng)):
            first = FirstSentences(2)
            passed = "".join(first.feed(piece) for piece in cut) + first.flush()
            assert text.startswith(passed)
            assert first.complete or passed == text
            results.add(passed)
        assert len(results) == 1, text
