"""Each kind of control as a real widget of Qt's, with its words and its state. `build` is the only entry."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction, QPainterPath
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QMenuBar,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QSlider,
    QTabBar,
    QWidget,
)

from sparc_desktop.evaluate.world.screen.charts import Chart
from sparc_desktop.evaluate.world.screen.icons import Icon
from sparc_desktop.evaluate.world.screen.kit import Built, Kit, Popup, path_of
from sparc_desktop.evaluate.world.screen.plan import AT_THE_END, AT_THE_START, Part

FIELD_LETTERS = 6  # the least width of a text field, in heights of a letter
BAR_LETTERS = 5  # the same of a slider and a bar of progress
FIXED, EXPANDING = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding


def build(part: Part, kit: Kit) -> Built:
    """The part as a widget without a parent, with all that it holds."""
    return BUILDERS[part.kind](part, kit)


def _group(part: Part, kit: Kit) -> Built:
    holder, layout = kit.box(across=part.kind == "row")
    inner = tuple(build(each, kit) for each in part.parts)
    if part.hint == AT_THE_END:
        layout.addStretch()
    for each in inner:
        each.put_into(layout)
    if part.hint == AT_THE_START:
        layout.addStretch()
    if part.kind == "column":
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)
    return Built(part, holder, inner)


def _label(part: Part, kit: Kit) -> Built:
    return Built(part, kit.dress(QLabel(part.label)))


def _button(part: Part, kit: Kit) -> Built:
    button = kit.dress(QPushButton(part.label))
    return Built(part, _with_state(button, part, kit))


def _check_box(part: Part, kit: Kit) -> Built:
    box = kit.dress(QCheckBox(part.label))
    box.setChecked(part.state == "checked")
    return Built(part, box)


def _radio_button(part: Part, kit: Kit) -> Built:
    button = kit.dress(QRadioButton(part.label))
    button.setAutoExclusive(False)
    button.setChecked(part.state == "checked")
    return Built(part, button)


def _text_field(part: Part, kit: Kit) -> Built:
    field = kit.dress(QLineEdit(part.label))
    wanted = field.fontMetrics().horizontalAdvance(part.label) + 2 * kit.size
    field.setMinimumWidth(max(wanted, FIELD_LETTERS * kit.size))
    field.setMinimumHeight(round(kit.size * 1.8))
    field.setTextMargins(kit.indent, 0, kit.indent, 0)
    return Built(part, _with_state(field, part, kit))


def _combo_box(part: Part, kit: Kit) -> Built:
    box = kit.dress(QComboBox())
    box.addItem(part.label)
    box.setMinimumWidth(box.fontMetrics().horizontalAdvance(part.label) + 3 * kit.size)
    box.setMinimumHeight(round(kit.size * 1.8))
    return Built(part, box)


def _list(part: Part, kit: Kit) -> Built:
    rows = kit.dress(QListWidget())
    rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    rows.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    rows.addItems([each.label for each in part.parts])
    for index, each in enumerate(part.parts):
        if each.state == "selected":
            rows.setCurrentRow(index)
    frame = 2 * rows.frameWidth()
    rows.setMinimumWidth(rows.sizeHintForColumn(0) + frame + kit.size)
    rows.setFixedHeight(sum(rows.sizeHintForRow(i) for i in range(len(part.parts))) + frame + 2)

    return Built(part, rows, areas=partial(_row_areas, rows))


def _row_areas(rows: QListWidget) -> Sequence[QPainterPath]:
    """No wider than the words in each row."""
    letters, corner = rows.fontMetrics(), rows.viewport().pos()
    items = (rows.item(i) for i in range(rows.count()))
    rects = ((rows.visualItemRect(item), letters.horizontalAdvance(item.text()) + letters.height()) for item in items)
    return [path_of(QRect(rect.topLeft() + corner, QSize(width, rect.height()))) for rect, width in rects]


def _tabs(part: Part, kit: Kit) -> Built:
    bar = kit.dress(QTabBar())
    bar.setUsesScrollButtons(False)
    bar.setElideMode(Qt.TextElideMode.ElideNone)
    bar.setExpanding(False)
    for index, each in enumerate(part.parts):
        bar.addTab(each.label)
        if each.state == "selected":
            bar.setCurrentIndex(index)
    bar.setMinimumWidth(bar.sizeHint().width())
    return Built(part, bar, areas=lambda: [path_of(bar.tabRect(i)) for i in range(bar.count())])


def _menu_bar(part: Part, kit: Kit) -> Built:
    bar = kit.dress(QMenuBar())
    bar.setNativeMenuBar(False)
    actions = [bar.addAction(each.label) for each in part.parts]
    popups = tuple(
        Popup(each, open_menu(each, kit), partial(_on_screen, bar, action))
        for each, action in zip(part.parts, actions, strict=True)
        if each.state == "open"
    )
    kit.style.open_menu = next((popup.part.label for popup in popups), "")
    bar.setMinimumWidth(sum(bar.actionGeometry(action).width() for action in actions) + kit.size)
    bar.setSizePolicy(EXPANDING, FIXED)
    return Built(part, bar, areas=lambda: [path_of(bar.actionGeometry(action)) for action in actions], popups=popups)


def _on_screen(bar: QMenuBar, action: QAction) -> QRect:
    return bar.actionGeometry(action).translated(bar.mapTo(bar.window(), QPoint(0, 0)))


def open_menu(part: Part, kit: Kit) -> QMenu:
    """A menu with its items, not yet anywhere."""
    menu = kit.dress(QMenu())
    for each in part.parts:
        action = QAction(each.label, menu)
        action.setEnabled(each.state != "disabled")
        if each.state == "checked":
            action.setCheckable(True)
            action.setChecked(True)
        menu.addAction(action)
        if each.state == "selected":
            menu.setActiveAction(action)
    return menu


def _slider(part: Part, kit: Kit) -> Built:
    slider = kit.dress(QSlider(Qt.Orientation.Horizontal))
    slider.setRange(0, 100)
    slider.setValue(part.value or 0)
    return _captioned(part, slider, kit)


def _progress_bar(part: Part, kit: Kit) -> Built:
    bar = kit.dress(QProgressBar())
    bar.setRange(0, 100)
    bar.setValue(part.value or 0)
    bar.setTextVisible(part.written)
    bar.setFixedHeight(round(kit.size * 1.5))
    return _captioned(part, bar, kit)


def _captioned(part: Part, control: QWidget, kit: Kit) -> Built:
    holder, layout = kit.box(across=True)
    caption = kit.dress(QLabel(part.label))
    layout.addWidget(caption)
    control.setMinimumWidth(BAR_LETTERS * kit.size)
    layout.addWidget(control, 1)
    return Built(part, holder, words=caption.geometry)


def _chart(part: Part, kit: Kit) -> Built:
    chart = kit.dress(Chart(part))
    return Built(part, chart, areas=chart.areas)


def _icon(part: Part, kit: Kit) -> Built:
    return Built(part, kit.dress(Icon(part)))


def _with_state(widget: QWidget, part: Part, kit: Kit) -> QWidget:
    widget.setEnabled(part.state != "disabled")
    if part.state == "focused":
        kit.style.focused = widget
    return widget


BUILDERS: dict[str, Callable[[Part, Kit], Built]] = {
    "row": _group, "column": _group, "tabs": _tabs, "label": _label, "button": _button, "check box": _check_box,
    "radio button": _radio_button, "text field": _text_field, "combo box": _combo_box, "list": _list,
    "menu bar": _menu_bar, "slider": _slider, "progress bar": _progress_bar, "bar chart": _chart,
    "line chart": _chart, "pie chart": _chart, "icon": _icon,
}  # fmt: skip
