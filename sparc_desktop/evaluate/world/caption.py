"""A scene in words: one sentence for the whole, one for each object in reading order, one to close."""

from collections import Counter

from sparc_desktop.evaluate.world.scene import SIZES, Scene, Thing, column, row

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
PLACES = (
    ("in the top left corner", "at the top in the middle", "in the top right corner"),
    ("on the left side", "in the centre of the picture", "on the right side"),
    ("in the bottom left corner", "at the bottom in the middle", "in the bottom right corner"),
)
# One sentence form after the other, so that a long caption is not monotonous to listen to.
FORMS = ("{place} there is a {thing}.", "{place} you can see a {thing}.", "{place} is a {thing}.")


def caption(scene: Scene) -> str:
    """The reference description: 40 to 150 words for the three to nine objects of an ordinary scene."""
    opening = (
        f"This is a simple drawing of {_things(len(scene.things))} "
        f"on a {scene.background.pattern} {scene.background.colour} background."
    )
    sentences = [_sentence(index, thing) for index, thing in enumerate(scene.things)]
    return " ".join([opening, *sentences, _closing(scene)])


def _sentence(index: int, thing: Thing) -> str:
    place = PLACES[row(thing)][column(thing)]
    form = FORMS[index % len(FORMS)]
    return form.format(place=place[0].upper() + place[1:], thing=f"{thing.size_name} {thing.kind}")


def _closing(scene: Scene) -> str:
    sizes = Counter(thing.size_name for thing in scene.things)
    told = [f"{NUMBERS[sizes[name]]} {name}" for name in SIZES if sizes[name]]
    counted = told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"
    return f"In all, {counted} {'thing is' if len(scene.things) == 1 else 'things are'} drawn, and nothing else."


def _things(count: int) -> str:
    return f"{NUMBERS[count]} {'thing' if count == 1 else 'things'}"
