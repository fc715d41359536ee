"""Every score by its name: what it is in one line, and which way is better. The modules say the rest, with sources."""

from dataclasses import dataclass
from typing import Literal

from sparc_desktop.evaluate.measures.chair import THIRDS

Better = Literal["higher", "lower", "neither"]


@dataclass(frozen=True, slots=True)
class Definition:
    """What is divided by what, summed over pictures; which way is better."""

    formula: str
    better: Better = "higher"


def _overlap(name: str, told: str, there: str) -> dict[str, Definition]:
    """The three scores of `score.overlap`."""
    return {
        f"{name}_precision": Definition(f"{told} that are there / {told}"),
        f"{name}_recall": Definition(f"{there} that are told / {there}"),
        f"{name}_f1": Definition(f"the harmonic mean of {name}_precision and {name}_recall"),
    }


def _thirds() -> dict[str, Definition]:
    found = {}
    for third in THIRDS:
        found[f"precision_{third}"] = Definition(f"true mentions in the {third} third / mentions in it")
        found[f"recall_{third}"] = Definition(f"names first told in the {third} third / names there")
    return found


def _attribute(name: str, of: str) -> dict[str, Definition]:
    return {
        f"{name}_right": Definition(f"{of} told with the right {name} / {of} that are told and have one"),
        f"{name}_right_when_told": Definition(f"{of} told with the right {name} / {of} told with one"),
    }


CATALOGUE: dict[str, Definition] = {
    "mention_precision": Definition("1 - chair_i"),
    "chair_i": Definition("mentions of what isn't there / mentions", "lower"),
    "chair_s": Definition("captions with a mention of what isn't there / captions", "lower"),
    **_overlap("object", "different kinds told", "different kinds there"),
    **_overlap("control", "controls told (kind, and label nearly right)", "controls there"),
    **_overlap("control_exact", "controls told (kind, and label exactly right)", "controls there"),
    **_thirds(),
    **_overlap("item", "things told, each by its kind", "things there"),
    "count_right": Definition("kinds told in their right number / kinds told that are there"),
    "count_of_several_right": Definition("the same, over kinds of which there are two or more"),
    "total_right": Definition("captions whose number of all things is right / captions that tell one"),
    **_attribute("colour", "things"),
    **_attribute("size", "things"),
    **_attribute("place", "things"),
    "attributes_right": Definition("colours, sizes and places told rightly / those of the things told"),
    "attributes_right_when_told": Definition("colours, sizes and places told rightly / those told"),
    "ground_colour_right": Definition("pictures whose ground is told with the right colour / pictures"),
    "ground_pattern_right": Definition("pictures whose ground is told with the right pattern / pictures"),
    "relation_precision": Definition("different relations told that hold / those told that hold or do not"),
    "touching_recall": Definition("relations “on” and “behind” there that are told / those there"),
    "beside_recall": Definition("relations “left of” and “above” there that are told / those there"),
    "labels_right": Definition("labels told exactly / labels of the controls told"),
    "character_error_rate": Definition("characters to mend in those labels / characters written", "lower"),
    **_overlap("words", "words in labels told", "words on the screen"),
    **_attribute("state", "controls"),
    "value_right": Definition("values told within 5 of 100 / values of the controls told"),
    "value_exact": Definition("values told exactly / values of the controls told"),
    "length": Definition("words (Chinese: characters) a caption", "neither"),
    "distinct_1": Definition("different words / words of a caption, mean", "higher"),
    "repeated_bigrams": Definition("word pairs that stood in the caption before / its word pairs, mean", "lower"),
    "repeated_items": Definition("things told again / things told", "lower"),
    "capture_objects": Definition("F1 of the objects told against a reference, mean"),
    "capture_attributes": Definition("F1 of the attributes told against a reference, mean"),
    "capture_relations": Definition("F1 of the relations told against a reference, mean"),
    "capture_all": Definition("the three together, weighted 5 : 5 : 2, mean"),
    "false_answers": Definition("foreign pictures that were described all the same / foreign pictures", "lower"),
    "false_refusals": Definition("pictures of the world that were refused / pictures of the world", "lower"),
}
