"""The English words. Of a place, the reader needs the core alone ("top left"), so any words may stand around it."""

from sparc_desktop.evaluate.world.vocabulary.wording import Wording

COLOURS = ("white", "grey", "black", "red", "orange", "yellow", "green", "blue", "purple", "pink", "brown")
NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
ENGLISH = Wording(
    colours={colour: colour for colour in COLOURS},
    sizes={"small": "small", "medium": "medium-sized", "large": "large"},
    states={
        "checked": "checked", "unchecked": "unchecked", "selected": "selected", "disabled": "disabled",
        "focused": "focused", "open": "open",
    },
    places={
        "top left": ("at the top left", "in the top left corner", "at the top left of the picture"),
        "top": ("at the top", "at the top centre", "at the top of the picture"),
        "top right": ("at the top right", "in the top right corner", "at the top right of the picture"),
        "left": ("on the left", "on the left side", "on the left side of the picture"),
        "centre": ("in the centre", "in the middle", "in the centre of the picture"),
        "right": ("on the right", "on the right side", "on the right side of the picture"),
        "bottom left": ("at the bottom left", "in the bottom left corner", "at the bottom left of the picture"),
        "bottom": ("at the bottom", "at the bottom centre", "at the bottom of the picture"),
        "bottom right": ("at the bottom right", "in the bottom right corner", "at the bottom right of the picture"),
    },
    patterns={
        "plain": "plain {}", "gradient": "shaded {}", "striped": "striped {}", "zigzag": "zigzag {}",
        "wavy": "wavy {}", "dotted": "dotted {}", "checkered": "checkered {}", "gridded": "gridded {}",
        "speckled": "speckled {}", "bricks": "{} bricks", "wood": "{} wood", "clouds": "{} clouds",
        "crumpled paper": "{} crumpled paper",
    },
    links={
        "to the left of": ("left of", False), "to the right of": ("left of", True), "above": ("above", False),
        "below": ("above", True), "on top of": ("on", False), "standing on": ("on", False),
        "behind": ("behind", False), "in front of": ("behind", True),
    },
    numbers=NUMBERS,
    synonyms={
        "gray": "grey", "big": "large", "huge": "large", "little": "small", "tiny": "small", "medium": "medium-sized",
        "upper left": "top left", "upper right": "top right", "lower left": "bottom left",
        "lower right": "bottom right", "center": "centre", "middle": "centre", "top centre": "top",
        "top center": "top", "bottom centre": "bottom", "bottom center": "bottom", "gradient": "shaded",
        "left of": "to the left of", "right of": "to the right of", "under": "below", "not checked": "unchecked",
        "checkbox": "check box", "checkboxes": "check boxes", "text box": "text field", "ticked": "checked",
    },
)  # fmt: skip
