"""What is asked of the program from outside its window: hotkeys pressed in any program, requests of other processes.

Both come on threads of their own and are handed on as they are heard: an action, a step in the choice of a region, a
failure, a sentence to be said, or an earcon.
"""

import logging
from collections.abc import Callable

from sparc_desktop.domain.action import Action
from sparc_desktop.domain.earcon import Earcon
from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.domain.region_key import RegionKey
from sparc_desktop.hotkeys.base import Heard as HeardKey
from sparc_desktop.hotkeys.base import Hotkeys
from sparc_desktop.hotkeys.layer import Bindings, Layer, layer_help
from sparc_desktop.services.instance.server import Instance

Heard = Action | RegionKey | Failure | Earcon | str
log = logging.getLogger(__name__)


class Remote:
    """The hotkeys and the other processes of one program."""

    def __init__(
        self, instance: Instance, choose: Callable[[], Hotkeys], read_bindings: Callable[[], Bindings] = Bindings
    ) -> None:
        self._instance = instance
        self._choose = choose
        self._read_bindings = read_bindings
        self._hotkeys: Hotkeys | None = None

    def start(self, on_heard: Callable[[Heard], None]) -> None:
        """From now on `on_heard` is called, from other threads; it must return at once."""
        self._instance.connect(on_heard)
        try:
            bindings = self._read_bindings()
        except ExpectedError as error:  # a key that is none, in the settings
            on_heard(error.failure)
            bindings = Bindings()
        try:
            hotkeys = self._choose()
            hotkeys.start(bindings, lambda heard: _hear(heard, bindings, on_heard))
        except ExpectedError as error:  # the program works without, and a desktop's own keys can ask it
            log.warning("There are no hotkeys: %s", error.failure.code)
            if bindings.leader or bindings.direct:  # whoever has emptied them all knows
                on_heard(error.failure)
            return
        self._hotkeys = hotkeys
        for failure in (*bindings.conflicts(), *hotkeys.failed):
            on_heard(failure)

    def hold_region_keys(self) -> None:
        """Hear the keys of the choice of a region; raises ExpectedError REGION_KEYS_UNAVAILABLE where they can't be."""
        if self._hotkeys is None:
            raise ExpectedError(Code.REGION_KEYS_UNAVAILABLE)
        self._hotkeys.hold_region_keys()

    def free_region_keys(self) -> None:
        """Hear them no more."""
        if self._hotkeys is not None:
            self._hotkeys.free_region_keys()

    def stop(self) -> None:
        """Give the keys back."""
        if self._hotkeys is not None:
            self._hotkeys.stop()


def _hear(heard: HeardKey, bindings: Bindings, on_heard: Callable[[Heard], None]) -> None:
    match heard:
        case Action() | RegionKey() | Failure():  # first: keys of both kinds are words, and some are the same word
            on_heard(heard)
        case Layer.OPENED:
            on_heard(Earcon.THINKING)  # the next key is for this program
        case Layer.UNKNOWN | Layer.EXPIRED:  # the next one is not
            on_heard(Earcon.ERROR)
        case Layer.HELP:
            on_heard(layer_help(bindings))
        case Layer.CANCELLED:
            pass
