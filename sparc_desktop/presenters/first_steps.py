"""The first steps with the program: each is shown and said, and what is chosen holds at once.

Nothing is heard twice. The program says a step itself, by whoever speaks for it, a screen reader included; the focus
is meanwhile on a control, and not in the text, which a reader would begin to read as well. Where nothing is spoken
aloud the step is announced. What a voice fails to say is announced, too.

They can be left at any time, and count as done then: whoever wants them again finds them in the Help menu.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from sparc_desktop.domain.earcon import Earcon
from sparc_desktop.domain.events import FINAL, Event, Failed, Finished, Started
from sparc_desktop.presenters.deed import ReadDeeds
from sparc_desktop.presenters.listening import RATE_STEP
from sparc_desktop.presenters.step import ORDER, Step, step_lines
from sparc_desktop.presenters.view import Preferences
from sparc_desktop.services.describing import Describing
from sparc_desktop.services.narration import VOICELESS, sentences_of
from sparc_desktop.services.remote import Heard
from sparc_desktop.services.sentences import sentence
from sparc_desktop.settings.model import Output
from sparc_desktop.translation import translate


class FirstStepsView(Protocol):
    """The window; all texts are in the user's language already."""

    def show_step(self, step: Step, lines: Sequence[str]) -> None:
        """Its words and its controls."""

    def add_line(self, line: str) -> None:
        """Below the words; a caret in them stays where it is."""

    def tell(self, text: str) -> None:
        """Show a line on what has just happened; it is not announced."""

    def announce(self, text: str) -> None:
        """Have a screen reader say this; nothing is shown."""

    def finish(self) -> None:
        """The last step is done: close."""


@dataclass(frozen=True, slots=True)
class Around:
    """What the steps ask of the rest of the program."""

    read_leader: Callable[[], str]  # the leader key as it can be pressed now, "" where there is none
    read_deeds: ReadDeeds
    describe_sample: Callable[[], None]


class FirstSteps:
    """One walk through the steps."""

    def __init__(self, view: FirstStepsView, describing: Describing, preferences: Preferences, around: Around) -> None:
        self._view, self._describing, self._preferences, self._around = view, describing, preferences, around
        self._narration = describing.narration
        self._step = ORDER[0]
        self._said = ""  # last, to be announced where the voice fails
        self._is_testing = False
        self._result = ""
        describing.happened.connect(self._receive)

    @property
    def step(self) -> Step:
        """Where one is."""
        return self._step

    def show(self) -> None:
        """Show the step, as it is in the current language."""
        self._view.show_step(self._step, self._lines())

    def say(self) -> None:
        """Say the step."""
        self._say("\n".join(self._lines()))

    def move(self, steps: Literal[1, -1]) -> None:
        """To the next step, or the one before; after the last one all is done."""
        place = ORDER.index(self._step) + steps
        if place == len(ORDER):
            self._view.finish()
        elif place >= 0:
            self._step = ORDER[place]
            self._view.tell("")
            self.show()
            self.say()

    def end(self, *, is_skipped: bool) -> None:
        """The window is being closed."""
        self._describing.happened.disconnect(self._receive)
        self._preferences.change(welcomed=True)
        if is_skipped:
            self._say(translate("FirstSteps", "First steps skipped. You find them in the Help menu."))
        else:
            self._say(translate("FirstSteps", "First steps done."))

    # Choices

    def set_language(self, code: str) -> None:
        """From now on the program speaks and writes this language."""
        self._preferences.change(language=code)
        self.show()
        self.say()

    def set_output(self, output: Output) -> None:
        """Who speaks, heard at once."""
        self._preferences.change(output=output)
        if output == "none":
            said = translate("FirstSteps", "Descriptions are shown, and not read aloud.")
        else:
            said = translate("FirstSteps", "Descriptions are read to you like this.")
        self._reply(said)

    def tune(self, direction: Literal[1, -1]) -> None:
        """The own voice one step faster or slower, heard at once."""
        voice = self._preferences.settings.voice.stepped("rate", direction * RATE_STEP)
        self._preferences.change(voice=voice)
        said = translate("MainWindow", "The program's own voice: {rate} words a minute.").format(rate=voice.rate)
        self._reply(said)

    # What is tried

    def hear(self, heard: Heard) -> None:
        """A hotkey, or another request from outside the window, has just been answered."""
        if self._step is not Step.KEY:
            return
        match heard:
            case Earcon.THINKING:  # the leader key
                self._reply(translate("FirstSteps", "The key was heard. Now press H."))
            case Earcon.ERROR:  # no letter in time, or one that means nothing
                self._reply(translate("FirstSteps", "That was no letter. Press the key again, then H."))
            case str():  # the letters, which are being said
                said = translate("FirstSteps", "That works. Enter goes on.")
                self._view.tell(said)
                if not self._narration.remark(said):
                    self._view.announce(said)

    def test(self) -> None:
        """Have the sample described."""
        self._is_testing, self._result = True, ""
        self._view.tell(translate("FirstSteps", "The picture will be described as soon as the model is loaded."))
        self._around.describe_sample()

    def _receive(self, event: Event) -> None:
        match event:
            case Failed(failure=failure):
                self._view.tell(sentence(failure))
                if failure.code in VOICELESS and self._said:
                    self._view.announce(self._said)
            case Started() if self._is_testing:
                self._view.tell(translate("FirstSteps", "Describing…"))
            case Finished(text=text) if self._is_testing:
                self._show_result(text)
        if isinstance(event, FINAL):
            self._is_testing = False

    def _show_result(self, text: str) -> None:
        self._is_testing, self._result = False, text
        if not self._narration.is_heard:
            self._view.announce(text)
        if self._step is Step.TEST:
            self._view.add_line(text)
            self._view.tell(translate("FirstSteps", "That was the description."))

    def _reply(self, text: str) -> None:
        """Show and say it."""
        self._view.tell(text)
        self._say(text)

    def _say(self, text: str) -> None:
        self._said = text
        if self._narration.aloud:
            self._narration.read(sentences_of(text), follow=False)
        else:
            self._view.announce(text)

    def _lines(self) -> list[str]:
        around = self._around
        lines = step_lines(self._step, self._preferences.settings, around.read_leader(), around.read_deeds())
        return [*lines, self._result] if self._step is Step.TEST and self._result else lines
