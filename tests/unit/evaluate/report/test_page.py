"""The page: that everybody can read it, in every language, and that nothing in it can do harm."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from sparc_desktop import translation
from sparc_desktop.evaluate.measures import Score
from sparc_desktop.evaluate.report.charts import LINE, MOST, Frame, Line, _apart, _number, _ticks, line_chart
from sparc_desktop.evaluate.report.page import page
from sparc_desktop.evaluate.report.results import results_of
from tests.support.page_tree import PageTree
from tests.unit.evaluate.report.rows import HOSTILE, benchmark, strangers, task, world

FEW = 20
FRAME = Frame("x", "Title", "Description", "axis")


def whole() -> str:
    """A page of four files, one of each sort."""
    captions = {"world.jsonl": world(), "foreign.jsonl": strangers()}
    captions |= {f"{name}.jsonl": benchmark(name) for name in ("coco", "docci")}
    return page([(name, results_of(each, resamples=FEW)) for name, each in captions.items()])


@pytest.fixture(scope="module")
def tree() -> PageTree:
    return PageTree(whole())


def test_it_says_what_was_measured(tree: PageTree) -> None:
    words = tree.words()
    for expected in (
        "What captions are worth",
        "drawings, test, numbers 0 to 3: 4 scored",
        "Describe this.",
        "Tiny (abc)",
        "alpha 1.1",
        "Differences from none",
        "−0.250 (−0.250 to −0.250), worse",
        "Recall that each third adds",
        "Attention to the picture, step by step",
        "sparc: 0.595 at 1 to 2, 0.415 at 19 to 20",
        "Before and after a thing is told",
        "False refusals",
        "CLAIR (two)",
        "How to read this",
    ):
        assert expected in words, expected


def test_headings_and_tables_are_in_order(tree: PageTree) -> None:
    levels = [int(tag[1]) for tag, _ in tree.tags if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels.count(2) == 1 + 4 + 1  # all files, each file, and how to read it
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(tree.all("caption")) == len(tree.all("table")) > 20
    assert all(head["scope"] in ("col", "row") for head in tree.all("th"))


def test_captions_that_name_nothing_have_a_page() -> None:
    made = world()
    silent = replace(made, rows=tuple(replace(row, caption="Well.") for row in made.rows))
    assert "Recall that each third adds" in (told := page([("silent.jsonl", results_of(silent, resamples=FEW))]))
    assert "Precision in each third" not in told


def test_a_wide_table_can_be_moved_with_the_keyboard(tree: PageTree) -> None:
    around = [each for each in tree.all("div") if each.get("class") == "scroll"]
    assert len(around) == len(tree.all("table"))
    assert all(each["tabindex"] == "0" and each["role"] == "group" and each["aria-label"] for each in around)


def test_a_method_with_settings_has_its_name_alone_in_a_chart() -> None:
    label, made = "sparc:alpha=1.1:tau=3", world()
    rows = tuple(replace(row, method=label if row.method == "sparc" else row.method) for row in made.rows)
    told = page([("long.jsonl", results_of(replace(made, rows=rows), resamples=FEW))])
    charts = re.findall("<svg.*?</svg>", told, re.DOTALL)
    assert charts
    assert not any(label in chart for chart in charts)
    assert any(">sparc</text>" in chart for chart in charts)
    assert f">{label}</th>" in told
    assert "Differences from none: sparc<" in told


def test_every_row_of_a_table_is_as_long_as_its_head(tree: PageTree) -> None:
    tables = re.findall(r"<table.*?</table>", whole())
    for each in tables:
        head, *rows = re.findall(r"<tr>.*?</tr>", each)
        assert rows
        assert {len(re.findall("<t[hd]", row)) for row in (head, *rows)} == {len(re.findall("<th", head))}


def test_every_chart_has_a_title_a_description_and_a_table_beside_it(tree: PageTree) -> None:
    charts = tree.all("svg")
    assert len(charts) >= 10
    identifiers = [attributes["id"] for _, attributes in tree.tags if "id" in attributes]
    assert len(identifiers) == len(set(identifiers))
    for chart in charts:
        assert chart["role"] == "img"
        assert chart["aria-labelledby"] in identifiers
        assert chart["aria-describedby"] in identifiers
    assert len(tree.text("desc")) == len(charts)
    assert len(tree.all("figure")) == len(charts)
    places = [place for place, (tag, _) in enumerate(tree.tags) if tag == "figure"]
    for place in places:
        around = [tag for tag, _ in tree.tags[:place] if tag in ("table", "h2")][-1:]
        around += [tag for tag, _ in tree.tags[place + 1 :] if tag in ("table", "h2")][:1]
        assert "table" in around


def test_all_words_are_translated(monkeypatch: pytest.MonkeyPatch) -> None:
    class Marked(dict[tuple[str, str], str]):
        def get(self, key: tuple[str, str], default: str = "") -> str:  # type: ignore[override]
            return f"译{default}" if key != ("Page", "en") else "zh-CN"

    monkeypatch.setattr(translation, "_table", lambda language: Marked())
    made = PageTree(whole())
    own = re.compile(
        r"[\d\s.,%+−/-]*|(none|sparc|pai)(: [\d.+−]+)?|hills|noise|.*\.jsonl.*|(alpha|tau) .*|Tiny .*|Describe this\."
    )
    for path, text in made.texts:
        if path[-1] != "style" and not own.fullmatch(text):
            assert "译" in text, text
    assert made.all("html")[0]["lang"] == "zh-CN"


def test_nothing_comes_from_outside_and_nothing_runs(tree: PageTree) -> None:
    assert not {"script", "iframe", "object", "embed", "link", "form", "base", "a", "img"} & {
        tag for tag, _ in tree.tags
    }
    for _, attributes in tree.tags:
        assert not any(name.startswith("on") or name in ("style", "src", "href") for name in attributes)
    assert "http" not in whole().replace("http-equiv", "")


def test_hostile_names_and_words_are_only_words() -> None:
    captions = replace(world(), task=task(prompt=HOSTILE))
    rows = tuple(replace(row, method=f"{HOSTILE}{row.method}", settings={HOSTILE: HOSTILE}) for row in captions.rows)
    made = PageTree(page([(HOSTILE, results_of(replace(captions, rows=rows), resamples=FEW))]))
    assert not made.all("script", "img")
    assert not any("\u202e" in text for _, text in made.texts)


def test_a_file_without_captions_has_a_page_too() -> None:
    empty = replace(world(), rows=())
    made = PageTree(page([("empty", results_of(empty, resamples=FEW))]))
    assert "0 scored" in made.words()


@pytest.fixture
def score() -> Iterator[Score]:
    yield Score(0.5, 0.4, 0.6, 9)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 1, "0.0 0.2 0.4 0.6 0.8 1.0"),
        (-0.02, 0.03, "−0.02 −0.01 0.00 0.01 0.02 0.03"),
        (0, 0, "0.0000 0.0002 0.0004 0.0006 0.0008 0.0010"),
        (0, 512, "0 100 200 300 400 500 600"),
        (0.3, 0.35, "0.30 0.31 0.32 0.33 0.34 0.35"),
    ],
)
def test_axes_have_round_numbers_that_hold_all_values(low: float, high: float, expected: str) -> None:
    ticks = _ticks(low, high)
    assert " ".join(_number(tick, ticks) for tick in ticks) == expected


def test_names_at_the_ends_of_lines_never_lie_upon_each_other() -> None:
    for ends in ([16.0] * MOST, [100.0] * MOST, [300.0] * MOST, [100, 105, 250], [20.0, 15.0]):
        moved = _apart(ends)
        assert all(after - before >= LINE - 1e-9 for before, after in pairwise(sorted(moved)))
        assert min(moved) >= 0
        assert max(moved) <= 360 - 56 + LINE


def test_a_line_with_gaps(score: Score) -> None:
    drawn = line_chart(FRAME, [Line("a", [score, None, score]), Line("b", [None, score, None])], ["1", "2", "3"])
    first, second = re.findall(r'points="([^"]*)"', drawn)
    assert len(first.split()) == 2
    assert len(second.split()) == 1
