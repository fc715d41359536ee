"""CHAIR on captions small enough to count by hand."""

from sparc_desktop.evaluate.measures.chair import Mention, chair

# Nine words: a dog, a dog again, a cat that isn't there, a bus.
MENTIONS = [Mention("dog", 1), Mention("dog", 3), Mention("cat", 5), Mention("bus", 8)]
ROW = chair(MENTIONS, {"dog", "bus", "tree"}, words=9)


def test_mentions() -> None:
    assert ROW["mention_precision"] == (3, 4)
    assert ROW["chair_i"] == (1, 4)
    assert ROW["chair_s"] == (1, 1)


def test_names_count_once() -> None:
    assert ROW["object_precision"] == (2, 3)
    assert ROW["object_recall"] == (2, 3)
    assert ROW["object_f1"] == (4, 6)


def test_by_position() -> None:
    assert [ROW[f"precision_{third}"] for third in ("first", "middle", "last")] == [(1, 1), (1, 2), (1, 1)]
    assert [ROW[f"recall_{third}"] for third in ("first", "middle", "last")] == [(1, 3), (0, 3), (1, 3)]


def test_the_borders_of_the_thirds() -> None:
    mentions = [Mention(str(word), word) for word in range(10)]
    row = chair(mentions, set(), words=10)
    assert [row[f"precision_{third}"][1] for third in ("first", "middle", "last")] == [4, 3, 3]


def test_an_empty_caption_has_made_no_error_and_told_nothing() -> None:
    row = chair([], {"dog"}, words=0)
    assert row["chair_s"] == (0, 1)
    assert row["mention_precision"] == (0, 0)
    assert row["object_f1"] == (0, 1)
    assert row["recall_first"] == (0, 1)
