"""A task done: every picture described with every method, each caption written down at once.

Pictures are drawn once a batch, for all methods. What the file holds already is not made again, and a batch of which
a part is missing is decoded as a whole, so that a run that was cut writes what it would have written at once. Every
second batch is decoded with a trace, for `looks`; the others tell what a method takes in time.
"""

from collections.abc import Callable, Iterator, Sequence

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
        size = self._task.batch
        progress(len(self._there), self._wanted)
        for start in range(self._task.first, self._task.end, size):
            numbers = range(start, min(start + size, self._task.end))
            names = [self._pictures.name(number) for number in numbers]
            missing = [label for label in self._methods if any((name, label) not in self._there for name in names)]
            if missing:
                for _ in self._batch(start, dict(zip(names, numbers, strict=True)), missing):
                    progress(len(self._there), self._wanted)
                    if cancelled():
                        return len(self._there) == self._wanted
        return True

    def _batch(self, start: int, numbers: dict[str, int], labels: list[str]) -> Iterator[None]:
        """Stops after each method, once its captions are written."""
        pictures = [self._pictures.draw(number) for number in numbers.values()]
        inputs = self._describer.inputs([picture.image for picture in pictures])
        refused = self._describer.refused(inputs)
        follows = self._describer.loaded.sparc is not None  # what SPARC can't be put into shows no attention either
        traced = follows and (start - self._task.first) // self._task.batch % 2 == 0
        for label in labels:
            chosen, settings = self._methods[label]
            told = self._describer.describe(inputs, chosen, traced=traced)
            for row, (name, picture, each) in enumerate(zip(numbers, pictures, told, strict=True)):
                if (name, label) in self._there:
                    continue
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
