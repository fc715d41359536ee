"""What windows hold: groups of controls, each by chance, within a number of items and of rows of text."""

from collections.abc import Callable
from dataclasses import replace

from sparc_desktop.evaluate.world.facts import State
from sparc_desktop.evaluate.world.screen.choices import Choices
from sparc_desktop.evaluate.world.screen.plan import AT_THE_END, AT_THE_START, SPREAD, Part

STATES_OF_MENU_ITEMS: tuple[State, ...] = ("", "", "", "disabled", "checked")
STATES_OF_CHECK_BOXES: tuple[State, ...] = ("checked", "unchecked")


def several(choices: Choices, kind: str, count: int) -> tuple[Part, ...]:
    """So many parts of one kind, with words."""
    return tuple(Part(kind, choices.say(kind)) for _ in range(count))


def menu_bar(choices: Choices, count: int) -> Part:
    """A bar of closed menus."""
    return Part("menu bar", parts=several(choices, "menu", count))


def menu_items(choices: Choices, count: int) -> tuple[Part, ...]:
    """Of an open menu: one may be selected, as if pointed at; others may be disabled or checked."""
    parts = [Part("menu item", choices.say("menu item"), choices.pick(STATES_OF_MENU_ITEMS)) for _ in range(count)]
    return _one(choices, "selected", parts) if choices.chance(0.6) else tuple(parts)


def tabs(choices: Choices, count: int) -> Part:
    """Tabs side by side, one of them selected."""
    return Part("tabs", parts=_one(choices, "selected", several(choices, "tab", count)))


def buttons(choices: Choices, count: int) -> Part:
    """Buttons side by side; one may be disabled."""
    parts = several(choices, "button", count)
    parts = _one(choices, "disabled", parts) if choices.chance(0.25) else parts
    return Part("row", parts=parts, hint=choices.pick((SPREAD, AT_THE_START, AT_THE_END)))


def section(choices: Choices, room: int, rows: int) -> tuple[Part, int]:
    """Some controls that belong together, in at most `room` items and `rows` rows (both at least 1), and their rows."""
    tall = min(room, rows)
    makers: list[tuple[Callable[[Choices, int], Part], int, int]] = [  # what makes it, from and to how many items
        (_field, 1, min(2, room)), (_field, 2, min(2, room)), (_combo, 1, min(2, room)), (buttons, 1, min(2, room)),
        (_slider, 1, 1), (_progress, 1, 1), (_message, 1, 1), (_check_boxes, 1, min(tall, 4)),
        (_check_boxes, 2, min(tall, 4)), (_radio_buttons, 2, min(tall, 4)), (_list, 3, min(room, rows + 1, 6)),
        (_list, 3, min(room, rows + 1, 6)),
    ]  # fmt: skip
    maker, least, most = choices.pick([m for m in makers if m[1] <= m[2]])
    items = choices.number(least, most)
    part = maker(choices, items)
    return part, 1 if part.kind == "row" else max(1, len(part.parts))


def _field(choices: Choices, items: int) -> Part:
    caption = (Part("label", choices.say("label", "caption")),) if items > 1 else ()
    empty = bool(caption) and choices.chance(0.35)
    field = Part("text field", "" if empty else choices.say("text field"))
    return Part("row" if choices.chance(0.7) else "column", parts=(*caption, field))


def _combo(choices: Choices, items: int) -> Part:
    caption = (Part("label", choices.say("label", "caption")),) if items > 1 else ()
    return Part("row", parts=(*caption, Part("combo box", choices.say("combo box"))))


def _check_boxes(choices: Choices, items: int) -> Part:
    parts = (Part("check box", choices.say("check box"), choices.pick(STATES_OF_CHECK_BOXES)) for _ in range(items))
    return Part("column", parts=tuple(parts))


def _radio_buttons(choices: Choices, items: int) -> Part:
    parts = (Part("radio button", choices.say("radio button"), "unchecked") for _ in range(items))
    return Part("column", parts=_one(choices, "checked", tuple(parts)))


def _list(choices: Choices, items: int) -> Part:
    parts = several(choices, "list item", items - 1)
    return Part("list", parts=_one(choices, "selected", parts) if choices.chance(0.8) else parts)


def _slider(choices: Choices, _items: int) -> Part:
    return Part("slider", choices.say("slider"), value=10 * choices.number(0, 10))


def _progress(choices: Choices, _items: int) -> Part:
    label, value = choices.say("progress bar"), 5 * choices.number(0, 20)
    return Part("progress bar", label, value=value, written=choices.chance(0.5))


def _message(choices: Choices, _items: int) -> Part:
    return Part("label", choices.say("label"))


def _one(choices: Choices, state: State, parts: tuple[Part, ...] | list[Part]) -> tuple[Part, ...]:
    chosen = choices.number(0, len(parts) - 1)
    return tuple(replace(part, state=state) if i == chosen else part for i, part in enumerate(parts))
