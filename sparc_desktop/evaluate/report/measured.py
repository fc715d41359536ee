"""What one caption is worth: the row of ratios (`measures.Row`) from which all tables and curves come, with intervals.

Beside the scores of `measures`:

- ms_per_token = milliseconds of decoding / tokens written, of captions that were decoded without a trace
- attention = share of the attention that goes to the picture, mean over tokens; selected = image tokens selected at a
  step / image tokens, likewise; both of captions that were decoded with a trace
- clair:JUDGE = what a judge thinks of a caption, 0 to 100, mean over the captions that it has judged
"""

from sparc_desktop.evaluate import measures
from sparc_desktop.evaluate.measures.prose.capture import capture
from sparc_desktop.evaluate.measures.prose.coco import coco_truth, coco_words, measure_objects
from sparc_desktop.evaluate.measures.prose.object_words import ObjectWords
from sparc_desktop.evaluate.measures.score import Ratio
from sparc_desktop.evaluate.measures.style import style
from sparc_desktop.evaluate.runs.row import Looks, Rated, References, Row
from sparc_desktop.evaluate.runs.task import Task
from sparc_desktop.evaluate.world.facts import Facts
from sparc_desktop.evaluate.world.telling import read


def measured(row: Row, task: Task, rated: tuple[Rated, ...] = (), words: ObjectWords | None = None) -> measures.Row:
    """All scores of a caption; `words` name the classes of COCO, ours if left out."""
    own: measures.Row = {f"clair:{each.judge}": (each.score, 1.0) for each in rated}
    if row.seconds is not None:
        own["ms_per_token"] = (1000 * row.seconds, row.tokens)
    if row.looks.share:
        own["attention"] = (sum(row.looks.share), len(row.looks.share))
        own["selected"] = (sum(row.looks.selected), len(row.looks.selected) - 1)  # the prefill selects none
    return _of_caption(row, task, words) | own


def _of_caption(row: Row, task: Task, words: ObjectWords | None) -> measures.Row:
    match row.truth:
        case Facts():
            claims = read(row.caption, task.language)
            return measures.measure(measures.Told(row.truth, row.caption, claims))
        case References() if task.pictures == "coco":
            words = words or coco_words()
            return measure_objects(row.caption, coco_truth(row.truth.objects, row.truth.captions, words), words)
        case References():
            return capture(row.caption, row.truth.captions) | style(row.caption)
        case _:
            return style(row.caption)


def by_window(values: tuple[float, ...], width: int) -> measures.Row:
    """Means over windows of `width` tokens, by the number of each window."""
    starts = range(0, len(values), width)
    return {str(start // width): _mean(values[start : start + width]) for start in starts}


def by_bin(looks: Looks) -> measures.Row:
    """The attention to a thing around its first telling, by the number of each bin."""
    return {str(place): (total, float(count)) for place, (total, count) in enumerate(looks.around)}


def _mean(values: tuple[float, ...]) -> Ratio:
    return sum(values), float(len(values))
