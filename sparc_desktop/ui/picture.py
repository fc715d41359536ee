"""The picture as a preview, with the description as its text alternative.

The bytes are hostile, so the preview decodes only common formats and within limits; where that fails there is no
preview, and the engine, which decodes in its own process, has the last word on the picture. Decoding goes on beside the
window, which must answer its keys whatever the bytes do.
"""

from PySide6.QtCore import QBuffer, QByteArray, QObject, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

FORMATS = (b"png", b"jpeg", b"gif", b"bmp", b"webp", b"tiff")
PREVIEW = 1600  # pixels, the longer side: enough for a large window, and quick to scale
MEMORY = 256  # megabytes that decoding may take
SMALLEST = 120  # pixels: below this the preview shows nothing useful


class _Decoding(QObject):
    """One picture's way from its bytes to its pixels, on a thread of Qt's; the view may be gone before it ends."""

    done = Signal(object, QImage)  # itself, by which the view knows whether it still wants it

    def start(self, untrusted_data: bytes) -> None:
        """Begin; `done` comes on the view's thread."""
        QThreadPool.globalInstance().start(lambda: self.done.emit(self, _decode(untrusted_data)))


class PictureView(QLabel):
    """Shows the picture as large as there is room, or an invitation as long as there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixmap = QPixmap()
        self._decoding: _Decoding | None = None
        self._invitation = ""
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setMinimumHeight(SMALLEST)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def invite(self, text: str) -> None:
        """What stands here instead of a picture."""
        self._invitation = text
        self._draw()

    def show_picture(self, untrusted_data: bytes) -> None:
        """Show the picture in these bytes as soon as it is decoded; returns at once."""
        self._pixmap = QPixmap()
        self.clear()
        self._decoding = _Decoding()
        self._decoding.done.connect(self._decoded)
        self._decoding.start(untrusted_data)

    def describe(self, text: str) -> None:
        """The text alternative."""
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Independent of the picture shown, so that a new one doesn't move the rest of the window."""
        return QSize(SMALLEST, 2 * SMALLEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture into the new room."""
        super().resizeEvent(event)
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
            self.setText(self._invitation)
            return
        ratio = self.devicePixelRatioF()
        scaled = self._pixmap.scaled(
            self.contentsRect().size() * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        scaled.setDevicePixelRatio(ratio)
        self.setPixmap(scaled)


def _decode(untrusted_data: bytes) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(untrusted_data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    QImageReader.setAllocationLimit(MEMORY)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if not reader.canRead() or reader.format().data() not in FORMATS:
        return QImage()
    size = reader.size()
    if max(size.width(), size.height()) > PREVIEW:
        reader.setScaledSize(size.scaled(PREVIEW, PREVIEW, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
