"""Labels that say something by themselves, and name no control."""

from PySide6.QtWidgets import QLabel, QWidget


def read_alone(label: QLabel) -> None:
    """Keep a screen reader from reading this label whenever the focus comes back to its dialog.

    Orca reads all labels that belong to nothing with the dialog's name. What they say here has been heard already, or
    is heard with the control that they are about. So this one belongs to a widget that nobody meets.
    """
    nobody = QWidget(label)
    nobody.hide()
    label.setBuddy(nobody)
