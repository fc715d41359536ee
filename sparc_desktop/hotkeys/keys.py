"""A key combination as people write it: "Ctrl+Shift+F11", "Pause", "w".

There is one canonical form, so that two ways to write the same keys are equal: modifiers in a fixed order, letters
upper case. On a Mac "Alt" is Option and "Super" is Command; on Windows "Super" is the Windows key.
"""

from dataclasses import dataclass
from enum import StrEnum

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.translation import translate

LONGEST = 60  # characters; no combination comes near it


class Modifier(StrEnum):
    """The keys that are held, in canonical order."""

    CTRL = "Ctrl"
    ALT = "Alt"
    SHIFT = "Shift"
    SUPER = "Super"


ALIASES = {
    **{modifier.lower(): modifier for modifier in Modifier},
    "control": Modifier.CTRL,
    "option": Modifier.ALT,
    "win": Modifier.SUPER,
    "windows": Modifier.SUPER,
    "cmd": Modifier.SUPER,
    "command": Modifier.SUPER,
    "meta": Modifier.SUPER,
}
NAMED = (
    "Space", "Escape", "Tab", "Enter", "Backspace", "Insert", "Delete", "Home", "End", "PageUp", "PageDown",
    "Left", "Right", "Up", "Down", "Pause", "ScrollLock", "CapsLock", "PrintScreen", "Menu",
    *(f"F{number}" for number in range(1, 25)),
)  # fmt: skip
_BY_NAME = {name.lower(): name for name in NAMED} | {"esc": "Escape", "return": "Enter", "del": "Delete"}


@dataclass(frozen=True, slots=True)
class Keys:
    """One key with its modifiers. `key` is a name of `NAMED`, or one character, upper case."""

    key: str
    modifiers: frozenset[Modifier] = frozenset()

    def __str__(self) -> str:
        held = [modifier.value for modifier in Modifier if modifier in self.modifiers]
        return "+".join([*held, self.key])

    @property
    def is_typed(self) -> bool:
        """Would a text field take it as text, or for moving in text?"""
        return not self.modifiers - {Modifier.SHIFT} and (len(self.key) == 1 or self.key in _EDITING)


_EDITING = frozenset(NAMED[: NAMED.index("Down") + 1])


def parse_keys(text: str) -> Keys:
    """The combination that a text names; ExpectedError HOTKEY_INVALID with the reason where it names none."""
    if not text.strip() or len(text) > LONGEST:
        raise _invalid(text[:LONGEST], translate("Hotkeys", "one key is needed, such as Ctrl+Shift+F11"))
    *held, key = _split(text.strip())
    modifiers = [ALIASES.get(name.strip().lower()) for name in held]
    for name, modifier in zip(held, modifiers, strict=True):
        if modifier is None:
            message = translate("Hotkeys", "{name} is not a key to be held; take Ctrl, Alt, Shift or Super")
            raise _invalid(text, message.format(name=name.strip() or "+"))
    if len(set(modifiers)) < len(modifiers):
        raise _invalid(text, translate("Hotkeys", "a key to be held is named twice"))
    return Keys(_key(text, key), frozenset(filter(None, modifiers)))


def _split(text: str) -> list[str]:
    """At each plus sign, but for one that is the key itself."""
    if text == "+":
        return ["+"]
    if text.endswith("++"):
        return [*text[:-2].split("+"), "+"]
    return text.split("+")


def _key(text: str, name: str) -> str:
    name = name.strip()
    if named := _BY_NAME.get(name.lower()):
        return named
    if name.lower() in ALIASES or not name:
        raise _invalid(text, translate("Hotkeys", "it holds keys but presses none; add one, such as F11"))
    if len(name) == 1 and name.isprintable() and not name.isspace():
        return name.upper() if len(name.upper()) == 1 else name
    raise _invalid(text, translate("Hotkeys", "there is no key named {name}").format(name=name))


def _invalid(text: str, reason: str) -> ExpectedError:
    return ExpectedError(Code.HOTKEY_INVALID, keys=text, reason=reason)
