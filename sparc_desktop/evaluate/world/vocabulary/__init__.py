"""The words for the world, in English and Simplified Chinese: what kinds, colours, places, states and so on are called.

`NAMES` holds the names of all kinds, `WORDINGS` all other words of each language; `telling` builds sentences from them,
and reads them.
"""

from sparc_desktop.domain.language import Language
from sparc_desktop.evaluate.world.vocabulary.chinese import CHINESE
from sparc_desktop.evaluate.world.vocabulary.english import ENGLISH
from sparc_desktop.evaluate.world.vocabulary.name import NAMES, Name
from sparc_desktop.evaluate.world.vocabulary.wording import Wording

__all__ = ["NAMES", "WORDINGS", "Name", "Wording"]

WORDINGS: dict[Language, Wording] = {"en": ENGLISH, "zh_CN": CHINESE}
