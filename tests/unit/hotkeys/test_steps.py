"""The machine behind the keys: outside, the letters, the choice of a region."""

import pytest

from sparc_desktop.domain.action import Action
from sparc_desktop.domain.region_key import RegionKey
from sparc_desktop.hotkeys.keys import Keys, parse_keys
from sparc_desktop.hotkeys.layer import LEADER, Bindings, Layer
from sparc_desktop.hotkeys.region_keys import REGION_KEYS, REGION_SECONDS, region_meaning
from sparc_desktop.hotkeys.steps import Mode, Steps

PAUSE = parse_keys("Pause")
W, R = Keys("W"), Keys("R")


@pytest.fixture
def steps() -> Steps:
    return Steps(Bindings(direct={Action.STOP: PAUSE, Action.DESCRIBE_REGION: parse_keys("Ctrl+F9")}, layer_seconds=2))


def test_a_letter_and_out_again(steps: Steps) -> None:
    assert steps.press(W) is None
    assert [steps.press(LEADER), steps.mode, steps.seconds] == [Layer.OPENED, Mode.LETTERS, 2]
    assert W in steps.wanted
    assert Keys("W", LEADER.modifiers) in steps.wanted  # the leader's keys may still be down
    assert [steps.press(W), steps.mode, steps.wanted] == [Action.DESCRIBE_WINDOW, Mode.OUTSIDE, ()]
    assert steps.press(PAUSE) is Action.STOP
    assert set(steps.always) == {LEADER, PAUSE, parse_keys("Ctrl+F9")}


@pytest.mark.parametrize("way", [(LEADER, R), (parse_keys("Ctrl+F9"),)])
def test_a_region_lasts_until_a_key_ends_it(steps: Steps, way: tuple[Keys, ...]) -> None:
    heard = [steps.press(keys) for keys in way]
    assert [heard[-1], steps.mode, steps.seconds] == [Action.DESCRIBE_REGION, Mode.REGION, REGION_SECONDS]
    assert set(steps.wanted) == set(REGION_KEYS)
    assert [steps.press(keys) for keys in (Keys("7"), W, LEADER, PAUSE)] == [RegionKey.ZOOM_7, *[Layer.UNKNOWN] * 3]
    assert [steps.press(Keys("Enter")), steps.mode] == [RegionKey.TAKE, Mode.OUTSIDE]


def test_time_ends_both(steps: Steps) -> None:
    steps.press(LEADER)
    assert [steps.expire(), steps.mode] == [Layer.EXPIRED, Mode.OUTSIDE]
    steps.begin_region()
    assert [steps.expire(), steps.mode] == [RegionKey.CANCEL, Mode.OUTSIDE]


def test_every_step_has_a_key() -> None:
    assert set(REGION_KEYS.values()) == set(RegionKey)
    assert region_meaning(parse_keys("Shift+?")) is RegionKey.HELP
    assert region_meaning(parse_keys("Ctrl+Shift+Left")) is Layer.UNKNOWN
