"""The page: what it says, that everybody can read it, and that nothing in it can do harm."""

import base64
import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PIL import Image

from sparc_desktop import translation
from sparc_desktop.domain.decay import Window
from sparc_desktop.domain.explanation import EncodedPicture, Explanation, Method, Step, Telling, ToldSentence
from sparc_desktop.domain.places import WHOLE, Box, HeatMap
from sparc_desktop.services.explanation_page import explanation_page
from sparc_desktop.services.explanation_page.words import decay_in_words, looked_at, unseen
from tests.support.page_tree import PageTree

CHINESE = re.compile(r"[\u3400-\u9fff]")
HOSTILE = "<script>alert('1')</script>\"><img src=x onerror=alert(1)>\u202egnp.exe\0"


def picture(width: int = 40, height: int = 30) -> EncodedPicture:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "red").save(buffer, "PNG")
    return EncodedPicture(buffer.getvalue(), "image/png", width, height)


def heat(row: int, column: int, box: Box = WHOLE) -> HeatMap:
    return HeatMap(tuple(tuple(float((y, x) == (row, column)) for x in range(3)) for y in range(3)), box)


def steps(first: float, last: float, words: int = 30) -> tuple[Step, ...]:
    return tuple(
        Step(word, share * 0.9, share)
        for word in range(1, words + 1)
        for share in [first + (last - first) * (word - 1) / (words - 1)]
    )


def an_explanation() -> Explanation:
    sentences = (ToldSentence("A cat at the top.", heat(0, 1)), ToldSentence("A dog below it.", heat(2, 1)))
    return Explanation(
        Method("Tiny", 1.1, 0.1, 1.5, 20, 32, 400),
        picture(),
        picture(20, 15),
        WHOLE,
        Telling(sentences, steps(0.4, 0.2), complete=True),
        Telling((ToldSentence("A cat and a mouse."),), steps(0.4, 0.1), complete=True),
    )


@pytest.fixture(params=translation.LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    translation.use_language(request.param)
    yield request.param
    translation.use_language("en")


@pytest.fixture
def page() -> str:
    return explanation_page(an_explanation(), "cat.png")


def test_it_says_what_the_pictures_show(page: str) -> None:
    words = PageTree(page).words()
    for expected in (
        "Where the model looked: cat.png",
        "A cat at the top.",
        "The model looked mostly at the upper middle (100 %).",
        "The model looked mostly at the lower middle (100 %).",
        "Over the first 5 words, 38 % of the attention goes to the picture without SPARC and 39 % with it; "
        "over words 26 to 30 it is 12 % without SPARC and 21 % with it.",
        "On average it is 5 percentage points more with SPARC.",
        "A cat and a mouse.",
        "SPARC Desktop",
        "Tiny",
    ):
        assert expected in words


def test_every_language_is_whole(language: str) -> None:
    explanation = an_explanation()
    page = explanation_page(explanation, "cat.png")
    tree = PageTree(page)
    assert tree.all("html")[0]["lang"] == {"en": "en", "zh_CN": "zh-CN"}[language]
    told = {s.text for s in (*explanation.with_sparc.sentences, *explanation.without.sentences)}
    proper = re.compile(r"[\d\s.,%]*|SPARC Desktop .*|Tiny")
    for path, text in tree.texts:
        if path[-1] == "style" or proper.fullmatch(text) or text in told:
            continue
        assert bool(CHINESE.search(text)) == (language == "zh_CN"), text
    english = [a.get("lang") for a in tree.all("p", "img") if a.get("lang")]
    assert english == ([] if language == "en" else ["en"] * 4)  # picture, two sentences, the text without SPARC


def test_every_picture_has_words(page: str, language: str) -> None:
    tree = PageTree(page)
    (image,) = tree.all("img")
    assert image["alt"] == "A cat at the top. A dog below it."
    identifiers = [a["id"] for _, a in tree.tags if "id" in a]
    assert len(identifiers) == len(set(identifiers))
    drawings = [a for a in tree.all("svg") if a.get("aria-hidden") != "true"]
    assert len(drawings) == 3  # two maps and the chart
    for drawing in drawings:
        assert drawing["role"] == "img"
        assert drawing["aria-labelledby"] in identifiers
    assert len(tree.text("desc")) == 1
    assert len([path for path, _ in tree.texts if path[-2:] == ("svg", "title")]) == 3


def test_headings_and_tables_are_in_order(page: str) -> None:
    tree = PageTree(page)
    levels = [int(tag[1]) for tag, _ in tree.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(tree.all("caption")) == len(tree.all("table")) == 1
    assert all(head["scope"] in ("col", "row") for head in tree.all("th"))
    rows = len([head for head in tree.all("th") if head["scope"] == "row"])
    assert rows == 6
    assert len(tree.all("td")) == 3 * rows
    assert page.startswith("<!DOCTYPE html>\n<html")


def test_nothing_comes_from_outside_and_nothing_runs(page: str) -> None:
    tree = PageTree(page)
    assert not {"script", "iframe", "object", "embed", "link", "form", "base", "a"} & {tag for tag, _ in tree.tags}
    for _, attributes in tree.tags:
        assert not any(name.startswith("on") or name == "style" for name in attributes)
        for name in ("src", "href", "xlink:href"):
            if name in attributes:
                assert re.match(r"data:image/(png|jpeg);base64,|#thumbnail$", attributes[name] or "")
    assert "http" not in re.sub(r"http-equiv", "", page)
    assert "url(" not in page
    assert "@import" not in page


def test_the_policy_allows_the_pages_own_style_and_nothing_else(page: str) -> None:
    (policy,) = (a["content"] for a in PageTree(page).all("meta") if a.get("http-equiv") == "Content-Security-Policy")
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy is not None
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["style-src"] == f"'sha256-{digest}'"
    assert rules["img-src"] == "data:"


def test_hostile_names_and_words_are_only_words() -> None:
    kind = an_explanation()
    told = Telling((ToldSentence(HOSTILE, heat(0, 0)),), steps(0.4, 0.2), complete=True)
    hostile = replace(kind, method=replace(kind.method, model=HOSTILE), with_sparc=told, without=told)
    tree = PageTree(explanation_page(hostile, HOSTILE))
    assert len(tree.all("img")) == 1
    assert not tree.all("script")
    assert tree.words().count("<script>alert('1')</script>") == 3  # title, sentence, model
    assert not any("\0" in text or "\u202e" in text for _, text in tree.texts)
    assert "<script>" in (tree.all("img")[0]["alt"] or "")
    explanation_page(hostile, "\ud800").encode()  # a name that is no text


def test_a_map_of_a_crop_lies_where_the_crop_was() -> None:
    kind = an_explanation()
    box = Box(0.25, 0.0, 0.5, 1.0)
    told = replace(kind.with_sparc, sentences=(ToldSentence("A cat.", heat(0, 0, box)),))
    tree = PageTree(explanation_page(replace(kind, seen=box, with_sparc=told), "x"))
    _, veil = tree.all("image")
    assert [veil[side] for side in ("x", "y", "width", "height")] == ["5", "0", "10", "15"]
    assert [p["d"] for p in tree.all("path") if p.get("fill-rule") == "evenodd"] == ["M0 0H20V15H0ZM5 0H15V15H5Z"]
    assert "25 % at the left, 25 % at the right, 0 % at the top and 0 % at the bottom" in tree.words()


def test_a_whole_picture_and_a_narrow_strip_need_no_remark() -> None:
    assert unseen(WHOLE) == ""
    assert unseen(Box(0.0, 0.0, 0.995, 1.0)) == ""
    assert unseen(Box(0.0, -0.5, 1.0, 2.0)) == ""  # padded
    assert "evenodd" not in explanation_page(an_explanation(), "x")


def test_where_the_places_are_not_known_it_says_so_and_shows_no_map() -> None:
    kind = an_explanation()
    told = replace(kind.with_sparc, sentences=(ToldSentence("A cat."),))
    tree = PageTree(explanation_page(replace(kind, seen=None, with_sparc=told), "x"))
    assert len(tree.all("svg")) == 1  # the chart
    assert unseen(None) in tree.words()
    assert "divided into nine" not in tree.words()


def test_a_model_that_said_nothing() -> None:
    nothing = Telling((), (), complete=True)
    tree = PageTree(explanation_page(replace(an_explanation(), with_sparc=nothing, without=nothing), "x"))
    assert tree.words().count("The model wrote nothing about the picture.") == 3
    assert not tree.all("table")


def test_a_description_that_was_cut_off_says_so() -> None:
    kind = an_explanation()
    tree = PageTree(explanation_page(replace(kind, with_sparc=replace(kind.with_sparc, complete=False)), "x"))
    assert "cut off, at the limit of 400 words" in tree.words()


def test_the_same_words_without_sparc_are_not_told_twice() -> None:
    kind = an_explanation()
    tree = PageTree(explanation_page(replace(kind, without=kind.with_sparc), "x"))
    assert not tree.all("details")
    assert "writes the same words" in tree.words()


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (((0.8, 0.1, 0.1),), "The model looked mostly at the upper left (80 %)."),
        (((0.6, 0.4, 0.0),), "The model looked mostly at the upper left (60 %), then at the upper middle (40 %)."),
        (
            ((0.4, 0.35, 0.25),),
            "The model looked at the upper left more than elsewhere (40 %), then at the upper middle (35 %).",
        ),
        (((0.45, 0.14, 0.14), (0.0, 0.13, 0.14)), "The model looked at the upper left more than elsewhere (45 %)."),
        (((1.0,) * 3,) * 3, "The model's look was spread over the whole picture."),
    ],
)
def test_places_in_words(rows: tuple[tuple[float, ...], ...], expected: str) -> None:
    filled = (*rows, *(((0.0,) * 3,) * (3 - len(rows))))
    assert looked_at(HeatMap(filled, WHOLE)) == expected


def test_what_is_chance_is_not_named() -> None:
    assert "no part more" in looked_at(replace(heat(0, 0), weight=0.01))
    assert "not known" in looked_at(None)


@pytest.mark.parametrize(
    ("on", "expected"),
    [(0.30, "hardly differ"), (0.36, "6 percentage points more"), (0.2, "10 percentage points less")],
)
def test_the_verdict_is_that_of_the_numbers(on: float, expected: str) -> None:
    windows = [Window(1, 10, 0.3, on, on), Window(11, 20, 0.3, on, on)]
    assert expected in decay_in_words(windows)


def test_a_last_window_of_few_words_and_one_that_only_one_description_has_are_not_compared() -> None:
    full = [Window(1, 10, 0.5, 0.5, 0.5), Window(11, 20, 0.4, 0.4, 0.4)]
    words = decay_in_words([*full, Window(21, 30, None, 0.9, 0.9)])
    assert "words 11 to 20" in words
    assert "words 11 to 20" in decay_in_words([*full, Window(21, 22, 0.9, 0.9, 0.9)])
    assert "words 21 to 29" in decay_in_words([*full, Window(21, 29, 0.9, 0.9, 0.9)])
    assert decay_in_words(full[:1]).startswith("Over the first 10 words, 50 % of the attention")
