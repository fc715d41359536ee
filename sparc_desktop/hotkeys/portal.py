"""Global hotkeys under Wayland: the desktop's portal GlobalShortcuts, over D-Bus.

Under Wayland no program may take keys; it asks the desktop, which asks the user, who may choose other keys than those
proposed. So each action is a shortcut of its own, described in words, and there is no leader and no layer: proposed are
the direct combinations. The user may take a while to answer, so `start` doesn't wait for it; a refusal comes later, as
a failure on `on_key`. The session ends with the connection.
"""

import logging
import os
import socket
import sys
import threading
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, Properties, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection
from jeepney.wrappers import DBusErrorResponse

from sparc_desktop.domain.action import Action
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.hotkeys.base import Hotkeys, OnKey, bind_it_yourself, unavailable
from sparc_desktop.hotkeys.keys import Keys, Modifier
from sparc_desktop.hotkeys.layer import Bindings
from sparc_desktop.hotkeys.names import action_name

BUS_NAME = "org.freedesktop.portal.Desktop"
INTERFACE = "org.freedesktop.portal.GlobalShortcuts"
SHORTCUTS = DBusAddress("/org/freedesktop/portal/desktop", bus_name=BUS_NAME, interface=INTERFACE)
ANSWER_SECONDS = 5.0  # a portal answers within milliseconds, but may have to be started first
TOKEN = "sparc_desktop"  # noqa: S105  (a name within our own connection, no secret)
# What a bus that is missing, hung or broken raises: no address, no socket, no answer, a reply that is no D-Bus.
TROUBLE = (KeyError, OSError, RuntimeError, StopIteration, ValueError, DBusErrorResponse)
TRIGGER_MODIFIERS = {Modifier.CTRL: "CTRL", Modifier.ALT: "ALT", Modifier.SHIFT: "SHIFT", Modifier.SUPER: "LOGO"}
TRIGGER_NAMES = {"Enter": "Return", "Backspace": "BackSpace", "PageUp": "Prior", "PageDown": "Next", "Space": "space",
                 "PrintScreen": "Print", "ScrollLock": "Scroll_Lock", "CapsLock": "Caps_Lock"}  # fmt: skip
log = logging.getLogger(__name__)


class PortalHotkeys(Hotkeys):
    """Shortcuts that the desktop keeps for us."""

    name = "portal"
    confirmed_by_user = True

    def __init__(self) -> None:
        self._connection: DBusConnection | None = None
        self._thread: threading.Thread | None = None
        self._session: _Session | None = None

    @classmethod
    def is_compatible(cls) -> bool:
        """A Wayland session."""
        return sys.platform.startswith("linux") and bool(os.environ.get("WAYLAND_DISPLAY"))

    @classmethod
    def is_installed(cls) -> bool:
        """Does the desktop's portal have GlobalShortcuts? Not every desktop's has."""
        try:
            with open_dbus_connection() as connection:
                _call(connection, Properties(SHORTCUTS).get("version"))
        except TROUBLE:
            return False
        return True

    @classmethod
    def remedy(cls) -> str:
        """What any desktop can do."""
        return bind_it_yourself()

    def start(self, bindings: Bindings, on_key: OnKey) -> None:
        """Open a session, and have the shortcuts offered to the user."""
        connection: DBusConnection | None = None
        try:
            connection = open_dbus_connection()
            session = _Session(connection, bindings, on_key)
            session.open()
        except TROUBLE as error:
            log.warning("no hotkeys from the portal: %s", type(error).__name__)
            if connection:
                connection.close()
            raise unavailable() from None
        self._connection, self._session = connection, session
        self._thread = threading.Thread(target=session.run, name="hotkeys", daemon=True)
        self._thread.start()

    def hold_region_keys(self) -> None:
        """The desktop hands out combinations alone, each with the user's consent."""
        raise ExpectedError(Code.REGION_KEYS_UNAVAILABLE)

    def free_region_keys(self) -> None:
        """They were never held."""

    def stop(self) -> None:
        """Hang up: the portal ends the session."""
        if self._connection and self._thread and self._session:
            self._session.is_wanted = False
            self._connection.sock.shutdown(socket.SHUT_RDWR)
            self._thread.join()
            self._connection.close()
            self._connection = self._thread = None


class _Session:
    """One session at the portal: opened, then filled with shortcuts, then heard."""

    def __init__(self, connection: DBusConnection, bindings: Bindings, on_key: OnKey) -> None:
        self._connection = connection
        self._bindings = bindings
        self._on_key = on_key
        self._handle = ""
        self.is_wanted = True

    def open(self) -> None:
        """Create the session; the rest follows when the portal answers."""
        for interface in ("org.freedesktop.portal.Request", "org.freedesktop.portal.Session", INTERFACE):
            rule = MatchRule(type="signal", sender=BUS_NAME, interface=interface)
            Proxy(message_bus, self._connection, timeout=ANSWER_SECONDS).AddMatch(rule)
        options = {"handle_token": ("s", f"{TOKEN}_open"), "session_handle_token": ("s", TOKEN)}
        _call(self._connection, new_method_call(SHORTCUTS, "CreateSession", "a{sv}", (options,)))

    def run(self) -> None:
        """Hear signals until the connection ends."""
        try:
            while True:
                message = self._connection.receive()
                if message.header.message_type is MessageType.signal and not self._receive(message):
                    break
        except TROUBLE as error:  # hung up by `stop`, or the bus has gone
            log.info("the portal's connection has ended: %s", type(error).__name__)
        if self.is_wanted:
            self._on_key(unavailable().failure)

    def _receive(self, signal: Message) -> bool:
        """Take one signal; False when there will be no more hotkeys."""
        member = signal.header.fields[HeaderFields.member]
        path = signal.header.fields[HeaderFields.path]
        if member == "Response" and TOKEN in path:
            status, results = signal.body
            return status == 0 and (not path.endswith("_open") or self._bind(results))
        if member == "Activated" and signal.body[0] == self._handle:
            self._activate(signal.body[1])
        return not (member == "Closed" and path == self._handle)

    def _bind(self, results: dict[str, tuple[str, Any]]) -> bool:
        self._handle = str(results["session_handle"][1])
        shortcuts = [(action.value, self._describe(action)) for action in Action]
        options = {"handle_token": ("s", f"{TOKEN}_bind")}
        arguments = (self._handle, shortcuts, "", options)
        self._connection.send(new_method_call(SHORTCUTS, "BindShortcuts", "oa(sa{sv})sa{sv}", arguments))
        return True

    def _describe(self, action: Action) -> dict[str, tuple[str, str]]:
        keys = self._bindings.direct.get(action)
        proposed = {"preferred_trigger": ("s", trigger_text(keys))} if keys else {}
        return {"description": ("s", action_name(action)), **proposed}

    def _activate(self, untrusted_name: str) -> None:
        if untrusted_name in tuple(Action):
            self._on_key(Action(untrusted_name))


def trigger_text(keys: Keys) -> str:
    """A combination as the freedesktop specification of shortcuts writes it: "CTRL+SHIFT+F11", "LOGO+a"."""
    key = TRIGGER_NAMES.get(keys.key, keys.key.lower() if len(keys.key) == 1 else keys.key)
    return "+".join([*(text for modifier, text in TRIGGER_MODIFIERS.items() if modifier in keys.modifiers), key])


def _call(connection: DBusConnection, message: Message) -> tuple[Any, ...]:
    reply = connection.send_and_get_reply(message, timeout=ANSWER_SECONDS)
    if reply.header.message_type is MessageType.error:
        raise DBusErrorResponse(reply)
    return tuple(reply.body)
