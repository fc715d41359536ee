"""A model that has just come describes a first picture at once, and at its end it is told how fast it was."""

from collections.abc import Callable

from sparc_desktop.domain.events import FINAL, Event, Finished
from sparc_desktop.services.describing import Describing
from sparc_desktop.services.stopwatch import Stopwatch


class Trial:
    """`describe` has the sample described as any other picture; `tell` shows a sentence that the voice says anyway."""

    def __init__(self, describing: Describing, describe: Callable[[], None], tell: Callable[[str], None]) -> None:
        self._describing, self._describe, self._tell = describing, describe, tell
        self._watch: Stopwatch | None = None
        self._result = ""
        describing.began.connect(self._forget)
        describing.happened.connect(self._hear)
        describing.idle.connect(self._end)

    def begin(self) -> None:
        """The model is loaded."""
        watch = Stopwatch()
        self._describe()
        self._watch = watch

    def _forget(self) -> None:
        """Another picture is described."""
        self._watch, self._result = None, ""

    def _hear(self, event: Event) -> None:
        if self._watch:
            self._watch.hear(event)
            if isinstance(event, Finished):
                self._result = self._watch.sentence()
            if isinstance(event, FINAL) and event.request is not None:  # else something beside it, such as the voice
                self._watch = None

    def _end(self) -> None:
        """All of it is on its way to the voice, the text in the picture too."""
        result, self._result = self._result, ""
        if result:
            self._describing.narration.add(result)
            self._tell(result)
