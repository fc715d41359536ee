"""Claims with their positions, in whatever words a model may put them."""

import numpy as np
import pytest

from sparc_desktop.domain.language import LANGUAGES, Language
from sparc_desktop.evaluate.world.claim import Claim, GroundClaim, ItemClaim, RelationClaim, TotalClaim
from sparc_desktop.evaluate.world.facts import Ground, Item
from sparc_desktop.evaluate.world.telling import read, words, write
from tests.unit.evaluate.world.telling.made_up import MadeUp


def items(caption: str, language: Language = "en") -> list[Item]:
    return [claim.item for claim in read(caption, language) if isinstance(claim, ItemClaim)]


def test_positions_are_those_of_the_names_in_the_order_of_the_caption() -> None:
    caption = (
        "A drawing of two things on a plain red background. There is a “big dog” icon. The cow is behind the icon."
    )
    assert read(caption, "en") == [
        TotalClaim(2, caption.index("things"), 4, 0),
        GroundClaim(Ground("red", "plain"), caption.index("background"), 9, 0),
        ItemClaim(Item("icon", label="big dog"), caption.index("icon"), 15, 1),
        ItemClaim(Item("cow"), caption.index("cow"), 17, 2),
        RelationClaim(Item("cow"), "behind", Item("icon"), caption.index("behind"), 19, 2),
    ]


def test_positions_in_chinese_are_counted_in_characters() -> None:
    caption = "有一只小狗在左边。狗的后面是两棵棕榈树。"
    dog, tree = Item("dog", size="small", place="left"), Item("palm tree")
    assert read(caption, "zh_CN") == [
        ItemClaim(dog, 4, 4, 0),
        RelationClaim(tree, "behind", Item("dog"), 10, 9, 1),
        ItemClaim(tree, 16, 15, 1),
        ItemClaim(tree, 16, 15, 1),
    ]


def test_what_is_said_again_is_claimed_again_and_what_is_named_again_is_not() -> None:
    assert items("There is a dog. There is a dog. The dog is above the dog.") == [Item("dog")] * 2
    assert items("有一只狗。有一只狗。狗在狗的上方。", "zh_CN") == [Item("dog")] * 2


def test_what_is_named_without_having_been_told_is_claimed() -> None:
    assert items("The cup is behind the large dog.") == [Item("cup"), Item("dog", size="large")]
    assert items("The window “A” has a tab. The window “B” has a tab.")[2] == Item("window", label="B")


@pytest.mark.parametrize(
    ("caption", "wanted"),
    [
        ("there is a DOG at the top left", [Item("dog", place="top left")]),
        ("Two dog, a big gray ring in the upper right.", [Item("dog", place="top right")] * 2
         + [Item("ring", "grey", "large", "top right")]),
        ("There is a small small red red heart.", [Item("heart", "red", "small")]),
        ("You see an wug on the left, a cat on the right side of it.", [Item("cat", place="left")]),
        ("3 mice.", [Item("mouse")] * 3),
        ("Dogs and cats", [Item("dog"), Item("cat")]),
        ("There are two kiwis: one at the top, one on the left and one on the", [Item("kiwi", place="top"),
         Item("kiwi", place="left"), Item("kiwi")]),
        ("A hot dog. A teddy bear. A bar chart.", [Item("hot dog"), Item("teddy bear"), Item("bar chart")]),
        ("There is a button labelled \"OK", [Item("button", label="OK")]),
        ("A window “Fi", [Item("window", label="Fi")]),
        ("A button “OK. There is a tab “B”.", [Item("button", label="OK"), Item("tab", label="B")]),
        ("no dogs, 0 cats", []),
        ("", []),
        ("“a dog in the centre”", []),
    ],
)  # fmt: skip
def test_english_as_a_model_may_write_it(caption: str, wanted: list[Item]) -> None:
    assert items(caption) == wanted


@pytest.mark.parametrize(
    ("caption", "wanted"),
    [
        ("左边有二只小狗，一把小的小提琴在右边", [Item("dog", size="small", place="left")] * 2
         + [Item("violin", size="small", place="left")]),
        ("一个写着“确定”的按钮（已禁用）", [Item("button", label="确定", state="disabled")]),
        ("三只狗，一只大的在上方，两只小的在下", [Item("dog", size="large", place="top"),
         Item("dog", size="small"), Item("dog", size="small")]),
        ("一个十字形，十个三角形", [Item("cross")] + [Item("triangle")] * 10),
        ("狗", [Item("dog")]),
        ("一个按钮“确", [Item("button", label="确")]),
    ],
)  # fmt: skip
def test_chinese_as_a_model_may_write_it(caption: str, wanted: list[Item]) -> None:
    assert items(caption, "zh_CN") == wanted


def test_one_number_claims_no_more_than_fifty() -> None:
    assert len(items("There are 900000000000 dogs.")) == 50
    assert len(items(f"There are {'9' * 5000} dogs.")) == 50


@pytest.mark.parametrize(
    ("sentence", "subject", "link", "other"),
    [
        ("The dog is to the right of the cat.", "cat", "left of", "dog"),
        ("Below the dog is the cat.", "dog", "above", "cat"),
        ("A dog on the left, in front of a cat.", "cat", "behind", "dog"),
        ("The dog is standing on the cat.", "dog", "on", "cat"),
        ("There is a dog under the cat.", "cat", "above", "dog"),
    ],
)
def test_relations_read_the_same_either_way(sentence: str, subject: str, link: str, other: str) -> None:
    (relation,) = [claim for claim in read(sentence, "en") if isinstance(claim, RelationClaim)]
    assert (relation.subject.kind, relation.link, relation.object.kind) == (subject, link, other)


def test_what_holds_a_thing_is_its_index_among_the_claims() -> None:
    text = "A dog. A window “A”, which has a list. It has a list item “x”. Inside the window “A” there is also a tab."
    assert [item.within for item in items(text)] == [None, None, 1, 2, 1]
    text = "有一个窗口“A”，里面有一个列表。它包含一个列表项“x”。窗口“A”里还有一个选项卡。"
    assert [item.within for item in items(text, "zh_CN")] == [None, 0, 1, 0]


def test_values_and_states_belong_to_the_thing_before_them() -> None:
    text = "It has two sliders, “A” at 7 percent and “B” at 30%, a red bar “C” with the value 5 and a disabled tab “D”."
    assert items(text) == [
        Item("slider", label="A", value=7), Item("slider", label="B", value=30), Item("bar", "red", label="C", value=5),
        Item("tab", label="D", state="disabled"),
    ]  # fmt: skip
    assert items("A tab “A”, which is selected, and a tab.") == [Item("tab", label="A", state="selected"), Item("tab")]


def check(claims: list[Claim], caption: str) -> None:
    assert [claim.offset for claim in claims] == sorted(claim.offset for claim in claims)
    assert all(0 <= claim.offset < len(caption) for claim in claims)
    held = [claim.item.within for claim in claims if isinstance(claim, ItemClaim)]
    assert all(index is None or 0 <= index < len(held) for index in held)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_a_model_writes_is_an_error(language: Language) -> None:
    rng = np.random.default_rng([5, 8])
    pieces = [*words(), "“", "”", '"', "“OK”", " ", "\n", "the window “A”", "个", "99999999999999999999", "²", "٣"]
    for _ in range(300):
        caption = " ".join(rng.choice(pieces, 40))
        check(read(caption, language), caption)
    for seed in range(60):  # a caption from which pieces are missing
        caption = write(MadeUp(seed).screen(), language, "everything", seed)
        start, end = sorted(rng.integers(0, len(caption), 2))
        cut = caption[:start] + caption[end:]
        check(read(cut, language), cut)
