"""Captions in Simplified Chinese."""

from collections.abc import Sequence
from typing import ClassVar

from sparc_desktop.evaluate.world.facts import Item
from sparc_desktop.evaluate.world.telling.forms import Sentences
from sparc_desktop.evaluate.world.telling.speech import Speech
from sparc_desktop.evaluate.world.vocabulary import NAMES
from sparc_desktop.evaluate.world.vocabulary.chinese import CHINESE

TITLED = ("{name}{label}", "标题为{label}的{name}")
FILLED = ("{name}{label}", "内容为{label}的{name}")

COLOURS = frozenset(CHINESE.colours.values())
CLOSE = (CHINESE.sizes["small"], CHINESE.sizes["large"])

CHINESE_SENTENCES = Sentences(
    opened={
        "drawing": (
            "这是一幅画，{ground}上有{total}", "画面上有{total}，背景是{surface}", "在{ground}上可以看到{total}",
            "这幅画的背景是{surface}，上面画着{total}",
        ),
        "screen": (
            "这是一个屏幕，{ground}上有{total}", "屏幕上有{total}，背景是{surface}", "屏幕的{ground}上显示着{total}",
        ),
    },
    opened_twice={
        "drawing": (
            "这是一幅简单的画，画着{total}。整个画面的背景是{surface}",
            "这幅画的背景是{surface}。画面上可以看到{total}",
        ),
        "screen": (
            "这是一个电脑屏幕，显示着{total}。整个画面的背景是{surface}",
            "图片上是一个电脑屏幕，背景是{surface}。屏幕上有{total}",
        ),
    },
    plain={
        "drawing": (
            "这是一幅画，背景是{surface}", "这幅简单的画以{surface}为背景",
            "这是一幅简单的画。整个画面的背景是{surface}",
        ),
        "screen": (
            "这是一个屏幕，背景是{surface}", "图片上是一个电脑屏幕，背景是{surface}",
            "这是一个电脑屏幕。整个画面的背景是{surface}",
        ),
    },
    bare={"drawing": ("这是一幅画，画着{total}",), "screen": ("这是一个屏幕，显示着{total}",)},
    summed=("{before}：{list}", "{before}，最显眼的是{list}", "{before}，其中有{list}"),
    listed=("有{list}", "可以看到{list}", "这里有{list}"),
    fronted=("{place}有{list}", "{place}是{list}", "在{place}可以看到{list}"),
    stated=("{unit}在{place}", "{unit}位于{place}"),
    held=("{holder}里有{list}", "{holder}包含{list}", "在{holder}里可以看到{list}"),
    held_again=("{holder}里还有{list}", "{holder}还包含{list}"),
    held_by_it=("它包含{list}", "它里面有{list}"),
    held_by_that=("{before}，里面有{list}", "{before}，它包含{list}"),
    related=("{subject}在{object}{link}", "{object}{link}是{subject}"),
    related_too=("{before}，在{object}{link}",),
    titled={
        "window": TITLED, "dialog": TITLED, "bar chart": TITLED, "line chart": TITLED, "pie chart": TITLED,
        "text field": FILLED, "combo box": FILLED, "": ("{name}{label}", "写着{label}的{name}"),
    },
)  # fmt: skip


class Chinese(Speech):
    """Things are counted with a number and a measure word; what was told before has neither."""

    sentences = CHINESE_SENTENCES
    wording = CHINESE
    gap = ""
    bracketed = "（{}）"
    percent = "（{}%）"
    number = "（数值{}）"
    other_words = ("的", "在", "和", "（）“”。，、：")
    things: ClassVar = {"drawing": ("{}个东西",) * 2, "screen": ("{}个元素",) * 2}

    def finished(self, sentence: str) -> str:
        """The sentence with its full stop."""
        return f"{sentence}。"

    def is_(self, count: int) -> str:
        """Chinese verbs have no number."""
        return "是"

    def ground(self, surface: str) -> str:
        """The background of a surface."""
        return f"{surface}背景"

    def counted(self, kind: str, count: int, adjectives: Sequence[str], titled: str = "{name}", label: str = "") -> str:
        """So many of a kind; one of them with its words, in the form `titled`."""
        name = titled.format(name=_described(kind, adjectives), label=self.quoted(label))
        return f"{self.count(count)}{NAMES[kind].measure}{name}"

    def pronoun(self, kind: str, count: int, adjectives: Sequence[str]) -> str:
        """So many of a kind that was just named."""
        return f"{self.count(count)}{NAMES[kind].measure}" + "".join(f"{word}的" for word in adjectives)

    def reference(self, item: Item) -> str:
        """A thing that was told before, by what is given of it."""
        name = _described(item.kind, self.adjectives(item, ("size", "colour")))
        return name + self.quoted(item.label) if item.label else name

    def placed(self, unit: str, place: str) -> str:
        """A unit and, if there is one, its place."""
        return f"{unit}在{place}" if place else unit

    def joined(self, parts: Sequence[str], *, long: bool) -> str:
        """A list of one or more: with commas if its parts are long, with enumeration commas otherwise."""
        if len(parts) < 2:
            return "".join(parts)
        if long or any("，" in part for part in parts):
            return "，".join(parts)
        return f"{'、'.join(parts[:-1])}和{parts[-1]}"

    def headed(self, head: str, entries: str, *, last: bool) -> str:
        """A group and what is told of each of its members."""
        return f"{head}{'：' if last else '，'}{entries}"

    def adjectives(self, item: Item, names: Sequence[str]) -> list[str]:
        """State, colour and size, as far as they are asked for and known; small and large after the colour."""
        words = [self.wording.states[item.state]] if "state" in names and item.state else []
        size = [self.wording.sizes[item.size]] if "size" in names and item.size else []
        colour = [self.wording.colours[item.colour]] if "colour" in names and item.colour else []
        return words + (size + colour if item.size == "medium" else colour + size)


def _described(kind: str, adjectives: Sequence[str]) -> str:
    """The name with what describes it.

    Small and large stand close to it, unless it begins with one of them; a colour does where nothing is between.
    """
    name = NAMES[kind].chinese
    words = [f"{word}的" for word in adjectives]
    if adjectives and (adjectives[-1] in COLOURS or (adjectives[-1] in CLOSE and not name.startswith(CLOSE))):
        words[-1] = adjectives[-1]
    return "".join(words) + name
