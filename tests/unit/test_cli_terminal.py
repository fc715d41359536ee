"""What the command line says while it works."""

import pytest

from sparc_desktop import cli_terminal
from sparc_desktop.cli_terminal import CountBar


def test_without_a_terminal_a_line_now_and_then_says_how_far_it_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter([100.0, *(100.0 + 60 * minute for minute in range(1, 20))])
    monkeypatch.setattr(cli_terminal.time, "monotonic", lambda: next(clock))
    bar = CountBar()
    for done in (50, 51, 55, 60, 69, 80, 100):
        bar.show(done, 100)
    bar.close()
    assert capsys.readouterr().err.splitlines() == [
        "60 of 100, about 4 minutes left",  # 10 in a minute, and what was there before took no time
        "80 of 100, about 2 minutes left",
    ]


def test_nothing_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    bar = CountBar()
    bar.close()
    bar.show(0, 0)
    bar.close()
    assert capsys.readouterr().err == ""
