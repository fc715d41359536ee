"""From facts to a caption.

A caption opens with the whole, then tells the things in the order of salience, what holds others before these, and how
things lie to each other as soon as both are known. What the lengths tell:

- everything: all items with all that is given of them, and all relations between things that words can tell apart
- detailed: the same, but of the relations only those of things that touch, "on" and "behind"
- short: in three sentences at most, how many things there are, the ground, and up to six units of the most striking
  things (a unit is one thing, or several of a kind), of which only what all have in common is told
- sentence: the same in one sentence, with up to three units

Something of what lies within the last thing named by a short one is told too.
"""

from typing import get_args

from sparc_desktop.domain.language import Language
from sparc_desktop.domain.length import Length
from sparc_desktop.domain.words import count_words
from sparc_desktop.evaluate.world.facts import TOUCHING, Facts, Link
from sparc_desktop.evaluate.world.telling.account import account
from sparc_desktop.evaluate.world.telling.chance import Chance
from sparc_desktop.evaluate.world.telling.chinese import Chinese
from sparc_desktop.evaluate.world.telling.draft import Order
from sparc_desktop.evaluate.world.telling.english import English
from sparc_desktop.evaluate.world.telling.speech import Speech
from sparc_desktop.evaluate.world.telling.summary import sentence, short

SPEECHES: dict[Language, type[Speech]] = {"en": English, "zh_CN": Chinese}
LEAST = 30  # words of a long caption
FEW = 5  # items, of which a caption may come out shorter at the first attempt
ATTEMPTS = 40


def write(facts: Facts, language: Language, length: Length, seed: int, *, order: Order = "salience") -> str:
    """A caption, always the same for the same arguments; `seed` is not below 0.

    `order`: of the things, within what holds them. Labels must not contain “ or ”, which stand around them.
    """
    attempts = (_write(facts, length, SPEECHES[language](Chance(seed, attempt)), order) for attempt in range(ATTEMPTS))
    if length in ("sentence", "short") or len(facts.items) > FEW:
        return next(attempts)
    best = ""
    for caption in attempts:
        best = max(best, caption, key=count_words)
        if count_words(best) >= LEAST:
            break
    return best


def _write(facts: Facts, length: Length, speech: Speech, order: Order) -> str:
    if length == "sentence":
        return sentence(facts, speech, order)
    if length == "short":
        return short(facts, speech, order)
    return account(facts, speech, order, get_args(Link) if length == "everything" else TOUCHING)
