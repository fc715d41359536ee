"""The keys of a choice are held as long as it goes on, whatever comes late and whatever fails."""

import pytest

from sparc_desktop.domain.failure import ExpectedError
from sparc_desktop.domain.rectangle import Rectangle
from sparc_desktop.domain.region_key import RegionKey
from sparc_desktop.domain.target import Region
from sparc_desktop.hotkeys.steps import Mode
from sparc_desktop.services.instance.server import Instance
from sparc_desktop.services.regions import Regions
from sparc_desktop.services.remote import Remote
from tests.contract.fake_hotkeys import FakeHotkeys
from tests.unit.services.test_region_chooser import Desk

DESK = Desk(Rectangle(0, 0, 900, 600))


@pytest.fixture
def keys() -> FakeHotkeys:
    return FakeHotkeys()


@pytest.fixture
def regions(keys: FakeHotkeys) -> Regions:
    remote = Remote(Instance(None), lambda: keys)
    remote.start(lambda heard: None)
    return Regions(remote)


def are_held(keys: FakeHotkeys) -> bool:
    return keys._steps.mode is Mode.REGION


def test_held_until_it_is_taken(regions: Regions, keys: FakeHotkeys) -> None:
    regions.begin(DESK)
    assert are_held(keys)
    regions.press(RegionKey.ZOOM_5)
    assert regions.press(RegionKey.TAKE) == Region(Rectangle(300, 200, 300, 200))
    assert not are_held(keys)


def test_a_choice_that_its_keys_ended_before_it_had_begun_holds_none(regions: Regions, keys: FakeHotkeys) -> None:
    """R and Escape pressed quickly: the keys' thread is through with both, then this one comes."""
    keys.press("Ctrl+Shift+F11")
    keys.press("r")
    keys.press("Escape")
    regions.begin(DESK)
    regions.press(RegionKey.CANCEL)
    assert not are_held(keys)


def test_a_screen_that_does_not_tell_leaves_none_held(regions: Regions, keys: FakeHotkeys) -> None:
    keys.press("Ctrl+Shift+F11")
    keys.press("r")
    assert are_held(keys)
    with pytest.raises(ExpectedError):
        regions.last(DESK)
    regions.end()
    assert not are_held(keys)
    assert regions.press(RegionKey.ZOOM_1) is None
