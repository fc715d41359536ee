"""What is read of the words that were recognised, and in which order."""

import pytest

from sparc_desktop.domain.rectangle import Rectangle
from sparc_desktop.ocr.layout import read_out
from sparc_desktop.ocr.word import Word

HEIGHT, LETTER = 20, 16


def line(text: str, left: int = 0, top: int = 0, confidence: float = 95, height: int = HEIGHT) -> list[Word]:
    """Words as wide as their letters; more spaces between them are a wider gap."""
    words, place = [], left
    for part in text.split(" "):
        if part:
            words.append(Word(part, confidence, Rectangle(place, top, LETTER * len(part), height)))
        place += LETTER * (len(part) + 1)
    return words


def lines(*texts: str, left: int = 0, spacing: int = 30) -> list[list[Word]]:
    return [line(text, left, number * spacing) for number, text in enumerate(texts)]


def test_doubtful_words_are_left_out() -> None:
    sure, likely, doubtful = line("Save"), line("the", 80, confidence=65), line("changes", 160, confidence=55)
    assert read_out([[[*sure, *likely, *doubtful]]]) == "Save the"


def test_a_line_in_which_nothing_is_sure_is_left_out() -> None:
    assert read_out([[line("Ge eco", confidence=80)]]) == ""


@pytest.mark.parametrize("text", ["ee", "Oo", "888", "l", "B"])
def test_one_letter_again_and_again_makes_nothing_sure(text: str) -> None:
    assert read_out([[line(text)]]) == ""


@pytest.mark.parametrize("text", ["OK", "12", "好", "No"])
def test_short_words_can_be_sure(text: str) -> None:
    assert read_out([[line(text)]]) == text


def test_frames_are_no_words() -> None:
    assert read_out([[line("| Open | Salt & pepper ] —")]]) == "Open Salt & pepper"


def test_wrapped_lines_become_a_paragraph() -> None:
    text = ("The lake lies in a basin on", "land, as most do.", "Another paragraph begins.")
    assert read_out([lines(*text)]) == "The lake lies in a basin on land, as most do.\nAnother paragraph begins."


def test_a_word_broken_at_the_end_of_a_line_is_whole_again() -> None:
    assert read_out([lines("The youngest moun-", "tains are steep")]) == "The youngest mountains are steep"


def test_a_hyphen_before_a_name_stays() -> None:
    assert read_out([lines("The city of Aix-", "Provence is here")]) == "The city of Aix- Provence is here"


def test_lines_that_lie_apart_stay_apart() -> None:
    assert read_out([lines("Save all changes now", "Cancel all of it now", spacing=60)]).count("\n") == 1


def test_a_heading_is_no_part_of_the_paragraph() -> None:
    heading = line("Lakes and more", height=2 * HEIGHT)
    assert read_out([[heading, line("Lakes lie in basins", top=50)]]) == "Lakes and more\nLakes lie in basins"


def test_chinese_is_joined_without_spaces() -> None:
    words = [Word(text, 95, Rectangle(place, 0, 24, 20)) for text, place in (("保存", 0), ("更改", 26), ("帮助", 80))]
    assert read_out([[words]]) == "保存更改 帮助"
    assert (
        read_out([lines("请输入您的用户名和密码请输入", "您的用户名。")]) == "请输入您的用户名和密码请输入您的用户名。"
    )


PROSE = [
    "a lake lies in a basin       wind and water wear a hill",
    "on land and has a way        down again over the many",
    "out to the sea               years of its life",
]
LEFT = "a lake lies in a basin on land and has a way out to the sea"
RIGHT = "wind and water wear a hill down again over the many years of its life"


def test_two_columns_in_one_block_are_read_one_after_the_other() -> None:
    assert read_out([lines(*PROSE)]) == f"{LEFT}\n{RIGHT}"


def test_two_columns_cut_across_are_still_two_columns() -> None:
    first, second, third = lines(*PROSE)
    assert read_out([[first, second], [third]]) == f"{LEFT}\n{RIGHT}"


def test_what_is_above_and_below_the_columns_stays_there() -> None:
    heading, foot = line("A heading that goes over the whole of the page here"), line("And the foot of it", top=300)
    columns = [line(text, 0, 100 + 30 * row) for row, text in enumerate(PROSE)]
    read = read_out([[heading], columns, [foot]]).split("\n")
    assert read == ["A heading that goes over the whole of the page here", LEFT, RIGHT, "And the foot of it"]


def test_a_column_that_is_longer_than_the_other_goes_on() -> None:
    text = read_out([[*lines(*PROSE), line("and it is deep", top=90)]])
    assert text == f"{LEFT}\nand it is deep\n{RIGHT}"


def test_the_rows_of_a_table_are_read_as_rows() -> None:
    rows = ("Name       Alice", "City       Berlin", "Price      48 euro")
    assert read_out([lines(*rows, spacing=60)]) == "Name Alice\nCity Berlin\nPrice 48 euro"


def test_blocks_keep_their_order() -> None:
    left, right = lines("The left one here"), lines("The right one here", left=600)
    assert read_out([right, left]) == "The right one here\nThe left one here"


def test_nothing_is_nothing() -> None:
    assert read_out([]) == read_out([[]]) == read_out([[[]]]) == ""
