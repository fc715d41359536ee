"""Looking for a screen reader where none can be found: no bus, one that hangs, one without an accessibility bus."""

import shutil
import socket
import subprocess
from pathlib import Path

import pytest

from sparc_desktop.speech.readers.listeners import Listeners, listeners
from sparc_desktop.speech.readers.select import find_reader

pytestmark = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="no dbus-daemon")


def test_without_a_bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/nobody")
    assert listeners() == Listeners()
    assert find_reader(print) is None


def test_a_bus_that_hangs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(str(tmp_path / "deaf"))
        deaf.listen()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/deaf")
        assert listeners() == Listeners()


def test_no_accessibility_bus_is_started_by_asking(monkeypatch: pytest.MonkeyPatch) -> None:
    command = ["dbus-daemon", "--session", "--print-address=1", "--nofork", "--nopidfile"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        address = process.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        assert listeners() == Listeners()
        ask = ["dbus-send", f"--bus={address}", "--print-reply", "--dest=org.freedesktop.DBus", "/"]
        names = subprocess.run([*ask, "org.freedesktop.DBus.ListNames"], capture_output=True, text=True).stdout
        process.terminate()
    assert "org.freedesktop.DBus" in names
    assert "org.a11y.Bus" not in names
