"""A question to be answered with a button: nothing else in it takes the focus, and no picture has to be named."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def question_box(window: QWidget, title: str, text: str) -> QMessageBox:
    """Without its buttons yet."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, title, text, parent=window)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)  # or its text would take the focus
    return box
