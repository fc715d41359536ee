"""What a screen reader sees of a program: a process of its own, on the accessibility bus, as a screen reader is.

It runs with the system's Python, which has pyatspi; so nothing of the program can be imported here.

    desktop_reader.py tree NAME     prints the widgets of the program of that name, as one JSON list, outermost first
    desktop_reader.py listen        prints each announcement, caret movement and change of focus as a line of JSON
"""

import json
import sys
from typing import Any

import pyatspi  # type: ignore[import-not-found]  # only the system's Python has it

EVENTS = ("object:announcement", "object:text-caret-moved", "object:state-changed:focused")


def describe(node: Any) -> dict[str, Any]:
    """One widget."""
    states = node.getState()
    extents = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS) if "Component" in _interfaces(node) else None
    return {
        "name": node.name,
        "role": node.getRoleName(),
        "parent": node.parent.name if node.parent is not None else "",
        "description": node.description,
        "text": _text(node),
        "value": node.queryValue().currentValue if "Value" in _interfaces(node) else None,
        "focusable": states.contains(pyatspi.STATE_FOCUSABLE),
        "focused": states.contains(pyatspi.STATE_FOCUSED),
        "showing": states.contains(pyatspi.STATE_SHOWING),
        "checked": states.contains(pyatspi.STATE_CHECKED),
        "extents": list(extents) if extents else None,
    }


def walk(node: Any) -> list[dict[str, Any]]:
    """A widget and all inside it."""
    inside = (walk(child) for child in node if child is not None)
    return [describe(node), *(widget for widgets in inside for widget in widgets)]


def tree(name: str) -> None:
    """Print the program's widgets."""
    programs = [program for program in pyatspi.Registry.getDesktop(0) if program is not None and program.name == name]
    print(json.dumps([widget for program in programs for widget in walk(program)], ensure_ascii=False))


def listen() -> None:
    """Print events until killed."""
    pyatspi.Registry.registerEventListener(_print, *EVENTS)
    print(json.dumps({"type": "listening"}), flush=True)
    pyatspi.Registry.start()


def _print(event: Any) -> None:
    data = event.any_data if isinstance(event.any_data, str) else None
    name = event.source.name if event.source is not None else None
    line = {"type": str(event.type), "text": data, "source": name, "detail": event.detail1}
    print(json.dumps(line, ensure_ascii=False), flush=True)


def _interfaces(node: Any) -> list[str]:
    return list(pyatspi.listInterfaces(node))


def _text(node: Any) -> str | None:
    return str(node.queryText().getText(0, -1)) if "Text" in _interfaces(node) else None


if __name__ == "__main__":
    if sys.argv[1] == "tree":
        tree(sys.argv[2])
    else:
        listen()
