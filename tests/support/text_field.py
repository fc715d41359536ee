"""Another program with the focus: a text field in a process of its own.

It prints a line with its text whenever that changes, and "focus in" and "focus out".
"""

import sys

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLineEdit


class Field(QLineEdit):
    """A text field that tells."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange:
            print("focus in" if self.isActiveWindow() else "focus out", flush=True)
        super().changeEvent(event)


def main() -> int:
    application = QApplication(sys.argv)
    field = Field()
    field.setWindowTitle("Another program")
    field.setFixedSize(320, 40)
    field.textChanged.connect(lambda text: print(f"text {text}", flush=True))
    field.show()
    assert isinstance(field, QObject)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
