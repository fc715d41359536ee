"""Work on the network that can be left at once: a thread of its own does it, and whoever waits may stop waiting.

Neither looking a name up nor a server's silence can be ended from outside as fast as people expect of a cancel. So the
thread is left behind: it only reads, nothing that it still gets is taken, and its own time limits end it.
"""

from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass
from queue import Empty, Full, Queue
from threading import Event, Thread
from typing import TypeVar

POLL = 0.1  # seconds until a cancel is noticed: at once, to the ear
AHEAD = 16  # pieces, of 64 KiB at most, that may wait to be taken

Item = TypeVar("Item")
Pieces = Generator[Item, None, None]


class CancelError(Exception):
    """The user has cancelled. It stays within this room, which makes a result of it."""


@dataclass(frozen=True, slots=True)
class _End:
    error: BaseException | None = None


def interruptible(work: Callable[[], Pieces[Item]], cancelled: Event) -> Pieces[Item]:
    """What `work` yields, and raises; CancelError as soon as `cancelled` is set. To be closed when left early."""
    pieces: Queue[Item | _End] = Queue(AHEAD)
    left = Event()
    Thread(target=_hand_over, args=(work, pieces, left), name="hub", daemon=True).start()
    try:
        while not isinstance(piece := _next(pieces, cancelled), _End):
            yield piece
        if piece.error:
            raise piece.error
    finally:
        left.set()


def answer(work: Callable[[], Item], cancelled: Event) -> Item:
    """What `work` returns, and raises; CancelError as soon as `cancelled` is set."""

    def one() -> Pieces[Item]:
        yield work()

    with closing(interruptible(one, cancelled)) as answers:
        return next(answers)


def check_cancel(cancelled: Event) -> None:
    """Raise CancelError where the user has cancelled."""
    if cancelled.is_set():
        raise CancelError


def _next(pieces: "Queue[Item | _End]", cancelled: Event) -> Item | _End:
    while True:
        check_cancel(cancelled)
        try:
            return pieces.get(timeout=POLL)
        except Empty:
            continue


def _hand_over(work: Callable[[], Pieces[Item]], pieces: "Queue[Item | _End]", left: Event) -> None:
    end = _End()
    try:
        with closing(work()) as found:
            for piece in found:
                _put(pieces, piece, left)
                if left.is_set():
                    return
    except BaseException as error:  # whoever waits raises it
        end = _End(error)
    _put(pieces, end, left)


def _put(pieces: "Queue[Item | _End]", piece: Item | _End, left: Event) -> None:
    while not left.is_set():
        try:
            return pieces.put(piece, timeout=POLL)
        except Full:
            continue
