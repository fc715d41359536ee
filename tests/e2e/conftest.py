"""What tests of the whole program share: one sound card that is a file, and what comes out of it."""

from collections.abc import Iterator

import pytest

from tests.support.sound import Recorder, SoundServer, missing_tools, sound_server


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
