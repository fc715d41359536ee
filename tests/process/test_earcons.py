"""The earcons for real: files as their script makes them, played into a sound card that is a file."""

import runpy
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sparc_desktop.domain.earcon import Earcon
from sparc_desktop.resources import assets
from sparc_desktop.speech import earcons
from sparc_desktop.speech.earcons import EarconPlayer
from tests.support.sound import Recorder, SoundServer, likeness, missing_tools, read_wav, sound_server, wait_until

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="sound servers of one's own are Linux's"),
    pytest.mark.skipif(bool(missing_tools()), reason=f"missing: {', '.join(missing_tools())}"),
]
ROOT = Path(__file__).parents[2]


def samples(earcon: Earcon):
    return read_wav((assets() / "earcons" / f"{earcon}.wav").read_bytes())


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    with sound_server(tmp_path) as server:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        yield server


def test_each_is_heard_and_told_from_the_others(server: SoundServer) -> None:
    player = EarconPlayer(lambda _: True)
    recorder = Recorder(server.environment)
    try:
        for earcon in Earcon:
            recorder.forget()
            player.play(earcon)
            wanted = samples(earcon)
            wait_until(lambda wanted=wanted: likeness(recorder.samples(), wanted) > 0.95)  # type: ignore[misc]
            heard = recorder.samples()
            longer = [other for other in Earcon if other is not earcon and len(samples(other)) >= len(wanted)]
            assert all(likeness(heard, samples(other)) < 0.8 for other in longer)
            recorder.settle(0.3)
    finally:
        recorder.stop()
        player.close()


def test_one_that_is_not_wanted_is_not_played(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(EarconPlayer, "_start", lambda _, command: started.append(command))
    player = EarconPlayer(lambda earcon: earcon is Earcon.DONE)
    for earcon in Earcon:
        player.play(earcon)
    assert [Path(command[-1]).name for command in started] == ["done.wav"]


def test_nobody_notices_that_there_is_no_player(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    EarconPlayer(lambda _: True).play(Earcon.DONE)
    gone = tmp_path / "paplay"
    gone.write_text("not a program")
    gone.chmod(0o755)
    player = EarconPlayer(lambda _: True)
    player.play(Earcon.DONE)
    player.play(Earcon.DONE)
    player.close()


def test_a_player_that_fails_makes_way_for_the_next(server: SoundServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(earcons, "PLAYERS", (["false"], ["paplay"]))
    player = EarconPlayer(lambda _: True)
    recorder = Recorder(server.environment)
    try:
        player.play(Earcon.DONE)
        wait_until(lambda: player._running[0].poll() is not None)
        player.play(Earcon.DONE)
        wait_until(lambda: likeness(recorder.samples(), samples(Earcon.DONE)) > 0.95)
    finally:
        recorder.stop()
        player.close()


def test_the_files_are_what_their_script_makes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    script = tmp_path / "scripts" / "make_earcons.py"
    script.parent.mkdir()
    (tmp_path / "assets").mkdir()
    shutil.copy(ROOT / "scripts" / "make_earcons.py", script)
    runpy.run_path(str(script), run_name="__main__")
    made = {path.name: path.read_bytes() for path in (tmp_path / "assets" / "earcons").iterdir()}
    assert made == {path.name: path.read_bytes() for path in (assets() / "earcons").iterdir()}
    assert set(made) == {f"{earcon}.wav" for earcon in Earcon}
