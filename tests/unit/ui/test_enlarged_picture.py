"""The enlarged picture: what takes the focus, what it is called, and what the arrows do."""

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, Qt, QThreadPool
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sparc_desktop.ui.picture import PictureView


def png() -> bytes:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "png")
    return buffer.data().data()


def test_the_arrows_move_it_and_it_is_a_picture_with_its_text(application: QApplication) -> None:
    view = PictureView()
    view.resize(300, 200)
    view.show()
    view.show_picture(png())
    QThreadPool.globalInstance().waitForDone()
    QCoreApplication.processEvents()
    view.describe("A red square.")
    image = view.widget()
    assert image.focusPolicy() == Qt.FocusPolicy.NoFocus
    view.zoom(2)
    image.setFocus()
    QTest.keyClick(image, Qt.Key.Key_Down)
    assert view.verticalScrollBar().value() > 0
    seen = QAccessible.queryAccessibleInterface(image)
    assert seen.role() == QAccessible.Role.Graphic
    assert seen.text(QAccessible.Text.Name) == "A red square."
    assert seen.text(QAccessible.Text.Description) == "Enlarged picture, moved by the arrow keys"
    view.zoom(0)
    assert image.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert image.accessibleDescription() == ""
