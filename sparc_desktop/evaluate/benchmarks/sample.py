"""What a benchmark gives for one picture."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sample:
    """One picture. Two with the same name are the same picture; `read` gives the bytes of its file, untrusted.

    `references` are what people (or, in DetailCaps, three large models) have written of it; `objects` the names of
    what annotators have found in it, where a benchmark has them.
    """

    name: str
    read: Callable[[], bytes]
    references: tuple[str, ...]
    objects: frozenset[str] = frozenset()


Reader = Callable[[Path, str], list[Sample]]  # of a folder and the name of a split; raises ExpectedError
