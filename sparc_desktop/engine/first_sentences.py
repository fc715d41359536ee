"""The beginning of a text that comes in pieces: so many sentences of it, and not a character more."""

from sparc_desktop.domain.sentence_end import has_end, next_end
from sparc_desktop.domain.words import count_words

REMARK = 5  # words; what is shorter ("Sure!") is no sentence of its own: it belongs to the next one
CHINESE_REMARK = 4  # characters; a Chinese word has one or two, so that 图中是猫。 is a sentence, and 好的。 is none
CHINESE_STOP = "。"


class FirstSentences:
    """Feed it pieces; what could belong to a sentence too many is held back until that is known."""

    def __init__(self, count: int) -> None:
        self._left = count
        self._sentence = ""  # the one that is being written
        self._passed = 0  # characters of it
        self._words = 0  # of remarks and headings before it

    @property
    def complete(self) -> bool:
        """Have all the sentences been passed on?"""
        return self._left == 0

    def feed(self, piece: str) -> str:
        """What certainly belongs to them now."""
        self._sentence += piece
        passed = ""
        while not self.complete:
            known, end = next_end(self._sentence)
            passed += self._sentence[self._passed : end]
            self._passed = max(self._passed, end)
            if not known:
                break
            self._words += count_words(self._sentence[:end])
            if self._words >= _fewest(self._sentence[:end]) and has_end(self._sentence[:end]):
                self._left -= 1
                self._words = 0
            self._sentence, self._passed = self._sentence[end:], 0
        return passed

    def flush(self) -> str:
        """What was held back, at the end of the text."""
        rest = "" if self.complete else self._sentence[self._passed :]
        self._passed = len(self._sentence)
        return rest


def _fewest(sentence: str) -> int:
    """Words of a sentence of its own. An exclamation (当然可以！) is rather a remark, in Chinese too."""
    return CHINESE_REMARK if CHINESE_STOP in sentence else REMARK
