"""What stands on a screen, by chance: a dialog, a window, several windows, an open menu, icons, or a chart.

Each stage is given how many items it may have and how many rows of text the picture has room for, and spends both.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from sparc_desktop.evaluate.world.drawing.colours import shade
from sparc_desktop.evaluate.world.screen import charted
from sparc_desktop.evaluate.world.screen.choices import Choices
from sparc_desktop.evaluate.world.screen.contents import buttons, menu_bar, menu_items, section, several, tabs
from sparc_desktop.evaluate.world.screen.plan import GROUPS, Frame, Part

Stage = tuple[tuple[Frame, ...], tuple[Part, ...], bool]  # frames, icons, and whether a panel may be there


def stages(aspect: float) -> Sequence[Callable[[Choices, int, int], Stage]]:
    """Those that suit a picture of this width / height, the usual ones more often; to be called with items and rows."""
    any_shape = (_alone, _alone, _dialog, _window, _window, _menu, _chart, _chart, _icons)
    return any_shape if aspect < 1 else (*any_shape, _dialog, _window, _windows, _windows)


def _alone(choices: Choices, count: int, rows: int) -> Stage:
    """One window or dialog that fills the picture, as when a single window is captured."""
    part = choices.pick((_a_window, _a_dialog, _a_dialog))(choices, count, rows)
    return (Frame(part, width=1, height=1),), (), False


def _dialog(choices: Choices, count: int, rows: int) -> Stage:
    part = _a_dialog(choices, min(count, 8), rows - 1)
    return (_placed(choices, part, 0.4),), _some_icons(choices, min(count - 8, 3)), True


def _window(choices: Choices, count: int, rows: int) -> Stage:
    part = _a_window(choices, count, rows - 1)
    if choices.chance(0.4):
        return (Frame(part, width=1, height=1),), (), True
    return (_placed(choices, part, 0.6),), (), True


def _windows(choices: Choices, count: int, rows: int) -> Stage:
    """Two or three, in opposite corners, so that the one in front leaves most of those behind to be seen."""
    number = 3 if count >= 9 and choices.chance(0.3) else 2
    corners = choices.rng.permutation([(0.0, 0.0), (1.0, 1.0), (1.0, 0.0), (0.0, 1.0)])
    if number == 2 and choices.chance(0.7):
        corners = choices.rng.permutation([(0.0, 0.0), (1.0, 1.0)])
    frames = []
    for corner in corners[:number]:
        maker = choices.pick((_a_dialog, _a_window))
        x, y = (abs(float(edge) - float(choices.rng.uniform(0, 0.2))) for edge in corner)
        width, height = (float(v) for v in choices.rng.uniform(0.4, 0.66, 2))
        frames.append(Frame(maker(choices, max(2, count // number), min(3, rows - 2)), x, y, width, height))
    return tuple(frames), (), number == 2


def _menu(choices: Choices, count: int, rows: int) -> Stage:
    """An open menu: one of a window's, or one that has come up on the desktop."""
    items = menu_items(choices, choices.number(2, max(2, min(count - 3, rows - 1, 6))))
    if choices.chance(0.3):
        menu = Part("menu", state="open", parts=items)
        return (_placed(choices, menu, 0.0),), _some_icons(choices, min(count - len(items) - 1, 4)), True
    bar = menu_bar(choices, choices.number(2, 4))
    chosen = choices.number(0, len(bar.parts) - 1)
    menus = tuple(replace(m, state="open", parts=items) if i == chosen else m for i, m in enumerate(bar.parts))
    rest = max(1, count - len(items) - len(menus) - 2)
    content, _ = section(choices, rest, max(1, rows - 2))
    window = Part("window", choices.say("window"), parts=(replace(bar, parts=menus), content))
    return (Frame(window, float(choices.rng.random()), 0.1, 0.8, 0.8),), (), False


def _icons(choices: Choices, count: int, rows: int) -> Stage:
    icons = _some_icons(choices, max(2, min(count, 8)))
    rest = count - len(icons)
    if rest < 3 or choices.chance(0.4):
        return (), icons, True
    return (Frame(_a_dialog(choices, rest, rows - 1), 0.85, 0.6, 0.35),), icons, True


def _chart(choices: Choices, count: int, rows: int) -> Stage:
    drawn = charted.chart(choices, max(1, count - 1))
    rest = count - 2 - len(drawn.parts)
    extra = (buttons(choices, min(rest, 2)),) if rest and rows > charted.ROWS and choices.chance(0.5) else ()
    window = Part("window", choices.say("window"), parts=(drawn, *extra))
    is_full = choices.chance(0.4)
    return (Frame(window, width=1, height=1) if is_full else _placed(choices, window, 0.7),), (), rows > charted.ROWS


def _a_dialog(choices: Choices, count: int, rows: int) -> Part:
    """A message or some controls over one to three buttons."""
    ending = choices.number(1, min(3, count - 1))
    content = _sections(choices, count - 1 - ending, rows - 1)
    if content and choices.chance(0.4):
        content = (Part("label", choices.say("label")), *content[1:])
    return Part("dialog", choices.say("dialog"), parts=(*content, buttons(choices, ending)))


def _a_window(choices: Choices, count: int, rows: int) -> Part:
    """A bar of menus, or tabs, or neither; then controls, also in two columns, or a chart."""
    head: tuple[Part, ...] = ()
    if count >= 5 and choices.chance(0.6):
        number = choices.number(2, min(count - 3, 4))
        head = (menu_bar(choices, number),) if choices.chance(0.5) else (tabs(choices, number),)
    room, rows = count - 1 - sum(len(part.parts) + (part.kind == "menu bar") for part in head), rows - len(head)
    if rows >= charted.ROWS and choices.chance(0.2):
        return Part("window", choices.say("window"), parts=(*head, charted.chart(choices, max(1, room))))
    halves = 2 if room >= 5 and choices.chance(0.5) else 1
    columns = [Part("column", parts=_sections(choices, room // halves, rows)) for _ in range(halves)]
    return Part("window", choices.say("window"), parts=(*head, Part("row", parts=tuple(columns))))


def _sections(choices: Choices, room: int, rows: int) -> tuple[Part, ...]:
    parts: list[Part] = []
    while room > 0 and rows > 0:
        part, height = section(choices, room, rows)
        parts.append(part)
        rows -= height
        room -= sum(inner.kind not in GROUPS for inner in part.all())
    return tuple(parts)


def _placed(choices: Choices, part: Part, width: float) -> Frame:
    x, y = (float(v) for v in choices.rng.random(2))
    return Frame(part, x, y, width * float(choices.rng.uniform(0.8, 1.3)), width * float(choices.rng.uniform(0.5, 1.1)))


def _some_icons(choices: Choices, count: int) -> tuple[Part, ...]:
    return tuple(
        replace(part, hint=choices.number(0, 7), rgb=shade(choices.rng, choices.pick(charted.MARKS)))
        for part in several(choices, "icon", max(0, count))
    )
