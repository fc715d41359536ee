"""Python's garbage is collected in the thread of the windows alone.

By itself the collector runs in whichever thread happens to need it. What it frees may own windows, timers and
processes of Qt's, and those end a program that destroys them in a thread that they do not belong to.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1000  # ms


class GarbageCollector(QObject):
    """Collects in the thread that it lives in, and from now on nothing else does; at the usual thresholds."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(collect)
        timer.start(EVERY)


def collect() -> None:
    """The oldest generation that is due, and with it the younger ones."""
    counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, (count, most) in enumerate(counts) if count > most]
    if due:
        gc.collect(due[-1])
