"""Looks can be read, and what is held out of them is held out for good."""

import itertools

import pytest

from sparc_desktop.evaluate.world.screen.looks import (
    FONTS,
    HELD_OUT_FONTS,
    HELD_OUT_PALETTES,
    HELD_OUT_STYLES,
    PALETTES,
    STYLES,
    held_out,
)

PAIRS = (("text", "window"), ("text", "base"), ("text", "button"), ("on_accent", "accent"), ("on_title", "title"))
READABLE = 4.5  # WCAG 2.1, level AA


def luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", [*PALETTES, *HELD_OUT_PALETTES])
def test_all_letters_stand_out(name: str) -> None:
    palette = {**PALETTES, **HELD_OUT_PALETTES}[name]
    for letters, ground in PAIRS:
        low, high = sorted((luminance(getattr(palette, letters)), luminance(getattr(palette, ground))))
        assert (high + 0.05) / (low + 0.05) >= READABLE, (letters, ground)


def test_some_triples_are_held_out_half_of_them_for_each_of_two_splits() -> None:
    triples = list(itertools.product(STYLES, PALETTES, [*FONTS["en"], *FONTS["zh_CN"]]))
    kept = [held_out(*triple) for triple in triples]
    assert len(triples) * 0.1 < len(triples) - kept.count(None) < len(triples) * 0.2
    assert 0.35 < kept.count("test") / (len(triples) - kept.count(None)) < 0.65
    assert kept.count("train") == 0


def test_what_is_held_out_never_changes() -> None:
    assert held_out("flat", "night", "Lato") is None
    assert held_out("Mute", "check box") is None


def test_the_held_out_look_shares_nothing_with_the_others() -> None:
    assert not set(HELD_OUT_STYLES) & set(STYLES)
    assert not set(HELD_OUT_PALETTES) & set(PALETTES)
    for language, fonts in FONTS.items():
        assert not set(HELD_OUT_FONTS[language]) & set(fonts)
