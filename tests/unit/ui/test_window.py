"""What the window does with what comes in, without an engine."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from sparc_desktop.domain.events import Event, Failed, Finished, Loading, Ready, Started, TextDelta
from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.domain.request import Request
from sparc_desktop.ui.engine_process import EngineProcess
from sparc_desktop.ui.picture import PictureView
from sparc_desktop.ui.window import MainWindow


@pytest.fixture(autouse=True)
def requests(monkeypatch: pytest.MonkeyPatch) -> list[Request]:
    """What the engine was asked."""
    requests: list[Request] = []
    monkeypatch.setattr(EngineProcess, "describe", lambda _self, request: requests.append(request))
    return requests


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / name for name in ("one.png", "two.png")]
    for path in paths:
        path.write_bytes(b"not really a picture")
    return paths


def send(window: MainWindow, *events: Event) -> None:
    for event in events:
        window._describing._engine.happened.emit(event)


def caption(window: MainWindow) -> str:
    view = window.findChild(QPlainTextEdit)
    assert view is not None
    return view.toPlainText()


def labels(window: MainWindow) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel))


def test_of_several_dropped_pictures_the_first_is_described(
    window: MainWindow, files: list[Path], requests: list[Request]
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    event = QDropEvent(
        QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.dropEvent(event)
    assert [request.capture.label for request in requests] == ["one.png"]
    assert "one.png is described, the first of 2 pictures." in labels(window)


def test_a_file_that_cannot_be_read_leaves_the_description(window: MainWindow, files: list[Path]) -> None:
    window.open_file(files[0])
    send(window, Started(1, "one.png"), TextDelta(1, "A cat."), Finished(1, "A cat.", 2, 0.1, True, False))
    window.open_file(Path("/no/such/file.png"))
    first, second = caption(window).splitlines()
    assert first == "A cat."
    assert second.startswith("There is no file /no/such/file.png.")


def test_events_of_a_replaced_description_are_not_shown(window: MainWindow, files: list[Path]) -> None:
    window.open_file(files[0])
    send(window, Started(1, "one.png"), TextDelta(1, "Old."))
    window.open_file(files[1])
    send(window, TextDelta(1, "Late."), Started(2, "two.png"), TextDelta(2, "New."))
    assert caption(window) == "New."


def test_one_cause_is_told_once(window: MainWindow, files: list[Path]) -> None:
    failure = Failure(Code.MODEL_MISSING, {"path": "/nowhere"})
    window.open_file(files[0])
    send(window, Failed(None, failure), Failed(1, failure))
    assert len(caption(window).splitlines()) == 1
    window.open_file(files[0])
    send(window, Failed(2, failure))
    assert len(caption(window).splitlines()) == 1


def test_a_cut_description_is_called_so(window: MainWindow, files: list[Path]) -> None:
    window.open_file(files[0])
    send(window, Started(1, "one.png"), Finished(1, "A cat.", 2, 0.1, True, True))
    assert "cut off" in labels(window)


def test_loading_is_shown_until_it_is_done(window: MainWindow) -> None:
    window.show()
    send(window, Loading(0.5))
    assert (window._progress.isVisible(), window._progress.value()) == (True, 50)
    send(window, Ready("model"))
    assert not window._progress.isVisible()
    assert "Ready." in labels(window)


@pytest.mark.parametrize("data", [b"", b"nonsense", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.4"])
def test_what_is_no_common_picture_has_no_preview(window: MainWindow, data: bytes) -> None:
    view = window.findChild(PictureView)
    assert view is not None
    assert not view.show_picture(data)
    assert "Open, paste or drop a picture." in view.text()
