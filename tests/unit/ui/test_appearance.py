"""The window as it looks, in Chinese and in a platform's dark colours, from the drop of some files to their answer.

The screenshots are kept in the folder that SCREENSHOTS names, to be looked at.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QThreadPool, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage, QPalette
from PySide6.QtWidgets import QApplication

from sparc_desktop.domain.events import Finished, Loading, Ready, Started, TextDelta
from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.ui.engine_process import EngineProcess
from sparc_desktop.ui.language import LanguageSwitch
from sparc_desktop.ui.picture import PictureView
from sparc_desktop.ui.sentence_list import SentenceList
from sparc_desktop.ui.window import MainWindow
from tests.support.written import written

TEXT = "这是一幅简单的画，白色背景上有两样东西。左边是一只大天鹅，右边是一辆小拖拉机。"
READABLE = 4.5  # contrast of text to its ground that WCAG 2 asks for


@pytest.fixture
def dark(application: QApplication) -> Iterator[None]:
    before = application.palette()
    application.setPalette(QPalette(QColor(48, 48, 48)))
    yield
    application.setPalette(before)


@pytest.fixture
def engine(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Iterator[EngineProcess]:
    monkeypatch.setattr(EngineProcess, "describe", lambda _self, _request: None)
    yield window._describing._engine


def luminance(color: QColor) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(image: QImage) -> float:
    """Between the lightest and the darkest point: how well the text in it can be read."""
    points = [luminance(image.pixelColor(x, y)) for x in range(image.width()) for y in range(image.height())]
    return (max(points) + 0.05) / (min(points) + 0.05)


def drop(window: MainWindow, files: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entered = QDragEnterEvent(QPoint(9, 9), *how)
    QApplication.sendEvent(window, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), *how))


def look(window: MainWindow, name: str) -> None:
    QThreadPool.globalInstance().waitForDone()
    QCoreApplication.processEvents()
    if folder := os.environ.get("SCREENSHOTS"):
        window.grab().save(str(Path(folder) / f"{name}.png"))


@pytest.mark.usefixtures("dark")
def test_in_chinese_and_dark_some_dropped_files(
    window: MainWindow, engine: EngineProcess, language: LanguageSwitch, tmp_path: Path
) -> None:
    language.use("zh_CN")
    window.show()
    engine.happened.emit(Loading(0.4))
    look(window, "loading")
    engine.happened.emit(Ready("model"))
    look(window, "ready")
    files = [tmp_path / name for name in ("天鹅.png", "two.png", "three.png")]
    for file in files:
        image = QImage(400, 300, QImage.Format.Format_RGB32)
        image.fill(QColor("steelblue"))
        assert image.save(str(file))
    drop(window, files)
    assert window._status.text() == "正在描述 天鹅.png… 还有 2 张图片在等待。"
    look(window, "dropped")
    engine.happened.emit(Started(1, "天鹅.png"))
    engine.happened.emit(TextDelta(1, TEXT))
    window._describing.fail(Failure(Code.NO_SOUND_DEVICE))
    drop(window, [tmp_path / "none.png"])
    look(window, "writing")
    engine.happened.emit(Finished(1, TEXT, 20, 3.14, True, False))
    look(window, "finished")
    view, preview = window.findChild(SentenceList), window.findChild(PictureView)
    assert view is not None
    assert preview is not None
    assert written(window).startswith(TEXT.split("。")[0])
    assert preview._image.accessibleName() == TEXT
    assert not preview._image.pixmap().isNull()
    for widget in (view, window._status, window._heading, window._buttons.open):
        assert contrast(widget.grab().toImage()) > READABLE
