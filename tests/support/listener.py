"""A user who presses keys and listens: the program on a desktop beside a real Orca, and all that is heard of both.

What the program has spoken through the screen reader's daemon is `told`; what Orca says by itself is `reads`. Each
waits until it is heard, after the key that was pressed last and in the order given. At the end of the task nothing that
was told may have been heard more often than the task has waited for it, neither by the program nor by Orca.
"""

import re
from collections import Counter
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import TypeVar

from sparc_desktop.settings.model import Settings
from sparc_desktop.settings.store import SettingsStore
from tests.support.desktop import PATIENCE, Desktop, Lines, until
from tests.support.orca import NAME
from tests.support.speechd import CLIENT, Daemon

WINDOW = "SPARC Desktop frame"  # what Orca says when it comes to the front
# The kind of a control, which Orca says at the end of what it says of it but for help.
CONTROL = re.compile("push button|check box|combo box|spin button|text\\.|list\\.|List with", re.IGNORECASE)
ALT = "alt+"
ECHOES = {"?": "question", ".": "dot", '"': "quote"}
MOST = 60  # presses of Tab that lead around any window
Test = TypeVar("Test", bound=Callable[..., None])


def section(_heading: str) -> Callable[[Test], Test]:
    """Which section of the manual a test does."""
    return lambda test: test


class Listener:
    """One run of the program; `arguments` are those of `desktop_program`."""

    def __init__(self, desktop: Desktop, daemon: Daemon, *arguments: str, **environment: str) -> None:
        self.desktop, self._daemon = desktop, daemon
        self._since = self._place = len(self._heard())
        self._first_line = len(daemon.lines())
        self._expected: Counter[tuple[str, str]] = Counter()
        self._left_out: set[str] = set()  # of what may be heard once only
        self._own: list[str] = []  # what the own voice is to say
        self.program: Lines = desktop.window("--output", "auto", *arguments, **environment)
        self.settings_file = Path(str(self.program.process.args[4]))  # type: ignore[index]
        self.reads(WINDOW, "Open… push button", "Ctrl+O")

    @property
    def home(self) -> Path:
        """The user's folder, where dialogs for files begin."""
        return Path(self.desktop.environment["HOME"])

    @property
    def settings(self) -> Settings:
        """As they are in the file."""
        return SettingsStore(self.settings_file).load().settings

    # Keys

    def press(self, *keys: str) -> None:
        """Press keys; what is heard from now on is their answer."""
        for key in keys:
            self._place = len(self._heard())
            if key.startswith(ALT):
                self._press_with_alt(key.removeprefix(ALT))
            else:
                self.desktop.keys(key)

    def _press_with_alt(self, key: str) -> None:
        """As slowly as people do: Qt, while Orca is asked about each key, would take a quick Alt for one alone."""
        before = len(self._daemon.lines())
        self.desktop.run("xdotool", "keydown", "alt")
        try:  # its echo, which may be cut off before it is begun
            until(lambda: any(line["text"] == "left alt" for line in self._daemon.lines()[before:]), "the echo of Alt")
            self.desktop.run("xdotool", "key", key)
        finally:
            self.desktop.run("xdotool", "keyup", "alt")

    def type(self, text: str) -> None:
        """Type a text, which Orca echoes letter by letter, until the last one is heard."""
        self._place = len(self._heard())
        self.desktop.type(text)
        last = ECHOES.get(text[-1], text[-1])
        until(lambda: last in self._new(NAME), f"{last} of {text}")

    def choose(self, menu: str, first: str, *keys: str) -> None:
        """In a menu, by its key, hearing its first item, and then by the keys of the items."""
        self.press(menu)
        self.reads(first)
        if keys:
            self.press(*keys)

    def find(self, name: str, key: str = "Tab") -> None:
        """Press Tab until Orca says this name."""
        for _ in range(MOST):
            self.press(key)
            until(lambda: any(map(CONTROL.search, self._new(NAME))), f"{name}, or another control")
            if any(name in text for text in self._new(NAME)):
                self.reads(name)
                return
        raise AssertionError(f"{key} does not lead to {name}")

    def walk(self, text: str) -> None:
        """Press Down until Orca reads a line with this."""
        for _ in range(MOST):
            self.press("Down")
            until(lambda: self._new(NAME), "a line")
            if any(text in line for line in self._new(NAME)):
                return
        raise AssertionError(f"there is no line with {text}")

    def answer_dialog(self, title: str, *names: str) -> None:
        """In a dialog for files, whose title is heard: write names of files in the user's folder, and press Enter."""
        self.reads(title, "File name: text")
        self.type(" ".join(f'"{name}"' for name in names) if len(names) > 1 else names[0])
        self.press("Return")

    def paste(self, picture: Path) -> None:
        """Copied elsewhere, and pasted."""
        self.desktop.copy(picture, "image/png")
        self.press("ctrl+v")

    # Ears

    def told(self, *texts: str) -> None:
        """By the program, word for word."""
        self._wait(CLIENT, texts, lambda heard, text: heard == text)

    def reads(self, *texts: str) -> None:
        """By Orca, as a part of what it says."""
        self._wait(NAME, texts, lambda heard, text: text in heard)

    def told_like(self, *parts: str) -> str:
        """By the program, a sentence with these in it; that sentence."""
        found = until(lambda: [text for text in self._new(CLIENT) if all(part in text for part in parts)], str(parts))
        self._expected[CLIENT, found[0]] += 1
        return str(found[0])

    def says(self, *texts: str) -> None:
        """By the program's own voice."""
        self._own += texts
        until(lambda: self._by_own() == self._own, f"{texts} by the own voice")

    def plays(self, *earcons: str) -> None:
        """Short sounds, all of them since the start."""
        until(lambda: self._lines("played ") == list(earcons), f"the sounds {earcons}")

    def spoken(self) -> list[str]:
        """All that the program has begun to say since the key that was pressed last."""
        return self._new(CLIENT)

    def was_read(self, text: str) -> bool:
        """Has Orca said this by itself, since the program was started?"""
        return any(client == NAME and text in said for client, said in self._heard()[self._since :])

    def told_last(self) -> str:
        """What the program has begun to say last."""
        return next(text for who, text in reversed(self._heard()) if who == CLIENT)

    def forget(self, *texts: str) -> None:
        """How often these are heard depends on when the keys come, or on the way that they go."""
        self._left_out.update(texts)

    def falls_silent(self) -> None:
        """Until the program does not speak any more."""
        until(lambda: not self._daemon.is_speaking(), "silence")

    def clipboard(self) -> str:
        """Its text."""
        return self.desktop.run("xclip", "-selection", "clipboard", "-o")

    # The end

    def close(self) -> None:
        """Quit as a user does; nothing was heard twice, or by the own voice unasked."""
        try:
            if self.program.process.poll() is None:
                self.desktop.activate(self.program, "SPARC Desktop")
                self.desktop.keys("ctrl+q")
            assert self.program.process.wait(PATIENCE) == 0
        finally:
            self.program.end()
        assert [line for line in self.program.errors if "Traceback" in line] == []
        assert self._by_own() == self._own
        heard = self._heard()[self._since :]
        lines = self._daemon.lines()[self._first_line :]
        wanted = [
            line["text"] for line in lines if line["client"] == NAME and "said" in line
        ]  # the next key cuts it off
        for text in {text for who, text in heard if who == CLIENT} - self._left_out:
            told = heard.count((CLIENT, text))
            read = sum(self._is_same(text, said) for said in wanted)
            assert told == (self._expected[CLIENT, text] or told), f"heard {told} times: {text}"
            assert read == self._expected[NAME, text], f"read {read} times by Orca, too: {text}"

    @staticmethod
    def _is_same(told: str, read: str) -> bool:
        """Does Orca say what the program tells? A name is a part of many things that Orca says."""
        return told.rstrip(".") in read if told.endswith((".", "?", "。")) else told == read.rstrip(".")

    def _heard(self) -> list[tuple[str, str]]:
        """Who has begun to say what."""
        return [(line["client"], line["text"]) for line in self._daemon.lines() if line.get("begun")]

    def _new(self, client: str) -> list[str]:
        return [text for who, text in self._heard()[self._place :] if who == client]

    def _wait(self, client: str, texts: tuple[str, ...], is_it: Callable[[str, str], bool]) -> None:
        place = self._place
        for text in texts:
            place = until(lambda place=place, text=text: self._find(client, text, is_it, place), f"{client}: {text}")
            self._expected[client, text] += 1

    def _find(self, client: str, text: str, is_it: Callable[[str, str], bool], place: int) -> int | None:
        """The place after the first that is it."""
        later = zip(count(place + 1), self._heard()[place:], strict=False)
        return next((at for at, (who, heard) in later if who == client and is_it(heard, text)), None)

    def _lines(self, prefix: str) -> list[str]:
        return [line.removeprefix(prefix) for line in self.program.lines if line.startswith(prefix)]

    def _by_own(self) -> list[str]:
        return self._lines("said ")
