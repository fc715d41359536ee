"""Where somebody is among the keys: outside, behind the leader, or choosing a part of the screen.

One small machine without a clock or a keyboard, so that every backend does the same with the keys it gets.
"""

from collections.abc import Iterable
from enum import Enum
from itertools import combinations

from sparc_desktop.domain.action import Action
from sparc_desktop.domain.region_key import RegionKey
from sparc_desktop.hotkeys.keys import Keys
from sparc_desktop.hotkeys.layer import OWN_KEYS, Bindings, Layer
from sparc_desktop.hotkeys.region_keys import REGION_KEYS, REGION_SECONDS, region_meaning


class Mode(Enum):
    """What the next key means."""

    OUTSIDE = "outside"  # only the leader and the direct combinations are ours
    LETTERS = "letters"  # one key
    REGION = "region"  # keys until one of them ends it


class Steps:
    """Tell it each key that is pressed; it tells what that means, and what comes next."""

    def __init__(self, bindings: Bindings) -> None:
        self._bindings = bindings
        self.mode = Mode.OUTSIDE

    @property
    def is_open(self) -> bool:
        """Are keys without a modifier ours?"""
        return self.mode is not Mode.OUTSIDE

    @property
    def seconds(self) -> float:
        """How long to wait for the next key before `expire`."""
        return REGION_SECONDS if self.mode is Mode.REGION else self._bindings.layer_seconds

    @property
    def always(self) -> tuple[Keys, ...]:
        """The combinations that are taken all the time, each once."""
        return tuple(dict.fromkeys(filter(None, (self._bindings.leader, *self._bindings.direct.values()))))

    @property
    def wanted(self) -> tuple[Keys, ...]:
        """The keys that mean something now, besides those of `always`."""
        keys: dict[Mode, Iterable[Keys]] = {
            Mode.LETTERS: self._letters(),
            Mode.REGION: REGION_KEYS,
        }
        return tuple(keys.get(self.mode, ()))

    def press(self, keys: Keys) -> Action | RegionKey | Layer | None:
        """A key was pressed; None where it is nothing of ours."""
        match self.mode:
            case Mode.OUTSIDE if keys == self._bindings.leader:
                self.mode = Mode.LETTERS
                return Layer.OPENED
            case Mode.OUTSIDE:
                return self._begin(self._bindings.direct_action(keys))
            case Mode.LETTERS:
                self.mode = Mode.OUTSIDE
                return self._begin(self._bindings.meaning(keys))
            case Mode.REGION:
                meaning = region_meaning(keys)
                if isinstance(meaning, RegionKey) and meaning.ends:
                    self.mode = Mode.OUTSIDE
                return meaning

    def begin_region(self) -> None:
        """A part of the screen is to be chosen, though no key has asked for it."""
        self.mode = Mode.REGION

    def leave(self) -> None:
        """Keys without a modifier are nobody's any more."""
        self.mode = Mode.OUTSIDE

    def expire(self) -> Layer | RegionKey:
        """No key came in time."""
        former, self.mode = self.mode, Mode.OUTSIDE
        return RegionKey.CANCEL if former is Mode.REGION else Layer.EXPIRED

    def _letters(self) -> list[Keys]:
        """Also with what is held for the leader: who has not let go yet means the letter all the same."""
        held = self._bindings.leader.modifiers if self._bindings.leader else frozenset()
        sets = [frozenset(some) for size in range(len(held) + 1) for some in combinations(sorted(held), size)]
        keys = (*self._bindings.letters.values(), *OWN_KEYS)
        return [Keys(each.key, modifiers) for each in keys for modifiers in sets]

    def _begin(self, meaning: Action | Layer | None) -> Action | Layer | None:
        if meaning is Action.DESCRIBE_REGION:
            self.begin_region()
        return meaning
