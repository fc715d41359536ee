"""What global hotkeys are: keys that reach this program whatever program has the focus, and reach no other.

The rules for every backend: it never moves the focus; what it takes it gives back, by `stop` and by the death of the
process; a key that can't be had is reported, and the others work. A held key counts once.
"""

from abc import abstractmethod
from collections.abc import Callable
from typing import ClassVar

from sparc_desktop.domain.action import Action
from sparc_desktop.domain.backend import Backend
from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.domain.region_key import RegionKey
from sparc_desktop.hotkeys.keys import Keys
from sparc_desktop.hotkeys.layer import Bindings, Layer
from sparc_desktop.translation import translate

# An action to do; a step in the choice of a region; what happens to the layer; a Failure, when the keys are lost later.
Heard = Action | RegionKey | Layer | Failure
OnKey = Callable[[Heard], None]


class Hotkeys(Backend):
    """One way to have global hotkeys."""

    confirmed_by_user: ClassVar[bool] = False  # does the desktop ask the user whenever keys are taken?
    failed: tuple[Failure, ...] = ()  # after `start`: the combinations that could not be had, and why

    @abstractmethod
    def start(self, bindings: Bindings, on_key: OnKey) -> None:
        """Take the keys; from now on `on_key` is called, from another thread, and must return at once.

        Raises ExpectedError HOTKEYS_UNAVAILABLE where no key at all can be taken.
        """

    @abstractmethod
    def hold_region_keys(self) -> None:
        """Have the keys of `region_keys` until one of them ends the choice, as after the key for DESCRIBE_REGION.

        Raises ExpectedError REGION_KEYS_UNAVAILABLE where single keys can't be had.
        """

    @abstractmethod
    def free_region_keys(self) -> None:
        """Give them back: there is nothing to choose from."""

    @abstractmethod
    def stop(self) -> None:
        """Give all keys back; afterwards `on_key` is not called. Not to be called from `on_key`. Twice is fine."""


def bind_it_yourself() -> str:
    """The remedy that every desktop has."""
    return translate(
        "Hotkeys",
        "In the keyboard settings of your desktop, bind a key to the command: sparc-desktop trigger describe-window.",
    )


def unavailable(remedy: str = "") -> ExpectedError:
    """No hotkeys here."""
    return ExpectedError(Code.HOTKEYS_UNAVAILABLE, remedy=remedy or bind_it_yourself())


def taken(keys: Keys) -> Failure:
    """Another program has this combination."""
    return Failure(Code.HOTKEY_TAKEN, {"keys": str(keys)})


def missing(keys: Keys) -> Failure:
    """The keyboard has no such key."""
    return Failure(
        Code.HOTKEY_INVALID, {"keys": str(keys), "reason": translate("Hotkeys", "this keyboard has no such key")}
    )
