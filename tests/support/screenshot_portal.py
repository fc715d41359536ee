"""A portal for tests, on a bus of its own: it answers a request for a picture of the screen as it is told to."""

import os
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jeepney import DBusAddress, Message, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

PORTAL, DESKTOP = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
REQUEST = "org.freedesktop.portal.Request"
LOOK = 0.05  # seconds between two looks at whether to end


CONFIG = """<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context="default">
<allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>"""


@contextmanager
def private_bus() -> Iterator[str]:
    """The address of a bus that nobody else uses, and that starts no program: the machine's own portal is not meant."""
    with tempfile.NamedTemporaryFile("w", suffix=".conf") as config:
        config.write(CONFIG)
        config.flush()
        command = ["dbus-daemon", f"--config-file={config.name}", "--print-address=1", "--nofork", "--nopidfile"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            yield process.stdout.readline().strip()
            process.terminate()


class ScreenshotPortal:
    """Runs in a thread. `status` and `results` are its answer; None as status is none at all."""

    def __init__(self, address: str) -> None:
        self.status: int | None = 0
        self.results: dict[str, tuple[str, Any]] = {}
        self.make_picture: Callable[[], Path] | None = None  # instead of results: a new file for each answer
        self.begins = True  # does the call itself get a reply?
        self.fails = False  # is the reply an error?
        self.asked: list[dict[str, Any]] = []
        self.closed: list[str] = []
        self._connection = open_dbus_connection(address)
        self._connection.send_and_get_reply(message_bus.RequestName(PORTAL), timeout=5)
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def leave(self) -> None:
        """The bus stays, without a portal."""
        self._ending.set()
        self._thread.join()
        self._connection.send_and_get_reply(message_bus.ReleaseName(PORTAL), timeout=5)

    def end(self) -> None:
        self._ending.set()
        self._thread.join()
        self._connection.close()

    def _serve(self) -> None:
        while not self._ending.is_set():
            try:
                message = self._connection.receive(timeout=LOOK)
            except TimeoutError:
                continue
            if message.header.message_type is MessageType.method_call:
                self._answer(message)

    def _answer(self, call: Message) -> None:
        fields = {key.name: value for key, value in call.header.fields.items()}
        if fields["member"] == "Close":
            self.closed.append(fields["path"])
        if fields["member"] == "Get":
            self._connection.send(new_method_return(call, "v", (("u", 2),)))
        if fields["member"] != "Screenshot" or not self.begins:
            return
        options = call.body[1]
        self.asked.append(options)
        if self.fails:
            self._connection.send(new_error(call, "org.freedesktop.portal.Error.Failed", "s", ("broken",)))
            return
        sender = fields["sender"].removeprefix(":").replace(".", "_")
        path = f"{DESKTOP}/request/{sender}/{options['handle_token'][1]}"
        if self.make_picture is not None:
            self.results = {"uri": ("s", self.make_picture().as_uri())}
        if self.status is not None:  # before the reply, which is allowed
            emitter = DBusAddress(path, interface=REQUEST)
            self._connection.send(new_signal(emitter, "Response", "ua{sv}", (self.status, self.results)))
        self._connection.send(new_method_return(call, "o", (path,)))


@contextmanager
def screenshot_portal() -> Iterator[ScreenshotPortal]:
    """One on a bus that is named in the environment of this process while it lasts."""
    before = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    with private_bus() as address:
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = address
        portal = ScreenshotPortal(address)
        try:
            yield portal
        finally:
            portal.end()
            os.environ.pop("DBUS_SESSION_BUS_ADDRESS")
            if before is not None:
                os.environ["DBUS_SESSION_BUS_ADDRESS"] = before
