"""A window with a menu, and a modal dialog, in which F1 is answered: a process for tests.

What is said is a line on standard output, "said ..."; so is what its own F1 in the menu would do.
"""

import sys

from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMainWindow, QPushButton, QVBoxLayout

from sparc_desktop.ui.help import Help


def main() -> int:
    application = QApplication(["sparc-desktop"])
    window = QMainWindow()
    window.setWindowTitle("Main")
    answers = Help(application, dict, lambda text: print("said", text, flush=True), lambda: None)
    dialog = QDialog(window)
    dialog.setWindowTitle("Modal")
    dialog.setModal(True)
    QVBoxLayout(dialog).addWidget(QPushButton("Send"))
    field = QLineEdit()
    field.setAccessibleName("Question")
    field.returnPressed.connect(dialog.show)
    window.setCentralWidget(field)
    menu = window.menuBar().addMenu("&File")
    menu.aboutToShow.connect(lambda: print("menu", flush=True))
    help_here = menu.addAction("What Can Be Done Here")
    help_here.setShortcut("F1")
    help_here.triggered.connect(answers.show)
    window.show()
    field.setFocus()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
