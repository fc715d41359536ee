"""All that can happen on the way: every time, the model is whole in the end or not there, and what has come is kept."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread

import pytest

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.models import progress
from sparc_desktop.models.cache import ModelFolder
from sparc_desktop.models.download import download, missing
from sparc_desktop.models.hub import Hub
from sparc_desktop.models.lock import installed
from sparc_desktop.models.repository import resolve
from tests.support.fake_hub import FakeHub, Fault
from tests.support.hub_models import TINY, write_model

SOME = 70_000  # bytes of the 200,000 that the weights have


def assert_whole(fake: FakeHub, hub: Hub) -> None:
    """Download what is missing; then all of it is right, and no part is left."""
    folder = download(hub, TINY)
    assert folder
    (model,) = installed()
    assert model.folder == folder
    for path in (fake.folder / TINY).iterdir():
        assert (folder / path.name).read_bytes() == path.read_bytes()
    assert parts(hub) == []


def parts(hub: Hub) -> list[Path]:
    return ModelFolder(hub.cache, TINY).parts()


def kept(hub: Hub) -> int:
    """Bytes of the weights that have come."""
    return max((part.stat().st_size for part in parts(hub)), default=0)


def ranges(fake: FakeHub) -> list[str]:
    return [request.headers.get("Range", "") for request in fake.asked("/store/")]


def refusal(hub: Hub) -> Code:
    with pytest.raises(ExpectedError) as caught:
        download(hub, TINY)
    assert installed() == []
    return caught.value.failure.code


def test_a_cut_line_is_taken_up_where_it_broke(fake: FakeHub, hub: Hub) -> None:
    fake.fails("/store/", cut_after=SOME)
    assert_whole(fake, hub)
    first, second = ranges(fake)
    assert first == ""
    assert second == f"bytes={SOME}-"


def test_a_reset_line_too(fake: FakeHub, hub: Hub) -> None:
    fault = fake.fails("/store/", cut_after=SOME, reset=True)

    def release_once_read() -> None:
        fault.reached.wait()
        until(lambda: kept(hub) > 0)
        fault.release.set()

    Thread(target=release_once_read).start()
    assert_whole(fake, hub)
    assert len(ranges(fake)) == 2
    assert ranges(fake)[1] > ""


def until(is_so: Callable[[], bool]) -> None:
    for _ in range(1000):
        if is_so():
            return
        Event().wait(0.005)
    raise AssertionError("it has not come to pass")


def test_a_line_may_break_as_often_as_it_likes_while_it_gets_on(fake: FakeHub, hub: Hub) -> None:
    fake.fails("/store/", times=10, cut_after=15_000)
    assert_whole(fake, hub)
    assert len(ranges(fake)) == 11


def test_a_line_that_brings_nothing_any_more_is_given_up_and_taken_up_later(fake: FakeHub, hub: Hub) -> None:
    fake.fails("/store/", cut_after=SOME)
    fake.fails("/store/", times=hub.patience.failures, cut_after=0)
    assert refusal(hub) == Code.HUB_UNREACHABLE
    assert kept(hub) == SOME
    assert missing(hub, resolve(hub, TINY)) == (fake.folder / TINY / "model.safetensors").stat().st_size - SOME
    assert_whole(fake, hub)
    assert ranges(fake)[-1] == f"bytes={SOME}-"


def test_a_server_that_falls_silent_is_asked_again(fake: FakeHub, hub: Hub) -> None:
    fake.fails("/store/", stall_after=SOME)
    assert_whole(fake, replace(hub, patience=replace(hub.patience, silence=0.3)))
    assert ranges(fake) == ["", f"bytes={SOME}-"]


def test_a_server_that_goes_on_in_time_is_waited_for(fake: FakeHub, hub: Hub) -> None:
    fault = fake.fails("/store/", stall_after=SOME)
    Thread(target=lambda: fault.reached.wait() and fault.release.set()).start()
    assert_whole(fake, hub)
    assert len(ranges(fake)) == 1


def test_a_slow_line_is_no_silent_one(fake: FakeHub, hub: Hub) -> None:
    fake.fails("/store/", pause=0.08)  # 13 pieces: a second in all
    told: list[int] = []
    patient = replace(hub, patience=replace(hub.patience, silence=0.8, failures=1))
    assert download(patient, TINY, progress=lambda done, _total: told.append(done))
    assert 3 <= len(told) <= 13  # some times a second, not at each piece
    assert_whole(fake, hub)


def test_a_file_that_comes_damaged_is_thrown_away(fake: FakeHub, hub: Hub) -> None:
    fake.fails("/store/", is_corrupt=True)
    assert refusal(hub) == Code.DOWNLOAD_DAMAGED
    assert kept(hub) < SOME  # of the small files alone
    assert_whole(fake, hub)


def test_a_small_file_that_comes_damaged_is_thrown_away(fake: FakeHub, hub: Hub) -> None:
    fake.fails("tokenizer.json", is_corrupt=True)
    assert refusal(hub) == Code.DOWNLOAD_DAMAGED
    assert not fake.asked("/store/")
    assert_whole(fake, hub)


@pytest.mark.parametrize("size", [SOME, 200_080, 300_000])
def test_a_damaged_part_does_no_harm(fake: FakeHub, hub: Hub, size: int) -> None:
    assert (fake.folder / TINY / "model.safetensors").stat().st_size == 200_080
    folder, weights = ModelFolder(hub.cache, TINY), resolve(hub, TINY).files[-1]
    folder.make()
    folder.part(weights).write_bytes(bytes(size))
    if size <= weights.size:
        assert refusal(hub) == Code.DOWNLOAD_DAMAGED
    assert_whole(fake, hub)


@pytest.mark.parametrize(
    "again",
    [
        Fault("/store/", ignores_range=True),
        Fault("/store/", content_range="bytes 5-200079/200080", is_corrupt=True),
        Fault("/store/", content_range=f"bytes {SOME}-200079/300000", is_corrupt=True),
        Fault("/store/", content_range="nonsense", is_corrupt=True),
        Fault("/store/", status=416),
        Fault("/store/", status=503),
        Fault("/store/", status=403),  # the redirect's signature is good for some time only
    ],
)
def test_servers_that_do_not_go_on_as_asked(fake: FakeHub, hub: Hub, again: Fault) -> None:
    fake.faults += [Fault("/store/", cut_after=SOME), replace(again, times=1)]
    if again.status == 403:
        assert refusal(hub) == Code.HUB_REFUSED
    assert_whole(fake, hub)


def test_a_server_that_always_begins_anew_is_not_asked_without_end(fake: FakeHub, hub: Hub) -> None:
    fake.fails("/store/", times=99, ignores_range=True, cut_after=SOME)
    assert refusal(hub) == Code.HUB_UNREACHABLE
    assert len(ranges(fake)) == hub.patience.failures


def test_a_server_that_sends_more_than_it_said_is_not_listened_to(
    fake: FakeHub, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "INTERVAL", 0.0)
    fake.fails("/store/", page=bytes(2_000_000))
    told: list[int] = []
    with pytest.raises(ExpectedError) as caught:
        download(hub, TINY, progress=lambda done, _total: told.append(done))
    assert caught.value.failure.code == Code.DOWNLOAD_DAMAGED
    assert max(told) < 400_000


def test_parts_of_a_version_that_is_no_more_are_cleared_away(fake: FakeHub, hub: Hub) -> None:
    fake.fails("/store/", times=hub.patience.failures, cut_after=0)
    assert refusal(hub) == Code.HUB_UNREACHABLE
    assert parts(hub)
    fake.faults.clear()
    write_model(fake.folder / TINY, seed=1)
    assert_whole(fake, hub)


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (401, Code.MODEL_UNKNOWN),
        (403, Code.HUB_REFUSED),
        (404, Code.MODEL_UNKNOWN),
        (418, Code.HUB_REFUSED),
        (429, Code.HUB_BUSY),
        (500, Code.HUB_BUSY),
        (503, Code.HUB_BUSY),
        (599, Code.HUB_REFUSED),
    ],
)
def test_what_the_server_answers(fake: FakeHub, hub: Hub, status: int, code: Code) -> None:
    fake.fails("/resolve/", times=9, status=status)
    assert refusal(hub) == code
    fake.faults.clear()
    assert_whole(fake, hub)


def test_a_file_that_the_hub_has_lost(fake: FakeHub, hub: Hub) -> None:
    fake.fails("tokenizer.json", status=404, code="EntryNotFound")
    assert refusal(hub) == Code.MODEL_INCOMPLETE


def test_a_busy_hub_that_recovers(fake: FakeHub, hub: Hub) -> None:
    fake.fails("/resolve/", status=429, headers={"Retry-After": "0"})
    fake.fails("/store/", times=2, status=502)
    assert_whole(fake, hub)


class Stop(Event):
    """Cancels as soon as a fault is met; a watcher of its own, as people are."""

    def __init__(self, fault: Fault) -> None:
        super().__init__()
        Thread(target=lambda: fault.reached.wait() and self.set()).start()


@pytest.mark.parametrize(("match", "after"), [("/api/", 0), ("/resolve/", 0), ("/store/", 0), ("/store/", SOME)])
def test_cancelled_while_nothing_comes(fake: FakeHub, hub: Hub, match: str, after: int) -> None:
    fault = fake.fails(match, stall_after=after)
    assert download(hub, TINY, cancelled=Stop(fault)) is None
    assert not fault.release.is_set()  # it has not been waited for
    assert installed() == []
    come = kept(hub)
    assert_whole(fake, hub)
    if after:
        assert 0 < come <= SOME
        assert ranges(fake)[-1] == f"bytes={come}-"


def test_cancelled_while_a_busy_hub_is_waited_for(fake: FakeHub, hub: Hub) -> None:
    fault = fake.fails("/store/", stall_after=0, status=503)
    cancelled = Event()

    def cancel_later() -> None:
        fault.release.set()
        until(lambda: fault.reached.is_set())
        cancelled.set()

    Thread(target=cancel_later).start()
    patient = replace(hub, patience=replace(hub.patience, first_wait=1000, longest_wait=1000))
    assert download(patient, TINY, cancelled=cancelled) is None
    assert_whole(fake, hub)


def test_cancelled_before_it_begins(fake: FakeHub, hub: Hub) -> None:
    cancelled = Event()
    cancelled.set()
    assert download(hub, TINY, cancelled=cancelled) is None


def test_cancelled_while_another_download_of_it_runs(fake: FakeHub, hub: Hub) -> None:
    fault, cancelled = fake.fails("/store/", stall_after=SOME), Event()
    first, second = (Thread(target=download, args=(hub, TINY), kwargs=how) for how in ({}, {"cancelled": cancelled}))
    first.start()
    assert fault.reached.wait(20)
    second.start()
    until(lambda: len(fake.asked("/api/")) == 2)
    cancelled.set()
    second.join()
    assert installed() == []
    fault.release.set()
    first.join()
    assert len(installed()) == 1


def test_a_store_that_can_not_be_reached_for_a_moment(fake: FakeHub, hub: Hub) -> None:
    fake.fails("/resolve/", times=2, status=302, headers={"Location": "http://127.0.0.1:1/"})
    assert_whole(fake, hub)
