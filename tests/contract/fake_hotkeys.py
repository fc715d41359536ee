"""An honest fake: a keyboard, a text field and hotkeys in memory, under the same contract as the real ones."""

import threading

from sparc_desktop.domain.failure import Failure
from sparc_desktop.hotkeys.base import Hotkeys, OnKey, taken
from sparc_desktop.hotkeys.keys import Keys, parse_keys
from sparc_desktop.hotkeys.layer import Bindings
from sparc_desktop.hotkeys.steps import Mode, Steps


class FakeHotkeys(Hotkeys):
    """Press keys with `press`; what is not taken is in `typed`."""

    name = "fake"

    def __init__(self) -> None:
        self.typed = ""
        self.taken_by_others: set[Keys] = set()
        self._steps = Steps(Bindings())
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
        self._steps, self._on_key = Steps(bindings), on_key
        wanted = filter(None, (bindings.leader, *bindings.direct.values()))
        self.failed: tuple[Failure, ...] = tuple(taken(keys) for keys in wanted if keys in self.taken_by_others)

    def hold_region_keys(self) -> None:
        self._steps.begin_region()
        self._start_timer()

    def free_region_keys(self) -> None:
        if self._steps.mode is Mode.REGION:
            self._close()

    def stop(self) -> None:
        self._close()
        self._on_key = None

    def press(self, text: str) -> None:
        """One key, on a thread of its own, as with a real keyboard."""
        thread = threading.Thread(target=self._press, args=(parse_keys(text),))
        thread.start()
        thread.join()

    def _press(self, keys: Keys) -> None:
        free = not self._steps.is_open
        meaning = self._steps.press(keys) if self._on_key and not (free and keys in self.taken_by_others) else None
        if self._steps.is_open:
            self._start_timer()
        else:
            self._stop_timer()
        if self._on_key and meaning is not None:
            self._on_key(meaning)
        elif keys.is_typed:
            self.typed += keys.key.lower()

    def _expire(self) -> None:
        meaning = self._steps.expire()
        if self._on_key:
            self._on_key(meaning)

    def _start_timer(self) -> None:
        self._stop_timer()
        self._timer = threading.Timer(self._steps.seconds, self._expire)
        self._timer.daemon = True
        self._timer.start()

    def _stop_timer(self) -> None:
        timer, self._timer = self._timer, None
        if timer:
            timer.cancel()

    def _close(self) -> None:
        self._steps.leave()
        self._stop_timer()
