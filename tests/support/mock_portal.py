"""A desktop's GlobalShortcuts portal for tests: a process on a private session bus.

It takes orders as lines on its input:

    refuse                  the user says no from now on
    press ACTION            the user presses the shortcut's key
    close                   the desktop ends the session

It prints a line "bound NAME=TRIGGER ..." for what it was given, and "session ended" when a client has gone.
"""

import sys
import threading
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    message_bus,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection

NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"


class Portal:
    """One portal, one session."""

    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection
        self._refuses = False
        self._session = self._client = ""

    def run(self) -> None:
        while True:
            message = self._connection.receive()
            if message.header.message_type is MessageType.method_call:
                self._answer(message)
            elif message.header.message_type is MessageType.signal:
                self._watch(message)

    def order(self, line: str) -> None:
        match line.split():
            case ["refuse"]:
                self._refuses = True
                print("refusing", flush=True)
            case ["press", action]:
                self._signal(PATH, SHORTCUTS, "Activated", "osta{sv}", (self._session, action, 1, {}))
            case ["close"]:
                self._signal(self._session, "org.freedesktop.portal.Session", "Closed", "a{sv}", ({},))

    def _answer(self, call: Message) -> None:
        fields = call.header.fields
        match fields[HeaderFields.member]:
            case "Get":
                self._connection.send(new_method_return(call, "v", (("u", 1),)))
            case "CreateSession":
                self._client = fields[HeaderFields.sender]
                (options,) = call.body
                self._session = self._path("session", options["session_handle_token"][1])
                self._respond(call, options, {"session_handle": ("s", self._session)})
            case "BindShortcuts":
                session, shortcuts, _, options = call.body
                assert session == self._session
                given = (f"{name}={data.get('preferred_trigger', ('s', ''))[1]}" for name, data in shortcuts)
                assert all(data["description"][1] for _, data in shortcuts)
                self._respond(call, options, {"shortcuts": ("a(sa{sv})", [])})
                print("bound", *given, flush=True)

    def _respond(self, call: Message, options: dict[str, Any], results: dict[str, Any]) -> None:
        path = self._path("request", options["handle_token"][1])
        self._connection.send(new_method_return(call, "o", (path,)))
        body = (1, {}) if self._refuses else (0, results)
        self._signal(path, "org.freedesktop.portal.Request", "Response", "ua{sv}", body)

    def _path(self, kind: str, token: str) -> str:
        return f"{PATH}/{kind}/{self._client[1:].replace('.', '_')}/{token}"

    def _signal(self, path: str, interface: str, member: str, signature: str, body: tuple[Any, ...]) -> None:
        self._connection.send(new_signal(DBusAddress(path, interface=interface), member, signature, body))

    def _watch(self, signal: Message) -> None:
        if signal.header.fields[HeaderFields.member] == "NameOwnerChanged" and signal.body[0] == self._client:
            print("session ended", flush=True)


def main() -> None:
    connection = open_dbus_connection()
    bus = Proxy(message_bus, connection)
    bus.RequestName(NAME)
    bus.AddMatch(MatchRule(type="signal", sender="org.freedesktop.DBus", member="NameOwnerChanged"))
    portal = Portal(connection)
    threading.Thread(target=portal.run, daemon=True).start()
    print("ready", flush=True)
    for line in sys.stdin:
        portal.order(line)


if __name__ == "__main__":
    main()
