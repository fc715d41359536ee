"""The truth of a screen is what is drawn: each item where and as it is said to be, and only if it can be seen."""

import hashlib
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtWidgets import QApplication

from sparc_desktop.evaluate.world.drawing.scene import Background
from sparc_desktop.evaluate.world.facts import Facts, Ground, Item, Relation
from sparc_desktop.evaluate.world.screen import ScreenPlan, sample
from sparc_desktop.evaluate.world.screen.letters import ends
from sparc_desktop.evaluate.world.screen.looks import HELD_OUT_STYLES, STYLES, Look
from sparc_desktop.evaluate.world.screen.picture import Picture, patch_truth, render
from sparc_desktop.evaluate.world.screen.plan import KINDS, Frame, Part
from sparc_desktop.evaluate.world.screen.stage import text_size

pytestmark = pytest.mark.usefixtures("application")
LOOK = Look("fusion", "paper", "DejaVu Sans", 13, bold=False, title_bar="right", fineness=1)
WALL = Background("plain", "blue", (40, 90, 200), 1)
MENU = Part(
    "menu", "Edit", "open", parts=(Part("menu item", "Undo", "selected"), Part("menu item", "Redo", "disabled"))
)
CONTROLS = (
    Part("menu bar", parts=(Part("menu", "File"), Part("menu", "Help"))),
    Part("tabs", parts=(Part("tab", "General", "selected"), Part("tab", "Fonts"))),
    Part("label", "Ready"), Part("text field", "Anna"), Part("button", "Save"), Part("check box", "Mute", "checked"),
    Part("radio button", "Daily", "unchecked"),
    Part("list", parts=(Part("list item", "Tea", "selected"), Part("list item", "Rice"))), Part("combo box", "Red"),
    Part("progress bar", "Disk", value=40), Part("slider", "Volume", value=70),
)  # fmt: skip
BARS = (Part("bar", "Mon", value=30, colour="red", rgb=(200, 20, 20)), Part("bar", "Tue", value=90, written=True))


def screen(*frames: Frame, look: Look = LOOK, aspect: float = 1.0, icons: tuple[Part, ...] = ()) -> ScreenPlan:
    return ScreenPlan("train", 0, "en", aspect, look, WALL, frames, icons)


def alone(*parts: Part, title: str = "Mail", **options: object) -> ScreenPlan:
    return screen(Frame(Part("window", title, parts=parts), width=1, height=1), **options)  # type: ignore[arg-type]


def pixels(picture: Picture) -> NDArray[np.uint8]:
    return np.asarray(picture.image)


def item(facts: Facts, kind: str) -> tuple[int, Item]:
    return next((i, each) for i, each in enumerate(facts.items) if each.kind == kind)


def test_a_window_and_its_controls_are_told_with_words_states_and_values() -> None:
    told = [(i.kind, i.label, i.state, i.value, i.within) for i in render(alone(*CONTROLS[2:]), 480).facts.items]
    assert told == [
        ("window", "Mail", "", None, None), ("label", "Ready", "", None, 0), ("text field", "Anna", "", None, 0),
        ("button", "Save", "", None, 0), ("check box", "Mute", "checked", None, 0),
        ("radio button", "Daily", "unchecked", None, 0), ("list", "", "", None, 0),
        ("list item", "Tea", "selected", None, 6), ("list item", "Rice", "", None, 6),
        ("combo box", "Red", "", None, 0), ("progress bar", "Disk", "", 40, 0), ("slider", "Volume", "", 70, 0),
    ]  # fmt: skip


def test_tabs_come_before_the_content_and_a_closed_bar_of_menus_after_it() -> None:
    kinds = [i.kind for i in render(alone(CONTROLS[0], CONTROLS[1], CONTROLS[4])).facts.items]
    assert kinds == ["window", "tab", "tab", "button", "menu bar", "menu", "menu"]


@pytest.mark.parametrize("style", [*STYLES, *HELD_OUT_STYLES])
@pytest.mark.parametrize("part", [*CONTROLS, Part("bar chart", "Sales", parts=BARS), Part("pie chart", "Votes", parts=(
    Part("slice", "Cars", value=40), Part("slice", "Ships", value=60))), Part("line chart", "Steps", value=50, hint=3)],
    ids=lambda part: part.kind)  # fmt: skip
def test_what_is_said_of_a_control_can_be_seen_where_it_is_said_to_be(part: Part, style: str) -> None:
    """A control that says something else looks otherwise, and that within its own area."""
    look = replace(LOOK, style=style)
    first, other = (render(alone(CONTROLS[2], each, look=look)) for each in (part, changed(part)))
    differs = (pixels(first) != pixels(other)).any(axis=-1)
    inside = np.isin(
        first.owners, [i for i, each in enumerate(first.facts.items) if each.kind not in ("window", "label")]
    )
    if part.kind == "label":
        inside = first.owners > 0
    assert differs.any()
    assert (differs & inside).sum() > 0.9 * differs.sum()


def changed(part: Part) -> Part:
    """With another value, state, or word of the same width, of its own or of the first part in it."""
    if part.parts:
        return replace(part, parts=(changed(part.parts[0]), *part.parts[1:]))
    if part.value is not None:
        return replace(part, value=part.value - 15)
    if part.state in ("checked", "unchecked"):
        return replace(part, state="unchecked" if part.state == "checked" else "checked")
    return replace(part, label=part.label[::-1])


@pytest.mark.parametrize(("kind", "state"), [
    ("button", "disabled"), ("button", "focused"), ("text field", "focused"),
])  # fmt: skip
@pytest.mark.parametrize("style", [*STYLES, *HELD_OUT_STYLES])
def test_states_are_seen(kind: str, state: str, style: str) -> None:
    look, part = replace(LOOK, style=style), Part(kind, "Hello")
    usual, other = (render(alone(each, look=look)) for each in (part, replace(part, state=state)))  # type: ignore[arg-type]
    differs = (pixels(usual) != pixels(other)).any(axis=-1)
    assert differs[usual.owners == 1].any()
    assert other.facts.items[1].state == state


def test_an_open_menu_comes_first_and_hides_what_is_under_it() -> None:
    bar = Part("menu bar", parts=(replace(MENU, parts=MENU.parts + CONTROLS[7].parts), Part("menu", "Help")))
    facts = render(alone(bar, Part("check box", "Mute", "checked"), aspect=2.0)).facts
    told = [(each.kind, each.label, each.state) for each in facts.items]
    assert told == [
        ("window", "Mail", ""), ("menu bar", "", ""), ("menu", "Edit", "open"), ("menu item", "Undo", "selected"),
        ("menu item", "Redo", "disabled"), ("list item", "Tea", "selected"), ("list item", "Rice", ""),
        ("menu", "Help", ""),
    ]  # fmt: skip


def test_a_menu_that_hangs_on_nothing_is_told_first() -> None:
    facts = render(screen(Frame(replace(MENU, label=""), 0.5, 0.5), icons=(Part("icon", "Trash"),))).facts
    assert [i.kind for i in facts.items] == ["menu", "menu item", "menu item", "icon"]
    assert [i.place for i in facts.items] == ["right", "", "", "top left"]


def two_windows(x: float, y: float) -> Facts:
    """One in the upper left corner, of half the screen both ways, and one in front of it."""
    back = Part("window", "Mail", parts=(Part("row", parts=(Part("button", "Send"), Part("button", "Stop"))),))
    front = Part("dialog", "Error", "focused", parts=(Part("button", "OK"),))
    return render(screen(Frame(back, 0, 0, 0.5, 0.5), Frame(front, x, y, 0.5, 0.5))).facts


def test_the_window_in_front_comes_first_and_the_other_is_behind_it() -> None:
    facts = two_windows(0.7, 0.7)
    assert [(i.kind, i.state) for i in facts.items if i.within is None] == [("dialog", "focused"), ("window", "")]
    assert facts.relations == (Relation(2, "behind", 0),)
    assert two_windows(1, 1).relations == ()


def test_what_is_hidden_is_not_told() -> None:
    assert [i.label for i in two_windows(1, 1).items] == ["Error", "OK", "Mail", "Send", "Stop"]
    assert [i.label for i in two_windows(0.62, 0.2).items] == ["Error", "OK", "Mail", "Send"]
    assert [i.label for i in two_windows(0.1, 0.1).items] == ["Error", "OK"]


def test_words_of_which_a_part_is_hidden_are_not_told() -> None:
    icon = Part("icon", "Documents")
    for y, label in ((0.9, "Documents"), (0.28, "")):
        facts = render(screen(Frame(Part("dialog", "Error"), 0, y, 0.5, 0.5), icons=(icon,))).facts
        assert item(facts, "icon")[1].label == label


def test_a_window_too_large_for_the_picture_loses_parts_and_none_is_cut_off() -> None:
    many = Part("list", parts=tuple(Part("list item", f"Row {n}") for n in range(40)))
    picture = render(alone(many, Part("button", "OK"), aspect=2.0))
    rows = [each for each in picture.facts.items if each.kind == "list item"]
    assert 3 <= len(rows) < 40
    assert "OK" in [each.label for each in picture.facts.items]
    assert set(np.unique(picture.owners)) == set(range(len(picture.facts.items)))


def test_places_follow_where_things_lie() -> None:
    facts = two_windows(1, 1)
    assert {i.label: i.place for i in facts.items if i.within is None} == {"Error": "bottom right", "Mail": "top left"}


def test_the_ground_is_the_wallpaper_or_the_window_that_covers_it() -> None:
    assert two_windows(1, 1).ground == Ground("blue", "plain")
    assert render(alone(Part("button", "OK"))).facts.ground == Ground("white", "plain")


def test_values_are_told_where_they_can_be_read() -> None:
    facts = render(alone(Part("bar chart", "Sales", parts=BARS))).facts
    assert [(i.label, i.colour, i.value) for i in facts.items[2:]] == [("Mon", "red", None), ("Tue", "", 90)]


def test_each_patch_shows_the_innermost_item() -> None:
    plan = alone(Part("list", parts=CONTROLS[7].parts), Part("label", "Ready"))
    picture = render(plan)
    truth = patch_truth(plan, 20)
    assert truth.shape == (20, 20)
    assert truth.dtype == np.int64
    row, _ = item(picture.facts, "list item")
    y, x = (int(v.mean() * 20 / picture.owners.shape[0]) for v in np.nonzero(picture.owners == row))
    assert truth[y, x] == row
    assert (truth == 0).any()
    assert (patch_truth(screen(), 4) == -1).all()


@pytest.mark.parametrize("long_side", [256, 320, 480])
@pytest.mark.parametrize("aspect", [16 / 9, 0.75])
def test_pictures_have_the_size_that_is_asked_for(long_side: int, aspect: float) -> None:
    picture = render(alone(Part("button", "OK"), aspect=aspect, look=replace(LOOK, fineness=2)), long_side)
    assert max(picture.image.size) == long_side
    assert picture.owners.shape == picture.image.size[::-1]
    assert picture.image.width / picture.image.height == pytest.approx(aspect, rel=0.01)


def test_letters_are_never_too_small_to_be_read() -> None:
    assert text_size(LOOK, "en", 320) == 13
    assert text_size(LOOK, "en", 256) == 11
    assert text_size(LOOK, "zh_CN", 200) == 13
    assert text_size(LOOK, "en", 480) == 20
    for seed in range(200):  # as the built-in model gets them
        plan = sample("test", seed)
        assert text_size(plan.look, plan.language, 256) >= {"en": 11, "zh_CN": 13}[plan.language]


@pytest.mark.parametrize("look", ["usual", "held out"])
def test_sampled_screens_are_told_in_order_and_all_kinds_are_known(look: str) -> None:
    for seed in range(40):
        plan = sample("test", seed, look=look)  # type: ignore[arg-type]
        picture = render(plan)
        labels = {part.label for frame in plan.frames for part in frame.part.all()} | {
            icon.label for icon in plan.icons
        }
        labels |= {part.label for part in plan.panel.all()} if plan.panel else set()
        assert picture.facts.items
        for index, each in enumerate(picture.facts.items):
            assert each.kind in KINDS
            assert each.label in labels | {""}
            assert each.within is None or each.within < index
            is_innermost = all(inner.within != index for inner in picture.facts.items)
            assert (picture.owners == index).any() or not is_innermost, (seed, each)


def test_the_same_plan_gives_the_same_pixels_in_any_process() -> None:
    code = (
        "import hashlib; from sparc_desktop.evaluate.world.screen import sample;"
        "from sparc_desktop.evaluate.world.screen.picture import render;"
        "print(*(hashlib.sha256(render(sample('train', s)).image.tobytes()).hexdigest() for s in range(6)))"
    )
    workers = [subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) for _ in range(2)]
    here = [hashlib.sha256(render(sample("train", s)).image.tobytes()).hexdigest() for s in range(6)]
    assert [worker.communicate()[0].split() for worker in workers] == [here, here]


def test_the_application_stays_as_it_was(application: QApplication) -> None:
    before = application.font(), application.palette(), application.style().name(), application.topLevelWidgets()
    render(sample("train", 2))
    after = application.font(), application.palette(), application.style().name(), application.topLevelWidgets()
    assert after == before


def test_a_font_that_is_missing_is_named() -> None:
    with pytest.raises(RuntimeError, match="No Such Font"):
        render(alone(look=replace(LOOK, font="No Such Font")))


@pytest.mark.usefixtures("application")
def test_wide_letters_end_later() -> None:
    shares = ends("Will")
    assert shares[-1] == 1
    assert shares[0] > 0.4
    assert all(after > before for before, after in pairwise(shares))


@pytest.mark.parametrize("seed", range(12))
def test_letters_stand_where_they_are_said_to_stand(seed: int) -> None:
    """There is ink, where beside them a control is blank."""
    picture = render(sample("train", seed), 640)
    pixels = np.asarray(picture.image.convert("L"), dtype=np.float64)
    for index, (item, (area, letters)) in enumerate(zip(picture.facts.items, picture.boxes, strict=True)):
        left, top, right, bottom = letters
        if not item.label or item.kind not in ("button", "label", "tab", "icon", "window", "dialog", "check box"):
            continue
        assert area[0] <= left < right <= area[2]
        assert area[1] <= top < bottom <= area[3]
        inside = pixels[top:bottom, left:right][picture.owners[top:bottom, left:right] == index]
        assert not inside.size or inside.std() > 10, item
