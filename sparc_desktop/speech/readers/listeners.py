"""Which screen reader listens on the accessibility bus (Linux).

A screen reader registers there for the events that it speaks of. Orca does so for announcements from version 45 on; an
older one is known by the name of its process. The desktop's own word, ScreenReaderEnabled, is no help: it stays false
where Orca was started from a terminal. Asking takes 3 ms, and starts nothing that does not run.
"""

import logging
from dataclasses import dataclass
from pathlib import Path

from sparc_desktop.dbus import TROUBLE, Bus, Call, bus_at, session_bus

SECONDS = 0.5  # both buses answer within milliseconds or hang; the first word must not wait for them
DBUS, DBUS_PATH = "org.freedesktop.DBus", "/org/freedesktop/DBus"
A11Y, A11Y_PATH = "org.a11y.Bus", "/org/a11y/bus"
REGISTRY, REGISTRY_PATH = "org.a11y.atspi.Registry", "/org/a11y/atspi/registry"
ANNOUNCEMENT = "object:announcement"
ORCA = "orca"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Listeners:
    """Does anybody speak announcements, and does an Orca of any version run?"""

    announcements: bool = False
    orca: bool = False


def listeners() -> Listeners:
    """As they are now; none where there is no bus, or none that answers."""
    try:
        with session_bus(SECONDS) as session:
            if not session.ask(Call(DBUS, DBUS_PATH, DBUS, "NameHasOwner", "s", (A11Y,)))[0]:
                return Listeners()
            address = session.ask(Call(A11Y, A11Y_PATH, A11Y, "GetAddress"))[0]
        with bus_at(address, SECONDS) as bus:
            registered = bus.ask(Call(REGISTRY, REGISTRY_PATH, REGISTRY, "GetRegisteredEvents"))[0]
            names = sorted({name for name, _ in registered})
            return Listeners(
                announcements=any(event.lower().startswith(ANNOUNCEMENT) for _, event in registered),
                orca=any(_process(pid) == ORCA for pid in _pids(bus, names)),
            )
    except TROUBLE as error:
        log.info("Whether a screen reader runs can't be told: %r", error)
        return Listeners()


def _pids(bus: Bus, names: list[str]) -> list[int]:
    calls = [Call(DBUS, DBUS_PATH, DBUS, "GetConnectionUnixProcessID", "s", (name,)) for name in names]
    return [answer[0] for answer in bus.ask_all(calls) if answer]


def _process(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text(errors="replace").strip()
    except OSError:  # it has ended meanwhile
        return ""
