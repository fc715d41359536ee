"""Pictures out of what was pasted or dropped: a picture's own bytes, a copied picture file, or its name.

Files come before image data, because a file manager offers an icon beside the file. Nothing is fetched from the
network: neither an address of the web nor a name on a server, which some systems would open as if it were a file here.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QMimeData, QUrl
from PySide6.QtGui import QImage

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.failure import Code, ExpectedError

ENCODED = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp", "image/tiff")
FAST_PNG = 80  # Qt's "quality": little compression; the bytes only go through a pipe


def files_in(data: QMimeData) -> list[Path]:
    """The local files that are meant, by URL or by an absolute path copied as text."""
    files = [Path(name) for url in data.urls() if (name := _local(url))]
    if files or not data.hasText():
        return files
    text = data.text().strip()
    name = _local(QUrl(text)) or text
    return [Path(name)] if len(name.splitlines()) == 1 and Path(name).is_absolute() and not _on_server(name) else []


def has_picture(data: QMimeData) -> bool:
    """Is it worth dropping here?"""
    return data.hasImage() or bool(files_in(data))


def capture_from(data: QMimeData, label: str, read_file: Callable[[Path], Capture]) -> Capture:
    """The first picture in it; `label` names one that has no file name. Raises ExpectedError."""
    if files := files_in(data):
        return read_file(files[0])
    for kind in ENCODED:
        if encoded := bytes(data.data(kind).data()):
            return Capture(label, encoded)
    image = data.imageData() if data.hasImage() else None
    if isinstance(image, QImage) and not image.isNull():
        return Capture(label, _png(image))
    raise ExpectedError(Code.CLIPBOARD_EMPTY)


def _local(url: QUrl) -> str:
    """The name of the file on this computer, or nothing."""
    name = url.toLocalFile() if url.isLocalFile() and not url.host() else ""
    return "" if _on_server(name) else name


def _on_server(name: str) -> bool:
    return name.replace("\\", "/").startswith("//")


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", FAST_PNG)  # type: ignore[call-overload]  # the stub wants bytes, the call takes str
    return bytes(buffer.data().data())
