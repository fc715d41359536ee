"""All scores of one caption of a picture whose truth is known."""

from sparc_desktop.domain.words import count_words
from sparc_desktop.evaluate.measures.attributes import attributes
from sparc_desktop.evaluate.measures.chair import chair
from sparc_desktop.evaluate.measures.counts import counts
from sparc_desktop.evaluate.measures.names import exact_mentions, there, tolerant_mentions
from sparc_desktop.evaluate.measures.reading import reading
from sparc_desktop.evaluate.measures.relations import relations
from sparc_desktop.evaluate.measures.score import Row
from sparc_desktop.evaluate.measures.style import repeated_items, style
from sparc_desktop.evaluate.measures.told import Told

THINGS = {"drawing": "object", "screen": "control"}


def measure(told: Told) -> Row:
    """The picture's row; what can't be asked of it (the labels of a drawing) is (0, 0) there, and absent in a table."""
    names, words = there(told.facts), count_words(told.caption)
    row = chair(tolerant_mentions(told), names, words, THINGS[told.facts.medium])
    if told.facts.medium == "screen":
        exact = chair(exact_mentions(told), names, words, "control_exact")
        row |= {name: ratio for name, ratio in exact.items() if name.startswith("control_exact")}
    return {
        **row,
        **counts(told),
        **attributes(told),
        **relations(told),
        **reading(told),
        **style(told.caption),
        "repeated_items": repeated_items(told),
    }
