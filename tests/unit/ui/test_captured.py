"""What a paste or a drop is understood to mean."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QColor, QImage

from sparc_desktop.capture.file import capture_file
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.ui.captured import capture_from, has_picture


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "my cat 猫.png"
    path.write_bytes(b"the file's bytes")
    return path


def test_a_copied_file_comes_before_its_icon(file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    data.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    capture = capture_from(data, "Pasted", capture_file)
    assert (capture.label, capture.untrusted_data) == (file.name, b"the file's bytes")


@pytest.mark.parametrize("as_url", [False, True])
def test_a_files_name_copied_as_text_is_the_file(file: Path, as_url: bool) -> None:
    data = QMimeData()
    data.setText((file.as_uri() if as_url else str(file)) + "\n")
    assert capture_from(data, "Pasted", capture_file).label == file.name


def test_encoded_bytes_are_passed_on_as_they_are() -> None:
    data = QMimeData()
    data.setData("image/jpeg", QByteArray(b"hostile"))
    assert capture_from(data, "Pasted", capture_file).untrusted_data == b"hostile"


def test_a_bare_image_is_encoded_without_loss() -> None:
    image = QImage(2, 1, QImage.Format.Format_RGB32)
    image.setPixelColor(0, 0, QColor(1, 2, 3))
    image.setPixelColor(1, 0, QColor(250, 0, 9))
    data = QMimeData()
    data.setImageData(image)
    capture = capture_from(data, "Pasted", capture_file)
    assert capture.label == "Pasted"
    assert QImage.fromData(capture.untrusted_data).convertToFormat(QImage.Format.Format_RGB32) == image


ON_A_SERVER = ["file://server/share/cat.png", "file:////server/share/cat.png"]
NAMES_ON_A_SERVER = ["//server/share/cat.png", "\\\\server\\share\\cat.png", "/\\server/share/cat.png"]


@pytest.mark.parametrize(
    "text",
    ["", "hello", "relative.png", "https://example.org/cat.png", "/a\n/b", *ON_A_SERVER, *NAMES_ON_A_SERVER],
)
def test_other_text_is_no_picture(text: str) -> None:
    data = QMimeData()
    data.setText(text)
    assert not has_picture(data)
    with pytest.raises(ExpectedError) as caught:
        capture_from(data, "Pasted", capture_file)
    assert caught.value.failure.code == Code.CLIPBOARD_EMPTY


@pytest.mark.parametrize("address", ["https://example.org/cat.png", *ON_A_SERVER])
def test_an_address_in_the_network_is_not_fetched(address: str) -> None:
    data = QMimeData()
    data.setUrls([QUrl(address)])
    assert not has_picture(data)
    with pytest.raises(ExpectedError) as caught:
        capture_from(data, "Pasted", capture_file)
    assert caught.value.failure.code == Code.CLIPBOARD_EMPTY
