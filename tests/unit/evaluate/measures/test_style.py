"""Length and repetition, counted by hand."""

from sparc_desktop.evaluate.measures.style import style


def test_english() -> None:
    row = style("A dog. A dog. a cat")
    assert row["length"] == (6, 1)
    assert row["distinct_1"] == (3 / 6, 1)
    # a dog, dog a, a dog, dog a, a cat: three different ones of five
    assert row["repeated_bigrams"] == (1 - 3 / 5, 1)


def test_chinese_is_counted_in_characters() -> None:
    row = style("一只狗，一只猫。")
    assert row["length"] == (6, 1)
    assert row["distinct_1"] == (4 / 6, 1)
    assert row["repeated_bigrams"] == (1 - 4 / 5, 1)


def test_no_share_of_nothing() -> None:
    row = style("")
    assert (row["length"], row["distinct_1"], row["repeated_bigrams"]) == ((0, 1), (0, 0), (0, 0))
    assert style("Dog.")["repeated_bigrams"] == (0, 0)
