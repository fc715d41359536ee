"""Leads somebody who doesn't see the screen to a part of it: each key has an answer in words.

It starts with the monitor that has the focus. Nothing is captured before the choice is taken.
"""

from sparc_desktop.capture.label import monitor_label
from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.domain.rectangle import Rectangle
from sparc_desktop.domain.region import LastRegion, Position, RegionChoice, Side
from sparc_desktop.domain.region_key import RegionKey
from sparc_desktop.domain.target import Monitor, OneMonitor, Region, WholeScreen, nearest
from sparc_desktop.hotkeys.keys import parse_keys
from sparc_desktop.hotkeys.region_keys import region_help, region_meaning
from sparc_desktop.services.places import place_name
from sparc_desktop.services.screen import Screen
from sparc_desktop.services.sentences import sentence
from sparc_desktop.translation import translate


class RegionChooser:
    """One choice. Raises ExpectedError where the screen can't tell where it is."""

    def __init__(self, screen: Screen, last: LastRegion) -> None:
        self._last = last
        # A desktop that doesn't tell its monitors apart is one.
        self._monitors = screen.monitors() or (Monitor(1, screen.rectangle(WholeScreen())),)
        self._choice = self._whole(nearest(screen.rectangle(OneMonitor()), self._monitors))

    def begin(self) -> str:
        """What is said first."""
        text = translate("Region", "Choose a part of the screen. {where} H for help.")
        return text.format(where=self.where())

    @property
    def bounds(self) -> Rectangle:
        """The monitor in which the choice is made."""
        return self._choice.bounds

    @property
    def rectangle(self) -> Rectangle:
        """What is chosen so far."""
        return self._choice.rectangle

    def place(self, rectangle: Rectangle) -> None:
        """A rectangle was drawn with the mouse."""
        self._choice = self._choice.placed(rectangle)

    def press(self, key: RegionKey) -> str | Region | None:
        """What is said to a key; the region that was taken; None where the choice was given up."""
        match key:
            case RegionKey.TAKE:
                self._last.remember(self._choice.rectangle)
                return Region(self._choice.rectangle)
            case RegionKey.CANCEL:
                return None
            case RegionKey.HELP:
                return region_help()
            case RegionKey.WHERE:
                return self.where()
            case RegionKey.LAST:
                return self._recall()
            case RegionKey.NEXT_MONITOR:
                return self._go_to_next_monitor()
        return self._step(key)

    def _step(self, key: RegionKey) -> str:
        former = self._choice
        self._choice = _stepped(former, key)
        if self._choice is former:
            return translate("Region", "No further. {where}").format(where=self.where())
        return self.where()

    def _go_to_next_monitor(self) -> str:
        if len(self._monitors) == 1:
            return translate("Region", "There is only one monitor. {where}").format(where=self.where())
        at = [monitor.rectangle for monitor in self._monitors].index(self._choice.bounds)
        self._choice = self._whole(self._monitors[(at + 1) % len(self._monitors)])
        return self.where()

    def _recall(self) -> str:
        for monitor in self._monitors:
            rectangle = self._last.recall(monitor.rectangle)
            if rectangle is not None:
                self._choice = RegionChoice.start(monitor.rectangle, rectangle)
                return self.where()
        return sentence(Failure(Code.NO_LAST_REGION))

    def _whole(self, monitor: Monitor) -> RegionChoice:
        return RegionChoice.start(monitor.rectangle)

    def where(self) -> str:
        """The place in a word, the size and the upper left corner, in pixels of the screen."""
        position = self._choice.position
        monitor = next(each for each in self._monitors if each.rectangle == self._choice.bounds)
        return _where(position, monitor.number if len(self._monitors) > 1 else None)


def key_named(untrusted_combination: str) -> RegionKey | None:
    """The step that a combination asks for, as the window's toolkit writes it; None where it asks for none."""
    try:
        meaning = region_meaning(parse_keys(untrusted_combination))
    except ExpectedError:
        return None
    return meaning if isinstance(meaning, RegionKey) else None


def last_region(screen: Screen, last: LastRegion) -> Region:
    """What was described last; raises ExpectedError NO_LAST_REGION."""
    rectangle = last.recall(screen.rectangle(WholeScreen()))
    if rectangle is None:
        raise ExpectedError(Code.NO_LAST_REGION)
    return Region(rectangle)


def _where(position: Position, monitor: int | None) -> str:
    if position.row is not None and position.column is not None:
        place = place_name(position.row, position.column)
    elif monitor is not None:
        place = monitor_label(monitor)
    else:
        place = translate("Region", "All of it")
    box = position.rectangle
    text = translate("Region", "{place}: {width} by {height}, at {left}, {top}.")
    place = place[:1].upper() + place[1:]
    return text.format(place=place, width=box.width, height=box.height, left=box.left, top=box.top)


def _stepped(choice: RegionChoice, key: RegionKey) -> RegionChoice:
    if key is RegionKey.UNDO:
        return choice.undone()
    step, _, where = key.value.partition("-")
    match step:
        case "zoom":
            return choice.zoomed(int(where))
        case "half":
            return choice.halved(Side[where.upper()])
        case "move":
            return choice.moved(Side[where.upper()])
        case "grow":
            return choice.grown(Side[where.upper()])
        case "shrink":
            return choice.shrunk(Side[where.upper()])
    raise ValueError(f"{key} moves nothing")
