"""Memory goes back to the system when it is done with: that of weights mapped from a file, and what was only freed."""

import ctypes
import mmap
import sys
from collections.abc import Set
from pathlib import Path

from torch import Tensor

MAPS = Path("/proc/self/maps")  # Linux alone; elsewhere the system takes the memory back when it needs it
DONT_NEED = 4  # MADV_DONTNEED: the pages go at once, and are read anew should anybody want them


def let_go(weight: Tensor, files: Set[str]) -> None:
    """Give back the memory of a weight that is mapped from one of these files; nothing happens to any other.

    The files are given as they are called without links. The weight must not have been written to.
    """
    first, last = weight.data_ptr(), weight.data_ptr() + weight.nbytes
    if not MAPS.exists() or not any(begin <= first and last <= end for begin, end in _mapped(files)):
        return
    first = -(-first // mmap.PAGESIZE) * mmap.PAGESIZE
    length = last // mmap.PAGESIZE * mmap.PAGESIZE - first
    if length > 0:
        ctypes.CDLL(None).madvise(ctypes.c_void_p(first), ctypes.c_size_t(length), DONT_NEED)


def trim() -> None:
    """Give back what was freed, which glibc would keep, for each of torch's threads its own."""
    if sys.platform == "linux" and (malloc_trim := getattr(ctypes.CDLL(None), "malloc_trim", None)):
        malloc_trim(0)


def _mapped(files: Set[str]) -> list[tuple[int, int]]:
    """Where these files are in memory."""
    rows = [line.split(maxsplit=5) for line in MAPS.read_text().splitlines()]
    lines = [row[0] for row in rows if row[-1] in files]
    return [(int(begin, 16), int(end, 16)) for begin, _, end in (line.partition("-") for line in lines)]
