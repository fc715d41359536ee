"""A window of another program with controls in it; prints where each one is on the screen, then waits for its end."""

import json
import sys

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QFormLayout, QLineEdit, QListWidget, QPushButton, QWidget


def main() -> None:
    application = QApplication(["form"])
    application.setApplicationName("form")
    window = QWidget()
    window.setWindowTitle("Order — form")
    layout = QFormLayout(window)
    name, button, fruits = QLineEdit(), QPushButton("Send"), QListWidget()
    fruits.addItems(["Apple", "Pear"])
    fruits.setCurrentRow(1)
    fruits.setAccessibleName("Fruits")
    for label, widget in (("&Name", name), ("", button), ("&Fruit", fruits)):
        layout.addRow(label, widget)
    for number in range(int(sys.argv[1])):  # more to look through
        layout.addRow(f"Field {number}", QLineEdit())
    window.show()

    def tell() -> None:
        places = {}
        for key, widget in (("name", name), ("button", button), ("fruits", fruits)):
            corner = widget.mapToGlobal(QPoint(0, 0))
            places[key] = [corner.x(), corner.y(), widget.width(), widget.height()]
        print(json.dumps(places), flush=True)

    QTimer.singleShot(500, tell)
    application.exec()


if __name__ == "__main__":
    main()
