"""Ten thousand descriptions: how long it takes to keep, search, open and delete them.

    python -m benchmarks.history

The history lies in a temporary folder. Half of the texts are Chinese, about 1,500 characters each.
"""

import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sparc_desktop.services.history.history import History

ENTRIES, LENGTH, ROUNDS = 10_000, 1500, 9
CHINESE = [chr(code) for code in range(0x4E00, 0x4E00 + 2500)]
ENGLISH = [f"word{number}" for number in range(3000)]
QUERIES = ("", "一", "一丁", "w", "word12", "word2999 word1", "nothing like it")


def sample(chance: random.Random) -> str:
    """One description."""
    if chance.random() < 0.5:
        return "".join(chance.choice(CHINESE) if chance.random() > 0.05 else "。" for _ in range(LENGTH))
    return ". ".join(" ".join(chance.choices(ENGLISH, k=12)) for _ in range(LENGTH // 100))


def show(name: str, work: Callable[[], object]) -> None:
    """Run it some times and print the median and the longest."""
    taken = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        result = work()
        taken.append((time.perf_counter() - began) * 1000)
    found = f"{len(result):6} found" if isinstance(result, list) else ""
    print(f"{name:32} {statistics.median(taken):7.1f} ms, longest {max(taken):7.1f} ms {found}")


def main() -> None:
    """Fill a history, then measure."""
    chance = random.Random(1)  # noqa: S311  (no secret)
    with tempfile.TemporaryDirectory() as folder:
        history = History(Path(folder) / "history.sqlite")
        began = time.perf_counter()
        numbers = [history.add(f"picture {number}.png", sample(chance)) for number in range(ENTRIES)]
        each = (time.perf_counter() - began) * 1000 / ENTRIES
        size = (Path(folder) / "history.sqlite").stat().st_size / 2**20
        print(f"{ENTRIES} descriptions kept, {each:.1f} ms each; the file has {size:.0f} MiB")
        for query in QUERIES:
            show(f"search {query!r}", lambda query=query: history.search(query))  # type: ignore[misc]
        show("open", lambda: history.open(chance.choice(numbers)))
        show("count", history.count)
        show("delete", lambda: history.delete(numbers.pop()))


if __name__ == "__main__":
    main()
