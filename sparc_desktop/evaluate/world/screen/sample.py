"""Screens by chance: the language, the look, what stands on the screen (`stages`), and what is behind it all."""

from dataclasses import replace

import numpy as np

from sparc_desktop.domain.language import Language
from sparc_desktop.evaluate.world.drawing.colours import COLOURS, shade
from sparc_desktop.evaluate.world.drawing.scene import PATTERNS, Background, Split
from sparc_desktop.evaluate.world.screen.choices import Choices, LookName
from sparc_desktop.evaluate.world.screen.contents import several
from sparc_desktop.evaluate.world.screen.looks import Look
from sparc_desktop.evaluate.world.screen.plan import Frame, Part, ScreenPlan
from sparc_desktop.evaluate.world.screen.stages import stages

STREAMS: dict[Split, int] = {"train": 0, "validation": 1, "test": 2}
SCREENS = 77  # sets their chance apart from that of drawings
LONG_SIDE = 320  # for which sizes are chosen
MOST = 14  # items
LEAST = 3
ASPECTS = (16 / 9, 16 / 9, 16 / 10, 4 / 3, 4 / 3, 3 / 2, 1.0, 3 / 4, 2 / 3)
CHINESE = 0.35  # share of screens
CALM = ("plain", "gradient") * 4  # more often than the other patterns, as on real desktops


def sample(
    split: Split, seed: int, *, language: Language | None = None, most: int = MOST, look: LookName = "usual"
) -> ScreenPlan:
    """Screen number `seed` of a split, of 3 (or `most`) to `most` items (at least 2); by chance in either language.

    What has no room when it is laid out is left out then.

    Splits share no stream of chance; `choices` keeps some looks and words from training.

    Raises:
        ValueError: The held-out look is for testing alone; there are no screens of fewer than two items.
    """
    if most < 2:
        raise ValueError("A screen has two items at least.")
    if look != "usual" and split != "test":
        raise ValueError("The held-out look is for testing alone.")
    rng = np.random.default_rng([SCREENS, STREAMS[split], seed])
    in_chinese = bool(rng.random() < CHINESE)
    while True:
        choices = Choices(rng, split, language or ("zh_CN" if in_chinese else "en"))
        plan = _plan(choices, seed, choices.look(look), most)
        if min(LEAST, most) <= plan.count <= most:
            return plan


def _plan(choices: Choices, seed: int, look: Look, most: int) -> ScreenPlan:
    aspect = choices.pick(ASPECTS)
    rows = int(LONG_SIDE / max(aspect, 1) / (look.text_size * 2)) - 1
    maker = choices.pick(stages(aspect))
    frames, icons, may_have_panel = maker(choices, choices.number(min(LEAST, most), most), rows)
    has_panel = may_have_panel and choices.chance(0.4)
    return ScreenPlan(
        split=choices.split, seed=seed, language=choices.language, aspect=aspect, look=look,
        wallpaper=_wallpaper(choices), frames=_with_focus(choices, frames), icons=icons,
        icons_at=choices.pick(("left", "right", "top")), panel=_panel(choices) if has_panel else None,
        panel_at=choices.pick(("bottom", "bottom", "top")),
    )  # fmt: skip


def _with_focus(choices: Choices, frames: tuple[Frame, ...]) -> tuple[Frame, ...]:
    """The window in front is marked where there are others; and one control in it may have the focus."""
    if not frames:
        return ()
    last = frames[-1].part
    fields = [part for part in last.all() if part.kind == "text field"] or [p for p in last.all() if p.kind == "button"]
    if fields and choices.chance(0.3):
        last = _focused(last, choices.pick(fields))
    if len(frames) > 1:
        last = replace(last, state="focused")
    return (*frames[:-1], replace(frames[-1], part=last))


def _focused(part: Part, chosen: Part) -> Part:
    if part is chosen:
        return replace(part, state="focused")
    return replace(part, parts=tuple(_focused(inner, chosen) for inner in part.parts))


def _panel(choices: Choices) -> Part:
    """The bar at the edge of the desktop: one or two buttons, and the time of day."""
    clock = Part("label", f"{choices.number(0, 23)}:{choices.number(0, 59):02}")
    return Part("panel", parts=(*several(choices, "button", choices.number(1, 2)), clock))


def _wallpaper(choices: Choices) -> Background:
    colour, pattern = choices.pick(tuple(COLOURS)), choices.pick((*PATTERNS, *CALM))
    return Background(pattern, colour, shade(choices.rng, colour), choices.number(0, 2**31 - 1))
