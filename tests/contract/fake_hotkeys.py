"""An honest fake: a keyboard, a text field and hotkeys in memory, under the same contract as the real ones."""

import threading

from sparc_desktop.domain.failure import Failure
from sparc_desktop.hotkeys.base import Hotkeys, OnKey, taken
from sparc_desktop.hotkeys.keys import Keys, parse_keys
from sparc_desktop.hotkeys.layer import Bindings, Layer


class FakeHotkeys(Hotkeys):
    """Press keys with `press`; what is not taken is in `typed`."""

    name = "fake"

    def __init__(self) -> None:
        self.typed = ""
        self.taken_by_others: set[Keys] = set()
        self._bindings: Bindings | None = None
        self._on_key: OnKey | None = None
        self._timer: threading.Timer | None = None

    @classmethod
    def is_compatible(cls) -> bool:
        return True

    @classmethod
    def is_installed(cls) -> bool:
        return True

    @classmethod
    def remedy(cls) -> str:
        return "It is always there."

    def start(self, bindings: Bindings, on_key: OnKey) -> None:
        self._bindings, self._on_key = bindings, on_key
        wanted = filter(None, (bindings.leader, *bindings.direct.values()))
        self.failed: tuple[Failure, ...] = tuple(taken(keys) for keys in wanted if keys in self.taken_by_others)

    def stop(self) -> None:
        self._close()
        self._bindings = None

    def press(self, text: str) -> None:
        """One key, on a thread of its own, as with a real keyboard."""
        thread = threading.Thread(target=self._press, args=(parse_keys(text),))
        thread.start()
        thread.join()

    def _press(self, keys: Keys) -> None:
        bindings, on_key = self._bindings, self._on_key
        if bindings and on_key and self._timer:
            self._close()
            on_key(bindings.meaning(keys))
        elif bindings and on_key and keys not in self.taken_by_others and keys == bindings.leader:
            self._timer = threading.Timer(bindings.layer_seconds, self._expire)
            self._timer.start()
            on_key(Layer.OPENED)
        elif bindings and on_key and keys not in self.taken_by_others and (action := bindings.direct_action(keys)):
            on_key(action)
        elif keys.is_typed:
            self.typed += keys.key.lower()

    def _expire(self) -> None:
        self._timer = None
        if self._on_key:
            self._on_key(Layer.EXPIRED)

    def _close(self) -> None:
        timer, self._timer = self._timer, None
        if timer:
            timer.cancel()
