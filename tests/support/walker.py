"""Walks a program's windows as a blind user does: from another process, with keys, hearing what a screen reader hears.

`faults` holds the rules of `tests.support.rules` against the window that is active, goes round it with Tab, forward
and backward, and tells all that is wrong. `unheard` changes each control by its key, and tells of which no change was
heard. `menu_faults` goes through the menus with the arrows.
"""

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from tests.support.desktop import PAUSE, Desktop, Widget
from tests.support.rules import ROWS, faults, jumps, tab_stops, told

PATIENCE = 15.0  # seconds until what is waited for counts as a fault; a test has 120
TRIES = 3  # at a menu
Found = TypeVar("Found")
Event = dict[str, Any]
FOCUSED, CHECKED = "object:state-changed:focused", "object:state-changed:checked"
VALUE, NAME = "object:property-change:accessible-value", "object:property-change:accessible-name"
SELECTED, TEXT = "object:selection-changed", "object:text-changed:insert"
# The keys that change a control whatever it is set to, and which event a screen reader must hear of it, or of a row.
CHANGES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "check box": (("space",), (CHECKED,)),
    "combo box": (("Home", "Down"), (VALUE, NAME, SELECTED)),
    "spin button": (("Down", "Up"), (VALUE, TEXT)),
    "list": (("Home", "Down"), (FOCUSED,)),
}


class Walker:
    """One listener on a desktop; the program may be another one each time."""

    def __init__(self, desktop: Desktop, patience: float = PATIENCE) -> None:
        self._desktop, self.patience = desktop, patience
        self._reader = desktop.listen(CHECKED, VALUE, NAME, SELECTED, TEXT)

    def close(self) -> None:
        """Listen no more."""
        self._reader.end()

    def announced(self) -> list[str]:
        """What was announced until now."""
        return [event["text"] for event in self._events() if "announcement" in event["type"]]

    def renamed(self) -> list[str]:
        """The new names of what got one until now."""
        return [event["source"] for event in self._events() if event["type"] == NAME]

    def window(self) -> list[Widget]:
        """The active window as soon as it has the focus; nothing where that does not come."""

        def look() -> list[Widget]:
            widgets = self._desktop.active_window()
            return widgets if _focus(widgets) else []

        return self._wait(look) or []

    def focus(self) -> str:
        """The place of what has the focus."""
        return _focus(self.window())

    def row(self) -> str:
        """The row that has the focus, in the list that has it."""
        widgets = self.window()
        return next(each.name for each in widgets if each.focused and each.above == _focus(widgets))

    def faults(self, *, in_order: bool = True) -> list[str]:
        """What is wrong with the active window as it is."""
        widgets = self.window()
        return [*faults(widgets), *self._round(widgets, in_order)] if widgets else ["nothing has the focus"]

    def menu_faults(self) -> list[str]:
        """What is wrong with the menus of the active window; and to which entries the arrows do not lead."""
        widgets = self._desktop.menus()
        if not widgets:
            return ["there is no menu bar"]
        missed = (self._missed(menu, widgets) for menu in _entries(widgets[0], widgets))
        return [*faults(widgets), *(f"the arrows do not lead to {told(entry)}" for entry in missed if entry)]

    def unheard(self, beside: str = "") -> list[str]:
        """Change all that can be changed in the active window, beside this; of what nothing was heard."""
        widgets = self.window()
        stops = {each.place: each for each in tab_stops(widgets)}
        place, found = _focus(widgets), []
        for _ in stops:
            stop = stops[place]
            rows = [each for each in widgets if each.above == place]
            can_change = stop.role in CHANGES and stop.name != beside and (stop.role != "list" or len(rows) > 1)
            if can_change and not self._is_heard(stop):
                found.append(f"nothing is heard of a change of {told(stop)}")
            place = (self._go("Tab", place, stops, 1) or [place])[0]
        return found

    def _missed(self, menu: Widget, widgets: Sequence[Widget]) -> Widget | None:
        """The first entry to which no way leads; tried again, as a busy desktop may close a menu just opened."""
        for _ in range(TRIES):
            if (missed := self._stuck_at(menu, widgets)) is None:
                return None
            self._desktop.keys("Escape", "Escape", "Escape")  # out of whatever is open
            self.window()
        return missed

    def _stuck_at(self, menu: Widget, widgets: Sequence[Widget]) -> Widget | None:
        for keys, entry in _way_through(menu, widgets):
            if not self._leads_to(entry, *keys):
                return entry
        levels = 2 if _inside(_inside(menu, widgets)[-1], widgets) else 1
        self._leads_to(menu, *["Escape"] * levels)  # out of the menu, into the bar
        self._desktop.keys("Escape")
        self._wait(lambda: self.focus() not in ("", menu.above))
        return None

    def _leads_to(self, entry: Widget, *keys: str) -> bool:
        before = len(self._reader.lines)
        self._desktop.keys(*keys)
        return bool(self._wait(lambda: self._has_focused(entry, before)))

    def _has_focused(self, entry: Widget, since: int) -> bool:
        events = [event for event in self._events(since) if event["type"] == FOCUSED and event["detail"]]
        return any(event["place"] == entry.place for event in events)

    def _is_heard(self, stop: Widget) -> bool:
        keys, kinds = CHANGES[stop.role]
        before = len(self._reader.lines)
        self._desktop.keys(*keys)

        def heard() -> bool:
            events = [event for event in self._events(before) if event["type"] in kinds]
            return any(stop.place in (event["place"], event["above"]) for event in events)

        return bool(self._wait(heard))

    def _round(self, widgets: Sequence[Widget], in_order: bool) -> list[str]:
        stops = {each.place: each for each in tab_stops(widgets)}
        start = _focus(widgets)
        if start not in stops:
            return ["the focus is where Tab should not lead"]
        if len(stops) == 1:
            return []
        forward = self._go("Tab", start, stops, len(stops))
        way = " > ".join(told(stops[place]) if place in stops else "something else" for place in forward)
        if missed := [told(stop) for place, stop in stops.items() if place not in forward]:
            return [f"Tab does not lead to {', '.join(missed)}, but: {way}"]
        if forward[-1] != start:
            return [f"Tab does not go round: {way}"]
        if self._go("shift+Tab", start, stops, len(stops)) != [*reversed(forward[:-1]), start]:
            return [f"Tab goes another way back than {way}"]
        return jumps([stops[place] for place in forward], widgets) if in_order else []

    def _go(self, key: str, start: str, stops: Mapping[str, Widget], count: int) -> list[str]:
        """Press a key so many times; the stops at which that leads, from another one on."""
        before = len(self._reader.lines)
        self._desktop.keys(*[key] * count)

        def way() -> list[str]:
            met = [
                _stop(event, stops) for event in self._events(before) if event["type"] == FOCUSED and event["detail"]
            ]
            places = [place for place in met if place]
            return [place for place, last in zip(places, [start, *places], strict=False) if place != last]

        self._wait(lambda: len(way()) >= count)
        return way()

    def _events(self, since: int = 0) -> list[Event]:
        return [json.loads(line) for line in self._reader.lines[since:]]

    def _wait(self, condition: Callable[[], Found]) -> Found:
        """The first true value, or what it is when patience ends."""
        deadline = time.monotonic() + self.patience
        while not (value := condition()) and time.monotonic() < deadline:
            time.sleep(PAUSE)
        return value


def _way_through(menu: Widget, widgets: Sequence[Widget]) -> Iterator[tuple[tuple[str, ...], Widget]]:
    """The keys on the way through a menu and the menus in it, and to which entry they must lead."""
    keys = (menu.keys[0].lower(),)
    for entry in _inside(menu, widgets):
        yield keys, entry
        keys = ("Down",)
        for place, inner in enumerate(_inside(entry, widgets)):
            yield ("Down",) if place else ("Right",), inner
            keys = ("Left", "Down")  # of the way back alone Qt tells nothing


def _inside(entry: Widget, widgets: Sequence[Widget]) -> list[Widget]:
    """The entries of the menu that an entry opens, if it does."""
    menus = [each for each in widgets if each.above == entry.place and each.role == "popup menu"]
    return [inner for menu in menus for inner in _entries(menu, widgets)]


def _entries(menu: Widget, widgets: Sequence[Widget]) -> list[Widget]:
    return [each for each in widgets if each.above == menu.place and each.role == "menu item"]


def _stop(event: Event, stops: Mapping[str, Widget]) -> str:
    """Where the focus went: a row counts for its list; the rows of a choice, which Qt tells of too, are no place."""
    if event["role"] not in ROWS:
        return str(event["place"])
    return str(event["above"]) if event["above"] in stops else ""


def _focus(widgets: Sequence[Widget]) -> str:
    """Where it is; each list says of its current row that it has the focus, wherever that is."""
    return next((each.place for each in widgets if each.focused and each.role not in ROWS), "")
