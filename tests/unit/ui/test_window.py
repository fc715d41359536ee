"""What the window does with what comes in, without an engine."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, Qt, QThreadPool, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QLabel

from sparc_desktop.domain.events import Failed, Finished, Loading, Ready, Started, TextDelta
from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.domain.request import Request
from sparc_desktop.settings.model import Output
from sparc_desktop.ui import picture as picture_module
from sparc_desktop.ui.picture import PictureView
from sparc_desktop.ui.window import MainWindow
from tests.support.desktop import until
from tests.support.written import written
from tests.unit.ui.conftest import send

pytestmark = pytest.mark.usefixtures("requests")


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / name for name in ("one.png", "two.png")]
    for path in paths:
        path.write_bytes(b"not really a picture")
    return paths


def caption(window: MainWindow) -> str:
    return written(window)


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
    assert "one.png will be described as soon as the model is loaded. Pictures that wait" in labels(window)
    send(window, Ready("tiny"), Started(1, "one.png"), Finished(1, "A cat.", 2, 0.1, True, False))
    assert [request.capture.label for request in requests] == ["one.png", "two.png"]
    send(window, Finished(2, "A dog.", 2, 0.1, True, False))
    assert "The waiting picture is described." in labels(window)


def test_a_file_that_cannot_be_read_leaves_the_description(window: MainWindow, files: list[Path]) -> None:
    window.open_files([files[0]])
    send(window, Started(1, "one.png"), TextDelta(1, "A cat."), Finished(1, "A cat.", 2, 0.1, True, False))
    window.open_files([Path("/no/such/file.png")])
    first, second = caption(window).splitlines()
    assert first == "A cat."
    assert second.startswith("There is no file /no/such/file.png.")


def picture(window: MainWindow) -> PictureView:
    view = window.findChild(PictureView)
    assert view is not None
    return view


@pytest.fixture
def status(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told."""
    announced: list[str] = []
    monkeypatch.setattr(
        "sparc_desktop.ui.announce.announce", lambda _window, text, *, urgent=False: announced.append(text)
    )
    return announced


def test_what_fails_while_it_is_written_is_noted_below_it(
    window: MainWindow, files: list[Path], status: list[str]
) -> None:
    window.open_files([files[0]])
    send(window, Started(1, "one.png"), TextDelta(1, "A cat "))
    window.open_files([Path("/no/such/file.png")])
    window.open_files([Path("/no/such/file.png")])
    send(window, TextDelta(1, "and a dog."))
    assert caption(window) == "A cat and a dog."
    assert "There is no file /no/such/file.png." in labels(window)
    send(window, Finished(1, "A cat and a dog.", 5, 0.1, True, False))
    description, note = caption(window).splitlines()
    assert (description, note.startswith("There is no file")) == ("A cat and a dog.", True)
    assert picture(window)._image.accessibleName() == "A cat and a dog."
    window.actions_of_menu.copy.trigger()
    assert QGuiApplication.clipboard().text() == "A cat and a dog."


def test_a_model_that_cannot_be_loaded_is_noted_for_a_waiting_picture(window: MainWindow, files: list[Path]) -> None:
    window.open_files([files[0]])
    send(window, Failed(None, Failure(Code.MODEL_MISSING, {"path": "/nowhere"})))
    assert caption(window).startswith("There is no model")
    assert not window._describing.busy


def test_a_failure_of_the_voice_leaves_the_description_alone(
    window: MainWindow, files: list[Path], status: list[str]
) -> None:
    window.open_files([files[0]])
    send(window, Started(1, "one.png"), TextDelta(1, "A cat."))
    window._describing.fail(Failure(Code.NO_SOUND_DEVICE))
    assert status[-1].startswith("There is no sound device")
    assert status[-1] in labels(window)
    send(window, Finished(1, "A cat.", 2, 0.1, True, False))
    assert "Finished: 2 words" in labels(window)
    assert "There is no sound device" in labels(window), "so that nobody waits for a voice"
    window._describing.fail(Failure(Code.NO_SOUND_DEVICE))
    assert caption(window) == picture(window)._image.accessibleName() == "A cat."


def test_a_stopped_description_keeps_its_text_and_its_notes(window: MainWindow, files: list[Path]) -> None:
    window.open_files([files[0]])
    send(window, Started(1, "one.png"), TextDelta(1, "A cat"))
    window.open_files([Path("/no/such/file.png")])
    window.actions_of_menu.stop.trigger()
    assert len(caption(window).splitlines()) == 2
    assert picture(window)._image.accessibleName() == "A cat"


def test_a_second_picture_is_answered_at_once_and_only_once(
    window: MainWindow, files: list[Path], status: list[str]
) -> None:
    send(window, Ready("tiny"))
    window.open_files([files[0]])
    send(window, Started(1, "one.png"), TextDelta(1, "A cat"))
    status.clear()
    window.open_files([files[1]])
    assert status == ["Left off: one.png.", "Describing"]
    assert "Describing two.png…" in labels(window)
    send(window, Started(2, "two.png"))
    assert status == ["Left off: one.png.", "Describing"]


@pytest.mark.parametrize("output", ["auto", "own", "reader", "both", "none"])
def test_a_reader_that_may_get_the_description_gets_no_words_beside_it(
    window: MainWindow, files: list[Path], status: list[str], output: Output
) -> None:
    """It would say "Describing" in the middle of what it reads."""
    window._preferences.change(output=output)
    send(window, Ready("tiny"))
    status.clear()
    window.open_files([files[0]])
    send(window, Started(1, "one.png"), Finished(1, "A cat.", 2, 0.1, True, False))
    assert [text for text in status if text] == (["Describing", "Finished"] if output in ("own", "none") else [])
    window.open_files([files[0]])
    send(window, Started(2, "one.png"), Finished(2, "A cat.", 2, 0.1, True, True))
    assert "cut off" in status[-1], "what only these words tell is said to everyone"


def test_events_of_a_replaced_description_are_not_shown(window: MainWindow, files: list[Path]) -> None:
    window.open_files([files[0]])
    send(window, Started(1, "one.png"), TextDelta(1, "Old."))
    window.open_files([files[1]])
    send(window, TextDelta(1, "Late."), Started(2, "two.png"), TextDelta(2, "New."))
    assert caption(window) == "New."


def test_one_cause_is_told_once(window: MainWindow, files: list[Path]) -> None:
    failure = Failure(Code.MODEL_MISSING, {"path": "/nowhere"})
    window.open_files([files[0]])
    send(window, Failed(None, failure), Failed(1, failure))
    assert len(caption(window).splitlines()) == 1
    window.open_files([files[0]])
    send(window, Failed(2, failure))
    assert len(caption(window).splitlines()) == 1


def test_a_cut_description_is_called_so(window: MainWindow, files: list[Path]) -> None:
    window.open_files([files[0]])
    send(window, Started(1, "one.png"), Finished(1, "A cat.", 2, 0.1, True, True))
    assert "cut off" in labels(window)


def test_loading_that_takes_its_time_is_shown_until_it_is_done(window: MainWindow) -> None:
    window.show()
    send(window, Loading(0.5))
    assert not window._progress.isVisible(), "a small model is there at once"
    window._progress._timer.setInterval(0)
    send(window, Ready("model"), Loading(0.5))
    until(lambda: QCoreApplication.processEvents() or window._progress.isVisible(), "the bar")
    assert window._progress.value() == 50
    send(window, Ready("model"))
    assert not window._progress.isVisible()
    assert "Ready." in labels(window)


def test_a_model_that_is_there_at_once_is_not_counted(window: MainWindow) -> None:
    window._progress._timer.setInterval(0)
    send(window, Loading(0.5), Ready("model"))
    window.show()
    QCoreApplication.processEvents()
    assert not window._progress.isVisible()


@pytest.mark.parametrize("data", [b"", b"nonsense", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.4"])
def test_what_is_no_common_picture_has_no_preview(window: MainWindow, data: bytes) -> None:
    view = picture(window)
    view.show_picture(data)
    decode(view)
    assert "Open, paste or drop a picture." in view._image.text()


def decode(view: PictureView) -> None:
    """Until the preview is there, or its refusal."""
    QThreadPool.globalInstance().waitForDone()
    QCoreApplication.processEvents()
    assert view._decoding is None


def test_the_preview_keeps_neither_the_engine_nor_the_window_waiting(
    window: MainWindow, files: list[Path], requests: list[Request], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_before: list[int] = []
    released = threading.Event()

    def slow(_untrusted_data: bytes) -> QImage:
        asked_before.append(len(requests))
        released.wait(5)  # not for ever: on the wrong thread nobody would release it
        return QImage(10, 10, QImage.Format.Format_RGB32)

    monkeypatch.setattr(picture_module, "_decode", slow)
    window.open_files([files[0]])
    assert len(requests) == 1
    released.set()
    decode(picture(window))
    assert asked_before == [1]
    assert not picture(window)._image.pixmap().isNull()


def test_a_preview_that_comes_too_late_is_not_shown(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = {b"first": 10, b"second": 20}
    monkeypatch.setattr(
        picture_module, "_decode", lambda data: QImage(sizes[data], sizes[data], QImage.Format.Format_RGB32)
    )
    view = picture(window)
    view.show_picture(b"first")
    view.show_picture(b"second")
    decode(view)
    assert view._pixmap.width() == 20
