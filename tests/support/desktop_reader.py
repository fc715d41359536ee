"""What a screen reader sees of a program: a process of its own, on the accessibility bus, as a screen reader is.

It runs with the system's Python, which has pyatspi; so nothing of the program can be imported here.

    desktop_reader.py tree NAME       prints the widgets of the program of that name, as one JSON list, outermost first
    desktop_reader.py window NAME     the same of its window that is active, without what does not show
    desktop_reader.py menus NAME      the same of that window's menu bar, with the menus that are closed
    desktop_reader.py listen [EVENT]  prints each announcement, caret movement and change of focus as a line of JSON,
                                      and each of these events
"""

import json
import sys
from collections.abc import Callable, Iterable
from typing import Any

import pyatspi  # type: ignore[import-not-found]  # only the system's Python has it
from gi.repository import GLib  # type: ignore[import-not-found]  # as above

GONE = (GLib.GError, NotImplementedError)  # raised by what has gone, and by what it could do a moment ago
EVENTS = ("object:announcement", "object:text-caret-moved", "object:state-changed:focused")


def describe(node: Any) -> dict[str, Any]:
    """One widget."""
    states, offered, parent = node.getState(), list(pyatspi.listInterfaces(node)), node.parent
    extents = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS) if "Component" in offered else None
    return {
        "name": node.name,
        "role": node.getRoleName(),
        "parent": parent.name if parent is not None else "",
        "description": node.description,
        "text": str(node.queryText().getText(0, -1)) if "Text" in offered else None,
        "value": node.queryValue().currentValue if "Value" in offered else None,
        "focusable": states.contains(pyatspi.STATE_FOCUSABLE),
        "focused": states.contains(pyatspi.STATE_FOCUSED),
        "showing": states.contains(pyatspi.STATE_SHOWING),
        "checked": states.contains(pyatspi.STATE_CHECKED),
        "enabled": states.contains(pyatspi.STATE_ENABLED),
        "extents": list(extents) if extents else None,
        "place": node.path,
        "above": parent.path if parent is not None else "",
        "labels": _labels(node),
        "keys": _keys(node) if "Action" in offered else [],
    }


def walk(node: Any, wanted: Callable[[Any], bool] = bool) -> list[dict[str, Any]]:
    """A widget and all inside it, as far as they are wanted."""
    try:
        inside = [walk(child, wanted) for child in node if child is not None and wanted(child)]
        return [describe(node), *(widget for widgets in inside for widget in widgets)]
    except GONE:  # meanwhile, as lines of a list do that is shown anew
        return []


def tree(name: str) -> None:
    """Print the program's widgets."""
    _tell(walk(program) for program in _programs(name))


def window(name: str) -> None:
    """Print the widgets of the active window."""
    _tell(walk(each, lambda child: _has(child, pyatspi.STATE_SHOWING)) for each in _active(name))


def menus(name: str) -> None:
    """Print the menu bar of the active window."""
    _tell(walk(child) for each in _active(name) for child in each if child.getRole() == pyatspi.ROLE_MENU_BAR)


def listen(*others: str) -> None:
    """Print events until killed."""
    pyatspi.Registry.registerEventListener(_print, *EVENTS, *others)
    print(json.dumps({"type": "listening"}), flush=True)
    pyatspi.Registry.start()


def _tell(found: Iterable[list[dict[str, Any]]]) -> None:
    print(json.dumps([widget for widgets in found for widget in widgets], ensure_ascii=False))


def _print(event: Any) -> None:
    data = event.any_data if isinstance(event.any_data, str) else None
    line = {"type": str(event.type), "text": data, "detail": event.detail1, **_source(event.source)}
    print(json.dumps(line, ensure_ascii=False), flush=True)


def _source(node: Any) -> dict[str, str | None]:
    """Who tells of an event, and what that is in."""
    if node is None:
        return {"source": None, "place": "", "above": "", "role": ""}
    above = node.parent.path if node.parent is not None else ""
    return {"source": node.name, "place": node.path, "above": above, "role": node.getRoleName()}


def _programs(name: str) -> list[Any]:
    return [program for program in pyatspi.Registry.getDesktop(0) if program is not None and program.name == name]


def _active(name: str) -> list[Any]:
    return [each for program in _programs(name) for each in program if each and _has(each, pyatspi.STATE_ACTIVE)]


def _has(node: Any, state: Any) -> bool:
    try:
        return bool(node.getState().contains(state))
    except GONE:
        return False


def _labels(node: Any) -> list[str]:
    """The texts that label a widget; Qt has a group label all that is in it, too, and that is no name."""
    labelling = [each for each in node.getRelationSet() if each.getRelationType() == pyatspi.RELATION_LABELLED_BY]
    labels = [each.getTarget(number) for each in labelling for number in range(each.getNTargets())]
    return [label.name for label in labels if label is not None and label.getRole() == pyatspi.ROLE_LABEL]


def _keys(node: Any) -> list[str]:
    """The keys of what can be done with a widget."""
    action = node.queryAction()
    return [action.getKeyBinding(number) for number in range(action.nActions)]


if __name__ == "__main__":
    {"tree": tree, "window": window, "menus": menus, "listen": listen}[sys.argv[1]](*sys.argv[2:])
