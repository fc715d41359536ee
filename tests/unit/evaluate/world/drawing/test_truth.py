"""What is told of a scene is what lies there: order, places and relations, on scenes made by hand."""

from dataclasses import replace

from sparc_desktop.evaluate.world.drawing import Background, Scene, Thing, facts, sample
from sparc_desktop.evaluate.world.facts import Facts, place_of

GROUND = Background("plain", "white", (244, 244, 244), 0)
BOX = Thing("square", "large", 0.5, 0.65, 0.4, colour="red", rgb=(210, 40, 40))
BALL = Thing("circle", "small", 0.5, 0.384, 0.15, colour="blue", rgb=(60, 90, 210))


def told(*things: Thing, aspect: float = 1.0) -> Facts:
    return facts(Scene("test", 0, "usual", aspect, GROUND, things))


def links(truth: Facts) -> set[tuple[str, str, str]]:
    items = truth.items
    return {(items[r.subject].kind, r.link, items[r.object].kind) for r in truth.relations}


def test_an_item_has_the_name_size_place_and_for_a_shape_the_colour() -> None:
    truth = told(replace(BOX, x=0.8, y=0.2), Thing("dog", "small", 0.1, 0.9, 0.15))
    assert truth.medium == "drawing"
    assert (truth.ground.colour, truth.ground.pattern) == ("white", "plain")
    square, dog = truth.items
    assert (square.kind, square.colour, square.size, square.place) == ("square", "red", "large", "top right")
    assert (dog.kind, dog.colour, dog.size, dog.place) == ("dog", "", "small", "bottom left")


def test_larger_first_then_place_by_place_from_the_middle_then_the_nearer_to_it() -> None:
    truth = told(
        Thing("dog", "small", 0.5, 0.5, 0.15), Thing("cat", "small", 0.9, 0.9, 0.15),
        Thing("pig", "medium", 0.1, 0.9, 0.25), Thing("cow", "large", 0.3, 0.2, 0.4),
        Thing("bee", "small", 0.92, 0.5, 0.15), Thing("owl", "small", 0.2, 0.2, 0.15),
        Thing("fox", "small", 0.5, 0.08, 0.15), Thing("bat", "small", 0.75, 0.45, 0.15),
    )  # fmt: skip
    assert [item.kind for item in truth.items] == ["cow", "pig", "dog", "fox", "bat", "bee", "owl", "cat"]


def test_nearness_to_the_middle_is_measured_in_the_picture_not_in_shares_of_its_sides() -> None:
    things = Thing("dog", "small", 0.39, 0.5, 0.1), Thing("cat", "small", 0.5, 0.385, 0.1)
    assert [item.kind for item in told(*things, aspect=2.0).items] == ["cat", "dog"]
    assert [item.kind for item in told(*things, aspect=0.5).items] == ["dog", "cat"]


def test_what_touches_from_above_is_on_it() -> None:
    assert links(told(BOX, BALL)) == {("circle", "on", "square")}
    assert ("circle", "on", "square") in links(told(BALL, BOX))


def test_what_hovers_above_or_hangs_beside_is_not_on_it() -> None:
    assert links(told(BOX, replace(BALL, y=0.3))) == {("circle", "above", "square")}
    assert links(told(BOX, replace(BALL, x=0.22))) == set()
    assert links(told(BOX, replace(BALL, kind="diamond", x=0.48, y=0.2))) == {("diamond", "above", "square")}
    assert links(told(BOX, replace(BALL, kind="rectangle", x=0.28, y=0.42))) == set()  # it would fall off the edge
    assert links(told(BOX, replace(BALL, y=0.93))) == {("square", "above", "circle")}


def test_what_is_hidden_in_part_is_behind_what_hides_it() -> None:
    peeping = replace(BOX, kind="star", x=0.73, size=0.3, size_name="medium")
    assert links(told(peeping, BOX)) == {("star", "behind", "square")}
    assert links(told(BOX, peeping)) == {("square", "left of", "star")}  # a corner is nothing


def test_what_is_hardly_seen_is_not_told() -> None:
    truth = told(replace(BALL, y=0.65), BOX)
    assert [item.kind for item in truth.items] == ["square"]
    assert truth.relations == ()


def test_neighbours_are_told_when_they_lie_plainly_in_line() -> None:
    left, right = Thing("dog", "medium", 0.2, 0.5, 0.25), Thing("cat", "medium", 0.8, 0.5, 0.25)
    assert links(told(left, right)) == links(told(right, left)) == {("dog", "left of", "cat")}
    assert links(told(left, replace(right, y=0.9))) == set()
    assert links(told(left, replace(right, x=0.25, y=0.9))) == {("dog", "above", "cat")}


def test_one_of_several_of_a_kind_is_not_related() -> None:
    balls = [BALL, replace(BALL, x=0.1, y=0.1)]
    assert links(told(BOX, *balls)) == set()


def test_sampled_scenes_have_every_relation_and_each_can_be_found_in_the_items() -> None:
    found = set()
    for seed in range(60):
        scene = sample("test", seed, count=6)
        truth = facts(scene)
        assert len(truth.items) == 6
        assert all({r.subject, r.object} <= set(range(6)) and r.subject != r.object for r in truth.relations)
        assert len({frozenset((r.subject, r.object)) for r in truth.relations}) == len(truth.relations)
        assert {item.place for item in truth.items} == {place_of(thing.x, thing.y) for thing in scene.things}
        found |= {relation.link for relation in truth.relations}
    assert found == {"left of", "above", "on", "behind"}
