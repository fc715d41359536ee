"""How pictures are described from now on, as it is chosen in the menus: each choice is kept, and said."""

from collections.abc import Callable

from sparc_desktop.domain.length import Length
from sparc_desktop.presenters.view import Preferences
from sparc_desktop.settings.wording import choice_name
from sparc_desktop.translation import translate


class Wishes:
    """`answer` tells what was chosen."""

    def __init__(self, preferences: Preferences, answer: Callable[[str], None]) -> None:
        self._preferences, self._answer = preferences, answer

    def set_length(self, length: Length) -> None:
        """How long descriptions are; a prompt of the user's own is left for it."""
        captions = self._preferences.settings.captions
        self._preferences.change(captions=captions.model_copy(update={"length": length, "prompt": ""}))
        text = translate("MainWindow", "Length of descriptions: {name}.")
        text = text.format(name=choice_name("captions.length", length))
        self._answer(f"{text} {_without_prompt()}" if captions.prompt in captions.prompts else text)

    def set_prompt(self, name: str) -> None:
        """Which of the user's own prompts descriptions follow; "" for none."""
        captions = self._preferences.settings.captions
        self._preferences.change(captions=captions.model_copy(update={"prompt": name}))
        followed = translate("MainWindow", "Descriptions follow your prompt: {name}.").format(name=name)
        self._answer(followed if name else _without_prompt())


def _without_prompt() -> str:
    return translate("MainWindow", "Descriptions follow no prompt of yours.")
