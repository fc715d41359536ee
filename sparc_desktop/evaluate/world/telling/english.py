"""English captions."""

from collections.abc import Sequence
from typing import ClassVar

from sparc_desktop.evaluate.world.facts import Item
from sparc_desktop.evaluate.world.telling.forms import Sentences
from sparc_desktop.evaluate.world.telling.speech import Speech
from sparc_desktop.evaluate.world.vocabulary import NAMES
from sparc_desktop.evaluate.world.vocabulary.english import ENGLISH

TITLED = ("{name} {label}", "{name} titled {label}")
SAYING = ("{name} {label}", "{name} that says {label}")
VOWELS = tuple("aeiou")
NOT_AS_SPELLED = {"unicorn": "a", "hourglass": "an"}  # by sound

ENGLISH_SENTENCES = Sentences(
    opened={
        "drawing": (
            "this is a drawing of {total} on {ground}", "the picture shows {total} on {ground}",
            "this drawing shows {total} on {ground}", "on {ground} you can see {total}",
        ),
        "screen": (
            "this is a screen with {total} on {ground}", "the screen shows {total} on {ground}",
            "on {ground} this screen shows {total}",
        ),
    },
    opened_twice={
        "drawing": (
            "this is a simple drawing of {total}. The background, which fills the whole picture from edge to edge, is "
            "{surface}",
            "the picture is a simple drawing with {ground}, which fills it from edge to edge. There {is} {total} in "
            "the drawing",
            "on {ground}, which fills the whole picture from edge to edge, there {is} {total}. The picture is a simple "
            "drawing",
        ),
        "screen": (
            "this is a computer screen with {total}. The background of the whole picture is {surface}",
            "the picture shows a computer screen with {ground}. There {is} {total} on it",
        ),
    },
    plain={
        "drawing": (
            "this is a drawing on {ground}", "the picture is a simple drawing with {ground}",
            "this is a simple drawing. The background, which fills the whole picture, is {surface}",
        ),
        "screen": (
            "this is a screen with {ground}", "the picture shows a computer screen with {ground}",
            "this is a computer screen. The background of the whole picture is {surface}",
        ),
    },
    bare={"drawing": ("this is a drawing of {total}",), "screen": ("this is a screen with {total}",)},
    summed=("{before}: {list}", "{before}, most of all {list}", "{before}, among them {list}"),
    listed=("there {is} {list}", "you can see {list}"),
    fronted=("{place} there {is} {list}", "{place} you can see {list}", "{place} {is} {list}"),
    stated=("{unit} {is} {place}", "{unit} can be seen {place}"),
    held=("{holder} has {list}", "{holder} contains {list}", "inside {holder} there {is} {list}"),
    held_again=("{holder} also has {list}", "inside {holder} there {is} also {list}"),
    held_by_it=("it has {list}", "it contains {list}"),
    held_by_that=("{before}, which has {list}", "{before}, which contains {list}"),
    related=("{subject} is {link} {object}", "{link} {object} is {subject}"),
    related_too=("{before}, {link} {object}",),
    titled={
        "window": TITLED, "dialog": TITLED, "bar chart": TITLED, "line chart": TITLED, "pie chart": TITLED,
        "text field": SAYING, "label": SAYING, "combo box": ("{name} {label}", "{name} set to {label}"),
        "": ("{name} {label}", "{name} labelled {label}"),
    },
)  # fmt: skip


class English(Speech):
    """Things are counted with an article or a number; what was told before has "the"."""

    sentences = ENGLISH_SENTENCES
    wording = ENGLISH
    gap = " "
    bracketed = " ({})"
    percent = " at {} percent"
    number = " with the value {}"
    other_words = ("a", "an", "the", "and", "one", "ones", "a background of", "is", "are", "(),.:“”")
    things: ClassVar = {"drawing": ("{} thing", "{} things"), "screen": ("{} element", "{} elements")}

    def finished(self, sentence: str) -> str:
        """The sentence with its capital letter and its full stop."""
        return f"{sentence[0].upper()}{sentence[1:]}."

    def is_(self, count: int) -> str:
        """The verb in the number of what follows or precedes it."""
        return "is" if count == 1 else "are"

    def ground(self, surface: str) -> str:
        """The background of a surface: its colour first where its texture is a noun."""
        nouns = (pattern[3:] for pattern in self.wording.patterns.values() if pattern.startswith("{}"))
        return f"a background of {surface}" if surface.endswith(tuple(nouns)) else f"a {surface} background"

    def counted(self, kind: str, count: int, adjectives: Sequence[str], titled: str = "{name}", label: str = "") -> str:
        """So many of a kind; one of them with its words, in the form `titled`."""
        name = NAMES[kind].singular if count == 1 else NAMES[kind].plural
        words = " ".join((*adjectives, name))
        return titled.format(name=f"{self._number(count, words)} {words}", label=self.quoted(label))

    def pronoun(self, kind: str, count: int, adjectives: Sequence[str]) -> str:
        """So many of a kind that was just named."""
        if not adjectives:
            return self.count(count)
        words = " ".join((*adjectives, "one" if count == 1 else "ones"))
        return f"{self._number(count, words)} {words}"

    def reference(self, item: Item) -> str:
        """A thing that was told before, by what is given of it."""
        words = " ".join(("the", *self.adjectives(item, ("size", "colour")), item.kind))
        return f"{words} {self.quoted(item.label)}" if item.label else words

    def placed(self, unit: str, place: str) -> str:
        """A unit and, if there is one, its place."""
        return f"{unit} {place}" if place else unit

    def joined(self, parts: Sequence[str], *, long: bool) -> str:
        """A list of one or more, with "and"; with a comma before it if a part has one."""
        if len(parts) < 2:
            return "".join(parts)
        comma = "," if any("," in part for part in parts) else ""
        return f"{', '.join(parts[:-1])}{comma} and {parts[-1]}"

    def headed(self, head: str, entries: str, *, last: bool) -> str:
        """A group and what is told of each of its members."""
        return f"{head}{':' if last else ','} {entries}"

    def adjectives(self, item: Item, names: Sequence[str]) -> list[str]:
        """State, size and colour, as far as they are asked for and known."""
        words = [self.wording.states[item.state]] if "state" in names and item.state else []
        words += [self.wording.sizes[item.size]] if "size" in names and item.size else []
        return words + ([self.wording.colours[item.colour]] if "colour" in names and item.colour else [])

    def _number(self, count: int, words: str) -> str:
        if count > 1:
            return self.count(count)
        return NOT_AS_SPELLED.get(words.split()[0]) or ("an" if words.startswith(VOWELS) else "a")
