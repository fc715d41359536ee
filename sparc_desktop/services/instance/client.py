"""Asks the running program to act, and starts it where it is not running.

The whole way, from the shell to the accepted request, is to take less than 50 ms. Hence the bare socket, and the
late imports of everything that is needed only where something fails.
"""

import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sparc_desktop.domain.action import Action
from sparc_desktop.services.instance.limits import ANSWER_SECONDS

if sys.platform == "win32":
    from sparc_desktop.services.instance.pipe import ask
else:
    from sparc_desktop.services.instance.unix import ask

if TYPE_CHECKING:
    import subprocess

    from sparc_desktop.domain.failure import Failure

COMMAND = "trigger"
FAILED = 7  # exit code; `cli_terminal.Exit.TRIGGER` is the same
START_SECONDS = 20.0  # a cold start from a slow disk; the program listens before its window is there
PAUSE_SECONDS = 0.05  # between two looks whether the started program listens
ACCEPTED = b'{"ok": true}\n'
NO_DISPLAY = 6  # the exit code of a window that can't be shown


def asked_action(arguments: Sequence[str]) -> Action | None:
    """The action, where the arguments are exactly `trigger ACTION`; all else is for the full command line."""
    if len(arguments) == 2 and arguments[0] == COMMAND and arguments[1] in tuple(Action):
        return Action(arguments[1])
    return None


def run(action: Action) -> int:
    """Have the action done; says on standard error what failed. Returns the exit code."""
    failure = trigger(action)
    if failure is None:
        return 0
    from sparc_desktop import translation
    from sparc_desktop.services.sentences import sentence

    translation.use_language("system")
    print(f"sparc-desktop: {sentence(failure)}", file=sys.stderr)
    return FAILED


def trigger(action: Action) -> "Failure | None":
    """Ask the running program, or start it and ask then; None once it has accepted."""
    try:
        return _ask(action)
    except (ConnectionError, FileNotFoundError):
        return _start_and_ask(action)


def request(action: Action) -> "Failure | None":
    """Ask the running program, and start none."""
    try:
        return _ask(action)
    except (ConnectionError, FileNotFoundError):
        return _not_answering()


def _ask(action: Action, seconds: float = ANSWER_SECONDS) -> "Failure | None":
    try:
        untrusted_answer = ask(f'{{"do": "{action.value}"}}\n'.encode(), seconds)
    except (ConnectionError, FileNotFoundError):
        raise
    except OSError:  # it does not answer in time, or is another user's
        return _not_answering()
    return None if untrusted_answer == ACCEPTED else _not_answering()


def _not_answering() -> "Failure":
    from sparc_desktop.domain.failure import Code, Failure

    return Failure(Code.NOT_ANSWERING)


def _start_and_ask(action: Action) -> "Failure | None":
    from sparc_desktop.domain.failure import Code, Failure

    try:
        process = _start()
    except OSError as error:
        return Failure(Code.NOT_STARTED, {"reason": str(error.strerror)})
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            return _ask(action, deadline - time.monotonic())
        except (ConnectionError, FileNotFoundError):
            if status := process.poll():  # 0: another program was quicker, and will listen
                return _ended(status)
        time.sleep(PAUSE_SECONDS)
    return _not_answering()


def _ended(status: int) -> "Failure":
    from sparc_desktop.domain.failure import Code, Failure
    from sparc_desktop.translation import translate

    if status == NO_DISPLAY:
        return Failure(Code.NO_DISPLAY)
    reason = translate("Trigger", "it ended with status {status}").format(status=status)
    return Failure(Code.NOT_STARTED, {"reason": reason})


def _start() -> "subprocess.Popen[bytes]":
    """Start the program without showing its window, in a session of its own that outlives this process."""
    import subprocess

    from sparc_desktop.resources import program_command

    null = subprocess.DEVNULL
    options: dict[str, int] = {}
    if sys.platform == "win32":
        options["creationflags"] = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
    command = [*program_command(), "--background"]
    return subprocess.Popen(command, stdin=null, stdout=null, stderr=null, start_new_session=True, **options)  # type: ignore[call-overload,no-any-return]
