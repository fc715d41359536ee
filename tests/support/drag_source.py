"""Another program, from which things are dragged: a window that is one handle.

    drag_source.py KIND [NAME ...]      KIND: files, address, text or image

`files` gives their URLs, as a file manager does; `address` an address of the web with a picture's name; `text` the
names as text; `image` the pixels of the first file, as a browser does. It prints "ready", and what became of each drag.
"""

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel


class Handle(QLabel):
    """Begins a drag as soon as the mouse moves with its button down."""

    def __init__(self, data: QMimeData) -> None:
        super().__init__("Drag me")
        self._data = data

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        drag = QDrag(self)
        copy = QMimeData()
        for kind in self._data.formats():
            copy.setData(kind, self._data.data(kind))
        if self._data.hasImage():
            copy.setImageData(self._data.imageData())
        drag.setMimeData(copy)
        print(drag.exec(Qt.DropAction.CopyAction).name, flush=True)


def _data(kind: str, names: list[str]) -> QMimeData:
    data = QMimeData()
    match kind:
        case "files":
            data.setUrls([QUrl.fromLocalFile(name) for name in names])
        case "address":
            data.setUrls([QUrl(name) for name in names])
        case "text":
            data.setText("\n".join(names))
        case "image":
            data.setImageData(QImage(names[0]))
    return data


def main() -> None:
    application = QApplication(["drag"])
    handle = Handle(_data(sys.argv[1], sys.argv[2:]))
    handle.setWindowTitle("Handle")
    handle.setGeometry(1100, 900, 120, 60)
    handle.show()
    print("ready", flush=True)
    application.exec()


if __name__ == "__main__":
    main()
