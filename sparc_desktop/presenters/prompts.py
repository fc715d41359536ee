"""The user's own prompts: written, renamed and removed; each has a name that nobody else has.

What is wrong with one is told before it is kept, and nothing that was typed is lost by it.
"""

from sparc_desktop.domain.request import MAX_QUESTION
from sparc_desktop.presenters.view import Preferences
from sparc_desktop.settings.leaves import changes, leaves
from sparc_desktop.settings.model import MAX_PROMPT_NAME
from sparc_desktop.translation import translate


def most_prompts() -> int:
    """How many are kept at most."""
    metadata = leaves()["captions.prompts"].field.metadata
    return next(int(each.max_length) for each in metadata if hasattr(each, "max_length"))


class Prompts:
    """The prompts in the settings."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    @property
    def by_name(self) -> dict[str, str]:
        """All of them, in the order in which they were written."""
        return dict(self._preferences.settings.captions.prompts)

    def fault(self, former: str, name: str, text: str) -> str:
        """What keeps this from being saved in place of the one named `former` ("" for a new one); "" if nothing."""
        if not name:
            return translate("Prompts", "The prompt needs a name.")
        if len(name) > MAX_PROMPT_NAME:
            return translate("Prompts", "The name has more than {limit} characters.").format(limit=MAX_PROMPT_NAME)
        if name != former and name in self.by_name:
            return translate("Prompts", "There is a prompt named {name} already.").format(name=name)
        if not text:
            return translate("Prompts", "The prompt is empty: write what you want to know of each picture.")
        if len(text) > MAX_QUESTION:
            return translate("Prompts", "The prompt has more than {limit} characters.").format(limit=MAX_QUESTION)
        if not former and len(self.by_name) >= most_prompts():
            return translate("Prompts", "There are {limit} prompts, the most that are kept.").format(
                limit=most_prompts()
            )
        return ""

    def save(self, former: str, name: str, text: str) -> None:
        """Keep this one, in the place of `former`; `fault` has found nothing."""
        pairs = [(name, text) if each == former else (each, kept) for each, kept in self.by_name.items()]
        prompts = dict(pairs) if former in self.by_name else dict([*pairs, (name, text)])
        self._change(prompts, former, name)

    def remove(self, name: str) -> None:
        """Forget it; descriptions follow length and language again if they have followed it."""
        self._change({each: text for each, text in self.by_name.items() if each != name}, name, "")

    def _change(self, prompts: dict[str, str], former: str, name: str) -> None:
        values: dict[str, object] = {"captions.prompts": prompts}
        if former and self._preferences.settings.captions.prompt == former:
            values["captions.prompt"] = name
        self._preferences.change(**changes(self._preferences.settings, values))
