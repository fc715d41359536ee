"""From a caption to its claims, whoever wrote it."""

from bisect import bisect_left, bisect_right

from sparc_desktop.domain.language import Language
from sparc_desktop.domain.words import WORD
from sparc_desktop.evaluate.world.claim import Claim, GroundClaim, ItemClaim, RelationClaim, TotalClaim
from sparc_desktop.evaluate.world.facts import Ground
from sparc_desktop.evaluate.world.telling.lexicon import Term
from sparc_desktop.evaluate.world.telling.reader import Reader
from sparc_desktop.evaluate.world.telling.signs import Sign, signs


def read(caption: str, language: Language) -> list[Claim]:
    """What a caption claims, in its order; what can't be understood claims nothing, and nothing is an error.

    A kind, a colour and so on that the vocabulary lacks is not seen. A number counts if it is at most 50.
    """
    reader = Reader(language)
    found = list(signs(caption, language))
    whole = [*found, Sign(Term("end"), len(caption), "")]  # the last sentence may be cut off
    for sign, following in zip(whole, [*whole[1:], None], strict=True):
        reader.take(sign, following)
    words = [match.start() for match in WORD.finditer(caption)]
    ends = [sign.offset for sign in found if sign.term.sort == "end"]

    def at(offset: int) -> tuple[int, int, int]:
        return offset, bisect_left(words, offset), bisect_right(ends, offset)

    things = sorted(reader.claimed, key=lambda mention: mention.offset)
    index = {id(mention): number for number, mention in enumerate(things)}
    claims: list[Claim] = [TotalClaim(count, *at(offset)) for count, offset in reader.totals]
    claims += [GroundClaim(ground, *at(offset)) for ground, offset in reader.grounds if ground != Ground("", "")]
    claims += [ItemClaim(each.item(index.get(id(each.within))), *at(each.offset)) for each in things]
    claims += [
        RelationClaim(subject.item(), link, other.item(), *at(offset))
        for subject, link, other, offset in reader.linking.found
    ]
    return sorted(claims, key=lambda claim: claim.offset)
