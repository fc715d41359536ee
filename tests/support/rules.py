"""What must hold of every window as another process sees it; each rule gives a sentence for each widget that breaks it.

They are told from what the accessibility tree says alone (`Desktop.active_window`), so that they hold for any program.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from tests.support.desktop import Widget

BUTTONS = {"push button", "button"}  # Qt has called a button by both names
# What may have the focus, and has a role of which a screen reader says the right thing.
ROLES = {*BUTTONS, "check box", "combo box", "dialog", "image", "list", "list item", "spin button", "table cell",
         "text", "tree", "tree item"}  # fmt: skip
ROWS = {"list item", "table cell", "tree item"}  # reached by arrows, in what they are in
IMAGES = {"icon", "image", "graphic", "desktop icon"}
MNEMONIC = re.compile(r"Alt\+.")
CHINESE = re.compile(r"[\u3400-\u9fff]")
WORD = re.compile(r"[A-Za-z]{2,}")
SHORTCUT = re.compile(r"Esc|F\d+|\w+(\+\S+)+")


def faults(widgets: Sequence[Widget]) -> list[str]:
    """All that can be told without pressing a key."""
    return [*_nameless(widgets), *_wrong_roles(widgets), *_unnamed_images(widgets), *_doubled_keys(widgets)]


def tab_stops(widgets: Sequence[Widget]) -> list[Widget]:
    """Where Tab must lead."""
    return [each for each in widgets if each.focusable and each.enabled and each.showing and each.role not in ROWS]


def spoken_name(widget: Widget) -> str:
    """What a screen reader calls it: a choice has its value for a name, and its label's is the one that counts."""
    return " ".join(widget.labels) if widget.role == "combo box" else widget.name


def jumps(order: Sequence[Widget], widgets: Sequence[Widget]) -> list[str]:
    """Where the way leads back against the direction of reading, but for the one time at which it begins anew."""
    pairs = zip(order, [*order[1:], *order[:1]], strict=True)
    found = [f"from {told(one)} to {told(other)}" for one, other in pairs if not _reads_on(one, other, widgets)]
    return [f"Tab leads against the direction of reading {', '.join(found)}"] if len(found) > 1 else []


def not_chinese(widgets: Sequence[Widget], own_names: set[str]) -> list[str]:
    """What is still written with Latin letters, but for names and keys."""
    texts = {text for each in widgets for text in (each.name, each.description, *each.labels)} - own_names
    return sorted(
        text for text in texts if WORD.search(text) and not CHINESE.search(text) and not SHORTCUT.fullmatch(text)
    )


def told(widget: Widget) -> str:
    """A widget, for a message."""
    return f"{widget.role} “{spoken_name(widget) or widget.description}”"


def _nameless(widgets: Sequence[Widget]) -> Iterator[str]:
    for each in widgets:
        if each.focusable and each.showing and each.role != "table cell" and not spoken_name(each).strip(" :："):
            yield f"nameless: {told(each)} in “{each.parent}”"


def _wrong_roles(widgets: Sequence[Widget]) -> Iterator[str]:
    for each in widgets:
        if each.focusable and each.showing and each.role not in ROLES:
            yield f"no role for the focus: {told(each)}"


def _unnamed_images(widgets: Sequence[Widget]) -> Iterator[str]:
    for each in widgets:
        if each.role in IMAGES and each.showing and not each.name.strip():
            yield f"unnamed image at {each.extents}"


def _doubled_keys(widgets: Sequence[Widget]) -> Iterator[str]:
    """In the window, and in each menu; a menu's item says its shortcut instead where it has one."""
    users = defaultdict(set)
    menus = {each.place for each in widgets if each.role == "popup menu"}
    for each in widgets:
        if each.showing or each.role == "menu item":
            scope = each.above if each.above in menus else "the window"
            for key in filter(MNEMONIC.fullmatch, each.keys):
                users[scope, key].add((each.place, told(each)))
    for (_, key), several in users.items():
        if len(several) > 1:
            yield f"{key} means {' and '.join(sorted(each for _, each in several))}"


def _reads_on(one: Widget, other: Widget, widgets: Sequence[Widget]) -> bool:
    """Does the second come after the first? What is compared is where in their common container they are."""
    by_place = {each.place: each for each in widgets}
    chains = [_chain(each, by_place) for each in (one, other)]
    first, second = next((pair for pair in zip(*chains, strict=False) if pair[0].place != pair[1].place), (one, other))
    left, top, _, height = first.extents or (0, 0, 0, 0)
    other_left, other_top, *_ = second.extents or (0, 0, 0, 0)
    return other_top >= top + height or (other_left > left and other_top + (second.extents or [0] * 4)[3] > top)


def _chain(widget: Widget, by_place: dict[str, Widget]) -> list[Widget]:
    """From the window to it."""
    chain = [widget]
    while (above := by_place.get(chain[0].above)) is not None:
        chain.insert(0, above)
    return chain
