"""A place to listen at: whoever is connected is called with what is emitted, in the order of connecting.

It has the two methods of Qt's signals that the program uses, so that what knows no Qt can be connected alike. It knows
no threads: what is emitted arrives on the thread that emits it.
"""

from collections.abc import Callable
from typing import Generic, ParamSpec

Arguments = ParamSpec("Arguments")


class Hook(Generic[Arguments]):
    """`Hook[int, str]` takes functions of an int and a str."""

    def __init__(self) -> None:
        self._listeners: list[Callable[Arguments, object]] = []

    def connect(self, listener: Callable[Arguments, object]) -> None:
        """Call it from now on."""
        self._listeners.append(listener)

    def emit(self, *arguments: Arguments.args, **named: Arguments.kwargs) -> None:
        """Tell everyone."""
        for listener in tuple(self._listeners):
            listener(*arguments, **named)

    def disconnect(self, listener: Callable[Arguments, object]) -> None:
        """Call it no more; ValueError where it was not connected."""
        self._listeners.remove(listener)
