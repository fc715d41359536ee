"""Whatever is pressed in whatever order, while the engine answers, fails or is slow: nothing is lost or mixed up.

Each walk is a series of keys and of the engine's answers, drawn by a seed. Each description names its picture, so that
a sentence in another picture's transcript is seen.
"""

import random
from pathlib import Path

import pytest

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import Failed, Finished, Started, TextDelta
from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.domain.request import Request
from tests.support.desktop import until
from tests.unit.presenters.conftest import Room

STEPS = 60
FAILURE = Failure(Code.IMAGE_UNFAMILIAR, {"label": "it"})


class Walk:
    """One user, one engine."""

    def __init__(self, room: Room, files: list[Path], seed: int) -> None:
        self.room, self.files = room, files
        self.chance = random.Random(seed)
        self.begun: set[int] = set()
        self.ended: set[int] = set()

    def step(self) -> None:
        main = self.room.main
        keys = [
            lambda: main.open(self.chance.sample(self.files, self.chance.randint(1, 4))),
            lambda: main.describe(Capture(f"screen {self.chance.randint(1, 3)}", b"screen", is_screen=True)),
            lambda: main.step(self.chance.choice((-1, 1))),
            main.describe_again,
            lambda: main.ask("Why?"),
            main.stop,
            lambda: main.listening.read_from(0),
            main.recall,
            main.copy,
            lambda: main.open([Path("/no/such/file.png")]),
        ]
        if self.chance.random() < 0.4:
            self.chance.choice(keys)()
        else:
            self.answer()

    def working(self) -> Request | None:
        """What a real engine would be at work on: it takes one after the other."""
        asked = self.room.engine.asked
        over = {*self.ended, *self.room.engine.cancelled}
        return next((request for request in asked if request.id not in over), None)

    def rests(self) -> bool:
        """Let the engine go on to its end; texts come from threads."""
        self.answer(fully=True)
        return self.working() is None and self.room.describing.is_free and not self.room.posted

    def answer(self, *, fully: bool = False) -> None:
        while self.room.posted:
            self.room.posted.pop(0)()
        request = self.working()
        if request is None:
            return
        name = request.capture.label
        if request.id not in self.begun:
            self.begun.add(request.id)
            self.room.send(Started(request.id, "" if request.question else name))
        elif not fully and self.chance.random() < 0.6:
            self.room.send(TextDelta(request.id, f"A part of {name} "))
        else:
            self.ended.add(request.id)
            if self.chance.random() < 0.8:
                self.room.send(TextDelta(request.id, f"The end of {name}. "))
                self.room.send(Finished(request.id, "all", 2, 0.1, True, False))
            else:
                self.room.send(Failed(request.id, FAILURE))


@pytest.mark.parametrize("seed", range(60))
def test_nothing_is_lost_or_mixed_up(room: Room, files: list[Path], seed: int) -> None:
    room.preferences.change(read_text=("never", "screen", "always")[seed % 3])
    walk = Walk(room, files, seed)
    for _ in range(STEPS):
        walk.step()
        shown = room.album.current
        if shown is not None:
            assert room.view.rows == [row.text for row in shown.transcript.rows], "what is shown is what is looked at"
    until(walk.rests, "the end of all that was asked")
    assert {entry.state for entry in room.album.entries} <= {"done", "failed", "stopped"}
    for entry in room.album.entries:
        rows = [row for row in entry.transcript.rows if row.kind in ("description", "answer")]
        assert all(entry.label in row.text for row in rows), "no word of another picture"
        assert all(row.complete for row in entry.transcript.rows)
