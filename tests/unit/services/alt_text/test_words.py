"""The short and the long alt text of a description."""

import pytest

from sparc_desktop.services.alt_text import alt_text_of
from sparc_desktop.services.alt_text.words import LONG, SHORT


def test_the_first_sentence_is_short_and_all_of_it_is_long() -> None:
    alt = alt_text_of("A cat sits on Dr. Smith's mat. It is asleep.\n\nIt rains.")
    assert alt.short == "A cat sits on Dr. Smith's mat."
    assert alt.long == "A cat sits on Dr. Smith's mat. It is asleep.\nIt rains."
    assert alt.language == "en"


def test_chinese() -> None:
    alt = alt_text_of("一只名叫 Tom 的猫坐在垫子上。它睡着了。")
    assert (alt.short, alt.language) == ("一只名叫 Tom 的猫坐在垫子上。", "zh-CN")


def test_a_few_chinese_words_do_not_make_it_chinese() -> None:
    assert alt_text_of("The sign over the door of the shop reads 茶.").language == "en"


@pytest.mark.parametrize("text", ["One two three, " * 40 + "end.", "一二三四" * 100])
def test_a_long_first_sentence_is_cut(text: str) -> None:
    short = alt_text_of(text).short
    assert SHORT / 2 < len(short) <= SHORT
    assert short.endswith("…")
    assert text.startswith(short[:-1])
    assert short[-2] not in " ,"


def test_it_is_cut_at_a_word() -> None:
    words = "elephant " * 100
    assert set(alt_text_of(words).short[:-1].split()) == {"elephant"}


def test_an_endless_text_is_cut() -> None:
    assert len(alt_text_of("word " * LONG).long) <= LONG


def test_markdown_and_what_is_no_text_is_left_out() -> None:
    alt = alt_text_of("# The *picture*\r\n\x00\x07\ud800\uffff- A\tcat `sits` here on the mat.\x0b\n")
    assert alt.long == "The picture\nA cat sits here on the mat."


def test_nothing() -> None:
    alt = alt_text_of(" \n")
    assert (alt.short, alt.long) == ("", "")
