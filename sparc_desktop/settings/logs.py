"""The program's log: one small rotating file in the user's log folder.

It is for finding faults, so it holds what the program did and how that failed, and never what a picture shows, is
called or is described as.
"""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

import platformdirs

MAX_BYTES = 256 * 1024  # small enough to be sent along with a report
KEPT = 2  # older files beside the current one
FORMAT = "%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"


def log_folder() -> Path:
    """Where the log lies."""
    return platformdirs.user_log_path("sparc-desktop", appauthor=False)


def start_log(folder: Path | None = None) -> None:
    """Write the log from now on. Where it can't be written the program works without one."""
    folder = folder or log_folder()
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    logging.raiseExceptions = False  # a log on a full disk must not be heard of either
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "sparc-desktop.log", maxBytes=MAX_BYTES, backupCount=KEPT, encoding="utf-8", delay=False
        )
    except OSError as error:
        root.addHandler(logging.NullHandler())  # without any handler, faults would be printed for the user to hear
        root.warning("no log can be written: %s", error.strerror)
        return
    handler.setFormatter(logging.Formatter(FORMAT))
    root.addHandler(handler)
