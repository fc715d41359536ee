"""The keys that choose a part of the screen: digits and arrows, the same on every keyboard and in any language.

The digits lie as on a number pad, and those above the letters do the same. An arrow alone moves; with Alt it takes that
half, with Shift it pushes that edge outwards, with Ctrl it pulls the opposite edge in.
"""

from collections.abc import Mapping
from types import MappingProxyType

from sparc_desktop.domain.region_key import RegionKey
from sparc_desktop.hotkeys.keys import Keys, Modifier
from sparc_desktop.hotkeys.layer import Layer
from sparc_desktop.translation import translate

REGION_SECONDS = 30.0  # between two keys: long enough to listen to where one is; the keyboard is ours meanwhile
ARROWS = ("Left", "Right", "Up", "Down")
BY_MODIFIER = {None: "move", Modifier.ALT: "half", Modifier.SHIFT: "grow", Modifier.CTRL: "shrink"}
OPPOSITE = {"Left": "Right", "Right": "Left", "Up": "Down", "Down": "Up"}


def _arrow(modifier: Modifier | None, arrow: str) -> RegionKey:
    """Ctrl and an arrow to the left make it smaller towards the left: it is the right edge that comes in."""
    edge = OPPOSITE[arrow] if modifier is Modifier.CTRL else arrow
    return RegionKey(f"{BY_MODIFIER[modifier]}-{edge.lower()}")


REGION_KEYS: Mapping[Keys, RegionKey] = MappingProxyType({
    **{Keys(str(digit)): RegionKey(f"zoom-{digit}") for digit in range(1, 10)},
    **{
        Keys(arrow, frozenset(filter(None, (modifier,)))): _arrow(modifier, arrow)
        for modifier in BY_MODIFIER
        for arrow in ARROWS
    },
    Keys("Backspace"): RegionKey.UNDO,
    Keys("0"): RegionKey.LAST,
    Keys("R"): RegionKey.LAST,
    Keys("M"): RegionKey.NEXT_MONITOR,
    Keys("Space"): RegionKey.WHERE,
    Keys("H"): RegionKey.HELP,
    Keys("?"): RegionKey.HELP,
    Keys("Enter"): RegionKey.TAKE,
    Keys("Escape"): RegionKey.CANCEL,
})  # fmt: skip


def region_meaning(keys: Keys) -> RegionKey | Layer:
    """What a key does to the choice; UNKNOWN where nothing."""
    exact = keys if len(keys.key) > 1 else Keys(keys.key)  # a question mark needs Shift
    return REGION_KEYS.get(exact, Layer.UNKNOWN)


def region_help() -> str:
    """The keys and what they do, to be spoken."""
    return translate(
        "Hotkeys",
        "1 to 9: that ninth, as on a number pad. An arrow: move. Alt and an arrow: that half. "
        "Shift and an arrow: larger. Ctrl and an arrow: smaller. Backspace: undo. 0: the last region. "
        "M: the next monitor. Space: where it is. Enter: describe it. Escape: nothing.",
    )
