"""One thing that the window can do, as its menus name it: what help, the keyboard page and the manual's tests speak of.

Neither a key nor a name is typed a second time anywhere: both are asked of the action itself, in the user's language.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sparc_desktop.translation import translate


@dataclass(frozen=True, slots=True)
class Deed:
    """Its name, without the mnemonic, and its keys as people read them; no keys where it is in the menu alone."""

    name: str
    keys: tuple[str, ...] = ()
    menu: str = ""

    def __str__(self) -> str:
        return f"{', '.join(self.keys)}: {self.name}" if self.keys else self.name


Deeds = Mapping[str, Deed]  # by the action's attribute in `ui.actions.Actions`; of several in one, "lengths.short"
ReadDeeds = Callable[[], Deeds]  # asked anew each time: the language may have been switched


def spoken(keys: str) -> str:
    """Keys in words where a voice would pass over a sign, or say its letters: "Ctrl+Comma", not "Ctrl+,"."""
    held, plus, key = keys.rpartition("+") if not keys.endswith("++") else (keys[:-2], "+", "+")
    return f"{held}{plus}{_names().get(key, key)}"


def _names() -> dict[str, str]:
    return {
        "+": translate("Keyboard", "Plus"),
        "-": translate("Keyboard", "Minus"),
        "=": translate("Keyboard", "Equals"),
        ",": translate("Keyboard", "Comma"),
        "Left": translate("Keyboard", "Left"),
        "Right": translate("Keyboard", "Right"),
        "PgUp": translate("Keyboard", "Page Up"),
        "PgDown": translate("Keyboard", "Page Down"),
        "Esc": translate("Keyboard", "Escape"),
    }
