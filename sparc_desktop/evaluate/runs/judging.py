"""Captions of a benchmark rated by a judge, each rating written down at once beside the captions."""

from collections.abc import Callable, Sequence

from sparc_desktop.evaluate.benchmarks.judge import Judge
from sparc_desktop.evaluate.runs.captions_file import Captions, CaptionsFile
from sparc_desktop.evaluate.runs.row import Rated, References, Row


def unrated(captions: Captions, judge: str) -> list[tuple[Row, References]]:
    """The captions of pictures of which others have written, that a judge of this name has not rated yet."""
    there = {(each.picture, each.method) for each in captions.rated if each.judge == judge}
    return [
        (row, row.truth)
        for row in captions.rows
        if isinstance(row.truth, References) and row.truth.captions and (row.picture, row.method) not in there
    ]


def rate(
    rows: Sequence[tuple[Row, References]],
    judge: Judge,
    file: CaptionsFile,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> int:
    """Have them rated until it is cancelled; how many have a rating now. Raises ExpectedError: JUDGE_UNANSWERED."""
    rated = 0
    for done, (row, references) in enumerate(rows):
        progress(done, len(rows))
        if cancelled():
            break
        rating = judge.rate(row.caption, references.captions)
        if rating is not None:
            file.add(Rated(row.picture, row.method, judge.model, rating.score, rating.reason))
            rated += 1
    return rated
