"""Whole sentences out of pieces."""

import random
import re

import pytest

from sparc_desktop.domain.words import WORD
from sparc_desktop.speech.sentences import LONG, TOO_LONG, SentenceSplitter

CASES = [
    ("Hello there. How are you? Fine!", ["Hello there.", "How are you?", "Fine!"]),
    ("No full stop at the end", ["No full stop at the end"]),
    ("", []),
    (" \n\n ... -- \n", []),
    ("Mr. and Mrs. Smith met Dr. Who. They left.", ["Mr. and Mrs. Smith met Dr. Who.", "They left."]),
    ("Fruit, e.g. a pear, i.e. food. Yes.", ["Fruit, e.g. a pear, i.e. food.", "Yes."]),
    ("J. R. Smith of the U.S. Army spoke.", ["J. R. Smith of the U.S. Army spoke."]),
    ("It was you and I. Then we left.", ["It was you and I.", "Then we left."]),
    ("It is 3.5 m. tall and costs 1,000.50. Cheap.", ["It is 3.5 m. tall and costs 1,000.50.", "Cheap."]),
    ("At 5 p.m. the bell rang. At 6 p.m. We left.", ["At 5 p.m. the bell rang.", "At 6 p.m.", "We left."]),
    ("Cups, plates, etc. stand there. Cups etc. They stand.",
     ["Cups, plates, etc. stand there.", "Cups etc.", "They stand."]),
    ("See No. 5 and Fig. 3. No. It is not.", ["See No. 5 and Fig. 3.", "No.", "It is not."]),
    ("It was in 1999. Then it went.", ["It was in 1999.", "Then it went."]),
    ("Well... maybe. Then... Nothing", ["Well... maybe.", "Then...", "Nothing"]),
    ("Wait… what? Stop… Go.", ["Wait… what?", "Stop…", "Go."]),
    ("What?! Really!!! Yes.", ["What?!", "Really!!!", "Yes."]),
    ('"Stop!" he said. "Go." She went.', ['"Stop!" he said.', '"Go."', "She went."]),
    ("It says “Exit.” It is red (dark red.) The end.", ["It says “Exit.”", "It is red (dark red.)", "The end."]),
    ("Open example.com or a file.txt now. Ok.", ["Open example.com or a file.txt now.", "Ok."]),
    ("你好。世界！真的吗？", ["你好。", "世界！", "真的吗？"]),
    ("窗口问“您确定吗？”，下面有两个按钮。好。", ["窗口问“您确定吗？”，下面有两个按钮。", "好。"]),
    ("他说“好！”。她走了。", ["他说“好！”。", "她走了。"]),
    ("他说“好！”她走了。", ["他说“好！”", "她走了。"]),
    ("他说：“走吧。”她走了……然后3.5元。", ["他说：“走吧。”", "她走了……然后3.5元。"]),
    ("图中有一只猫!它在睡觉?是的。", ["图中有一只猫!", "它在睡觉?", "是的。"]),
    ("**Bold.** Then *soft* and ***both***, `code` and __more__.", ["Bold.", "Then soft and both, code and more."]),
    ("**One sentence. Two sentences.** Three.", ["One sentence.", "Two sentences.", "Three."]),
    ("这是*强调*的**词语**。", ["这是强调的词语。"]),
    ("# The Title\nText goes on\nhere. ## not a heading", ["The Title", "Text goes on here.", "not a heading"]),
    ("## About C# ##\n\nIt is 2*3 and snake_case.", ["About C#", "It is 2*3 and snake_case."]),
    ("Objects:\n- a cat\n* a dog\n+ a cow\n  - a calf", ["Objects:", "a cat", "a dog", "a cow", "a calf"]),
    ("1. First thing\n2. Second thing. Long", ["1. First thing", "2. Second thing.", "Long"]),
    ("See [the page. No. 2](http://a.b/c.d?e=f. g) and ![a cat](x.png). Done.",
     ["See the page. No. 2 and a cat.", "Done."]),
    ("A list [1] of [three words] here. Next [", ["A list [1] of [three words] here.", "Next ["]),
    ("> Quoted text\n\n---\n\nAfter it\r\n\r\nthe end", ["Quoted text", "After it", "the end"]),
    ("A paragraph\n\nAnother one", ["A paragraph", "Another one"]),
    ("Look 😀. 😀", ["Look 😀.", "😀"]),
]  # fmt: skip


def split(text: str, rng: random.Random | None = None) -> list[str]:
    splitter = SentenceSplitter()
    sentences: list[str] = []
    while text:
        size = rng.choice((1, 1, 2, 3, 7, 40)) if rng else len(text)
        sentences += splitter.feed(text[:size])
        text = text[size:]
    return sentences + splitter.flush()


@pytest.mark.parametrize(("text", "sentences"), CASES)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


@pytest.mark.parametrize("text", [text for text, _ in CASES] + [" ".join(text for text, _ in CASES)])
def test_the_same_sentences_whatever_the_pieces(text: str) -> None:
    for seed in range(8):
        assert split(text, random.Random(seed)) == split(text)


def test_random_text_keeps_its_words_and_its_sentences() -> None:
    parts = ["word", "Word", "Mr.", "e.g.", "3.5", "etc.", "你好", "。", "！", "”", '"', ".", "...", "?", ", ", "，",
             " ", " ", "\n", "\n\n", "- ", "1. ", "# ", "**", "*", "`", "[", "]", "](", ")", "…",
             "No. ", "p.m. "]  # fmt: skip
    for seed in range(300):
        rng = random.Random(seed)
        text = "".join(rng.choice(parts) for _ in range(rng.randint(1, 120)))
        whole = split(text)
        assert split(text, rng) == whole
        if "](" not in text:  # what a link points to is dropped
            assert letters("".join(whole)) == letters(text)


def letters(text: str) -> str:
    return "".join(re.findall(r"[a-z你好\d]", text.lower()))


def test_a_sentence_comes_as_soon_as_it_is_sure() -> None:
    splitter = SentenceSplitter()
    assert splitter.feed("The cat sits. ") == ["The cat sits."]
    assert splitter.feed("It is 3.") == []
    assert splitter.feed("5 m. tall") == []
    assert splitter.feed(" 。") == []
    assert splitter.feed("猫") == ["It is 3.5 m. tall 。"]


def test_flush_makes_it_as_new() -> None:
    splitter = SentenceSplitter()
    splitter.feed("Half a")
    assert splitter.flush() == ["Half a"]
    assert splitter.flush() == []
    assert splitter.feed("New. One") == ["New."]


@pytest.mark.parametrize("comma", [", ", "，", "、", "; ", " – "])
def test_long_sentences_are_broken_at_commas(comma: str) -> None:
    text = comma.join(["seven words stand in this small part"] * 20) + "."
    sentences = split(text)
    assert len(sentences) > 2
    assert all(len(sentence) <= LONG for sentence in sentences)
    assert WORD.findall(" ".join(sentences)) == WORD.findall(text)


def test_without_commas_words_are_kept_whole() -> None:
    text = "word " * 300
    assert all(len(sentence) <= TOO_LONG for sentence in split(text))
    assert " ".join(split(text)).split() == text.split()
    assert "".join(split("很" * 1000)) == "很" * 1000


def test_a_comma_near_the_beginning_breaks_nothing_off() -> None:
    assert len(split("However, " + "word " * 50 + "end.")) == 1
