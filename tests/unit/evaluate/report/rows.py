"""Files of captions made by hand, of which every score can be told."""

from sparc_desktop.evaluate.runs.captions_file import Captions
from sparc_desktop.evaluate.runs.row import BINS, Looks, Rated, References, Row, Stranger
from sparc_desktop.evaluate.runs.task import Task
from sparc_desktop.evaluate.world.facts import Facts, Ground, Item

HOSTILE = "<script>alert('1')</script>\"><img src=x onerror=alert(1)>\u202egnp.exe"
PLACES = {"dog": "top left", "cat": "centre", "cow": "bottom right"}


def task(pictures: str = "drawings", prompt: str = "Describe this.", batch: int = 2) -> Task:
    return Task(pictures, "test", 0, 4, "en", "detailed", prompt, 512, batch, "Tiny", "abc", "full")


def facts(*kinds: str) -> Facts:
    items = tuple(Item(kind, size="small", place=PLACES[kind]) for kind in kinds)  # type: ignore[arg-type]
    return Facts("drawing", Ground("red", "plain"), items)


def caption(*kinds: str) -> str:
    return " ".join(f"On the left side there is a small {kind}." for kind in kinds)


def looks(first: float, tokens: int = 20, gain: float = 1.0) -> Looks:
    """The share falls from `first` by a hundredth a token; a thing has twice the usual attention once it is told."""
    share = tuple(round(first - 0.01 * token, 4) for token in range(tokens))
    around = tuple((2.0 * 5 if edge >= 0 else 1.0 * 5, 5) for edge in BINS[:-1])
    own = () if gain == 1 else tuple(round(each / gain, 4) for each in share)
    return Looks(share, own, (0.0, *[0.1] * (tokens - 1)), around)


def world() -> Captions:
    """Four pictures; two methods, the second of which names one more thing that is there, and one that isn't."""
    truths = [facts("dog", "cat", "cow")] * 2 + [facts("dog", "cat", "cow", "dog")] * 2
    told = {"none": ("dog", "cat"), "sparc": ("dog", "cat", "cow", "pig")}
    rows = [
        Row(
            f"test/{number}",
            method,
            caption(*kinds),
            truth,
            tokens=20,
            seconds=None if number < 2 else {"none": 0.2, "sparc": 0.3}[method],
            settings={"alpha": 1.1} if method == "sparc" else {},
            refused=number == 3,
            looks=looks({"none": 0.5, "sparc": 0.6}[method], gain={"none": 1.0, "sparc": 1.2}[method])
            if number < 2
            else Looks(),
        )
        for number, truth in enumerate(truths)
        for method, kinds in told.items()
    ]
    return Captions(task(), tuple(rows), ())


def strangers() -> Captions:
    families = ["noise", "noise", "hills", "hills"]
    rows = [
        Row(f"test/{number}", "none", "A dog.", Stranger(family), 5, refused=number != 2)
        for number, family in enumerate(families)
    ]
    return Captions(task("foreign"), tuple(rows), ())


def benchmark(pictures: str) -> Captions:
    truth = References(("A man rides a brown horse.",), ("horse", "person"))
    told = {"none": "A man and a bicycle.", "pai": "A man on a brown horse."}
    rows = tuple(Row(str(number), method, text, truth, 9) for number in range(2) for method, text in told.items())
    rated = tuple(
        Rated(row.picture, row.method, judge, {"none": 40.0, "pai": 90.0}[row.method] + number)
        for number, judge in enumerate(("one", "two"))
        for row in rows
    )
    return Captions(task(pictures), rows, rated)
