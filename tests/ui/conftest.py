"""One desktop for the windows; a warning of Qt's fails the test."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler


@pytest.fixture
def qt_warnings() -> Iterator[list[str]]:
    """What Qt complains of in this process; a test in which it does fails."""
    warnings: list[str] = []

    def collect(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            warnings.append(message)

    before = qInstallMessageHandler(collect)
    yield warnings
    qInstallMessageHandler(before)
    assert warnings == []
