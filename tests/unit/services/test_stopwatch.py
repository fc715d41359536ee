"""How fast a description is said to have come."""

from sparc_desktop.domain.events import Finished, Started, TextDelta
from sparc_desktop.services.stopwatch import Stopwatch


def test_the_first_word_and_the_pace_of_the_others() -> None:
    times = iter([10.0, 12.5, 13.0, 14.5])
    watch = Stopwatch(lambda: next(times))
    watch.hear(Started(1, "cat.png"))
    for piece in ("A cat", " sleeps on", " the warm mat."):
        watch.hear(TextDelta(1, piece))
    watch.hear(Finished(1, "", 7, 4.5, True, False))  # how long it is read aloud does not count
    assert watch.text == "A cat sleeps on the warm mat."
    assert watch.sentence() == "The first word came after 2.5 seconds, then 2.5 words a second."


def test_where_there_was_no_word_that_is_said() -> None:
    assert Stopwatch().sentence() == "It did not write a word."
