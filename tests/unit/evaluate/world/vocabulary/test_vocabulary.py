"""Whatever the world can show has a name in both languages, and no word means two things."""

from typing import get_args

import pytest

from sparc_desktop.domain.language import LANGUAGES, Language
from sparc_desktop.evaluate.world import drawing
from sparc_desktop.evaluate.world.facts import Link, Place, Size, State
from sparc_desktop.evaluate.world.screen import plan
from sparc_desktop.evaluate.world.screen.looks import HELD_OUT_PALETTES, PALETTES
from sparc_desktop.evaluate.world.vocabulary import NAMES, WORDINGS
from sparc_desktop.evaluate.world.vocabulary.name import plural

SCREEN_GROUNDS = {palette.name for palette in (*PALETTES.values(), *HELD_OUT_PALETTES.values())}


def test_every_kind_has_a_name_in_both_languages() -> None:
    assert set(NAMES) == {*drawing.KINDS, *drawing.SHAPES, *plan.KINDS}
    for kind, name in NAMES.items():
        assert name.singular == kind
        assert len(name.measure) == 1
        assert name.chinese


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_terms_have_words(language: Language) -> None:
    wording = WORDINGS[language]
    assert set(wording.colours) == set(drawing.COLOURS) >= SCREEN_GROUNDS
    assert set(wording.patterns) == set(drawing.PATTERNS)
    assert {"", *wording.sizes} == set(get_args(Size))
    assert {"", *wording.places} == set(get_args(Place))
    assert {"", *wording.states} == set(get_args(State))
    assert {link for link, turned in wording.links.values() if not turned} == set(get_args(Link))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_means_two_things(language: Language) -> None:
    wording = WORDINGS[language]
    names = {name.chinese for name in NAMES.values()}
    if language == "en":
        names = {name for each in NAMES.values() for name in {each.singular, each.plural}}
    several = [
        names, wording.colours.values(), wording.sizes.values(), wording.states.values(), wording.numbers,
        wording.links,
        (form.replace("{}", "").strip() for form in wording.patterns.values()), wording.synonyms,
        (phrase for phrases in wording.places.values() for phrase in phrases),
    ]  # fmt: skip
    phrases = [phrase for each in several for phrase in each]
    assert len(set(phrases)) == len(phrases)
    assert len({name.chinese for name in NAMES.values()}) == len({name.plural for name in NAMES.values()}) == len(NAMES)


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("dog", "dogs"), ("fox", "foxes"), ("butterfly", "butterflies"), ("key", "keys"), ("mouse", "mice"),
        ("sheep", "sheep"), ("cross", "crosses"), ("peach", "peaches"), ("maple leaf", "maple leaves"),
        ("check box", "check boxes"), ("cherry pair", "cherry pairs"), ("dress", "dresses"),
    ],
)  # fmt: skip
def test_plurals(one: str, many: str) -> None:
    assert plural(one) == many == NAMES[one].plural


def test_the_first_word_of_a_thing_says_which_kind_it_is() -> None:
    kinds = [*drawing.KINDS, *drawing.SHAPES]
    assert len({kind.split()[0] for kind in kinds}) == len(kinds)
