"""A plan laid out with real widgets: the panel at its edge, the icons in rows, the frames where there is room for them.

A frame that asks for more room than there is loses parts until it fits, so that nothing in it is cut off; one that
others would all but hide is not there at all.
"""

from collections.abc import Iterable, Iterator
from typing import cast

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QRegion
from PySide6.QtWidgets import QWidget

from sparc_desktop.evaluate.world.screen.controls import build, open_menu
from sparc_desktop.evaluate.world.screen.frames import panel, window
from sparc_desktop.evaluate.world.screen.kit import Built, Kit, Popup, path_of
from sparc_desktop.evaluate.world.screen.letters import letters
from sparc_desktop.evaluate.world.screen.placed import HIDDEN, Placed
from sparc_desktop.evaluate.world.screen.plan import GROUPS, Frame, Part, ScreenPlan, Side
from sparc_desktop.evaluate.world.screen.smaller import smaller

GAP = 6  # pixels between icons


class Desktop:
    """One screen's widgets under `root`, which is never shown. `draw` first; only then all has its place."""

    def __init__(self, plan: ScreenPlan, kit: Kit, size: QSize) -> None:
        self.root = kit.dress(QWidget())
        self.root.resize(size)
        self._kit = kit
        self._layers: list[list[Built]] = []
        self._menus: list[Popup] = []  # that hang on nothing
        bar = panel(plan.panel, kit) if plan.panel else None
        free = self._set_panel(bar, plan.panel_at) if bar else self.root.rect()
        self._layers.append(list(self._set_icons(plan.icons, plan.icons_at, free)))
        for frame in plan.frames:
            self._layers.append(list(self._set_frame(frame, free, is_active=frame is plan.frames[-1])))
        self._close_hidden()
        self._layers.append([bar] if bar else [])
        hanging = [popup for layer in self._layers for top in layer for built in top.all() for popup in built.popups]
        self._popups = self._menus + hanging

    def draw(self, painter: QPainter) -> None:
        """All of it but the wallpaper, in the pixels of the screen."""
        self.root.render(painter, QPoint(0, 0), renderFlags=QWidget.RenderFlag.DrawChildren)
        for popup in self._popups:
            size, room, under = popup.menu.sizeHint(), self.root.size(), popup.anchor()
            x, y = min(under.left(), room.width() - size.width()), min(under.bottom(), room.height() - size.height())
            popup.menu.setGeometry(QRect(QPoint(max(0, x), max(0, y)), size))
            popup.menu.render(painter, popup.menu.pos())

    def placed(self) -> list[Placed]:
        """All that stands on the screen, from the back to the front."""
        layers = enumerate(self._layers)
        below = [each for layer, several in layers for built in several for each in self._place(built, layer)]
        return below + [self._place_menu(popup, QPainterPath()) for popup in self._menus]

    def _set_panel(self, bar: Built, side: Side) -> QRect:
        """Put it at its side, and return the room that is left."""
        free, height = self.root.rect(), bar.widget.sizeHint().height()
        top = free.top() if side == "top" else free.bottom() + 1 - height
        bar.widget.setParent(self.root)
        bar.widget.setGeometry(free.left(), top, free.width(), height)
        return free.adjusted(0, height, 0, 0) if side == "top" else free.adjusted(0, 0, 0, -height)

    def _set_icons(self, parts: tuple[Part, ...], side: Side, free: QRect) -> Iterator[Built]:
        """In columns from the left or the right, or in rows from the top; those that find room."""
        icons = [build(part, self._kit) for part in parts]
        wide = max((icon.widget.sizeHint().width() for icon in icons), default=0) + GAP
        high = max((icon.widget.sizeHint().height() for icon in icons), default=0) + GAP
        rows, columns = (free.height() - GAP) // max(1, high), (free.width() - GAP) // max(1, wide)
        for index, icon in enumerate(icons[: rows * columns]):
            column, row = (index % columns, index // columns) if side == "top" else (index // rows, index % rows)
            left = free.right() - (column + 1) * wide if side == "right" else free.left() + GAP + column * wide
            size = icon.widget.sizeHint()
            icon.widget.setParent(self.root)
            icon.widget.setGeometry(
                QRect(QPoint(left + (wide - GAP - size.width()) // 2, free.top() + GAP + row * high), size)
            )
            yield icon

    def _set_frame(self, frame: Frame, free: QRect, *, is_active: bool) -> Iterator[Built]:
        if frame.part.kind == "menu":
            corner = QPoint(free.left() + round(frame.x * free.width()), free.top() + round(frame.y * free.height()))
            self._menus.append(Popup(frame.part, open_menu(frame.part, self._kit), lambda: QRect(corner, QSize(1, 1))))
            return
        built = self._fitting(frame.part, free.size(), is_active=is_active)
        asked = QSize(round(frame.width * free.width()), round(frame.height * free.height()))
        size = built.widget.sizeHint().expandedTo(asked).boundedTo(free.size())
        x, y = (free.width() - size.width()) * frame.x, (free.height() - size.height()) * frame.y
        built.widget.setParent(self.root)
        built.widget.setGeometry(QRect(free.topLeft() + QPoint(round(x), round(y)), size))
        yield built

    def _fitting(self, part: Part, room: QSize, *, is_active: bool) -> Built:
        while True:
            built = window(part, self._kit, is_active=is_active)
            least, less = built.widget.minimumSizeHint(), smaller(part)
            if less == part or (least.width() <= room.width() and least.height() <= room.height()):
                return built
            part = less

    def _close_hidden(self) -> None:
        """Windows of which there is too little to be seen to be told of, but enough to be in the way."""
        before = QRegion()
        for layer in reversed(self._layers[1:]):
            for built in tuple(layer):
                whole = built.widget.geometry()
                left = cast(Iterable[QRect], QRegion(whole).subtracted(before))  # which the stubs do not know to be so
                seen = sum(rect.width() * rect.height() for rect in left)
                if seen < (1 - HIDDEN) * whole.width() * whole.height():
                    built.widget.hide()
                    layer.remove(built)
                else:
                    before = before.united(QRegion(whole))

    def _place(self, built: Built, layer: int) -> list[Placed]:
        """The part, or those within it where it is only a group."""
        corner, metrics = built.widget.mapTo(self.root, QPoint(0, 0)), built.widget.fontMetrics()
        inner = [placed for each in built.inner for placed in self._place(each, layer)]
        for part, area in zip(built.part.parts, built.areas(), strict=False):
            popup = next((popup for popup in built.popups if popup.part is part), None)
            area = area.translated(QPoint(corner))
            inner.append(self._place_menu(popup, area) if popup else _lettered(part, area, layer, metrics))
        if built.part.kind in GROUPS:
            return inner
        words = built.words().translated(corner) if built.words else None
        whole = QRect(corner, built.widget.size())
        spelled = words or letters(built.part, whole, metrics)
        return [Placed(built.part, path_of(whole), layer, tuple(inner), words, spelled)]

    def _place_menu(self, popup: Popup, title: QPainterPath) -> Placed:
        """An open menu: what hangs, with the title that it hangs on, over all else."""
        layer, menu = len(self._layers), popup.menu
        areas = (path_of(menu.actionGeometry(action).translated(menu.pos())) for action in menu.actions())
        metrics = menu.fontMetrics()
        items = tuple(_lettered(part, area, layer, metrics) for part, area in zip(popup.part.parts, areas, strict=True))
        spelled = letters(popup.part, title.boundingRect().toRect(), metrics)
        return Placed(popup.part, title.united(path_of(menu.geometry())), layer, items, letters=spelled)


def _lettered(part: Part, area: QPainterPath, layer: int, metrics: QFontMetrics) -> Placed:
    return Placed(part, area, layer, letters=letters(part, area.boundingRect().toRect(), metrics))
