"""What is kept is found, opened and deleted again, whatever characters it is made of."""

import json
import random
import subprocess
import sys
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sparc_desktop import translation
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.domain.said import Said
from sparc_desktop.services.history.history import History

HOSTILE = [
    "\0",
    "a\0b",
    "\ud800",
    "' OR 1=1 --",
    '"',
    "%",
    "_",
    "NEAR(a b)",
    "a* AND",
    "\\",
    "\u202eabc",
    "x" * 200_000,
    "",
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "history.sqlite"


@pytest.fixture
def history(path: Path) -> History:
    return History(path)


def labels(history: History, query: str = "") -> list[str]:
    return [record.label for record in history.search(query)]


def code_of(work: object, *arguments: object) -> Code:
    assert callable(work)
    with pytest.raises(ExpectedError) as caught:
        work(*arguments)
    return caught.value.failure.code


def test_nothing_is_on_the_disk_before_something_is_kept(history: History, path: Path, tmp_path: Path) -> None:
    assert history.search() == history.search("cat") == []
    assert history.count() == 0
    history.amend(1, Said("text"))
    history.delete_all()
    assert code_of(history.open, 1) == code_of(history.delete, 1) == Code.HISTORY_GONE
    assert history.export(tmp_path / "export.html") == 0
    assert list(tmp_path.iterdir()) == []
    history.add("cat.png", Said("A cat."))
    assert list(path.parent.iterdir()) == [path]


def test_the_file_is_for_its_owner_alone(history: History, path: Path) -> None:
    history.add("cat.png", Said("A cat."))
    assert path.stat().st_mode & 0o777 == 0o600


def test_what_was_kept_comes_back(history: History, path: Path) -> None:
    before = int(time.time())
    said = Said("A cat. It sleeps.", "Text: “MILK”\nTEA", ('Question: "Why?"', "It's tired.\nSo."))
    number = history.add("cat.png", said, b"\x89PNG\0picture")
    entry = History(path).open(number)
    assert (entry.label, entry.said) == ("cat.png", said)
    assert labels(history, "tired") == labels(history, "milk tea") == ["cat.png"]
    assert entry.untrusted_picture == b"\x89PNG\0picture"
    assert before <= entry.at <= time.time()
    (record,) = history.search()
    assert (record.number, record.at, record.label, record.beginning) == (number, entry.at, "cat.png", "A cat.")


def test_the_picture_is_kept_only_where_it_is_given(history: History, path: Path) -> None:
    assert history.open(history.add("cat.png", Said("A cat."))).untrusted_picture is None


def test_an_answer_makes_the_text_longer_and_is_found(history: History) -> None:
    first, second = history.add("cat.png", Said("A cat.")), history.add("dog.png", Said("A dog."))
    longer = Said("A cat.", "", ("What colour?", "Black."))
    history.amend(first, longer)
    assert history.open(first).said == longer
    assert history.open(second).said == Said("A dog.")
    assert labels(history, "black") == ["cat.png"]


def test_the_newest_comes_first_and_a_limit_holds(history: History) -> None:
    for name in ("one", "two", "three"):
        history.add(name, Said("A cat."))
    assert labels(history) == labels(history, "cat") == ["three", "two", "one"]
    assert [record.label for record in history.search("cat", 2)] == ["three", "two"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("cat", ["cat.png"]),
        ("CAT.PNG", ["cat.png"]),
        ("mat sleeps", ["cat.png"]),
        ("mat barks", []),
        ("  ", ["Über.png", "猫.png", "cat.png"]),
        ("狗", ["猫.png"]),
        ("只狗", ["猫.png"]),
        ("一只狗在草", ["猫.png"]),
        ("马", []),
        ("über STRASSE", ["Über.png"]),
        ("u\u0308ber", ["Über.png"]),
        ("ＣＡＴ", ["cat.png"]),
        ("m", ["cat.png"]),
        ("100%", ["Über.png"]),
        ("1%0", []),
        ("s_eeps", []),
        ("a_b", ["Über.png"]),
        ('"a"', []),
        ("cat OR dog", []),
        ("sleep*", []),
        ("'", []),
    ],
)
def test_found_are_those_that_hold_all_words(history: History, query: str, found: list[str]) -> None:
    history.add("cat.png", Said("It sleeps on a mat."))
    history.add("猫.png", Said("一只狗在草地上奔跑。"))
    history.add("Über.png", Said("Eine Straße, 100% leer, a_b."))
    assert labels(history, query) == found


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_characters_are_kept_found_and_exported(history: History, tmp_path: Path, text: str) -> None:
    kept = text.replace("\0", "\ufffd").replace("\ud800", "\ufffd")
    number = history.add(text, Said(text, text, (text, text)))
    entry = history.open(number)
    assert (entry.label, entry.said) == (kept, Said(kept, kept, (kept, kept)))
    assert [record.number for record in history.search(text)] == [number]
    history.amend(number, Said(f"more {text}"))
    assert history.open(number).said == Said(f"more {kept}")
    for name in ("export.html", "export.json"):
        assert history.export(tmp_path / name) == 1
    assert json.loads((tmp_path / "export.json").read_text("utf-8"))[0]["label"] == kept


@pytest.mark.parametrize("query", [" ".join(str(number) for number in range(5000)), "x" * 1_000_000, "(" * 2000])
def test_a_query_beyond_all_measure_finds_nothing(history: History, query: str) -> None:
    history.add("cat.png", Said("A cat."))
    assert history.search(query) == []
    assert history.count() == 1, "it was no fault of the file"


def test_a_deleted_one_is_gone_and_can_be_brought_back_to_its_place(history: History) -> None:
    numbers = [history.add(name, Said(f"{name}."), name.encode()) for name in ("one", "two", "three")]
    entry = history.delete(numbers[1])
    assert labels(history) == ["three", "one"]
    assert code_of(history.open, numbers[1]) == code_of(history.delete, numbers[1]) == Code.HISTORY_GONE
    history.amend(numbers[1], Said("never"))
    assert history.search("never") == []
    history.restore(entry)
    assert labels(history) == ["three", "two", "one"]
    assert history.open(numbers[1]) == entry


def test_a_number_never_comes_back(history: History, path: Path) -> None:
    numbers = [history.add("cat.png", Said("A cat."))]
    history.delete(numbers[0])
    numbers.append(history.add("cat.png", Said("A cat.")))
    history.delete_all()
    numbers.append(history.add("cat.png", Said("A cat.")))
    path.unlink()
    numbers += [history.add("cat.png", Said("A cat.")), history.add("cat.png", Said("A cat."))]
    assert sorted(set(numbers)) == numbers


def leftovers(folder: Path, marks: list[str]) -> list[str]:
    """The marks that are still in any file, whatever the size of their letters."""
    files = [path.read_bytes().lower() for path in folder.rglob("*") if path.is_file()]
    return [mark for mark in marks if any(mark.lower().encode() in data for data in files)]


@pytest.mark.parametrize("longest", [60, 3000])
def test_nothing_of_a_deleted_one_remains_in_any_file(history: History, path: Path, longest: int) -> None:
    chance = random.Random(longest)
    living: dict[int, list[str]] = {}
    dead: list[str] = []
    for number in range(300):
        mark = f"Mark{number:04}x"
        match chance.choice(("add", "add", "add", "amend", "delete")) if living else "add":
            case "add":
                text = f"{mark}a. {'y' * chance.randrange(longest)} {mark}b"
                picture = f"{mark}c".encode() * chance.randrange(1, longest) if chance.random() < 0.4 else None
                living[history.add(f"{mark}d", Said(text), picture)] = [mark]
            case "amend":
                each = chance.choice(list(living))
                history.amend(each, Said(f"{mark} {'z' * chance.randrange(longest)}"))
                living[each].append(mark)
            case "delete":
                each = chance.choice(list(living))
                history.delete(each)
                dead += living.pop(each)
    assert leftovers(path.parent, [living[min(living)][0]]), "else the marks could not be found at all"
    assert leftovers(path.parent, dead) == []


def test_nothing_of_anything_remains_once_all_is_deleted(history: History, path: Path) -> None:
    for number in range(50):
        history.add(f"label {number} Secret1", Said("Secret2. " * 500), b"Secret3" * 9000)
    full = path.stat().st_size
    kept = path.with_name("history.broken-20250101-000000.sqlite")
    kept.write_text("Secret4")
    history.delete_all()
    assert (history.count(), history.search()) == (0, [])
    assert list(path.parent.iterdir()) == [path]
    assert leftovers(path.parent, ["Secret1", "Secret2", "Secret3", "Secret4"]) == []
    assert path.stat().st_size < full / 10
    history.add("cat.png", Said("A cat."))
    assert labels(history) == ["cat.png"]


def test_two_processes_keep_at_the_same_time(history: History, path: Path) -> None:
    keep = (
        "import sys; from pathlib import Path; from sparc_desktop.services.history.history import History\n"
        "from sparc_desktop.domain.said import Said\n"
        "history = History(Path(sys.argv[1]))\n"
        "for number in range(40): history.add(f'{sys.argv[2]} {number}', Said('A cat.'))"
    )
    others = [subprocess.Popen([sys.executable, "-c", keep, str(path), name]) for name in ("first", "second")]
    assert [other.wait(60) for other in others] == [0, 0]
    assert sorted(labels(history)) == sorted(f"{name} {number}" for name in ("first", "second") for number in range(40))


class Page(HTMLParser):
    """The tags of a page, and its texts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append(data.strip())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_the_page_holds_all_of_it_and_no_markup_of_the_text(history: History, tmp_path: Path) -> None:
    history.add("<script>alert(1)</script>", Said("A <b>cat</b> & a dog.\n\n一只猫。\n</main><img src=x onerror=y>"))
    history.add('cat" onload="x.png', Said("A cat."), b"\x89PNG\r\n\x1a\n...")
    history.add("strange.png", Said("Strange."), b"<svg onload=alert(1)>")
    assert history.export(tmp_path / "all.html") == 3
    page = Page((tmp_path / "all.html").read_text("utf-8"))
    assert page.all("script") == page.all("b") == []
    assert page.all("html") == [{"lang": "en"}]
    assert len(page.all("h1")) == len(page.all("title")) == len(page.all("main")) == 1
    assert len(page.all("h2")) == len(page.all("article")) == 3
    (image,) = page.all("img")
    assert str(image["src"]).startswith("data:image/png;base64,")
    assert image["alt"] == 'Picture: cat" onload="x.png'
    assert [each["lang"] for each in page.all("p") if "lang" in each] == ["zh-CN"]
    for text in ("<script>alert(1)</script>", "A <b>cat</b> & a dog.", "一只猫。", "</main><img src=x onerror=y>"):
        assert text in page.texts
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["all.html"]


def test_the_data_holds_all_of_it(history: History, tmp_path: Path) -> None:
    history.add("one.png", Said("A cat.\nAnd a dog."), b"\xff\xfe")
    history.add("两.png", Said("一只猫。"))
    assert history.export(tmp_path / "all.JSON") == 2
    second, first = json.loads((tmp_path / "all.JSON").read_text("utf-8"))
    assert (first["label"], first["text"], first["picture"]) == ("one.png", "A cat.\nAnd a dog.", "//4=")
    assert (second["label"], second["text"], second["picture"]) == ("两.png", "一只猫。", None)
    assert first["time"].endswith("+00:00")


def test_the_page_is_in_the_language_of_the_program(history: History, tmp_path: Path) -> None:
    history.add("cat.png", Said("A cat."))
    translation.use_language("zh_CN")
    try:
        history.export(tmp_path / "all.html")
    finally:
        translation.use_language("en")
    page = Page((tmp_path / "all.html").read_text("utf-8"))
    assert page.all("html") == [{"lang": "zh-CN"}]
    assert [each["lang"] for each in page.all("p") if "lang" in each] == ["en"]


def test_an_export_is_its_owner_s_alone_and_goes_where_a_link_leads(history: History, tmp_path: Path) -> None:
    history.add("cat.png", Said("A cat."))
    (tmp_path / "link.html").symlink_to(tmp_path / "all.html")
    assert history.export(tmp_path / "link.html") == 1
    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "all.html").stat().st_mode & 0o077 == 0


def test_where_nothing_can_be_exported(history: History, tmp_path: Path) -> None:
    history.add("cat.png", Said("A cat."))
    (tmp_path / "file").touch()
    for path in (tmp_path / "no" / "all.html", tmp_path / "file" / "all.html", tmp_path / "folder"):
        assert code_of(history.export, path) == Code.FILE_UNWRITABLE
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]
