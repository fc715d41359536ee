"""The picture as a preview, with the description as its text alternative.

The bytes are hostile, so the preview decodes only common formats and within limits; where that fails there is no
preview, and the engine, which decodes in its own process, has the last word on the picture. Decoding goes on beside the
window, which must answer its keys whatever the bytes do.
"""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QPoint, QRect, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QImageReader, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QWidget

FORMATS = (b"png", b"jpeg", b"gif", b"bmp", b"webp", b"tiff")
PREVIEW = 3200  # pixels, the longer side: enough to look at details, and quick to scale
ZOOMS = (100, 150, 200, 300, 400, 600)  # percent of the size that shows the whole picture
MEMORY = 256  # megabytes that decoding may take
SMALLEST = 120  # pixels: below this the preview shows nothing useful


class _Decoding(QObject):
    """One picture's way from its bytes to its pixels, on a thread of Qt's; the view may be gone before it ends."""

    done = Signal(object, QImage)  # itself, by which the view knows whether it still wants it

    def start(self, untrusted_data: bytes) -> None:
        """Begin; `done` comes on the view's thread."""
        QThreadPool.globalInstance().start(lambda: self.done.emit(self, _decode(untrusted_data)))


class _Canvas(QLabel):
    """Paints its pixmap over its whole room, and only what is seen of it: an enlarged one is nowhere held in memory."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The invitation is painted as any text."""
        pixmap = self.pixmap()
        if pixmap.isNull():
            super().paintEvent(event)
            return
        place = QRect(QPoint(), pixmap.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio))
        place.moveCenter(self.rect().center())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, pixmap)
        painter.end()


class PictureView(QScrollArea):
    """Shows the picture as large as there is room, or larger, or an invitation as long as there is none.

    The picture takes the focus only while it is larger than its room, for the arrow keys to move it; it, and not what
    it scrolls in, because a screen reader knows what a picture is.
    """

    zoomed = Signal(int)  # how many percent of the whole picture's size

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = _Canvas(self)
        self._pixmap = QPixmap()
        self._decoding: _Decoding | None = None
        self._invitation = ""
        self._zoom = ZOOMS[0]
        self._image.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._image.setWordWrap(True)
        self._image.setMinimumSize(1, 1)  # else it would keep the room of a picture that was larger
        self.setWidget(self._image)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(SMALLEST)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def invite(self, text: str) -> None:
        """What stands here instead of a picture."""
        self._invitation = text
        self._draw()

    def show_picture(self, untrusted_data: bytes) -> None:
        """Show the picture in these bytes as soon as it is decoded; returns at once."""
        self.clear()
        self._decoding = _Decoding()
        self._decoding.done.connect(self._decoded)
        self._decoding.start(untrusted_data)

    def clear(self) -> None:
        """Show none, as where it was let go."""
        self._decoding = None
        self._pixmap = QPixmap()
        self._image.clear()
        self._set_zoom(ZOOMS[0])

    def describe(self, text: str) -> None:
        """The text alternative."""
        self._image.setAccessibleName(text)

    def zoom(self, steps: int) -> None:
        """Larger, or smaller where negative; 0 shows the whole picture."""
        place = ZOOMS.index(self._zoom) + steps if steps and not self._pixmap.isNull() else 0
        self._set_zoom(ZOOMS[min(max(place, 0), len(ZOOMS) - 1)])
        self.zoomed.emit(self._zoom)

    def sizeHint(self) -> QSize:
        """Independent of the picture shown, so that a new one doesn't move the rest of the window."""
        return QSize(SMALLEST, 2 * SMALLEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture into the new room."""
        super().resizeEvent(event)
        self._draw()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl, the wheel of the mouse makes it larger and smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def _set_zoom(self, zoom: int) -> None:
        self._zoom = zoom
        if zoom == ZOOMS[0] and self._image.hasFocus():  # a picture that is seen whole takes no keys
            self.focusNextChild()
            self._image.clearFocus()
        self.setWidgetResizable(zoom == ZOOMS[0])
        self._image.setFocusPolicy(Qt.FocusPolicy.NoFocus if zoom == ZOOMS[0] else Qt.FocusPolicy.StrongFocus)
        hint = "" if zoom == ZOOMS[0] else self.tr("Enlarged picture, moved by the arrow keys")
        self._image.setAccessibleDescription(hint)
        self._draw()

    def _decoded(self, decoding: _Decoding, image: QImage) -> None:
        if decoding is not self._decoding:  # another picture has come since
            return
        self._decoding = None
        self._pixmap = QPixmap.fromImage(image)
        self._draw()

    def _draw(self) -> None:
        if self._decoding:
            return
        if self._pixmap.isNull():
            self._image.setText(self._invitation)
            return
        # The room without scroll bars: with them one could come and go for ever, each time in another size.
        room = self.maximumViewportSize() * (self._zoom / 100)
        size = self._pixmap.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        pixels = size * self.devicePixelRatioF()
        fits = pixels.width() >= self._pixmap.width()  # painting makes it larger; made smaller it must be smooth
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        self._image.setPixmap(self._pixmap if fits else self._pixmap.scaled(pixels, keep, smooth))
        if self._zoom > ZOOMS[0]:
            self._image.resize(size)


def _decode(untrusted_data: bytes) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(untrusted_data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    return _read(buffer)


def _read(device: QIODevice) -> QImage:
    """Apart, so that the device outlives the reader, which goes back to it as it ends: for TIFF, in Qt 6.11."""
    QImageReader.setAllocationLimit(MEMORY)
    reader = QImageReader(device)
    reader.setAutoTransform(True)
    if not reader.canRead() or reader.format().data() not in FORMATS:
        return QImage()
    size = reader.size()
    if max(size.width(), size.height()) > PREVIEW:
        reader.setScaledSize(size.scaled(PREVIEW, PREVIEW, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
