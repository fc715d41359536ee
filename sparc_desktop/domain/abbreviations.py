"""English words whose full stop need not end a sentence, in small letters and without that stop."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Never at the end of a sentence.
TITLES = _words("mr mrs ms dr prof st mt gen capt lt col sgt rev hon messrs mme mlle vs cf viz")
# Not at the end when a number follows.
NUMBERED = _words("no nos fig figs vol pp ch sec eq art p")
# At the end only when what follows could begin a sentence.
SHORTENED = _words(
    "a.m p.m etc approx est inc ltd co corp jr sr ave blvd dept min max hr hrs ft lb lbs oz al ca ed eds "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun"
)
