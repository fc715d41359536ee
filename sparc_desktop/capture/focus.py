"""The control under the keyboard focus, from the accessibility tree: where it is, its name and its role.

Screen readers remember the last focus event; this program asks only when a key is pressed, so that other programs need
not send events. Qt, GTK 3 and the browsers answer a query for what has the focus (0.5 ms). For others the tree is
walked, only through what is shown, one level with one burst of questions.

While hotkeys have the keyboard, the window in front believes that it has lost the focus, and a moment longer; so what
has none is asked again.

The bus of the accessibility tree exists on Linux alone; its rectangles are those of the screen only under X11.
"""

import logging
import time
from collections.abc import Iterator

from sparc_desktop.capture.label import application_name, window_label
from sparc_desktop.capture.window import Control, Window
from sparc_desktop.dbus import TROUBLE, Bus, Call, bus_at, session_bus
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.domain.rectangle import Rectangle

SECONDS = 1.0  # a program that is busy answers later or never; by then one presses the key again
SETTLE_SECONDS = 1.0  # for a window to have the focus back; a busy one is slow, and nobody waits longer for a refusal
PAUSE_SECONDS = 0.05  # between two questions
MAX_NODES = 3000  # a table with a million cells is not walked
MATCHES = 20  # a control, its list entry and what holds them; more would be a defect of the other program

ACCESSIBLE, COMPONENT = "org.a11y.atspi.Accessible", "org.a11y.atspi.Component"
PROPERTIES = "org.freedesktop.DBus.Properties"
FOCUSED, SHOWING = 12, 25  # numbers of states
ENTRIES = (32, 56, 90, 91)  # numbers of roles: an entry of a list, a cell and a row of a table, an entry of a tree
ALL, SCREEN, BY_TREE = 1, 0, 1  # all the states asked for; coordinates of the screen; in the order of the tree
MATCH_RULE = "(aiia{ss}iaiiasib)"

log = logging.getLogger(__name__)
Node = tuple[str, str]  # the program's name on the bus, and the path of the object in it


def focused_control(window: Window) -> Control:
    """The innermost control with the focus, in the program that the window belongs to; or NO_FOCUSED_CONTROL."""
    try:
        with session_bus(SECONDS) as session:
            address = session.ask(Call("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress"))[0]
        deadline = time.monotonic() + SETTLE_SECONDS
        while True:
            with bus_at(address, SECONDS) as bus:
                is_late = time.monotonic() > deadline
                for control in _controls(bus, window.pid, with_doubtful=is_late):
                    return control
            if is_late:
                break
            time.sleep(PAUSE_SECONDS)
    except TROUBLE as error:
        log.info("The accessibility tree can't be read: %r", error)
    raise ExpectedError(Code.NO_FOCUSED_CONTROL, label=application_name(window) or window_label(window))


def _controls(bus: Bus, pid: int, *, with_doubtful: bool) -> Iterator[Control]:
    """What has the focus, the innermost first."""
    for program in _programs(bus, pid):
        believed, doubtful = _believed(bus, _query(bus, program) or walk(bus, program))
        for node in (*reversed(believed), *(reversed(doubtful) if with_doubtful else ())):
            control = _describe(bus, node)
            if control.rectangle.area:
                yield control


def _programs(bus: Bus, pid: int) -> list[Node]:
    """Those of the process, which is one, or all where none says that it is."""
    root: Node = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
    programs = [_node(each) for each in bus.ask(_call(root, ACCESSIBLE, "GetChildren"))[0]]
    service = "org.freedesktop.DBus"
    method = "GetConnectionUnixProcessID"
    calls = [Call(service, "/org/freedesktop/DBus", service, method, "s", (name,)) for name, _ in programs]
    pids = bus.ask_all(calls)
    return [each for each, answer in zip(programs, pids, strict=True) if answer and answer[0] == pid] or programs


def _query(bus: Bus, program: Node) -> list[Node]:
    """By the query that good toolkits answer; outermost first."""
    rule: tuple[object, ...] = ([1 << FOCUSED | 1 << SHOWING, 0], ALL, {}, ALL, [], ALL, [], ALL, False)
    signature = MATCH_RULE + "uib"
    call = Call(*program, "org.a11y.atspi.Collection", "GetMatches", signature, (rule, BY_TREE, MATCHES, True))
    answer = bus.ask_all([call])[0]
    return [_node(each) for each in answer[0]] if answer else []


def walk(bus: Bus, program: Node) -> list[Node]:
    """By looking at everything that is shown, level by level; outermost first."""
    focused: list[Node] = []
    level = _children(bus, [program])
    seen = 0
    while level and seen < MAX_NODES:
        level = level[: MAX_NODES - seen]
        seen += len(level)
        states = bus.ask_all([_call(node, ACCESSIBLE, "GetState") for node in level])
        shown = [(node, _bits(state)) for node, state in zip(level, states, strict=True) if _bits(state) >> SHOWING & 1]
        focused += [node for node, bits in shown if bits >> FOCUSED & 1]
        level = _children(bus, [node for node, _ in shown])
    return focused


def _believed(bus: Bus, focused: list[Node]) -> tuple[list[Node], list[Node]]:
    """What has the focus, and what perhaps only says so; outermost first.

    Qt says so of the current entry of every list, also while another control has it. Such an entry is believed where
    what holds it has the focus as well, or where nothing else has it (the browsers give it to the entry alone).
    """
    parents = bus.ask_all([Call(*node, PROPERTIES, "Get", "ss", (ACCESSIBLE, "Parent")) for node in focused])
    roles = bus.ask_all([_call(node, ACCESSIBLE, "GetRole") for node in focused])
    believed: list[Node] = []
    doubtful: list[Node] = []
    for node, parent, role in zip(focused, parents, roles, strict=True):
        is_held = parent is not None and _node(parent[0][1]) in focused
        (believed if is_held or not role or role[0] not in ENTRIES else doubtful).append(node)
    return believed, doubtful


def _children(bus: Bus, nodes: list[Node]) -> list[Node]:
    answers = bus.ask_all([_call(node, ACCESSIBLE, "GetChildren") for node in nodes])
    return [_node(child) for answer in answers if answer for child in answer[0]]


def _describe(bus: Bus, node: Node) -> Control:
    name, role, extents = bus.ask_all(
        [
            Call(*node, PROPERTIES, "Get", "ss", (ACCESSIBLE, "Name")),
            _call(node, ACCESSIBLE, "GetLocalizedRoleName"),
            Call(*node, COMPONENT, "GetExtents", "u", (SCREEN,)),
        ]
    )
    return Control(
        untrusted_name=str(name[0][1]) if name else "",
        untrusted_role=str(role[0]) if role else "",
        rectangle=Rectangle(*extents[0]) if extents else Rectangle(0, 0, 0, 0),
    )


def _call(node: Node, interface: str, method: str) -> Call:
    return Call(*node, interface, method)


def _node(reference: tuple[str, str]) -> Node:
    return reference[0], reference[1]


def _bits(answer: tuple[list[int], ...] | None) -> int:
    """States as one number; none where the object is gone."""
    return sum(word << 32 * place for place, word in enumerate(answer[0])) if answer else 0
