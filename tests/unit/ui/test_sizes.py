"""A window grows with its letters, and never beyond the screen."""

from PySide6.QtWidgets import QApplication, QWidget

from sparc_desktop.ui.sizes import resize_to_letters


def test_it_grows_with_its_letters_as_far_as_the_screen_has_room(application: QApplication) -> None:
    window = QWidget()
    sizes = []
    for points in (10, 20, 2000):
        font = window.font()
        font.setPointSize(points)
        window.setFont(font)
        resize_to_letters(window, 10, 5)
        assert window.height() < window.screen().availableSize().height()
        sizes.append(window.width())
    assert sizes[0] < sizes[1] < sizes[2] < window.screen().availableSize().width()
