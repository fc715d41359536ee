"""A real Orca on a desktop for tests: the screen reader itself, whose speech goes to the recording daemon."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from tests.support.desktop import Desktop, Lines, until
from tests.support.speechd import Daemon

PROGRAM = "/usr/bin/orca"
NAME = "Orca"  # as a client of the daemon


@cache
def missing() -> list[str]:
    """What is not installed of it: of later ones than these, that hear announcements, there is a stand-in."""
    if not shutil.which(PROGRAM):
        return ["orca"]
    version = subprocess.run([PROGRAM, "--version"], capture_output=True, text=True).stdout.strip()
    return [] if int(version.partition(".")[0] or 0) < 45 else [f"an Orca before 45, not {version}"]


def forbid_spawning(desktop: Desktop) -> None:
    """So that nobody starts the real daemon in place of a recording one that was killed."""
    file = Path(desktop.environment["HOME"], ".config", "speech-dispatcher", "speechd.conf")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("DisableAutoSpawn\n")


def _alone(desktop: Desktop) -> str:
    """A PATH with which it finds no other Orca of the same user, who may be testing on another desktop: it would refuse
    to start, or end that one."""
    folder = Path(desktop.environment["HOME"], "alone")
    folder.mkdir(exist_ok=True)
    (folder / "pgrep").write_text("#!/bin/sh\nexit 1\n")
    (folder / "pgrep").chmod(0o755)
    return f"{folder}:{desktop.environment['PATH']}"


@contextmanager
def orca(desktop: Desktop, daemon: Daemon) -> Iterator[Lines]:
    """Until the end of the block, or until it is killed."""
    with desktop.start(PROGRAM, PATH=_alone(desktop)) as program:
        try:
            until(lambda: "Screen reader on." in daemon.said(NAME), "Orca")
            yield program
        finally:
            program.process.kill()  # asked to end, Orca 43 waits for ever for an answer of a daemon that has gone
