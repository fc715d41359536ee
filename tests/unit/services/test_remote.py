"""What becomes of keys: each kind goes where it belongs, though some are the same word."""

import pytest

from sparc_desktop import translation
from sparc_desktop.domain.action import Action
from sparc_desktop.domain.earcon import Earcon
from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.domain.region_key import RegionKey
from sparc_desktop.hotkeys.base import Heard as HeardKey
from sparc_desktop.hotkeys.base import OnKey, unavailable
from sparc_desktop.hotkeys.keys import parse_keys
from sparc_desktop.hotkeys.layer import Bindings, Layer, parse_bindings
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


def pressed(keys: FakeHotkeys, heard: list[Heard], *texts: str) -> list[Heard]:
    heard.clear()
    for text in texts:
        keys.press(text)
    return list(heard)


def test_keys_are_changed_while_the_program_runs(heard: list[Heard]) -> None:
    keys = FakeHotkeys()
    remote = Remote(Instance(None), lambda: keys)
    remote.start(heard.append)
    changed = parse_bindings("Ctrl+Shift+F12", {"stop": "Z"}, {"pause": "Pause"})
    assert remote.rebind(changed) == ()
    assert pressed(keys, heard, "Ctrl+Shift+F11", "Ctrl+Shift+F12", "z", "Pause") == [
        Earcon.THINKING,
        Action.STOP,
        Action.PAUSE,
    ]


def test_keys_that_are_let_go_are_nobodys_until_they_are_bound_again(heard: list[Heard]) -> None:
    keys = FakeHotkeys()
    remote = Remote(Instance(None), lambda: keys)
    remote.start(heard.append)
    remote.let_go()
    remote.let_go()
    assert pressed(keys, heard, "Ctrl+Shift+F11") == []
    with pytest.raises(ExpectedError):
        remote.hold_region_keys()
    remote.rebind(Bindings())
    assert pressed(keys, heard, "Ctrl+Shift+F11", "x") == [Earcon.THINKING, Action.STOP]


def test_what_is_bound_already_is_left_alone(heard: list[Heard]) -> None:
    started: list[Bindings] = []

    class Counting(FakeHotkeys):
        confirmed_by_user = True

        def start(self, bindings: Bindings, on_key: OnKey) -> None:
            started.append(bindings)
            super().start(bindings, on_key)

    remote = Remote(Instance(None), Counting)
    remote.start(heard.append)
    remote.let_go()  # the desktop would ask the user again
    remote.rebind(parse_bindings("Ctrl+Shift+F11", {}, {}))
    assert started == [Bindings()]
    remote.rebind(Bindings(leader=None))
    assert started == [Bindings(), Bindings(leader=None)]


def test_what_is_wrong_with_the_new_keys_is_returned_and_not_heard(heard: list[Heard]) -> None:
    keys = FakeHotkeys()
    keys.taken_by_others.add(parse_keys("Pause"))
    remote = Remote(Instance(None), lambda: keys)
    remote.start(heard.append)
    (failure,) = remote.rebind(Bindings(direct={Action.STOP: parse_keys("Pause")}))
    assert failure.code == Code.HOTKEY_TAKEN
    assert heard == []


def test_before_the_start_and_after_the_end_no_key_is_taken(heard: list[Heard]) -> None:
    keys = FakeHotkeys()
    remote = Remote(Instance(None), lambda: keys)
    remote.rebind(Bindings())
    assert pressed(keys, heard, "Ctrl+Shift+F11") == []
    remote.start(heard.append)
    remote.stop()
    remote.rebind(Bindings())
    assert pressed(keys, heard, "Ctrl+Shift+F11") == []


def test_the_leader_is_told_as_it_can_be_pressed(heard: list[Heard]) -> None:
    keys = Keys()
    remote = Remote(Instance(None), lambda: keys)
    assert remote.leader() == "", "before the start"
    remote.start(heard.append)
    assert remote.leader() == "Ctrl+Shift+F11"
    remote.rebind(parse_bindings("", {}, {}))
    assert remote.leader() == "", "there is none"
    keys.taken_by_others.add(parse_keys("Pause"))
    remote.rebind(parse_bindings("Pause", {}, {}))
    assert remote.leader() == "", "another program has it"
    remote.stop()
    assert remote.leader() == ""
