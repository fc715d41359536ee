"""What is asked of processes beside the window, and what is heard of them."""

from pathlib import Path

import pytest

from sparc_desktop.domain.events import Failed
from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.domain.hardware import Hardware
from sparc_desktop.services.models.errands import Errands
from sparc_desktop.services.models.telling import Fetched, Installed, Removed, Sized, Told
from tests.support.fake_children import FakeChildren
from tests.support.parts import HARDWARE, LAPTOP

BROKEN = Failed(None, Failure(Code.HUB_BUSY, {"path": "hub"}))


@pytest.fixture
def children() -> FakeChildren:
    return FakeChildren()


@pytest.fixture
def errands(children: FakeChildren) -> Errands:
    return Errands(children.run, ["find", "hardware"], ["models"])


def test_a_download_is_asked_for_and_heard_to_its_end(errands: Errands, children: FakeChildren) -> None:
    heard: list[Told | None] = []
    errands.get("-x", heard.append)
    assert children.last.command == ["models", "get", "--json", "--", "-x"], "no name is taken for an option"
    events = [Sized("a/b", 9, 9), Fetched(3, 9), Installed("a/b", Path("/here"))]
    children.last.ends(b"a warning", events[0], b'{"type": "news"}', *events[1:], Fetched(9, 9))
    assert heard == events, "nothing comes after the end"


@pytest.mark.parametrize("last", [Removed("a/b", 5), BROKEN])
def test_whatever_is_told_last_is_the_end(errands: Errands, children: FakeChildren, last: Told) -> None:
    heard: list[Told | None] = []
    errands.remove("a/b", heard.append)
    assert children.last.command == ["models", "remove", "--json", "--", "a/b"]
    children.last.ends(last)
    assert heard == [last]


def test_an_end_without_a_word_is_told_and_so_is_one_that_was_stopped(errands: Errands, children: FakeChildren) -> None:
    heard: list[Told | None] = []
    errands.get("a/b", heard.append)
    children.last.ends(Fetched(1, 9))
    stop = errands.get("a/b", heard.append)
    stop()
    stop()
    assert heard == [Fetched(1, 9), None, None]


def test_the_hardware_is_read_from_among_the_lines(errands: Errands, children: FakeChildren) -> None:
    found: list[Hardware | None] = []
    errands.measure(found.append)
    children.last.ends(b"a library says hello", HARDWARE.encode())
    errands.measure(found.append)
    children.last.ends(b'{"device": "abacus"}')
    assert children.last.command == ["find", "hardware"]
    assert found == [LAPTOP, None]
