"""About, and the report, as text to be taken along."""

import threading

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from sparc_desktop.ui.about import AboutDialog
from sparc_desktop.ui.report import ReportCopier
from tests.support.desktop import until


def test_about_is_read_with_a_caret_and_copied_whole(application: QApplication) -> None:
    parent = QWidget()
    dialog = AboutDialog(parent, lambda: ["SPARC Desktop: 1", "Python: 3"])
    dialog.show()
    assert dialog.focusWidget() is dialog.text
    assert dialog.text.isReadOnly()
    QTest.keyClick(dialog.text, Qt.Key.Key_Down)
    assert dialog.text.textCursor().blockNumber() == 1
    for button in dialog.findChildren(QPushButton):
        if button.text() == "C&opy":
            button.click()
    assert QGuiApplication.clipboard().text() == "SPARC Desktop: 1\nPython: 3"
    QTest.keyClick(dialog.text, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    parent.deleteLater()


def test_the_report_is_made_beside_the_window_and_copied(application: QApplication) -> None:
    may_end = threading.Event()

    def make() -> str:
        assert may_end.wait(30)  # as long as a hanging speech daemon: the window must not wait for it
        return "one\ntwo\n"

    said: list[str] = []
    copier = ReportCopier(make)
    copier.copied.connect(said.append)
    copier.copy()
    assert said == []
    may_end.set()
    until(lambda: QApplication.processEvents() or said, "the report")
    assert QGuiApplication.clipboard().text() == "one\ntwo\n"
    assert said[0].startswith("The report was copied, 2 lines. It was not sent.")
