"""What a file of captions shows: every score of every method with its interval, on pictures that all have described."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sparc_desktop.domain.decay import MOST_WINDOWS, WIDTHS
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.evaluate import measures
from sparc_desktop.evaluate.measures import Score
from sparc_desktop.evaluate.measures.prose.object_words import ObjectWords
from sparc_desktop.evaluate.report.measured import by_bin, by_window, measured
from sparc_desktop.evaluate.runs.captions_file import Captions
from sparc_desktop.evaluate.runs.row import BINS, Rated, Row, Setting, Stranger
from sparc_desktop.evaluate.runs.task import Task
from sparc_desktop.evaluate.world.facts import Facts

BASELINE = "none"  # what the others are compared with, where it is there
FEW = 0.1  # share of the captions that must reach a window of tokens for it to be told of


@dataclass(frozen=True, slots=True)
class Point:
    """A place on a curve: the tokens `first` to `last`, and the score there."""

    first: int
    last: int
    score: Score


@dataclass(frozen=True, slots=True)
class Curves:
    """By tokens of the caption: the attention to the picture, also before the method's gains, and what was selected.

    around: the attention to a thing, relative to that to the whole picture, by tokens from its first telling.
    """

    attention: tuple[Point, ...]
    own: tuple[Point, ...]
    selected: tuple[Point, ...]
    around: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class MethodResults:
    """`differences` are to the baseline, on the same pictures; both are there by the number of objects, too."""

    label: str
    settings: Mapping[str, Setting]
    scores: Mapping[str, Score]
    differences: Mapping[str, Score]
    by_count: Mapping[str, Mapping[str, Score]]
    differences_by_count: Mapping[str, Mapping[str, Score]]
    curves: Curves

    @property
    def name(self) -> str:
        """Of the method, without its settings."""
        return self.label.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Results:
    """Of one file. `pictures`: scored; `left_out`: not described by all of the methods; `refused`: left out as such.

    families: of strangers.
    """

    task: Task
    pictures: int
    left_out: int
    refused: int
    baseline: str
    methods: tuple[MethodResults, ...]
    refusals: Mapping[str, Score]
    families: Mapping[str, Score]

    def short(self, method: MethodResults) -> str:
        """The method's name, where no other method here has it; there is room for little more in a chart."""
        names = [each.name for each in self.methods]
        return method.name if names.count(method.name) == 1 else method.label


def results_of(
    captions: Captions,
    labels: Sequence[str] = (),
    resamples: int = 2000,
    words: ObjectWords | None = None,
    *,
    with_refused: bool = True,
) -> Results:
    """Score a file; `labels`: of which methods, all where none is given; `words` name COCO's classes, or ours do.

    with_refused: score pictures that the model would have refused, too, so that no score depends on its limits.
    Raises ExpectedError: METHOD_UNUSABLE where it holds no caption of one of them.
    """
    rows: dict[str, dict[str, Row]] = defaultdict(dict)
    for row in captions.rows:
        rows[row.method][row.picture] = row
    for label in labels:
        if label not in rows:
            raise ExpectedError(Code.METHOD_UNUSABLE, label=label, reason=f"the file holds {', '.join(rows)}")
    rows = {label: of_method for label, of_method in rows.items() if label in labels or not labels}
    named = [set(of_method) for of_method in rows.values()]
    common = sorted(set.intersection(*named)) if named else []
    baseline = BASELINE if BASELINE in rows else next(iter(rows), "")
    refusals = _refusals([rows[baseline][name] for name in common] if common else [])
    scored_names = [name for name in common if with_refused or not rows[baseline][name].refused]
    kept = {label: [of_method[name] for name in scored_names] for label, of_method in rows.items()}
    scored = _Scored(captions, kept, baseline, resamples, words)
    methods = tuple(scored.method(label) for label in sorted(kept, key=lambda label: label != baseline))
    left_out, refused = len(set[str]().union(*named)) - len(common), len(common) - len(scored_names)
    return Results(captions.task, len(scored_names), left_out, refused, baseline, methods, *refusals)


class _Scored:
    """`kept`: the rows of each method, of the same pictures in the same order."""

    def __init__(
        self,
        captions: Captions,
        kept: Mapping[str, Sequence[Row]],
        baseline: str,
        resamples: int,
        words: ObjectWords | None,
    ) -> None:
        self._kept, self._baseline, self._resamples = kept, baseline, resamples
        rated: dict[tuple[str, str], list[Rated]] = defaultdict(list)
        for each in _rated_for_all(captions.rated, kept):
            rated[each.picture, each.method].append(each)
        self._rows = {
            label: [measured(row, captions.task, tuple(rated[row.picture, label]), words) for row in rows]
            for label, rows in kept.items()
        }
        self._groups = _by_count(kept.get(baseline, []))
        lengths = sorted(len(row.looks.share) for row in kept.get(baseline, []) if row.looks.share) or [0]
        long = lengths[int(len(lengths) * (1 - FEW))]
        self._width = next((width for width in WIDTHS if long <= width * MOST_WINDOWS), WIDTHS[-1])

    def method(self, label: str) -> MethodResults:
        return MethodResults(
            label,
            self._kept[label][0].settings if self._kept[label] else {},
            self._table(self._rows[label]),
            self._differences(label, range(len(self._rows[label]))),
            {name: self._table([self._rows[label][at] for at in places]) for name, places in self._groups.items()},
            {name: self._differences(label, places) for name, places in self._groups.items()},
            self._curves(self._kept[label]),
        )

    def _differences(self, label: str, places: Sequence[int]) -> dict[str, Score]:
        """To the baseline, of the rows at these places."""
        if label == self._baseline:
            return {}
        others, rows = ([self._rows[each][at] for at in places] for each in (self._baseline, label))
        return _timeless(measures.differences(others, rows, self._resamples))

    def _table(self, rows: Sequence[measures.Row]) -> dict[str, Score]:
        return _timeless(measures.table(rows, self._resamples))

    def _curves(self, rows: Sequence[Row]) -> Curves:
        looks = [row.looks for row in rows if row.looks.share]

        def curve(values: Callable[[int], tuple[float, ...]]) -> tuple[Point, ...]:
            table = self._table([by_window(values(place), self._width) for place in range(len(looks))])
            points = [(int(number) * self._width, score) for number, score in table.items()]
            return tuple(
                Point(start + 1, start + self._width, score)
                for start, score in points
                if score.n >= FEW * len(looks) and start < self._width * MOST_WINDOWS
            )

        around = self._table([by_bin(each) for each in looks])
        return Curves(
            attention=curve(lambda place: looks[place].share),
            own=curve(lambda place: looks[place].own or looks[place].share),
            selected=curve(lambda place: looks[place].selected),
            around=tuple(Point(BINS[int(place)], BINS[int(place) + 1] - 1, score) for place, score in around.items()),
        )


def _by_count(rows: Sequence[Row]) -> dict[str, list[int]]:
    """The places of rows, by the number of objects in their pictures."""
    groups: dict[tuple[int, int], list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if isinstance(row.truth, Facts) and (group := measures.group(row.truth)):
            groups[group].append(at)
    return {f"{least}-{most}": groups[least, most] for least, most in sorted(groups)}


def _rated_for_all(rated: Sequence[Rated], labels: Iterable[str]) -> list[Rated]:
    """What a judge said of pictures whose captions by all methods it has judged: else others would be compared."""
    judged: dict[tuple[str, str], set[str]] = defaultdict(set)
    for each in rated:
        judged[each.judge, each.picture].add(each.method)
    return [each for each in rated if judged[each.judge, each.picture].issuperset(labels)]


def _timeless(scores: dict[str, Score]) -> dict[str, Score]:
    """Without the interval of the time: captions of a batch share it, and so are no independent draws."""
    if (time := scores.get("ms_per_token")) is None:
        return scores
    return scores | {"ms_per_token": replace(time, low=time.value, high=time.value)}


def _refusals(rows: Sequence[Row]) -> tuple[dict[str, Score], dict[str, Score]]:
    """The rates of wrong answers and refusals, and of wrong answers by the family of the picture."""
    families: dict[str, list[bool]] = defaultdict(list)
    known = [row.refused for row in rows if isinstance(row.truth, Facts)]
    for row in rows:
        if isinstance(row.truth, Stranger):
            families[row.truth.family].append(row.refused)
    strangers = [refused for family in families.values() for refused in family]
    each = {name: measures.refusals([], refused)["false_answers"] for name, refused in sorted(families.items())}
    return measures.refusals(known, strangers), each
