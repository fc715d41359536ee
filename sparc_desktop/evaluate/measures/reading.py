"""Whether the words of a screen are read right, and what its controls say: labels, states, values.

Labels are compared over the pairs of `matching` (a claim and an item of one kind) whose item has a label:

- labels right = labels told exactly as they are written / such pairs
- character error rate = edit distances between told and written / characters written; a label left out costs its length

Words, wherever a caption puts them, as two bags, upper and lower case alike (`domain.words.WORD`: a Chinese character
is a word):

- words precision, recall, F1: right = words that stand both in told labels and on the screen, each as often as in both

States and values over those pairs whose labels fit (`labels.fits`), so that a control is what is told about:

- state right, state right when told: as in `attributes`
- value right = values told within 5 of 100 / pairs whose item has a value; value exact = the same, without the 5
"""

from collections import Counter
from collections.abc import Iterable

from sparc_desktop.domain.words import WORD
from sparc_desktop.evaluate.measures.attributes import right, right_when_told
from sparc_desktop.evaluate.measures.labels import edit_distance, fits
from sparc_desktop.evaluate.measures.matching import pairs
from sparc_desktop.evaluate.measures.score import Row, overlap, share
from sparc_desktop.evaluate.measures.told import Told
from sparc_desktop.evaluate.world.facts import Item

VALUE_TOLERANCE = 5


def reading(told: Told) -> Row:
    """The scores of one caption."""
    matched = pairs(told)
    labels = [(claim.label, item.label) for claim, item in matched if item.label]
    said, written = _words(told.items), _words(told.facts.items)
    controls = [(claim, item) for claim, item in matched if fits(claim.label, item.label)]
    values = [(claim.value, item.value) for claim, item in controls if item.value is not None]
    return {
        "labels_right": share(read == label for read, label in labels),
        "character_error_rate": (
            sum(edit_distance(read, label) for read, label in labels),
            sum(len(label) for _, label in labels),
        ),
        **overlap("words", (said & written).total(), said.total(), written.total()),
        "state_right": right(controls, "state"),
        "state_right_when_told": right_when_told(controls, "state"),
        "value_right": share(said is not None and abs(said - true) <= VALUE_TOLERANCE for said, true in values),
        "value_exact": share(said == true for said, true in values),
    }


def _words(items: Iterable[Item]) -> Counter[str]:
    return Counter(word.casefold() for item in items for word in WORD.findall(item.label))
