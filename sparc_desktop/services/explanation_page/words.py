"""What the pictures of the page show, in words, computed from the same data."""

from sparc_desktop.domain.decay import Window
from sparc_desktop.domain.places import WHOLE, Box, HeatMap, Part, is_chance, outstanding
from sparc_desktop.services.places import place_name
from sparc_desktop.translation import translate

MOSTLY = 0.5  # the share from which one part has most of it
SLACK = 0.01  # of a side: a narrower strip that is cut off is not worth a sentence


def percent(share: float) -> str:
    """A share as a whole number of percent, without the sign."""
    return f"{100 * share:.0f}"


def looked_at(heat: HeatMap | None) -> str:
    """Where the model looked while it wrote a sentence."""
    if heat is None:
        return translate("ExplanationPage", "Where the model looked is not known for this sentence.")
    if is_chance(heat):
        return translate("ExplanationPage", "The model looked at no part more than during the other sentences.")
    named = outstanding(heat)
    if not named:
        return translate("ExplanationPage", "The model's look was spread over the whole picture.")
    return _template(named).format(
        place=_place(named[0]),
        share=percent(named[0].share),
        second=_place(named[-1]),
        second_share=percent(named[-1].share),
    )


def _template(named: list[Part]) -> str:
    mostly, alone = named[0].share >= MOSTLY, len(named) == 1
    if mostly and alone:
        return translate("ExplanationPage", "The model looked mostly at the {place} ({share} %).")
    if mostly:
        return translate(
            "ExplanationPage",
            "The model looked mostly at the {place} ({share} %), then at the {second} ({second_share} %).",
        )
    if alone:
        return translate("ExplanationPage", "The model looked at the {place} more than elsewhere ({share} %).")
    return translate(
        "ExplanationPage",
        "The model looked at the {place} more than elsewhere ({share} %), then at the {second} ({second_share} %).",
    )


def heat_title(number: int, heat: HeatMap) -> str:
    """The alternative text of a sentence's heat map; the percentages stand in the sentence above it."""
    named = outstanding(heat)
    if not named:
        return translate("ExplanationPage", "Heat map of sentence {number}: no part stands out.").format(number=number)
    return translate("ExplanationPage", "Heat map of sentence {number}: brightest at the {place}.").format(
        number=number, place=_place(named[0])
    )


def unseen(seen: Box | None) -> str:
    """What to know of the picture as the model was given it; empty where it was given the whole picture."""
    if seen is None:
        return translate(
            "ExplanationPage",
            "Where in the picture the model looked can't be told: the program does not know how this model divides "
            "a picture.",
        )
    across = seen.left > SLACK or seen.left + seen.width < 1 - SLACK
    down = seen.top > SLACK or seen.top + seen.height < 1 - SLACK
    if seen == WHOLE or not (across or down):
        return ""
    left, right = max(seen.left, 0.0), max(1 - seen.left - seen.width, 0.0)
    top, bottom = max(seen.top, 0.0), max(1 - seen.top - seen.height, 0.0)
    return translate(
        "ExplanationPage",
        "The model was not given the whole picture: {left} % at the left, {right} % at the right, {top} % at the top "
        "and {bottom} % at the bottom were cut off.",
    ).format(left=percent(left), right=percent(right), top=percent(top), bottom=percent(bottom))


def decay_in_words(windows: list[Window]) -> str:
    """What the chart shows: the first and the last words that both descriptions have, and which line is higher."""
    both = [(w, w.without, w.with_sparc) for w in windows if w.without is not None and w.with_sparc is not None]
    if not both:
        return translate("ExplanationPage", "The model wrote nothing about the picture.")
    long_enough = [each for each in both if 2 * (each[0].last - each[0].first + 1) > _width(both[0][0])]
    (first, off, on), (last, late_off, late_on) = long_enough[0], long_enough[-1]
    if first is last:
        return translate(
            "ExplanationPage",
            "Over the first {words} words, {without} % of the attention goes to the picture without SPARC and {on} % "
            "with it.",
        ).format(words=first.last, without=percent(off), on=percent(on))
    beginning = translate(
        "ExplanationPage",
        "Over the first {words} words, {without} % of the attention goes to the picture without SPARC and {on} % with "
        "it; over words {first} to {last} it is {late_without} % without SPARC and {late_on} % with it.",
    ).format(
        words=first.last,
        without=percent(off),
        on=percent(on),
        first=last.first,
        last=last.last,
        late_without=percent(late_off),
        late_on=percent(late_on),
    )
    return f"{beginning} {_verdict(sum(each[2] - each[1] for each in both) / len(both))}"


def _verdict(difference: float) -> str:
    points = percent(abs(difference))
    if points == "0":
        return translate("ExplanationPage", "On average the two hardly differ.")
    if difference > 0:
        template = translate("ExplanationPage", "On average it is {points} percentage points more with SPARC.")
    else:
        template = translate("ExplanationPage", "On average it is {points} percentage points less with SPARC.")
    return template.format(points=points)


def _width(window: Window) -> int:
    return window.last - window.first + 1


def _place(part: Part) -> str:
    return place_name(part.row, part.column)
