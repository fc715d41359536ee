"""A Qt style with a look of our own: flat, rounded, outlined, ... as `looks.Style` says, upon one of Qt's styles.

Where that is not `own` it only draws what Qt's style would, and adds what a screen that is never shown cannot have:
the focus, and the title of a menu that is open.
"""

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionMenuItem,
    QStyleOptionProgressBar,
    QStyleOptionSlider,
    QWidget,
)

from sparc_desktop.evaluate.world.screen.brush import ROLE, STATE, Brush
from sparc_desktop.evaluate.world.screen.looks import Style

PRIMITIVE, CONTROL, COMPLEX = QStyle.PrimitiveElement, QStyle.ControlElement, QStyle.ComplexControl
METRIC, SUB_CONTROL = QStyle.PixelMetric, QStyle.SubControl
# Sizes in pixels at letters of 13, to which they keep their ratio.
SIZES = {
    METRIC.PM_IndicatorWidth: 14, METRIC.PM_IndicatorHeight: 14, METRIC.PM_ExclusiveIndicatorWidth: 14,
    METRIC.PM_ExclusiveIndicatorHeight: 14, METRIC.PM_SliderThickness: 16, METRIC.PM_SliderLength: 12,
    METRIC.PM_SliderControlThickness: 16,
}  # fmt: skip


class PaintedStyle(QProxyStyle):
    """To be set on every widget of one screen, with letters `size` pixels high; `focused` is drawn with the focus."""

    def __init__(self, style: Style, size: int) -> None:
        super().__init__(style.base)
        self._is_own, self._size, self._brush = style.own, size, Brush(style, size)
        self.focused: QWidget | None = None
        self.open_menu = ""

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """In pixels."""
        if metric in SIZES:
            return round(SIZES[metric] * self._size / 13)
        return super().pixelMetric(metric, option, widget)

    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        """A panel, a frame or a mark; with the caret in the field that has the focus."""
        has_focus = self._mark_focus(option, widget)
        if not (self._is_own and self._draw_own(element, option, painter)):
            super().drawPrimitive(element, option, painter, widget)
        if has_focus and element == PRIMITIVE.PE_PanelLineEdit and isinstance(widget, QLineEdit):
            self._draw_caret(option, painter, widget)

    def drawControl(
        self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        """A part of a control."""
        self._mark_focus(option, widget)
        if self.open_menu and isinstance(option, QStyleOptionMenuItem) and option.text == self.open_menu:
            option.state |= STATE.State_Selected | STATE.State_Sunken
        if not self._is_own:
            super().drawControl(element, option, painter, widget)
        elif element == CONTROL.CE_ProgressBarGroove:
            self._brush.box(option, painter, option.palette.color(ROLE.Base))
        elif element == CONTROL.CE_ProgressBarContents and isinstance(option, QStyleOptionProgressBar):
            self._brush.progress(option, painter)
        elif element == CONTROL.CE_TabBarTabShape:
            self._brush.tab(option, painter)
        else:
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """A combo box or a slider."""
        if not self._is_own or widget is None:
            super().drawComplexControl(control, option, painter, widget)
        elif control == COMPLEX.CC_ComboBox:
            self._brush.button(option, painter)
            self._brush.arrow(
                option, painter, self.subControlRect(control, option, SUB_CONTROL.SC_ComboBoxArrow, widget)
            )
        elif control == COMPLEX.CC_Slider and isinstance(option, QStyleOptionSlider):
            handle = self.subControlRect(control, option, SUB_CONTROL.SC_SliderHandle, widget)
            self._brush.slider(option, painter, handle)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def _mark_focus(self, option: QStyleOption, widget: QWidget | None) -> bool:
        has_focus = widget is not None and widget == self.focused
        if has_focus:  # as if it had come with the Tab key, which Qt's styles show more clearly
            option.state |= STATE.State_HasFocus | STATE.State_KeyboardFocusChange
        return has_focus

    def _draw_own(self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter) -> bool:
        match element:
            case PRIMITIVE.PE_PanelButtonCommand:
                self._brush.button(option, painter)
            case PRIMITIVE.PE_PanelLineEdit | PRIMITIVE.PE_FrameLineEdit:
                self._brush.field(option, painter)
            case PRIMITIVE.PE_IndicatorCheckBox | PRIMITIVE.PE_IndicatorRadioButton:
                self._brush.mark(option, painter, is_round=element == PRIMITIVE.PE_IndicatorRadioButton)
            case PRIMITIVE.PE_FrameFocusRect | PRIMITIVE.PE_FrameDefaultButton:
                pass  # the control's own frame shows it
            case _:
                return False
        return True

    def _draw_caret(self, option: QStyleOption, painter: QPainter, field: QLineEdit) -> None:
        inside = self.subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
        width = field.textMargins().left() + field.fontMetrics().horizontalAdvance(field.text())
        colour = option.palette.color(ROLE.Text)
        painter.fillRect(inside.left() + 3 + width, inside.top() + 2, 1, inside.height() - 4, colour)
