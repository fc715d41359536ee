"""Waiting for the host of the newer kind of tray, on a real bus: it is there before the program, or comes later."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from jeepney.bus_messages import DBus
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection

from sparc_desktop.ui.tray_host import HOST
from tests.support.desktop import Lines, until

PROGRAM = """
from PySide6.QtGui import QGuiApplication
from sparc_desktop.ui.tray_host import TrayHost

application = QGuiApplication([])
host = TrayHost(application)
host.found.connect(lambda: print("found", flush=True))
host.look()
print("looking", flush=True)
application.exec()
"""


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    if shutil.which("dbus-daemon") is None:
        pytest.skip("needs dbus-daemon")
    command = ["dbus-daemon", "--session", "--print-address=1", "--nofork", "--nopidfile"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout
        address = daemon.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address
        daemon.terminate()


@pytest.fixture
def desktop(bus: str) -> Iterator[DBusConnection]:
    """Who will be the host."""
    with open_dbus_connection(bus) as connection:
        yield connection


def appear(desktop: DBusConnection) -> None:
    assert Proxy(DBus(), desktop).RequestName(HOST) == (1,)


@contextmanager
def start() -> Iterator[list[str]]:
    """What the program prints."""
    with Lines([sys.executable, "-c", PROGRAM], dict(os.environ)) as program:
        until(lambda: "looking" in program.lines, "the program")
        yield program.lines


def test_a_host_that_is_there_is_found_at_once(desktop: DBusConnection) -> None:
    appear(desktop)
    with start() as lines:
        assert lines == ["found", "looking"]


def test_a_host_that_comes_later_is_found_then(desktop: DBusConnection) -> None:
    with start() as lines:
        assert lines == ["looking"]
        appear(desktop)
        until(lambda: lines == ["looking", "found"], "the host")


def test_without_a_bus_nothing_happens_and_nothing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    with start() as lines:
        pass
    assert lines == ["looking"]
