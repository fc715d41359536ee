"""What Qt needs before anything can be drawn: one application without a screen, and a look's style, palette and font.

A process may have an application already; it is used as it is, and nothing of it is changed. No window is ever shown:
widgets are laid out and drawn into pictures, so several processes can do so at once.
"""

from functools import cache

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from sparc_desktop.domain.language import Language
from sparc_desktop.evaluate.world.screen.looks import (
    HELD_OUT_PALETTES,
    HELD_OUT_STYLES,
    LEAST_TEXT,
    PALETTES,
    STYLES,
    Look,
    Palette,
    Style,
)

FADED = 0.5  # how far the letters of what is disabled go towards the ground
ROLE, GROUP = QPalette.ColorRole, QPalette.ColorGroup


@cache
def application() -> QApplication:
    """The process's own; without a screen where there was none yet."""
    instance = QApplication.instance() or QApplication(["", "-platform", "offscreen"])
    if not isinstance(instance, QApplication):
        raise RuntimeError("This process has an application that can have no windows.")
    return instance


def colours(look: Look) -> Palette:
    """Of the look's palette."""
    return {**PALETTES, **HELD_OUT_PALETTES}[look.palette]


def style(look: Look) -> Style:
    """How the look's controls are drawn."""
    return {**STYLES, **HELD_OUT_STYLES}[look.style]


def text_size(look: Look, language: Language, long_side: int) -> int:
    """The height of the font in pixels, in a picture of this size."""
    return max(LEAST_TEXT[language], round(look.text_size * long_side / 320))


def font(look: Look, size: int) -> QFont:
    """The look's, `size` pixels high.

    Raises:
        RuntimeError: It is not installed.
    """
    if look.font not in _families():
        raise RuntimeError(
            f"The font {look.font} is needed to draw screens; scripts/apt-packages.txt names its package."
        )
    made = QFont(look.font)
    made.setPixelSize(size)
    made.setBold(look.bold)
    made.setHintingPreference(QFont.HintingPreference.PreferDefaultHinting)
    return made


def palette(look: Look, *, of_buttons: bool = False) -> QPalette:
    """For all controls, or for buttons alone; the same whether their window is active or not; not to be changed."""
    return _palette(colours(look), has_accent=of_buttons and style(look).fill == "accent")


@cache
def _palette(named: Palette, *, has_accent: bool) -> QPalette:
    button, on_button = (named.accent, named.on_accent) if has_accent else (named.button, named.text)
    made = QPalette(QColor(button), QColor(named.window))  # Qt derives the shades of frames
    for role, colour in (
        (ROLE.Window, named.window), (ROLE.WindowText, named.text), (ROLE.Base, named.base), (ROLE.Text, named.text),
        (ROLE.AlternateBase, named.base), (ROLE.Button, button), (ROLE.ButtonText, on_button),
        (ROLE.Highlight, named.accent), (ROLE.HighlightedText, named.on_accent), (ROLE.Accent, named.accent),
    ):  # fmt: skip
        made.setColor(role, QColor(colour))
    for role in (ROLE.WindowText, ROLE.Text, ROLE.ButtonText):
        made.setColor(GROUP.Disabled, role, mixed(QColor(named.text), QColor(named.window), FADED))
    return made


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """The colour `share` (0..1) of the way from the first to the second."""
    pairs = zip(first.getRgb()[:3], second.getRgb()[:3], strict=True)  # type: ignore[index] # PySide's stubs say object
    return QColor(*(round(a + (b - a) * share) for a, b in pairs))


@cache
def _families() -> frozenset[str]:
    application()
    return frozenset(QFontDatabase.families())
