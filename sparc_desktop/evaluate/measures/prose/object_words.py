"""Which classes of object a caption names, by a list of names for each class.

The handling is that described with CHAIR (Rohrbach et al., arXiv 1809.02156): words are brought to the singular,
several names stand for one class, and where a name of several words stands ("hot dog"), the names within it don't
count. Here the longest name at a word counts, so that what there takes rules is data: "baby zebra" is one more name of
the zebra, and "home plate" is a name of nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sparc_desktop.domain.words import WORD
from sparc_desktop.evaluate.measures.chair import Mention
from sparc_desktop.evaluate.measures.prose.singular import singular


@dataclass(frozen=True, slots=True)
class ObjectWords:
    """Names in the singular, as tuples of words, with their class; an empty one means that no class is named."""

    names: Mapping[tuple[str, ...], str]

    @classmethod
    def of(cls, classes: Mapping[str, Iterable[str]], not_objects: Iterable[str] = ()) -> "ObjectWords":
        """From the other names of each class, and phrases in which no name counts."""
        names = {_key(phrase): "" for phrase in not_objects}
        for name, others in classes.items():
            names |= {_key(other): name for other in (name, *others)}
        return cls(names)

    @classmethod
    def of_lines(cls, lines: Iterable[str]) -> "ObjectWords":
        """From a list as published with CHAIR: each line a class and its other names, with commas between them."""
        listed = [[name.strip().lower() for name in line.split(",") if name.strip()] for line in lines]
        return cls.of({names[0]: names[1:] for names in listed if names})

    def mentions(self, caption: str) -> list[Mention]:
        """Each mention of a class, in order, with the word that it begins at; the parts of "hot-dog" are one word."""
        words = [
            (singular(part), index)
            for index, word in enumerate(WORD.findall(caption.lower()))
            for part in word.replace("’", "'").removesuffix("'s").split("-")
        ]
        longest = max(map(len, self.names), default=0)
        found: list[Mention] = []
        position = 0
        while position < len(words):
            ahead = tuple(word for word, _ in words[position : position + longest])
            length = next((n for n in range(len(ahead), 0, -1) if ahead[:n] in self.names), 0)
            if named := self.names.get(ahead[:length]):
                found.append(Mention(named, words[position][1]))
            position += max(length, 1)
        return found


def _key(name: str) -> tuple[str, ...]:
    return tuple(singular(word) for word in name.replace("-", " ").split())
