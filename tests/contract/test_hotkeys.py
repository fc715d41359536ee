"""The contract of global hotkeys, on a real X server with keys pressed in another program, and on the fake."""

import gc
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from sparc_desktop.domain.action import Action
from sparc_desktop.domain.region_key import RegionKey
from sparc_desktop.hotkeys.base import Hotkeys
from sparc_desktop.hotkeys.keys import parse_keys
from sparc_desktop.hotkeys.layer import LEADER, Bindings, Layer
from tests.contract.fake_hotkeys import FakeHotkeys
from tests.contract.hotkeys_contract import BINDINGS, SHORT, HotkeysContract, Stage
from tests.support.desktop import Desktop, Lines, until

XDOTOOL = {"CTRL": "ctrl", "SHIFT": "shift", "ALT": "alt", "SPACE": "space", "ENTER": "Return"}
# Another program that has hotkeys of its own; it tells when it has them.
HOLDER = """
import sys, time
from sparc_desktop.domain.action import Action
from sparc_desktop.hotkeys.keys import parse_keys
from sparc_desktop.hotkeys.layer import Bindings
from sparc_desktop.hotkeys.x11 import X11Hotkeys
hotkeys = X11Hotkeys()
hotkeys.start(Bindings(leader=parse_keys(sys.argv[1])), lambda heard: print(heard, flush=True))
print("ready", flush=True)
time.sleep(60)
"""


def xdotool_name(keys: str) -> str:
    return "+".join(XDOTOOL.get(part.upper(), part) for part in keys.split("+"))


class X11Stage(Stage):
    """A text field of another process, and xdotool for fingers."""

    def __init__(self, desktop: Desktop, field: Lines, hotkeys: Hotkeys) -> None:
        super().__init__()
        self.desktop = desktop
        self.field = field
        self.hotkeys = hotkeys
        self._others: list[Lines] = []

    def press(self, *keys: str) -> None:
        self.desktop.run("xdotool", "key", "--delay", "0", *map(xdotool_name, keys))

    def hold(self, key: str, seconds: float) -> None:
        self.desktop.run("xdotool", "keydown", xdotool_name(key), "sleep", str(seconds), "keyup", xdotool_name(key))

    def typed(self) -> str:
        return next((line[5:] for line in reversed(self.field.lines) if line.startswith("text ")), "")

    def has_focus(self) -> bool:
        return self.field.lines.count("focus out") == 0

    def take_away(self, keys: str) -> None:
        self.other(keys)

    def other(self, leader: str) -> Lines:
        other = self.desktop.start(sys.executable, "-c", HOLDER, leader)
        self._others.append(other)
        until(lambda: other.lines, "the other program")
        return other

    def close(self) -> None:
        self.hotkeys.stop()
        for other in self._others:
            other.end()


class TestX11(HotkeysContract):
    @pytest.fixture
    def stage(self, desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> Iterator[X11Stage]:
        from sparc_desktop.hotkeys.x11 import X11Hotkeys

        monkeypatch.setenv("DISPLAY", desktop.environment["DISPLAY"])
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
        with desktop.text_field() as field:
            stage = X11Stage(desktop, field, X11Hotkeys())
            yield stage
            stage.close()

    @pytest.mark.parametrize("lock", ["Num_Lock", "Caps_Lock"])
    def test_with_a_lock_on(self, stage: X11Stage, lock: str) -> None:
        stage.start()
        stage.press(lock)
        try:
            stage.press(str(LEADER), "w", "Pause")
            stage.hears(Layer.OPENED, Action.DESCRIBE_WINDOW, Action.STOP)
        finally:
            stage.press(lock)
        assert stage.typed() == ""

    def test_the_leader_still_held_while_the_letter_is_pressed(self, stage: X11Stage) -> None:
        stage.start()
        stage.desktop.run("xdotool", "keydown", "ctrl", "keydown", "shift", "key", "F11", "key", "w")
        stage.desktop.run("xdotool", "keyup", "shift", "keyup", "ctrl")
        stage.hears(Layer.OPENED, Action.DESCRIBE_WINDOW)

    def test_the_leader_held_beyond_the_end_of_the_layer(self, stage: X11Stage) -> None:
        stage.start(Bindings(layer_seconds=0.2))
        stage.hold(str(LEADER), 1.5)
        stage.hears(Layer.OPENED, Layer.EXPIRED)
        stage.press("b")
        until(lambda: stage.typed() == "b", "the keyboard")

    def test_a_question_mark_asks_for_help(self, stage: X11Stage) -> None:
        stage.start()
        stage.press(str(LEADER), "question")
        stage.hears(Layer.OPENED, Layer.HELP)

    @pytest.mark.parametrize("lock", [True, False])
    def test_the_number_pad(self, stage: X11Stage, lock: bool) -> None:
        stage.start()
        stage.press(str(LEADER), "r")
        if lock:
            stage.press("Num_Lock")
        try:
            stage.press("KP_Home", "KP_Begin", "KP_Next", "KP_Insert", "KP_Enter")
            keys = [RegionKey.ZOOM_7, RegionKey.ZOOM_5, RegionKey.ZOOM_3, RegionKey.LAST, RegionKey.TAKE]
            stage.hears(Layer.OPENED, Action.DESCRIBE_REGION, *keys)
        finally:
            if lock:
                stage.press("Num_Lock")

    def test_another_layout(self, stage: X11Stage) -> None:
        """With Cyrillic letters the layer has the Latin ones of the same keys; a moved key is found where it lies."""
        stage.start(Bindings(direct={Action.ASK: parse_keys("Ctrl+Y")}))
        try:
            stage.desktop.run("setxkbmap", "ru,us")
            time.sleep(SHORT)
            stage.desktop.run("setxkbmap", "de")
            time.sleep(SHORT)
            stage.press("ctrl+y", str(LEADER), "w")
            stage.hears(Action.ASK, Layer.OPENED, Action.DESCRIBE_WINDOW)
        finally:
            stage.desktop.run("setxkbmap", "us")

    @pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
    @pytest.mark.parametrize("in_layer", [True, False])
    def test_a_killed_process_leaves_no_key_taken(self, stage: X11Stage, end: signal.Signals, in_layer: bool) -> None:
        other = stage.other(str(LEADER))
        if in_layer:
            stage.press(str(LEADER))
            until(lambda: "opened" in other.lines, "the layer")
        other.process.send_signal(end)
        other.process.wait()
        stage.press("w")
        until(lambda: stage.typed() == "w", "the keyboard")
        stage.start()
        assert stage.hotkeys.failed == ()

    def test_a_server_that_ends_is_told(self, stage: X11Stage, monkeypatch: pytest.MonkeyPatch) -> None:
        from sparc_desktop.domain.failure import Code, Failure

        process = subprocess.Popen(["Xvfb", "-displayfd", "1"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        with process:
            assert process.stdout
            monkeypatch.setenv("DISPLAY", f":{process.stdout.readline().decode().strip()}")
            stage.start(BINDINGS)
            process.terminate()
        until(lambda: stage.heard, "the loss")
        assert isinstance(stage.heard[0], Failure)
        assert stage.heard[0].code == Code.HOTKEYS_UNAVAILABLE

    @pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # python-xlib leaves its socket open
    def test_no_server(self, stage: X11Stage, monkeypatch: pytest.MonkeyPatch) -> None:
        from sparc_desktop.domain.failure import ExpectedError

        monkeypatch.setenv("DISPLAY", ":7777")
        with pytest.raises(ExpectedError):
            stage.start()
        gc.collect()


class FakeStage(Stage):
    """All in memory."""

    def __init__(self) -> None:
        super().__init__()
        self.fake = FakeHotkeys()
        self.hotkeys = self.fake

    def press(self, *keys: str) -> None:
        for key in keys:
            self.fake.press(key)

    def hold(self, key: str, seconds: float) -> None:
        self.fake.press(key)

    def typed(self) -> str:
        return self.fake.typed

    def has_focus(self) -> bool:
        return True

    def take_away(self, keys: str) -> None:
        self.fake.taken_by_others.add(parse_keys(keys))


class TestFake(HotkeysContract):
    @pytest.fixture
    def stage(self) -> Iterator[Stage]:
        stage = FakeStage()
        yield stage
        stage.hotkeys.stop()
