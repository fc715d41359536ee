"""A task done: every picture described with every method, each caption written down at once.

Pictures are drawn once, for all methods, and those of a few batches are parted by how much there is to tell: a batch
takes as long as its longest caption. What the file holds already is not made again, and a batch of which a part is
missing is decoded as a whole, so that a run that was cut writes what it would have written at once. Every second batch
is decoded with a trace, for `looks`; the others tell what a method takes in time.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from sparc_desktop.engine.inputs import Inputs
from sparc_desktop.evaluate.picture_grid import picture_grid
from sparc_desktop.evaluate.runs.captions_file import CaptionsFile
from sparc_desktop.evaluate.runs.chosen import Chosen
from sparc_desktop.evaluate.runs.describe import Describer, Description
from sparc_desktop.evaluate.runs.looking import NOTHING, around, first_told, looks, shown
from sparc_desktop.evaluate.runs.pictures import Picture, Pictures
from sparc_desktop.evaluate.runs.row import Looks, Row
from sparc_desktop.evaluate.runs.task import Task
from sparc_desktop.evaluate.world.facts import Facts
from sparc_desktop.evaluate.world.telling import read

SHOWN = ("pixel_values", "image_grid_thw")  # by which inputs the image tokens are placed
WINDOW = 8  # batches whose pictures are parted anew
Progress = Callable[[int, int], None]  # captions that are there, and that are wanted


class Run:
    """Describes the pictures of `task` by each of `methods`, into `file`. Raises ExpectedError: METHOD_UNUSABLE."""

    def __init__(
        self, task: Task, pictures: Pictures, describer: Describer, methods: Sequence[Chosen], file: CaptionsFile
    ) -> None:
        self._task, self._pictures, self._describer, self._file = task, pictures, describer, file
        self._methods = {chosen.label: (chosen, describer.settings(chosen)) for chosen in methods}
        self._there = {(row.picture, row.method) for row in file.captions.rows if row.method in self._methods}
        self._wanted = (task.end - task.first) * len(self._methods)

    def __call__(self, progress: Progress, cancelled: Callable[[], bool]) -> bool:
        """Do what is left; False where it was cancelled. Raises ExpectedError for what can't be read or decoded."""
        progress(len(self._there), self._wanted)
        for place, batch in self._batches():
            labels = [label for label in self._methods if any(self._is_missing(number, label) for number in batch)]
            if labels:
                for _ in self._batch(batch, labels, is_traced=place % 2 == 0):
                    progress(len(self._there), self._wanted)
                    if cancelled():
                        return len(self._there) == self._wanted
        return True

    def _is_missing(self, number: int, label: str) -> bool:
        return (self._pictures.name(number), label) not in self._there

    def _batches(self) -> Iterator[tuple[int, dict[int, Picture]]]:
        """Pictures by number, a batch of them after the other, each with its place; not those that are all there."""
        # Photographs are too large to hold many at once, and what there is to tell of them is not known.
        window = self._task.batch * (WINDOW if self._pictures.count is None else 1)
        for turn, start in enumerate(range(self._task.first, self._task.end, window)):
            numbers = range(start, min(start + window, self._task.end))
            if any(self._is_missing(number, label) for number in numbers for label in self._methods):
                drawn = {number: self._pictures.draw(number) for number in numbers}
                ordered = sorted(drawn, key=lambda number: _things(drawn[number]))
                for place, begin in enumerate(range(0, len(ordered), self._task.batch)):
                    # Batches of few things are traced in one window, those of many in the next.
                    yield turn + place, {number: drawn[number] for number in ordered[begin : begin + self._task.batch]}

    def _batch(self, pictures: Mapping[int, Picture], labels: Sequence[str], *, is_traced: bool) -> Iterator[None]:
        """Stops after each method, once its captions are written."""
        inputs = self._describer.inputs([picture.image for picture in pictures.values()])
        refused = self._describer.refused(inputs)
        # What SPARC can't be put into shows no attention either.
        traced = is_traced and self._describer.loaded.sparc is not None
        for label in labels:
            chosen, settings = self._methods[label]
            told = self._describer.describe(inputs, chosen, traced=traced)
            for row, ((number, picture), each) in enumerate(zip(pictures.items(), told, strict=True)):
                if not self._is_missing(number, label):
                    continue
                name = self._pictures.name(number)
                took = None if traced else round(each.seconds, 4)
                seen = self._looks(picture, each, inputs, row)
                noted = (each.tokens, took, settings, refused[row], seen)
                self._file.add(Row(name, label, each.caption, picture.truth, *noted))
                self._there.add((name, label))
            yield

    def _looks(self, picture: Picture, description: Description, inputs: Inputs, row: int) -> Looks:
        attention = description.attention
        if attention is None:
            return Looks()
        seen, loaded = NOTHING, self._describer.loaded
        if isinstance(picture.truth, Facts) and picture.layout is not None:
            own = {name: inputs[name][row : row + 1] for name in SHOWN if name in inputs}
            tokens = attention.own.shape[1]
            grid = picture_grid(loaded.model, loaded.processor, own, picture.image.size, tokens)
            if grid is not None:
                claims = read(description.caption, self._task.language)
                medium = picture.truth.medium
                told = first_told(claims, description.ends, medium)
                seen = around(attention, shown(picture.layout, grid, medium), told)
        return looks(attention, seen)


def _things(picture: Picture) -> int:
    return len(picture.truth.items) if isinstance(picture.truth, Facts) else 0
