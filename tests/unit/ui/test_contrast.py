"""What this program draws itself, and its texts, stand out as WCAG 2 asks: in light, dark and high-contrast colours."""

from collections.abc import Iterator

import pytest
from PIL import Image
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QIcon, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QPlainTextEdit, QWidget

from sparc_desktop.domain.rectangle import Rectangle
from sparc_desktop.domain.region import LastRegion
from sparc_desktop.presenters.first_steps import Around
from sparc_desktop.presenters.models import ModelsPresenter
from sparc_desktop.resources import assets
from sparc_desktop.services.frozen_screen import FrozenScreen
from sparc_desktop.services.models.errands import Errands
from sparc_desktop.services.models.switch import Switch
from sparc_desktop.services.region_chooser import RegionChooser
from sparc_desktop.settings.model import Colours
from sparc_desktop.ui import part_window
from sparc_desktop.ui.engine_process import EngineProcess
from sparc_desktop.ui.first_steps import FirstStepsDialog
from sparc_desktop.ui.look import SCHEMES, own_palette
from sparc_desktop.ui.models_window import ModelsWindow
from sparc_desktop.ui.part_window import PartWindow
from sparc_desktop.ui.window import MainWindow
from tests.contract.fake_screen import FakeScreen
from tests.support.contrast import GRAPHICS, TEXT, contrast, contrast_in, luminance
from tests.support.fake_children import FakeChildren

TEXTS = (QLabel, QAbstractButton, QComboBox, QPlainTextEdit)
Role = QPalette.ColorRole


def high_contrast(letters: str, ground: str) -> QPalette:
    palette = QPalette(QColor(ground))
    for role in (Role.WindowText, Role.Text, Role.ButtonText, Role.PlaceholderText):
        palette.setColor(role, QColor(letters))
    palette.setColor(Role.Base, QColor(ground))
    return palette


def palettes(application: QApplication) -> dict[str, QPalette]:
    return {
        "light": own_palette(application, SCHEMES["light"]),
        "dark": own_palette(application, SCHEMES["dark"]),
        "yellow on black": high_contrast("yellow", "black"),
        "black on white": high_contrast("black", "white"),
    }


@pytest.fixture(params=["light", "dark", "yellow on black", "black on white"])
def palette(application: QApplication, request: pytest.FixtureRequest) -> Iterator[QPalette]:
    before = application.palette()
    palette = palettes(application)[request.param]
    application.setPalette(palette)
    yield palette
    application.setPalette(before)


def faint(window: QWidget) -> list[str]:
    """The texts in it that can hardly be read."""
    shown = [each for each in window.findChildren(QWidget) if isinstance(each, TEXTS) and each.isVisible()]
    written = [each for each in shown if _text(each)]
    assert len(written) > 4
    return [_text(each) for each in written if contrast_in(each.grab().toImage()) < TEXT]


def _text(widget: QWidget) -> str:
    match widget:
        case QPlainTextEdit():
            return widget.toPlainText()
        case QComboBox():
            return widget.currentText()
        case QLabel() | QAbstractButton():
            return widget.text()
    return ""


@pytest.fixture
def steps(window: MainWindow) -> Iterator[FirstStepsDialog]:
    around = Around(lambda: "Pause", lambda: {}, lambda: None)
    dialog = FirstStepsDialog(window, window._describing, window._preferences, around)
    dialog.show()
    yield dialog
    dialog.reject()


@pytest.fixture
def models(window: MainWindow) -> Iterator[ModelsWindow]:
    errands = Errands(FakeChildren().run, [], [])
    switch = Switch(EngineProcess([]), window._preferences, lambda _settings: [])
    dialog = ModelsWindow(
        window,
        lambda view: ModelsPresenter(
            view, window._preferences, errands, switch, window._describing, lambda _text: None
        ),
    )
    dialog._presenter.begin()
    dialog.show()
    yield dialog
    dialog.close()


@pytest.mark.usefixtures("palette")
def test_the_texts_about_models_can_be_read(models: ModelsWindow) -> None:
    models.show_progress("Some: 0.1 GB of 0.2 GB.")
    models.tell("A sentence.")
    for _ in range(2):
        QCoreApplication.processEvents()
    assert faint(models) == []


@pytest.mark.usefixtures("palette")
def test_texts_can_be_read(window: MainWindow, steps: FirstStepsDialog) -> None:
    window.show()
    for _ in range(2):
        QCoreApplication.processEvents()
        assert faint(window) == []
        assert faint(steps) == []
        steps._next.click()


def test_a_faint_text_would_be_found(window: MainWindow) -> None:
    window.show()
    QCoreApplication.processEvents()
    palette = QPalette(QColor(200, 200, 200))
    palette.setColor(Role.WindowText, QColor(140, 140, 140))
    window._status.setPalette(palette)
    assert faint(window) == [window._status.text()]


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_what_is_chosen_stands_out_in_our_own_colours(application: QApplication, colours: Colours) -> None:
    palette = own_palette(application, SCHEMES[colours])
    assert contrast(palette.color(Role.Highlight), palette.color(Role.HighlightedText)) >= TEXT
    assert contrast(palette.color(Role.Highlight), palette.color(Role.Base)) >= GRAPHICS


PICTURES = ("black", "white", "#767676", "#777777", "steelblue", "yellow", "red")


def frame(colour: str) -> list[float]:
    """How the frame around a part stands out: from the shade around it, and from the part in it."""
    screen = FakeScreen()
    screen.paint(Image.new("RGB", (800, 600), colour), 0, 0)
    screen.paint(Image.new("RGB", (9, 9), "green"), 0, 0)  # a screen of one colour is refused: it may be curtained
    frozen = FrozenScreen(screen)
    chooser = RegionChooser(frozen, LastRegion())
    window = PartWindow(frozen, chooser)
    window.resize(800, 600)
    chooser.place(Rectangle(200, 150, 400, 300))
    image = window.grab().toImage()
    outside, inside = image.pixelColor(190, 300), image.pixelColor(400, 300)
    ring = [image.pixelColor(x, 300) for x in range(199, 210)]
    window.deleteLater()
    return [max(contrast(each, ground) for each in ring) for ground in (outside, inside)]


@pytest.mark.parametrize("colour", PICTURES)
def test_the_frame_around_a_part_stands_out_from_any_picture(colour: str) -> None:
    assert min(frame(colour)) >= GRAPHICS


def test_a_frame_of_one_colour_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(part_window, "QPen", lambda _colour, width, **_: QPen(QColor("#767676"), width))
    assert min(frame("#777777")) < GRAPHICS


def icon(ground: str) -> dict[str, float]:
    """How its drawings stand out from the plate that they are on, and the whole from what is behind it."""
    image = QIcon(str(assets() / "icon.svg")).pixmap(64, 64).toImage()
    plate, eye = image.pixelColor(32, 8), image.pixelColor(14, 30)
    wave = max((image.pixelColor(x, y) for x in range(40, 60) for y in range(40, 58)), key=luminance)
    behind = QColor(ground)
    return {
        "eye": contrast(eye, plate),
        "wave": contrast(wave, plate),
        "whole": max(contrast(plate, behind), contrast(eye, behind)),
    }


@pytest.mark.parametrize("ground", ["white", "#efefef", "#2e2e2e", "black"])
def test_the_icon_stands_out_on_any_ground(ground: str) -> None:
    assert min(icon(ground).values()) >= GRAPHICS


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#767676"), QColor("white")) == pytest.approx(4.54, abs=0.01)
    assert contrast(QColor("red"), QColor("red")) == 1
