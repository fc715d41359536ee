"""Captions are as long as asked for, in the order of salience, and the same for the same arguments."""

import re
from dataclasses import replace

import pytest

from sparc_desktop.domain.language import LANGUAGES, Language
from sparc_desktop.domain.length import LENGTHS
from sparc_desktop.domain.words import WORD, count_words
from sparc_desktop.evaluate.world import drawing, screen
from sparc_desktop.evaluate.world.claim import ItemClaim
from sparc_desktop.evaluate.world.facts import Facts, Ground, Item, Relation, Size
from sparc_desktop.evaluate.world.screen.picture import render
from sparc_desktop.evaluate.world.telling import read, words, write
from sparc_desktop.evaluate.world.telling.chinese import Chinese
from sparc_desktop.evaluate.world.telling.english import English
from sparc_desktop.evaluate.world.telling.signs import signs
from sparc_desktop.evaluate.world.telling.speech import Speech
from tests.unit.evaluate.world.telling.made_up import MadeUp

DOGS = Facts(
    "drawing",
    Ground("blue", "bricks"),
    (
        Item("elephant", size="large", place="centre"), Item("dog", size="small", place="top left"),
        Item("circle", "red", "small", "left"), Item("dog", size="small", place="bottom"),
    ),
    (Relation(2, "left of", 0), Relation(0, "behind", 1)),
)  # fmt: skip
DIALOG = Facts(
    "screen",
    Ground("grey", "plain"),
    (
        Item("dialog", label="Confirm", place="centre"), Item("label", label="Are you sure?", within=0),
        Item("check box", label="Mute", state="checked", within=0), Item("slider", label="Volume", value=40, within=0),
        Item("list", within=0), Item("list item", label="a.txt", within=4),
        Item("list item", label="b.txt", state="selected", within=4), Item("button", label="OK", within=0),
    ),
)  # fmt: skip


def captions(facts: Facts, language: Language, length: str = "everything", count: int = 60) -> list[str]:
    return [write(facts, language, length, seed) for seed in range(count)]


def test_the_same_arguments_give_the_same_caption_and_seeds_vary_it() -> None:
    assert captions(DOGS, "en") == captions(DOGS, "en")
    assert len(set(captions(DOGS, "en"))) > 55


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("en", ("a large elephant", "two small dogs: one at the top left and one at the bottom", "a small red circle",
                "a background of blue bricks", "four things", "behind the elephant")),
        ("zh_CN", ("一头大的大象", "两只小狗：一只在左上角，一只在下方", "一个红色的小圆形",
                   "蓝色砖墙", "四个东西", "大象在圆形的右边")),
    ],
)  # fmt: skip
def test_drawings_are_told_in_phrases_like_these(language: Language, parts: tuple[str, ...]) -> None:
    facts = replace(DOGS, relations=(Relation(2, "left of", 0), Relation(2, "behind", 0)))
    every = " ".join(captions(facts, language, count=300))
    for part in parts:
        assert part in every, part


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("en", ("a dialog titled “Confirm”", "a label that says “Are you sure?”", "a checked check box “Mute”",
                "a slider “Volume” at 40 percent", "a list, which has two list items: “a.txt” and “b.txt” (selected).",
                "The dialog “Confirm” also has a button")),
        ("zh_CN", ("一个标题为“Confirm”的对话框", "一个写着“Are you sure?”的标签", "一个已勾选的复选框“Mute”",
                   "一个滑块“Volume”（40%）", "一个列表，里面有两个列表项：“a.txt”和“b.txt”（已选中）。",
                   "对话框“Confirm”里还有一个")),
    ],
)  # fmt: skip
def test_screens_are_told_in_phrases_like_these(language: Language, parts: tuple[str, ...]) -> None:
    every = " ".join(captions(DIALOG, language, count=300))
    for part in parts:
        assert part in every, part


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("length", "most"), [("sentence", 1), ("short", 3)])
def test_short_captions_have_as_few_sentences_as_asked_for(language: Language, length: str, most: int) -> None:
    for seed in range(80):
        for facts in (MadeUp(seed).drawing(), MadeUp(seed).screen()):
            caption = write(facts, language, length, seed)
            assert 1 <= sum(sign.term.sort == "end" for sign in signs(caption, language)) <= most


@pytest.mark.parametrize("language", LANGUAGES)
def test_long_captions_have_thirty_to_three_hundred_words(language: Language) -> None:
    most = {"en": 300, "zh_CN": 400}[language]  # a Chinese character is counted as a word, and most words have two
    drawings = [drawing.sample("train", seed, count=count) for count in (1, 2, 20) for seed in range(4)]
    screens = [screen.sample("train", seed) for seed in range(40)]
    for seed, facts in enumerate([*map(drawing.facts, drawings), *(render(plan, 256).facts for plan in screens)]):
        for length in ("detailed", "everything"):
            assert 30 <= count_words(write(facts, language, length, seed)) <= most


@pytest.mark.parametrize("language", LANGUAGES)
def test_things_are_told_in_the_order_of_salience_unless_another_is_asked_for(language: Language) -> None:
    kinds = ("cow", "pig", "owl", "tulip", "bus", "tent")
    sizes: tuple[Size, ...] = ("large",) * 3 + ("small",) * 3
    items = tuple(Item(kind, size=size, place="left") for kind, size in zip(kinds, sizes, strict=True))
    facts = Facts("drawing", Ground("white", "plain"), items)

    def told(seed: int, order: str) -> tuple[str, ...]:
        claims = read(write(facts, language, "detailed", seed, order=order), language)
        return tuple(claim.item.kind for claim in claims if isinstance(claim, ItemClaim))

    assert {told(seed, "salience") for seed in range(20)} == {kinds}
    assert len({told(seed, "random") for seed in range(20)}) > 15
    by_sizes = {told(seed, "sizes") for seed in range(20)}
    assert len(by_sizes) > 10
    assert {frozenset(each[:3]) for each in by_sizes} == {frozenset(kinds[:3])}


def test_articles_go_by_sound() -> None:
    kinds = ("unicorn", "umbrella", "hourglass", "house", "eye")
    facts = Facts("drawing", Ground("white", "plain"), tuple(Item(kind, place="left") for kind in kinds))
    articles = re.findall(rf"(an?) ({'|'.join(kinds)})", " ".join(captions(facts, "en")))
    assert set(articles) == set(zip(("a", "an", "an", "a", "an"), kinds, strict=True))


def test_a_place_does_not_come_between_a_thing_and_what_it_holds() -> None:
    sentences = re.split(r"\. ", " ".join(captions(DIALOG, "en", count=200)))
    assert any(re.search(r"“Confirm”, which", sentence) for sentence in sentences)
    assert not [sentence for sentence in sentences if re.search(r"(centre|middle|picture), which (has|con)", sentence)]


def test_relations_are_told_of_things_that_words_can_tell_apart() -> None:
    everything, detailed = (" ".join(captions(DOGS, "en", length)) for length in ("everything", "detailed"))
    assert "to the left of" in everything
    assert "to the left of" not in detailed  # only what touches
    assert "behind" not in everything  # which of the two dogs?


def test_a_relation_can_be_told_either_way() -> None:
    every = " ".join(captions(replace(DOGS, relations=(Relation(2, "behind", 0),)), "en", count=200))
    for part in (
        "The circle is behind the elephant.",
        "The elephant is in front of the circle.",
        ", behind the elephant.",
    ):
        assert part in every


@pytest.mark.parametrize("speech", [English, Chinese])
def test_no_form_of_a_sentence_names_things_places_or_relations_by_itself(speech: type[Speech]) -> None:
    language: Language = "en" if speech is English else "zh_CN"
    for form in speech.sentences.all():
        found = {sign.term.sort for sign in signs(re.sub(r"\{\w+\}", "", form), language)}
        assert found <= {"article", "background", "end", "holds", "inside", "it", "nothing", "number", "pause"}, form


def test_words_are_all_that_captions_are_made_of_but_for_what_is_quoted() -> None:
    known = set(words())
    assert len(known) == len(words())
    for seed in range(50):
        for facts in (MadeUp(seed).drawing(), MadeUp(seed).screen()):
            for language in LANGUAGES:
                for length in LENGTHS:
                    bare = re.sub("“[^”]*”", "“”", write(facts, language, length, seed))
                    found = {*WORD.findall(re.sub(r"\d", " ", bare)), *re.findall(r"[^\w\s]", bare)}
                    assert found <= known, found - known
