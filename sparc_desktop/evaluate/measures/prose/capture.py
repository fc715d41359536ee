"""How far a description tells what a reference tells: in the style of CAPTURE (Dong et al., arXiv 2405.19092).

As there: F1 of objects, of attributes and of relations, weighted 5 : 5 : 2, mean over pictures.

What this is not: CAPTURE parses with a trained scene-graph parser, takes synonyms from WordNet, and matches what is
left by the nearness of sentence embeddings. Here `elements` reads by word lists, words match when they are the same or
stand together in a short list of synonyms, and attributes and relations count only together with their objects. So
this needs no model and is reproducible to the last digit; its values must not be set beside CAPTURE's. It serves to
compare methods on the same pictures.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from sparc_desktop.evaluate.measures.prose.elements import Elements, elements
from sparc_desktop.evaluate.measures.score import Row

WEIGHTS = {"objects": 5, "attributes": 5, "relations": 2}


def capture(caption: str, references: Sequence[str]) -> Row:
    """The row of an English caption: F1 of each part, and all together, each the mean over the references.

    A part of which neither the caption nor a reference tells anything has no F1 there, and no weight.
    """
    told = elements(caption)
    scores = [_against(told, elements(reference)) for reference in references]
    row: Row = {}
    for name in (*WEIGHTS, "all"):
        values = [score[name] for score in scores if name in score]
        row[f"capture_{name}"] = (sum(values) / len(values), 1.0) if values else (0.0, 0.0)
    return row


def _against(told: Elements, reference: Elements) -> dict[str, float]:
    scores = {}
    for name in WEIGHTS:
        said, true = getattr(told, name), getattr(reference, name)
        if said or true:
            scores[name] = _f1(said, true)
    weight = sum(WEIGHTS[name] for name in scores)
    if weight:
        scores["all"] = sum(WEIGHTS[name] * score for name, score in scores.items()) / weight
    return scores


def _f1(said: AbstractSet[object], true: AbstractSet[object]) -> float:
    return 2 * len(said & true) / (len(said) + len(true))
