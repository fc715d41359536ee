"""What tests of the whole program share: a sound card that is a file and what comes out of it; a desktop with Orca."""

from collections.abc import Iterator

import pytest

from tests.support.desktop import Desktop
from tests.support.orca import forbid_spawning, orca
from tests.support.sound import Recorder, SoundServer, missing_tools, sound_server
from tests.support.speechd import Daemon


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SoundServer]:
    if absent := missing_tools():
        pytest.skip(f"a sound server needs {', '.join(absent)}")
    with sound_server(tmp_path_factory.mktemp("sound")) as server:
        yield server


@pytest.fixture
def recorder(server: SoundServer) -> Iterator[Recorder]:
    recorder = Recorder(server.environment)
    yield recorder
    recorder.stop()


@pytest.fixture(scope="module")
def orca_desktop() -> Iterator[Desktop]:
    """A desktop of its own, on which Orca finds no other speech daemon than `daemon`."""
    with Desktop() as desktop:
        forbid_spawning(desktop)
        yield desktop


@pytest.fixture
def daemon(orca_desktop: Desktop) -> Iterator[Daemon]:
    """Orca runs, and this is what it speaks through."""
    daemon = Daemon(orca_desktop.environment, "--word", "0.01")
    with orca(orca_desktop, daemon):
        yield daemon
    daemon.kill()
