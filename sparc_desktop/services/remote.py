"""What is asked of the program from outside its window: hotkeys pressed in any program, requests of other processes.

Both come on threads of their own and are handed on as they are heard: an action, a step in the choice of a region, a
failure, a sentence to be said, or an earcon.

The hotkeys can be changed while the program runs: `rebind` gives all of them back and takes the new ones, in some
hundredths of a second. `let_go` gives them back for a while, so that they can be pressed in our own window as any key.
Both may have to wait for the desktop, so the window's thread leaves them to another.
"""

import logging
import threading
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
        self._bindings: Bindings | None = None  # what `_hotkeys` were started with
        self._on_heard: Callable[[Heard], None] | None = None  # while the program runs
        self._lock = threading.Lock()  # one change at a time

    def start(self, on_heard: Callable[[Heard], None]) -> None:
        """From now on `on_heard` is called, from other threads; it must return at once."""
        self._instance.connect(on_heard)
        try:
            bindings = self._read_bindings()
        except ExpectedError as error:  # a key that is none, in the settings
            on_heard(error.failure)
            bindings = Bindings()
        with self._lock:
            self._on_heard = on_heard
            failures = self._take(bindings, on_heard)
        for failure in failures:
            on_heard(failure)

    def rebind(self, bindings: Bindings) -> tuple[Failure, ...]:
        """Take these keys in place of those before; what is wrong with them, such as one that another program has.

        Does nothing where they are taken already, and before the start and after the end.
        """
        with self._lock:
            if self._on_heard is None or (self._hotkeys is not None and bindings == self._bindings):
                return ()
            self._give_back()
            return self._take(bindings, self._on_heard)

    def leader(self) -> str:
        """The leader key as it can be pressed now; "" where there is none, or it could not be had."""
        hotkeys, bindings = self._hotkeys, self._bindings
        if hotkeys is None or bindings is None or bindings.leader is None:
            return ""
        wanted = str(bindings.leader)
        return "" if any(failure.params.get("keys") == wanted for failure in hotkeys.failed) else wanted

    def let_go(self) -> None:
        """Give the keys back until `rebind`; not where the desktop would ask the user about them again."""
        with self._lock:
            if self._hotkeys is not None and not self._hotkeys.confirmed_by_user:
                self._give_back()

    def hold_region_keys(self) -> None:
        """Hear the keys of the choice of a region; raises ExpectedError REGION_KEYS_UNAVAILABLE where they can't be."""
        hotkeys = self._hotkeys
        if hotkeys is None:
            raise ExpectedError(Code.REGION_KEYS_UNAVAILABLE)
        hotkeys.hold_region_keys()

    def free_region_keys(self) -> None:
        """Hear them no more."""
        hotkeys = self._hotkeys
        if hotkeys is not None:
            hotkeys.free_region_keys()

    def stop(self) -> None:
        """Give the keys back, for good."""
        with self._lock:
            self._on_heard = None
            self._give_back()

    def _take(self, bindings: Bindings, on_heard: Callable[[Heard], None]) -> tuple[Failure, ...]:
        try:
            hotkeys = self._choose()
            working = bindings.working()
            hotkeys.start(working, lambda heard: _hear(heard, working, on_heard))
        except ExpectedError as error:  # the program works without, and a desktop's own keys can ask it
            log.warning("There are no hotkeys: %s", error.failure.code)
            wanted = bindings.leader or bindings.direct  # whoever has emptied them all knows
            return (error.failure,) if wanted else ()
        self._hotkeys, self._bindings = hotkeys, bindings
        return (*bindings.conflicts(), *hotkeys.failed)

    def _give_back(self) -> None:
        hotkeys, self._hotkeys = self._hotkeys, None
        if hotkeys is not None:
            hotkeys.stop()


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
