"""The first program of this user, as others can ask it.

It claims its place at once, before its window is there, but answers only once somebody is connected who can do what is
asked; who asks earlier waits, and learns of it if the program ends without. One thread answers; the callback is called
from it and must return at once.
"""

import json
import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from sparc_desktop.domain.action import Action

if sys.platform == "win32":
    from sparc_desktop.services.instance.pipe import Listener
    from sparc_desktop.services.instance.pipe import PipeConnection as Connection
else:
    from sparc_desktop.services.instance.unix import Connection, Listener

OK = b'{"ok": true}\n'
REFUSED = b'{"ok": false}\n'
log = logging.getLogger(__name__)
OnAction = Callable[[Action], None]


class Instance:
    """Use it in a `with` block around the life of the program."""

    def __init__(self, listener: Listener | None) -> None:
        self._listener = listener
        self._thread: threading.Thread | None = None

    def connect(self, on_action: OnAction) -> None:
        """From now on `on_action` hears of each request, and first of those that wait. Once only."""
        if self._listener:
            arguments = self._listener, on_action
            self._thread = threading.Thread(target=_serve, args=arguments, name="instance", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Stop listening; the next program that starts is the first."""
        if self._listener:
            if self._thread:
                self._listener.wake()
                self._thread.join()
            self._listener.close()
            self._listener = None

    def __enter__(self) -> "Instance":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def claim() -> Instance | None:
    """Become the first program of this user; None where another is running.

    Where the channel can't be made at all the program works without: nobody can ask it, and there may be a second.
    """
    try:
        return Instance(Listener())
    except BlockingIOError:
        return None
    except OSError as error:
        log.warning("Nobody can ask this program: %s", error)
        return Instance(None)


def _serve(listener: Listener, on_action: OnAction) -> None:
    while connection := listener.accept():
        try:
            _answer(connection, on_action)
        except (OSError, EOFError) as error:  # a client that sends nothing, or has gone
            log.warning("A request was not completed: %s", type(error).__name__)
        finally:
            connection.close()


def _answer(connection: Connection, on_action: OnAction) -> None:
    action = read_request(connection.receive())
    if action is None:
        log.warning("A request was refused: it is not one of ours")
        connection.answer(REFUSED)
    else:
        on_action(action)
        connection.answer(OK)


def read_request(untrusted_line: bytes) -> Action | None:
    """The action that a line asks for; None for anything but a well-formed request."""
    if not untrusted_line.endswith(b"\n"):
        return None
    try:
        untrusted = json.loads(untrusted_line)
        return Action(untrusted["do"]) if isinstance(untrusted, dict) and untrusted.keys() == {"do"} else None
    except (ValueError, RecursionError):
        return None
