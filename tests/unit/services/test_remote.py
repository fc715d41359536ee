"""What becomes of keys: each kind goes where it belongs, though some are the same word."""

import pytest

from sparc_desktop import translation
from sparc_desktop.domain.action import Action
from sparc_desktop.domain.earcon import Earcon
from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.domain.region_key import RegionKey
from sparc_desktop.hotkeys.base import Heard as HeardKey
from sparc_desktop.hotkeys.base import unavailable
from sparc_desktop.hotkeys.layer import Bindings, Layer
from sparc_desktop.services.instance.server import Instance
from sparc_desktop.services.remote import Heard, Remote
from tests.contract.fake_hotkeys import FakeHotkeys


class Keys(FakeHotkeys):
    """Also tells what it is asked for."""

    def tell(self, heard: HeardKey) -> None:
        assert self._on_key
        self._on_key(heard)


@pytest.fixture(autouse=True)
def _english() -> None:
    translation.use_language("en")


@pytest.fixture
def heard() -> list[Heard]:
    return []


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (RegionKey.HELP, RegionKey.HELP),
        (RegionKey.CANCEL, RegionKey.CANCEL),
        (Action.STOP, Action.STOP),
        (Layer.OPENED, Earcon.THINKING),
        (Layer.UNKNOWN, Earcon.ERROR),
        (Layer.EXPIRED, Earcon.ERROR),
    ],
)
def test_a_key_goes_where_it_belongs(heard: list[Heard], key: HeardKey, expected: Heard) -> None:
    keys = Keys()
    Remote(Instance(None), lambda: keys).start(heard.append)
    keys.tell(key)
    assert heard == [expected]
    assert type(heard[0]) is type(expected)


def test_the_help_of_the_layer_is_its_letters(heard: list[Heard]) -> None:
    keys = Keys()
    Remote(Instance(None), lambda: keys).start(heard.append)
    keys.tell(Layer.HELP)
    assert "W: describe the window." in str(heard[0])


def test_no_hotkeys_at_all_is_told_unless_none_are_wanted(heard: list[Heard]) -> None:
    def refuse() -> FakeHotkeys:
        raise unavailable()

    remote = Remote(Instance(None), refuse)
    remote.start(heard.append)
    assert [isinstance(each, Failure) and each.code for each in heard] == [Code.HOTKEYS_UNAVAILABLE]
    with pytest.raises(ExpectedError) as error:
        remote.hold_region_keys()
    assert error.value.failure.code == Code.REGION_KEYS_UNAVAILABLE
    remote.free_region_keys()
    heard.clear()
    Remote(Instance(None), refuse, lambda: Bindings(leader=None)).start(heard.append)
    assert heard == []
