"""What every way to global hotkeys must do, asked of each that this machine can run.

A `Stage` holds hotkeys and a keyboard to press, in a text field of another program, and can tell what arrived in it.
"""

import time
from abc import ABC, abstractmethod
from dataclasses import replace

from sparc_desktop.domain.action import Action
from sparc_desktop.domain.failure import Code
from sparc_desktop.domain.region_key import RegionKey
from sparc_desktop.hotkeys.base import Heard, Hotkeys
from sparc_desktop.hotkeys.keys import parse_keys
from sparc_desktop.hotkeys.layer import LEADER, Bindings, Layer
from tests.support.desktop import until

DIRECT = parse_keys("Pause")
BINDINGS = Bindings(direct={Action.STOP: DIRECT}, layer_seconds=1.0)
SHORT = 0.3  # seconds in which something would have happened by mistake


class Stage(ABC):
    """Hotkeys, and another program that has the focus."""

    hotkeys: Hotkeys

    def __init__(self) -> None:
        self.heard: list[Heard] = []

    def start(self, bindings: Bindings = BINDINGS) -> None:
        self.hotkeys.start(bindings, self.heard.append)

    @abstractmethod
    def press(self, *keys: str) -> None:
        """Press and release keys, one after the other, as quickly as can be."""

    @abstractmethod
    def hold(self, key: str, seconds: float) -> None:
        """Press a key and release it later; meanwhile it repeats."""

    @abstractmethod
    def typed(self) -> str:
        """What the other program has got until now."""

    def reaches_the_other(self, key: str) -> bool:
        """Press a letter or digit: is it typed in the other program, rather than heard here?"""
        before, heard = self.typed(), len(self.heard)
        self.press(key)
        until(lambda: self.typed() != before or len(self.heard) > heard, "the key")
        return self.typed() != before

    @abstractmethod
    def has_focus(self) -> bool:
        """Has the other program still got the focus?"""

    @abstractmethod
    def take_away(self, keys: str) -> None:
        """Have another program take this combination first."""

    def hears(self, *expected: Heard) -> None:
        """Wait until exactly that was heard, and forget it."""
        until(lambda: len(self.heard) >= len(expected), f"{expected}, but heard {self.heard}")
        time.sleep(0.05)
        assert self.heard == list(expected)
        self.heard.clear()


class HotkeysContract:
    """Subclasses give the fixture `stage`."""

    def test_a_key_in_another_program_is_heard_here_and_not_there(self, stage: Stage) -> None:
        stage.start()
        assert stage.hotkeys.failed == ()
        stage.press("a", str(DIRECT), "b")
        stage.hears(Action.STOP)
        until(lambda: stage.typed() == "ab", "the letters")
        assert stage.has_focus()

    def test_the_leader_and_a_letter(self, stage: Stage) -> None:
        stage.start()
        stage.press("a", str(LEADER), "w", "b")
        stage.hears(Layer.OPENED, Action.DESCRIBE_WINDOW)
        until(lambda: stage.typed() == "ab", "what was typed around it")
        assert stage.has_focus()

    def test_every_letter(self, stage: Stage) -> None:
        stage.start()
        for action, keys in BINDINGS.letters.items():
            stage.press(str(LEADER), str(keys).lower())
            stage.hears(Layer.OPENED, action)
            if action is Action.DESCRIBE_REGION:
                stage.press("Escape")
                stage.hears(RegionKey.CANCEL)
        for key, event in (("Escape", Layer.CANCELLED), ("h", Layer.HELP), ("z", Layer.UNKNOWN)):
            stage.press(str(LEADER), key)
            stage.hears(Layer.OPENED, event)
        stage.press("b")
        until(lambda: stage.typed() == "b", "the keyboard")

    def test_the_keys_of_a_region_are_ours_until_it_is_chosen(self, stage: Stage) -> None:
        stage.start(replace(BINDINGS, layer_seconds=0.2))
        stage.press("a", str(LEADER), "r", "7", "Left", "Alt+Up", "Shift+Right", "Ctrl+Down", "z", "Enter", "b")
        stage.hears(
            Layer.OPENED, Action.DESCRIBE_REGION, RegionKey.ZOOM_7, RegionKey.MOVE_LEFT, RegionKey.HALF_UP,
            RegionKey.GROW_RIGHT, RegionKey.SHRINK_UP, Layer.UNKNOWN, RegionKey.TAKE,
        )  # fmt: skip
        until(lambda: stage.typed() == "ab", "what was typed around it")
        assert stage.has_focus()

    def test_a_region_can_be_chosen_without_the_leader(self, stage: Stage) -> None:
        stage.start()
        stage.hotkeys.hold_region_keys()
        stage.hotkeys.hold_region_keys()
        until(lambda: not stage.reaches_the_other("5"), "the keys")
        stage.heard.clear()
        stage.press("5", "Escape")
        stage.hears(RegionKey.ZOOM_5, RegionKey.CANCEL)
        before = stage.typed()
        stage.press("b")
        until(lambda: stage.typed() == f"{before}b", "the keyboard")

    def test_the_keys_of_a_region_are_given_back(self, stage: Stage) -> None:
        stage.start()
        stage.hotkeys.free_region_keys()
        stage.press(str(LEADER), "r")
        stage.hears(Layer.OPENED, Action.DESCRIBE_REGION)
        stage.hotkeys.free_region_keys()
        until(lambda: stage.reaches_the_other("5"), "the keyboard")
        stage.heard.clear()
        stage.press(str(LEADER), "w")
        stage.hears(Layer.OPENED, Action.DESCRIBE_WINDOW)

    def test_the_layer_ends_by_itself(self, stage: Stage) -> None:
        stage.start(replace(BINDINGS, layer_seconds=0.2))
        stage.press(str(LEADER))
        stage.hears(Layer.OPENED, Layer.EXPIRED)
        stage.press("w")
        until(lambda: stage.typed() == "w", "the keyboard")
        assert stage.heard == []

    def test_a_held_key_counts_once_and_is_never_typed(self, stage: Stage) -> None:
        stage.start()
        stage.hold(str(DIRECT), 1.0)
        stage.hears(Action.STOP)
        stage.press(str(LEADER))
        stage.hold("w", 1.0)
        stage.hears(Layer.OPENED, Action.DESCRIBE_WINDOW)
        stage.press("b")
        until(lambda: stage.typed() == "b", "the keyboard")

    def test_ten_times_in_a_second(self, stage: Stage) -> None:
        stage.start()
        stage.press(*[str(LEADER), "w"] * 10)
        stage.hears(*[Layer.OPENED, Action.DESCRIBE_WINDOW] * 10)
        stage.press("b")
        until(lambda: stage.typed() == "b", "the keyboard")

    def test_a_key_that_another_program_has_is_reported_and_the_others_work(self, stage: Stage) -> None:
        stage.take_away(str(DIRECT))
        stage.start()
        assert [(failure.code, failure.params["keys"]) for failure in stage.hotkeys.failed] == [
            (Code.HOTKEY_TAKEN, str(DIRECT))
        ]
        stage.press(str(LEADER), "s")
        stage.hears(Layer.OPENED, Action.DESCRIBE_SCREEN)

    def test_stop_gives_the_keys_back(self, stage: Stage) -> None:
        stage.start()
        stage.press(str(LEADER))
        stage.hears(Layer.OPENED)
        stage.hotkeys.stop()
        stage.hotkeys.stop()
        stage.press("w", str(DIRECT), "b")
        until(lambda: stage.typed() == "wb", "the keyboard")
        assert stage.heard == []

    def test_a_way_that_works_calls_itself_installed(self, stage: Stage) -> None:
        assert stage.hotkeys.is_compatible()
        assert stage.hotkeys.is_installed()
        assert stage.hotkeys.remedy().endswith((".", "。"))
