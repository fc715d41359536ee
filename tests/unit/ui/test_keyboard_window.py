"""The keyboard page as a window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QPushButton, QWidget

from sparc_desktop.ui.keyboard_window import KeyboardWindow

ROWS = ["Ctrl+O: Open Pictures", "F5: Read Again", "F6: Pause or Go On"]


@pytest.fixture
def page(application: QApplication) -> Iterator[KeyboardWindow]:
    parent = QWidget()
    page = KeyboardWindow(parent, lambda: ROWS)
    page.show()
    yield page
    parent.deleteLater()


def shown(page: KeyboardWindow) -> list[str]:
    found = page.findChild(QListWidget)
    assert found
    return [found.item(row).text() for row in range(found.count())]


def test_all_rows_are_there_and_the_first_is_the_current_one(page: KeyboardWindow) -> None:
    assert shown(page) == ROWS
    found = page.findChild(QListWidget)
    assert found
    assert found.currentRow() == 0


def test_writing_searches_and_says_how_many_there_are(page: KeyboardWindow) -> None:
    field = page.findChild(QLineEdit)
    assert field
    QTest.keyClicks(field, "read")
    assert shown(page) == ["F5: Read Again"]
    assert "Keys: 1" in [label.text() for label in page.findChildren(QLabel)]
    QTest.keyClicks(field, " teapot")
    assert shown(page) == []
    field.clear()
    assert shown(page) == ROWS


def test_enter_in_the_field_does_not_close_the_page_and_escape_does(page: KeyboardWindow) -> None:
    field = page.findChild(QLineEdit)
    assert field
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert page.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_everything_has_a_name_and_the_mnemonics_differ(page: KeyboardWindow) -> None:
    for kind in (QLineEdit, QListWidget, QPushButton):
        for widget in page.findChildren(kind):
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface.text(QAccessible.Text.Name), widget
    texts = [each.text() for kind in (QLabel, QPushButton) for each in page.findChildren(kind) if "&" in each.text()]
    assert len({text[text.index("&") + 1].lower() for text in texts}) == len(texts) == 3


def test_tab_goes_from_the_field_to_the_list_to_the_button(page: KeyboardWindow) -> None:
    order = []
    widget = page.findChild(QLineEdit)
    assert widget
    widget.setFocus()
    for _ in range(3):
        order.append(type(page.focusWidget()))
        page.focusNextChild()
    assert order == [QLineEdit, QListWidget, QPushButton]
