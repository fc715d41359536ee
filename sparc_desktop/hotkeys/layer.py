"""The leader key and the layer of single letters behind it.

A dozen global combinations would clash with somebody's keys; one leader key and then a letter clash with nobody's, and
the letters can be the first ones of what they do. While the layer is open the letters reach no other program. It ends
with any key, or by itself.

**Why the leader is Ctrl+Shift+F11.** Insert and Caps Lock belong to screen readers, Ctrl+Alt to VoiceOver (as
Ctrl+Option) and to AltGr, with which many people type letters, Alt+Shift to Orca, Super to the desktop, Ctrl+Space to
those who write Chinese. What is left is Ctrl+Shift; a letter with it would be missed in browsers and editors, and
Ctrl+Shift+Space, in word processors. F11 with both does nothing that is widely used, exists on every keyboard in
the same place whatever the language, and is far from Shift+F10, which screen reader users press often.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from sparc_desktop.domain.action import Action
from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.hotkeys.keys import Keys, parse_keys
from sparc_desktop.hotkeys.known import owner_of
from sparc_desktop.hotkeys.names import action_name
from sparc_desktop.translation import translate

LAYER_SECONDS = 3.0  # long enough to think of a letter; short, because the keyboard is ours meanwhile
LEADER = Keys("F11", parse_keys("Ctrl+Shift+F11").modifiers)
LETTERS: Mapping[Action, Keys] = MappingProxyType({
    Action.DESCRIBE_WINDOW: Keys("W"),
    Action.DESCRIBE_SCREEN: Keys("S"),
    Action.DESCRIBE_MONITOR: Keys("M"),
    Action.DESCRIBE_REGION: Keys("R"),
    Action.DESCRIBE_LAST_REGION: Keys("L"),
    Action.DESCRIBE_CLIPBOARD: Keys("C"),
    Action.DESCRIBE_FOCUSED: Keys("F"),
    Action.DESCRIBE_AGAIN: Keys("D"),
    Action.STOP: Keys("X"),
    Action.PAUSE: Keys("Space"),
    Action.REPEAT: Keys("A"),
    Action.NEXT_SENTENCE: Keys("N"),
    Action.PREVIOUS_SENTENCE: Keys("P"),
    Action.OPEN_RESULT: Keys("O"),
    Action.ASK: Keys("Q"),
})  # fmt: skip


class Layer(StrEnum):
    """What happens to the layer; told, so that it can be heard."""

    OPENED = "opened"
    CANCELLED = "cancelled"  # by Escape
    EXPIRED = "expired"  # no key came in time
    UNKNOWN = "unknown"  # a key that means nothing here
    HELP = "help"  # say the letters


OWN_KEYS: Mapping[Keys, Layer] = MappingProxyType({
    Keys("Escape"): Layer.CANCELLED,
    Keys("H"): Layer.HELP,
    Keys("?"): Layer.HELP,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bindings:
    """All keys of one user: the leader (None for no layer), the letters behind it, combinations without a leader."""

    leader: Keys | None = LEADER
    letters: Mapping[Action, Keys] = field(default_factory=lambda: LETTERS)
    direct: Mapping[Action, Keys] = field(default_factory=dict)
    layer_seconds: float = LAYER_SECONDS

    def meaning(self, keys: Keys) -> Action | Layer:
        """What a key means in the open layer. Held keys don't count: the leader's may still be down."""
        plain = Keys(keys.key)
        if plain in OWN_KEYS:
            return OWN_KEYS[plain]
        return next((action for action, letter in self.letters.items() if letter == plain), Layer.UNKNOWN)

    def direct_action(self, keys: Keys) -> Action | None:
        """What a combination means without the leader."""
        return next((action for action, combination in self.direct.items() if combination == keys), None)

    def working(self) -> "Bindings":
        """What of the letters can be used: of two on one key the later one falls back to its own, if that is free."""
        letters: dict[Action, Keys] = {}
        fallen: list[Action] = []
        for action, keys in self.letters.items():
            if keys in OWN_KEYS or keys in letters.values():
                fallen.append(action)
            else:
                letters[action] = keys
        for action in fallen:
            if (usual := LETTERS.get(action)) and usual not in letters.values():
                letters[action] = usual
        return replace(self, letters=letters)

    def conflicts(self) -> tuple[Failure, ...]:
        """Everything in these bindings that would go wrong, each told once; none if all is well."""
        return (*self._doubles(), *self._reserved())

    def _doubles(self) -> list[Failure]:
        own = {keys: translate("Hotkeys", "the keys of the layer itself") for keys in OWN_KEYS}
        leader = {self.leader: translate("Hotkeys", "the leader key")} if self.leader else {}
        return [*_repeated(self.letters, own), *_repeated(self.direct, leader)]

    def _reserved(self) -> list[Failure]:
        combinations = [keys for keys in (self.leader, *self.direct.values()) if keys]
        owners = [(keys, _typing() if keys.is_typed else owner_of(keys)) for keys in combinations]
        return [Failure(Code.HOTKEY_RESERVED, {"keys": str(keys), "owner": owner}) for keys, owner in owners if owner]


def _typing() -> str:
    return translate("Hotkeys", "typing and moving in every program")


def _repeated(bound: Mapping[Action, Keys], taken: Mapping[Keys, str]) -> list[Failure]:
    failures, seen = [], dict(taken)
    for action, keys in bound.items():
        if keys in seen:
            params = {"keys": str(keys), "first": seen[keys], "second": action_name(action)}
            failures.append(Failure(Code.HOTKEY_DOUBLE, params))
        seen.setdefault(keys, action_name(action))
    return failures


def parse_bindings(leader: str, letters: Mapping[str, str], direct: Mapping[str, str]) -> Bindings:
    """Bindings from settings; "" leaves out the leader, or an action. What `letters` doesn't name keeps its default.

    Raises ExpectedError (HOTKEY_INVALID) for a text that names no key, or no action. Conflicts are not looked for.
    """
    changed = {_action(name): text for name, text in letters.items()}
    kept = {action: keys for action, keys in LETTERS.items() if action not in changed}
    chosen = {action: _letter(text) for action, text in changed.items() if text}
    combinations = {_action(name): parse_keys(text) for name, text in direct.items() if text}
    return Bindings(parse_keys(leader) if leader else None, kept | chosen, combinations)


def _action(name: str) -> Action:
    try:
        return Action(name)
    except ValueError:
        reason = translate("Hotkeys", "there is no action of that name")
        raise ExpectedError(Code.HOTKEY_INVALID, keys=name, reason=reason) from None


def _letter(text: str) -> Keys:
    keys = parse_keys(text)
    if keys.modifiers:
        reason = translate("Hotkeys", "after the leader key a key stands alone, without Ctrl, Alt, Shift or Super")
        raise ExpectedError(Code.HOTKEY_INVALID, keys=text, reason=reason)
    return keys


def layer_help(bindings: Bindings) -> str:
    """The letters and what they do, to be spoken."""
    lines = [f"{keys}: {action_name(action)}." for action, keys in bindings.letters.items()]
    return " ".join([*lines, translate("Hotkeys", "Escape: nothing.")])
