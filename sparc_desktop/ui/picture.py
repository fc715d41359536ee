"""The picture as a preview, with the description as its text alternative.

The bytes are hostile, so the preview decodes only common formats and within limits; where that fails there is no
preview, and the engine, which decodes in its own process, has the last word on the picture.
"""

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

FORMATS = (b"png", b"jpeg", b"gif", b"bmp", b"webp", b"tiff")
PREVIEW = 1600  # pixels, the longer side: enough for a large window, and quick to scale
MEMORY = 256  # megabytes that decoding may take
SMALLEST = 120  # pixels: below this the preview shows nothing useful


class PictureView(QLabel):
    """Shows the picture as large as there is room, or an invitation as long as there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixmap = QPixmap()
        self._invitation = ""
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setMinimumHeight(SMALLEST)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def invite(self, text: str) -> None:
        """What stands here instead of a picture."""
        self._invitation = text
        self._draw()

    def show_picture(self, untrusted_data: bytes) -> bool:
        """Show the picture in these bytes; False where no preview can be made."""
        self._pixmap = _decode(untrusted_data)
        self._draw()
        return not self._pixmap.isNull()

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

    def _draw(self) -> None:
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


def _decode(untrusted_data: bytes) -> QPixmap:
    buffer = QBuffer()
    buffer.setData(QByteArray(untrusted_data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    QImageReader.setAllocationLimit(MEMORY)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if not reader.canRead() or reader.format().data() not in FORMATS:
        return QPixmap()
    size = reader.size()
    if max(size.width(), size.height()) > PREVIEW:
        reader.setScaledSize(size.scaled(PREVIEW, PREVIEW, Qt.AspectRatioMode.KeepAspectRatio))
    return QPixmap.fromImage(reader.read())
