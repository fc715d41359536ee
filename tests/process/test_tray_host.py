"""Waiting for the host of the newer kind of tray, on a real bus: it is there before the program, or comes later."""

import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from jeepney.bus_messages import DBus
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection

from sparc_desktop.ui.tray_host import HOST

PROGRAM = """
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from sparc_desktop.ui.tray_host import TrayHost

application = QGuiApplication([])
host = TrayHost(application)
host.found.connect(lambda: (print("found", flush=True), QTimer.singleShot(0, application.quit)))
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


def start() -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, text=True)


def test_a_host_that_is_there_is_found_at_once(desktop: DBusConnection) -> None:
    appear(desktop)
    with start() as program:
        assert program.stdout
        assert program.stdout.read().split() == ["found", "looking"]


def test_a_host_that_comes_later_is_found_then(desktop: DBusConnection) -> None:
    with start() as program:
        assert program.stdout
        assert program.stdout.readline().strip() == "looking"
        appear(desktop)
        assert program.stdout.readline().strip() == "found"


def test_without_a_bus_nothing_happens_and_nothing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    with start() as program:
        assert program.stdout
        assert program.stdout.readline().strip() == "looking"
        program.terminate()
