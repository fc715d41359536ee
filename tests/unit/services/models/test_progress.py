"""What is said of a download: coarse, seldom, and right about what is left."""

from pathlib import Path

from sparc_desktop.domain.events import Failed
from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.services.models.progress import APART, Progress
from sparc_desktop.services.models.telling import Fetched, Installed, Removed, Sized

GB = 10**9


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_size_comes_first() -> None:
    progress = Progress()
    assert progress.hear(Sized("a/b", 2 * GB, 2 * GB)) == "The download has 2.0 GB."
    assert progress.hear(Sized("a/b", 2 * GB, GB // 2)) == "The download has 2.0 GB, of which 0.5 GB are still missing."
    assert progress.hear(Sized("a/b", 2 * GB, 0)) == "All files are here already; they are being checked."


def test_a_slow_download_is_told_in_tenths_with_what_is_left() -> None:
    clock = Clock()
    progress, said = Progress(clock), []
    for percent in range(101):
        said.append(progress.hear(Fetched(percent * GB // 100, GB)))
        clock.now += 6  # ten minutes in all
    spoken = [text for text in said if text]
    assert spoken[0] == "10 percent, about 9 minutes left."
    assert spoken[-1] == "90 percent, about a minute left."
    assert len(spoken) == 9


def test_a_quick_download_is_told_seldom() -> None:
    clock = Clock()
    progress, spoken = Progress(clock), 0
    for percent in range(101):
        spoken += bool(progress.hear(Fetched(percent, 100)))
        clock.now += 2 * APART / 100
    assert spoken == 1


def test_what_was_there_before_counts_for_no_speed() -> None:
    clock = Clock()
    progress = Progress(clock)
    assert progress.hear(Fetched(80 * GB, 100 * GB)) == ""
    clock.now += 60
    assert progress.hear(Fetched(90 * GB, 100 * GB)) == "90 percent, about a minute left."


def test_bytes_that_are_thrown_away_are_not_told_again() -> None:
    clock = Clock()
    progress = Progress(clock)
    progress.hear(Fetched(0, 100))
    said = []
    for done in (50, 30, 50, 55):
        clock.now += APART
        said.append(bool(progress.hear(Fetched(done, 100))))
    assert said == [True, False, False, False]


def test_the_end() -> None:
    assert Progress().hear(Installed("a/b", Path("/m"))) == "The model is installed."
    assert Progress().hear(Removed("a/b", 3 * GB)) == "The model is removed; 3.0 GB are free again."
    assert Progress().hear(Failed(None, Failure(Code.DISK_FULL))) == "", "told as every failure is"
