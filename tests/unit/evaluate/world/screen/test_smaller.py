"""A window that has no room for all of its parts gives up those that it can best do without."""

from sparc_desktop.evaluate.world.screen.plan import Part
from sparc_desktop.evaluate.world.screen.smaller import smaller

OK = Part("row", parts=(Part("button", "OK"),))
NAMED = Part("row", parts=(Part("label", "Name"), Part("text field", "Anna")))
LIST = Part("list", parts=tuple(Part("list item", word, "selected" if word == "d" else "") for word in "abcd"))


def test_the_longest_list_is_shortened_first_and_keeps_what_is_selected() -> None:
    less = smaller(Part("window", parts=(LIST, OK)))
    assert [item.label for item in less.parts[0].parts] == ["a", "b", "d"]
    assert less.parts[1] == OK


def test_a_field_and_its_name_go_together() -> None:
    less = smaller(Part("dialog", parts=(NAMED, OK)))
    assert less.parts in ((NAMED,), (OK,))


def test_in_the_end_nothing_but_the_window_is_left() -> None:
    window = Part("window", "Mail", parts=(Part("menu bar", parts=(Part("menu", "File"),)), LIST, NAMED, OK))
    sizes = []
    while (less := smaller(window)) != window:
        window = less
        sizes.append(sum(1 for _ in window.all()))
    assert window == Part("window", "Mail")
    assert sizes == sorted(sizes, reverse=True)
