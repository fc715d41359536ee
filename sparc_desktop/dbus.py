"""Calls on a D-Bus, each within a time limit: what a program on the other side never answers must not stop this one."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import DBusErrorResponse

# What a bus that is missing, hung or broken raises: no address, no socket, no answer, a reply that is no D-Bus.
TROUBLE = (KeyError, OSError, RuntimeError, StopIteration, ValueError, DBusErrorResponse)


@dataclass(frozen=True, slots=True)
class Call:
    """One method of one object, with its arguments and their signature."""

    name: str
    path: str
    interface: str
    method: str
    signature: str | None = None
    arguments: tuple[Any, ...] = ()

    def message(self) -> Message:
        """As it is sent."""
        address = DBusAddress(self.path, self.name, self.interface)
        return new_method_call(address, self.method, self.signature, self.arguments)


class Bus:
    """A connection whose answers must all have come by the deadline; one after it raises TimeoutError."""

    def __init__(self, connection: DBusConnection, seconds: float) -> None:
        self.connection = connection
        self._deadline = time.monotonic() + seconds

    @property
    def seconds_left(self) -> float:
        """Until the deadline."""
        return max(self._deadline - time.monotonic(), 0.0)

    def ask(self, call: Call) -> tuple[Any, ...]:
        """Its answer; raises DBusErrorResponse where the other side refuses."""
        reply = self.connection.send_and_get_reply(call.message(), timeout=self.seconds_left)
        if reply.header.message_type is MessageType.error:
            raise DBusErrorResponse(reply)
        return tuple(reply.body)

    def ask_all(self, calls: Sequence[Call]) -> list[tuple[Any, ...] | None]:
        """The answers of many, all sent before the first is awaited; None for each that was refused."""
        serials = [next(self.connection.outgoing_serial) for _ in calls]
        for serial, call in zip(serials, calls, strict=True):
            self.connection.send(call.message(), serial=serial)
        answers: dict[int, tuple[Any, ...] | None] = {}
        awaited = set(serials)
        while awaited:
            reply = self.connection.receive(timeout=self.seconds_left)
            serial = reply.header.fields.get(HeaderFields.reply_serial)
            if serial in awaited:
                awaited.remove(serial)
                is_error = reply.header.message_type is MessageType.error
                answers[serial] = None if is_error else tuple(reply.body)
        return [answers[serial] for serial in serials]


@contextmanager
def session_bus(seconds: float) -> Iterator[Bus]:
    """The user's bus; raises one of TROUBLE where there is none."""
    with _connection("SESSION", seconds) as bus:
        yield bus


@contextmanager
def bus_at(address: str, seconds: float) -> Iterator[Bus]:
    """Another bus, by its address."""
    with _connection(address, seconds) as bus:
        yield bus


@contextmanager
def _connection(address: str, seconds: float) -> Iterator[Bus]:
    with open_dbus_connection(address, auth_timeout=seconds) as connection:
        yield Bus(connection, seconds)
