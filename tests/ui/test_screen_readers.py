"""Descriptions through the user's screen reader: the real Orca 43 of Debian 12, and a listener in place of a newer one.

Orca's speech goes to a daemon that writes down what it is given, and by whom. The own voice writes too, so each test
can tell that every sentence was said, once, and by whom.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from sparc_desktop.evaluate.world.drawing import draw, sample
from tests.support import orca as real
from tests.support.desktop import FIELD, Desktop, Lines, missing, until
from tests.support.fake_engine import TEXT
from tests.support.orca import NAME, orca
from tests.support.speechd import CLIENT, Daemon

pytestmark = pytest.mark.skipif(bool(missing() + real.missing()), reason="needs a desktop and orca")
LEADER = "ctrl+shift+F11"
LAST = "Nothing else is drawn."
GONE = "The screen reader is gone. This voice reads on."
SLOW = ("--word", "0.3")  # so that there is a middle of a sentence


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    """One of its own, for Orca says what happens to any window."""
    with Desktop() as desktop:
        real.forbid_spawning(desktop)
        yield desktop


@pytest.fixture(scope="module")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pictures") / "drawing.png"
    draw(sample("validation", 7, count=5), 960).save(path)
    return path


class Scene:
    """The program, the daemons that were started one after the other, and what they heard of it."""

    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        self.daemons: list[Daemon] = []
        self.program = cast(Lines, None)

    def daemon(self, *arguments: str) -> Daemon:
        self.daemons.append(Daemon(self.desktop.environment, *arguments))
        return self.daemons[-1]

    def start(self, output: str = "auto", **environment: str) -> None:
        self.program = self.desktop.window("--output", output, **environment)
        until(lambda: any(widget.focused for widget in self.desktop.widgets()), "the window")

    def paste(self, picture: Path) -> None:
        self.desktop.activate(self.program, "SPARC Desktop")
        self.desktop.copy(picture, "image/png")
        self.desktop.keys("ctrl+v")

    def by_reader(self) -> list[str]:
        return [text for daemon in self.daemons for text in daemon.said()]

    def by_orca(self) -> str:
        return " ".join(line["text"] for daemon in self.daemons for line in daemon.lines() if line["client"] == NAME)

    def by_own(self) -> list[str]:
        return [line.removeprefix("said ") for line in self.program.lines if line.startswith("said ")]

    def assert_described_by_reader(self, label: str = "Pasted picture") -> None:
        until(lambda: LAST in self.by_reader(), "the description")
        assert self.by_reader()[0] == label
        assert " ".join(self.by_reader()[1:]) == TEXT
        assert self.by_own() == []
        assert not any(sentence in self.by_orca() for sentence in self.by_reader()[1:])

    def hear_orca_again(self) -> None:
        """Until Orca speaks of something else: what it had to say before it has said."""
        before = self.by_orca()
        self.desktop.keys("Tab")
        until(lambda: self.by_orca() != before, "Orca")

    def close(self) -> None:
        if self.program:
            self.program.end()
        for daemon in self.daemons:
            daemon.kill()


@pytest.fixture
def scene(desktop: Desktop) -> Iterator[Scene]:
    scene = Scene(desktop)
    yield scene
    scene.close()


def test_a_key_in_another_window_is_answered_by_the_reader_alone(scene: Scene) -> None:
    with orca(scene.desktop, scene.daemon()):
        scene.start()
        with scene.desktop.text_field() as other:
            scene.desktop.keys("a", LEADER, "w", "b")
            scene.assert_described_by_reader(FIELD)
            assert all(line["priority"] == "message" for line in scene.daemons[0].lines())
            assert "focus out" not in other.lines
            until(lambda: other.lines[-1] == "text ab", "what was typed")
            assert "Another program" in scene.by_orca(), "Orca speaks as ever"


def test_it_speaks_as_fast_as_orca(scene: Scene, picture: Path) -> None:
    file = Path(scene.desktop.environment["HOME"], ".local", "share", "orca", "user-settings.conf")
    file.parent.mkdir(parents=True, exist_ok=True)
    before = file.read_text() if file.exists() else "{}"
    settings = json.loads(before)
    default = settings.setdefault("profiles", {}).setdefault("default", {"profile": ["Default", "default"]})
    default.setdefault("voices", {}).setdefault("default", {}).update(rate=80.0, established=True)
    file.write_text(json.dumps({"general": {}, "pronunciations": {}, "keybindings": {}, **settings}))
    with orca(scene.desktop, scene.daemon()):
        scene.start()
        scene.paste(picture)
        scene.assert_described_by_reader()
        rates = {
            client: {line["rate"] for line in scene.daemons[0].lines() if line["client"] == client}
            for client in (CLIENT, NAME)
        }
        assert rates == {CLIENT: {"62"}, NAME: {"62"}}
    file.write_text(before)


def test_the_reader_does_not_say_it_again_in_our_own_window(scene: Scene, picture: Path) -> None:
    with orca(scene.desktop, scene.daemon()):
        scene.start()
        scene.desktop.keys("alt+n")
        until(lambda: "Description" in scene.by_orca(), "the focus in the description")
        scene.paste(picture)
        scene.assert_described_by_reader()
        scene.desktop.keys("F5")
        until(lambda: scene.by_reader().count(LAST) == 2, "the description again")
        scene.hear_orca_again()
        assert LAST not in scene.by_orca()


def test_stop_silences_our_words_and_not_orca(scene: Scene, picture: Path) -> None:
    with orca(scene.desktop, scene.daemon(*SLOW)):
        scene.start()
        scene.paste(picture)
        until(lambda: scene.by_reader() and scene.daemons[0].is_speaking(), "the first sentence")
        scene.desktop.keys("Escape")
        until(lambda: any(not line.get("said", True) for line in scene.daemons[0].lines()), "silence")
        said = scene.by_reader()
        scene.hear_orca_again()
        assert scene.by_reader() == said
        assert scene.by_own() == []


def test_a_reader_killed_in_a_description_leaves_the_rest_to_the_own_voice(scene: Scene, picture: Path) -> None:
    with orca(scene.desktop, scene.daemon(*SLOW)) as reader:
        scene.start()
        scene.paste(picture)
        until(lambda: len(scene.by_reader()) > 1, "two sentences")
        reader.process.kill()
        reader.process.wait()
        until(lambda: LAST in scene.by_own(), "the rest")
    assert scene.by_own()[0] == GONE
    assert " ".join([*scene.by_reader(), *scene.by_own()[1:]]) == f"Pasted picture {TEXT}"


def test_a_reader_started_later_is_used_from_the_next_description_on(scene: Scene, picture: Path) -> None:
    scene.daemon()
    scene.start()
    scene.paste(picture)
    until(lambda: LAST in scene.by_own(), "the own voice")
    assert scene.by_reader() == []
    own = scene.by_own()
    with orca(scene.desktop, scene.daemons[0]):
        scene.paste(picture)
        until(lambda: LAST in scene.by_reader(), "the reader")
        assert " ".join(scene.by_reader()) == f"Pasted picture {TEXT}"
        assert scene.by_own() == own


@pytest.fixture
def spawning(tmp_path: Path) -> str:
    """A PATH whose speech-dispatcher, when it is to start itself, asks the test for another recording one."""
    (tmp_path / "speech-dispatcher").write_text(
        f"#!/bin/sh\ntouch {tmp_path}/wanted\nwhile ! [ -e {tmp_path}/there ]; do sleep 0.05; done\n"
    )
    (tmp_path / "speech-dispatcher").chmod(0o755)
    return f"{tmp_path}:{os.environ['PATH']}"


def test_a_daemon_killed_in_a_sentence_is_started_and_given_it_anew(
    scene: Scene, picture: Path, spawning: str, tmp_path: Path
) -> None:
    with orca(scene.desktop, scene.daemon(*SLOW)):
        scene.start(PATH=spawning)
        scene.paste(picture)
        until(lambda: len(scene.by_reader()) > 1 and scene.daemons[0].is_speaking(), "the middle of a sentence")
        scene.daemons[0].kill()
        until((tmp_path / "wanted").exists, "the wish for another")
        scene.daemon()
        (tmp_path / "there").touch()
        scene.assert_described_by_reader()


def test_a_daemon_gone_for_good_leaves_the_rest_to_the_own_voice(scene: Scene, picture: Path) -> None:
    with orca(scene.desktop, scene.daemon(*SLOW)):
        scene.start()
        scene.paste(picture)
        until(lambda: len(scene.by_reader()) > 1 and scene.daemons[0].is_speaking(), "the middle of a sentence")
        scene.daemons[0].kill()
        until(lambda: LAST in scene.by_own(), "the rest")
        assert scene.by_own()[0] == GONE
        assert " ".join([*scene.by_reader(), *scene.by_own()[1:]]) == f"Pasted picture {TEXT}"


@pytest.mark.parametrize("output", ["own", "both", "none"])
def test_the_users_choice_holds_while_a_reader_runs(scene: Scene, picture: Path, output: str) -> None:
    with orca(scene.desktop, scene.daemon()):
        scene.start(output)
        scene.paste(picture)
        shown = f"Pasted picture {TEXT}"
        until(lambda: any("Finished" in widget.name for widget in scene.desktop.widgets()), "the description")
        if output != "none":
            until(lambda: " ".join(scene.by_own()) == shown, "the own voice")
        if output == "both":
            until(lambda: " ".join(scene.by_reader()) == shown, "the reader")
        scene.hear_orca_again()
        assert (scene.by_own() == []) == (output == "none")
        assert (scene.by_reader() == []) == (output != "both")


class TestByAnnouncement:
    """A listener for announcements is all that tells Orca 45 and later from the older ones."""

    def announced(self, listener: Lines) -> list[str]:
        events = map(json.loads, listener.lines)
        return [event["text"] for event in events if "announcement" in event["type"]]

    def test_each_sentence_is_announced_once_and_not_said(self, scene: Scene, picture: Path) -> None:
        listener = scene.desktop.listen()
        scene.start()
        scene.paste(picture)
        until(lambda: LAST in self.announced(listener), "the description")
        short = ("Ready", "Describing", "Finished", "Loading the model")  # said by the window beside it
        assert " ".join(text for text in self.announced(listener) if text not in short) == f"Pasted picture {TEXT}"
        assert scene.by_own() == []
        listener.end()

    def test_stop_withholds_what_is_still_to_come(self, scene: Scene, picture: Path) -> None:
        listener = scene.desktop.listen()
        scene.start()
        scene.paste(picture)
        until(lambda: any(text in TEXT for text in self.announced(listener)), "the first sentence")
        scene.desktop.keys("Escape")
        until(lambda: "Stopped." in self.announced(listener), "the answer")
        scene.paste(picture)
        until(lambda: self.announced(listener).count("Pasted picture") == 2, "the next description")
        assert self.announced(listener).count(LAST) == 0
        listener.end()

    def test_what_was_announced_to_a_reader_that_ended_is_said_anew(self, scene: Scene, picture: Path) -> None:
        listener = scene.desktop.listen()
        scene.start()
        scene.paste(picture)
        until(lambda: any(text in TEXT for text in self.announced(listener)), "the first sentence")
        listener.process.kill()
        listener.end()
        until(lambda: LAST in scene.by_own(), "the rest")
        assert scene.by_own()[0] == GONE
        first = scene.by_own()[1]
        heard = self.announced(listener)
        assert first in heard, "the one that may not have been heard"
        assert TEXT.endswith(" ".join(scene.by_own()[1:]))
