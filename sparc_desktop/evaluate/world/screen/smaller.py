"""A window with one thing less in it, for a picture in which it has no room."""

from dataclasses import replace

from sparc_desktop.evaluate.world.screen.plan import GROUPS, Part

LEAST = {
    "list": 2,
    "bar chart": 2,
    "row": 1,
    "column": 1,
    "menu bar": 2,
    "tabs": 2,
    "window": 0,
    "dialog": 0,
}  # parts that are kept


def smaller(part: Part) -> Part:
    """The same without one of its inner parts, taken where there are most; itself where none can go."""
    sizes = [sum(each.kind not in GROUPS for each in inner.all()) for inner in part.parts]
    for index in sorted(range(len(sizes)), key=lambda i: (-sizes[i], -i)):
        inner = part.parts[index]
        less = smaller(inner) if inner.kind in LEAST and not _is_named(inner) else inner
        if less != inner:
            return replace(part, parts=(*part.parts[:index], less, *part.parts[index + 1 :]))
    if len(part.parts) <= LEAST.get(part.kind, len(part.parts)):
        return part
    loser = max(range(len(sizes)), key=lambda i: (part.parts[i].state not in ("selected", "checked"), i))
    return replace(part, parts=(*part.parts[:loser], *part.parts[loser + 1 :]))


def _is_named(part: Part) -> bool:
    """A field with its name beside it or above it: they go together."""
    return [inner.kind for inner in part.parts] in (["label", "text field"], ["label", "combo box"])
