"""CHAIR on COCO: the 80 classes and the words that name them.

The names besides COCO's own were put together for this program. The list published with CHAIR is longer in places and
differs in others, so figures by this list compare methods with one another; to compare with published figures, give
that list to `evaluate score --synonyms`. As there, a word is taken for what it most often names: "orange" is the fruit.
"""

from collections.abc import Iterable
from functools import cache

from sparc_desktop.domain.words import count_words
from sparc_desktop.evaluate.measures.chair import chair
from sparc_desktop.evaluate.measures.prose.coco_names import ANIMALS, NOT_OBJECTS, PASSENGER, THINGS, VEHICLES
from sparc_desktop.evaluate.measures.prose.object_words import ObjectWords
from sparc_desktop.evaluate.measures.score import Row
from sparc_desktop.evaluate.measures.style import style


@cache
def coco_words() -> ObjectWords:
    """The names of COCO's 80 classes."""
    plain = {**ANIMALS, **VEHICLES, **THINGS}
    classes = {name: [other for other in others.split(", ") if other] for name, others in plain.items()}
    for animal in ANIMALS:
        young = [f"{age} {name}" for age in ("baby", "adult") for name in (animal, *classes[animal])]
        classes[animal] += young
    for vehicle, names in PASSENGER.items():
        classes[vehicle] += [f"passenger {name}" for name in names]
    return ObjectWords.of(classes, NOT_OBJECTS)


def coco_truth(annotated: Iterable[str], references: Iterable[str], words: ObjectWords) -> frozenset[str]:
    """What a picture shows: the classes that are annotated in it, and those that people's captions of it name."""
    named = {mention.name for reference in references for mention in words.mentions(reference)}
    return frozenset(annotated) | named


def measure_objects(caption: str, there: frozenset[str], words: ObjectWords) -> Row:
    """The row of a caption of a real picture: CHAIR, by position too, and the guards of `style`."""
    return chair(words.mentions(caption), there, count_words(caption)) | style(caption)
