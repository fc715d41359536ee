"""The Qt binding is sound: PySide6 6.12.0 with Python 3.11 loses a reference to None at each call that returns nothing.

After some thousand calls such a program ends with "none_dealloc: deallocating None", whatever it does itself.
"""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Signal

CALLS = 100


class Emitter(QObject):
    happened = Signal(object)


CALLED: dict[str, Callable[[Emitter], object]] = {
    "void": lambda emitter: emitter.setObjectName("x"),
    "object": lambda emitter: emitter.parent(),
    "signal": lambda emitter: emitter.happened.emit(None),
}


@pytest.mark.parametrize("call", CALLED.values(), ids=CALLED.keys())
def test_no_reference_is_lost(call: Callable[[Emitter], object]) -> None:
    emitter = Emitter()
    call(emitter)
    before = [sys.getrefcount(value) for value in (None, True, False)]
    for _ in range(CALLS):
        call(emitter)
    after = [sys.getrefcount(value) for value in (None, True, False)]
    assert all(now > then - CALLS / 2 for then, now in zip(before, after, strict=True))
