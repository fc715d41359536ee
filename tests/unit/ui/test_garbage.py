"""What Qt's objects are part of is freed in their own thread, however much garbage another thread makes."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QDeadlineTimer, QObject
from PySide6.QtWidgets import QApplication

from sparc_desktop.ui import garbage
from sparc_desktop.ui.garbage import GarbageCollector

THRESHOLDS = (50, 2, 2)


@pytest.fixture
def thresholds() -> Iterator[None]:
    before, enabled = gc.get_threshold(), gc.isenabled()
    gc.set_threshold(*THRESHOLDS)
    gc.enable()
    yield
    gc.set_threshold(*before)
    if not enabled:
        gc.disable()


def knots() -> None:
    """Garbage that only the collector finds."""
    for _ in range(2000):
        knot: list[object] = []
        knot.append(knot)


@pytest.mark.usefixtures("thresholds")
def test_garbage_ends_in_the_thread_of_the_windows(application: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(garbage, "EVERY", 1)
    parent = QObject()
    GarbageCollector(parent)
    ended: list[threading.Thread] = []
    lost = QObject()
    lost.destroyed.connect(lambda: ended.append(threading.current_thread()))
    lost.itself = lost  # type: ignore[attr-defined]
    del lost
    other = threading.Thread(target=knots)
    other.start()
    other.join()
    assert ended == []
    patience = QDeadlineTimer(5000)
    while not ended and not patience.hasExpired():
        application.processEvents()
    assert ended == [threading.main_thread()]
    parent.deleteLater()
