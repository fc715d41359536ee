"""One step in the choice of a part of the screen, as a key asks for it (`domain.region` has the geometry)."""

from enum import StrEnum


class RegionKey(StrEnum):
    """What a key does to the rectangle chosen so far; a zoom is named by its key: 7 is the upper left."""

    ZOOM_1 = "zoom-1"
    ZOOM_2 = "zoom-2"
    ZOOM_3 = "zoom-3"
    ZOOM_4 = "zoom-4"
    ZOOM_5 = "zoom-5"
    ZOOM_6 = "zoom-6"
    ZOOM_7 = "zoom-7"
    ZOOM_8 = "zoom-8"
    ZOOM_9 = "zoom-9"
    HALF_LEFT = "half-left"
    HALF_RIGHT = "half-right"
    HALF_UP = "half-up"
    HALF_DOWN = "half-down"
    MOVE_LEFT = "move-left"
    MOVE_RIGHT = "move-right"
    MOVE_UP = "move-up"
    MOVE_DOWN = "move-down"
    GROW_LEFT = "grow-left"
    GROW_RIGHT = "grow-right"
    GROW_UP = "grow-up"
    GROW_DOWN = "grow-down"
    SHRINK_LEFT = "shrink-left"
    SHRINK_RIGHT = "shrink-right"
    SHRINK_UP = "shrink-up"
    SHRINK_DOWN = "shrink-down"
    UNDO = "undo"
    LAST = "last"  # the region that was described last
    NEXT_MONITOR = "next-monitor"
    WHERE = "where"  # say it again, with its place in pixels
    HELP = "help"
    TAKE = "take"  # describe it
    CANCEL = "cancel"

    @property
    def ends(self) -> bool:
        """Is the choice over with it?"""
        return self in (RegionKey.TAKE, RegionKey.CANCEL)
