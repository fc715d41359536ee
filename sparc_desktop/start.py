"""Where the program starts: the one thing that must be quick is done here, all else in `app`.

A hotkey of the desktop runs `sparc-desktop trigger ACTION` and must be answered at once, so that is done before the
program itself is loaded: about 30 ms instead of half a second.
"""

import sys
from collections.abc import Sequence

from sparc_desktop.services.instance import client


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    if action := client.asked_action(arguments):
        return client.run(action)
    from sparc_desktop import app

    return app.main(arguments)
