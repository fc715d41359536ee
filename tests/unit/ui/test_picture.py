"""The preview: the whole picture, or a part of it enlarged, at any size without an end of layouts."""

import io
from collections.abc import Iterator

import pytest
from PIL import Image
from PySide6.QtCore import QBuffer, QCoreApplication, QThreadPool
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from sparc_desktop.ui.picture import ZOOMS, PictureView


def encoded(width: int, height: int) -> bytes:
    """Left half red, right half blue."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    for x in range(width // 2, width):
        for y in range(height):
            image.setPixelColor(x, y, QColor("blue"))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


@pytest.fixture
def view(application: QApplication) -> Iterator[PictureView]:
    view = PictureView()
    view.resize(600, 400)
    view.show()
    yield view
    view.close()
    view.deleteLater()


def show(view: PictureView, width: int, height: int) -> None:
    view.show_picture(encoded(width, height))
    QThreadPool.globalInstance().waitForDone()
    QCoreApplication.processEvents()


def colours(view: PictureView) -> list[str]:
    image = view.grab().toImage()
    return [image.pixelColor(image.width() * part // 8, image.height() // 2).name() for part in (3, 5)]


def test_the_whole_picture_is_in_the_middle(view: PictureView) -> None:
    show(view, 40, 20)
    assert colours(view) == ["#ff0000", "#0000ff"]
    assert not view.horizontalScrollBar().isVisible()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP", "WEBP", "TIFF"])
def test_every_kind_of_picture_is_shown(view: PictureView, kind: str) -> None:
    picture = Image.new("RGB", (40, 20), "red")
    picture.paste("blue", (20, 0, 40, 20))
    kept = io.BytesIO()
    picture.save(kept, kind)
    for _ in range(3):
        view.show_picture(kept.getvalue())
        QThreadPool.globalInstance().waitForDone()
        QCoreApplication.processEvents()
    left, right = (QColor(name) for name in colours(view))
    assert (left.red() > 200, left.blue() < 50, right.red() < 50, right.blue() > 200) == (True,) * 4


def test_enlarged_it_is_moved(view: PictureView) -> None:
    show(view, 40, 20)
    view.zoom(1)
    view.zoom(1)
    assert view._image.width() == 2 * 600
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    assert colours(view) == ["#0000ff", "#0000ff"]
    view.zoom(0)
    QCoreApplication.processEvents()
    assert colours(view) == ["#ff0000", "#0000ff"]


@pytest.mark.parametrize(("width", "height"), [(405, 400), (400, 400), (915, 400), (600, 400), (50, 400)])
def test_no_size_makes_an_end_of_layouts_impossible(
    view: PictureView, width: int, height: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At some sizes a scroll bar came, made the picture smaller, went, ..."""
    show(view, width, height)
    draws: list[int] = []
    draw = PictureView._draw

    def count(self: PictureView) -> None:
        draws.append(1)
        assert len(draws) < 50
        draw(self)

    monkeypatch.setattr(PictureView, "_draw", count)
    for _ in ZOOMS:
        view.zoom(1)
        for _ in range(10):
            QCoreApplication.processEvents()


def test_a_large_picture_is_not_held_larger(view: PictureView) -> None:
    show(view, 800, 500)
    for _ in ZOOMS:
        view.zoom(1)
    assert view._image.width() == 6 * 600
    assert view._image.pixmap().width() == 800


def test_the_focus_leaves_a_picture_that_is_whole_again(view: PictureView) -> None:
    show(view, 800, 500)
    view.zoom(1)
    view._image.setFocus()
    view.zoom(0)
    assert not view._image.hasFocus()


def test_nothing_is_enlarged_where_there_is_no_picture(view: PictureView) -> None:
    told: list[int] = []
    view.zoomed.connect(told.append)
    view.zoom(1)
    assert told == [100]
