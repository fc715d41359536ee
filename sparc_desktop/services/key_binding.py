"""Changing one hotkey: which can be changed, what each is now, and what keeps a key from being taken.

The rules are those of the hotkeys themselves (`hotkeys.layer`); here they are asked before a key is set, so that the
settings never hold one that robs a screen reader, or that two actions want.
"""

from dataclasses import dataclass

from sparc_desktop.domain.action import Action
from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.hotkeys.keys import parse_keys
from sparc_desktop.hotkeys.layer import LETTERS, Bindings, parse_bindings
from sparc_desktop.hotkeys.names import action_name
from sparc_desktop.settings.model import HotkeySettings
from sparc_desktop.translation import translate


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for one key: the leader's where there is no action; `direct` is without the leader."""

    action: Action | None = None
    direct: bool = False


LEADER_SLOT = Slot()
LETTER_SLOTS = tuple(Slot(action) for action in Action)
DIRECT_SLOTS = tuple(Slot(action, direct=True) for action in Action)


def slot_name(slot: Slot) -> str:
    """What the key does, to stand at the beginning of a line."""
    name = _name(slot)
    return name[0].upper() + name[1:]


def key_at(keys: HotkeySettings, slot: Slot) -> str:
    """The key that is set there; "" where none is."""
    if slot.action is None:
        return keys.leader
    if slot.direct:
        return keys.direct.get(slot.action, "")
    return keys.letters.get(slot.action, default_key(slot))


def default_key(slot: Slot) -> str:
    """The key that is there until somebody changes it."""
    if slot.action is None:
        return HotkeySettings().leader
    return str(LETTERS.get(slot.action, "")) if not slot.direct else ""


def with_key(keys: HotkeySettings, slot: Slot, text: str) -> HotkeySettings:
    """The keys with this one in its place, none for ""; raises ExpectedError where it can't be."""
    changed = _put(keys, slot, str(parse_keys(text)) if text else "")
    before = bindings_or_default(keys).conflicts()
    for failure in bindings_of(changed).conflicts():
        if failure not in before:  # an older conflict is no reason to refuse what may be its end
            raise _refusal(failure, slot)
    return changed


def _refusal(failure: Failure, slot: Slot) -> ExpectedError:
    """The key is not set, so nothing is double yet: it is needed by the other of the two."""
    if failure.code is not Code.HOTKEY_DOUBLE:
        return ExpectedError(failure.code, **failure.params)
    first, second = failure.params["first"], failure.params["second"]
    return ExpectedError(
        Code.HOTKEY_RESERVED, keys=failure.params["keys"], owner=second if first == _name(slot) else first
    )


def check_keys(keys: HotkeySettings) -> None:
    """Raises ExpectedError where a key is none, or is in conflict with another."""
    for failure in bindings_of(keys).conflicts():
        raise ExpectedError(failure.code, **failure.params)


def bindings_of(keys: HotkeySettings) -> Bindings:
    """What the settings mean; raises ExpectedError HOTKEY_INVALID for a key that is none."""
    return parse_bindings(keys.leader, keys.letters, keys.direct)


def bindings_or_default(keys: HotkeySettings) -> Bindings:
    """The same, but the default keys where one is none: somebody has edited the file, and was told at the start."""
    try:
        return bindings_of(keys)
    except ExpectedError:
        return Bindings()


def _name(slot: Slot) -> str:
    return action_name(slot.action) if slot.action else translate("Hotkeys", "the leader key")


def _put(keys: HotkeySettings, slot: Slot, text: str) -> HotkeySettings:
    """What is at its default is not written down."""
    if slot.action is None:
        return keys.model_copy(update={"leader": text})
    branch = "direct" if slot.direct else "letters"
    bound = {name: key for name, key in getattr(keys, branch).items() if name != slot.action}
    if text != default_key(slot):
        bound[slot.action.value] = text
    return keys.model_copy(update={branch: bound})
