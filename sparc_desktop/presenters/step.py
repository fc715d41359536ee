"""The first steps and their words: written to be heard, one thing a line.

Keys are never written here: they come from the settings and from the actions.
"""

from collections.abc import Sequence
from enum import StrEnum, auto

from sparc_desktop.domain.action import Action
from sparc_desktop.presenters.deed import Deeds, spoken
from sparc_desktop.services.key_binding import Slot, key_at
from sparc_desktop.settings.model import HotkeySettings, Settings
from sparc_desktop.translation import translate

TRIGGER = "sparc-desktop trigger describe-window"  # what any desktop can bind to a key of its own


class Step(StrEnum):
    """In the order in which they are taken."""

    WELCOME = auto()
    VOICE = auto()
    KEY = auto()
    TEST = auto()
    END = auto()


ORDER = tuple(Step)


def step_lines(step: Step, settings: Settings, leader: str, deeds: Deeds) -> list[str]:
    """The words of one step; `leader` is the key as it can be pressed, "" where there is none."""
    heading = translate("FirstSteps", "Step {number} of {count}: {title}.")
    heading = heading.format(number=ORDER.index(step) + 1, count=len(ORDER), title=_title(step))
    match step:
        case Step.WELCOME:
            lines = _welcome()
        case Step.VOICE:
            lines = _voice()
        case Step.KEY:
            lines = _key(settings.hotkeys, leader) if leader else _no_key()
        case Step.TEST:
            lines = _test()
        case Step.END:
            lines = _end(settings, deeds)
    return [heading, *lines]


def _title(step: Step) -> str:
    titles = {
        Step.WELCOME: translate("FirstSteps", "Welcome"),
        Step.VOICE: translate("FirstSteps", "Who speaks"),
        Step.KEY: translate("FirstSteps", "The key"),
        Step.TEST: translate("FirstSteps", "A first description"),
        Step.END: translate("FirstSteps", "What else there is"),
    }
    return titles[step]


def _welcome() -> Sequence[str]:
    return (
        translate("FirstSteps", "SPARC Desktop describes the screen and pictures aloud."),
        translate("FirstSteps", "It works on this computer alone: no picture and no description leaves it."),
        translate("FirstSteps", "Nothing is kept, either, unless you choose so."),
        translate("FirstSteps", "Up and Down choose the language: English or 简体中文."),
        translate("FirstSteps", "Enter goes on, Tab walks through the window, Escape skips these steps."),
    )


def _voice() -> Sequence[str]:
    return (
        translate("FirstSteps", "Your screen reader speaks, or else, where none is running, the program's own voice."),
        translate("FirstSteps", "Up and Down choose who speaks, and you hear it at once. Enter goes on."),
        translate("FirstSteps", "Tab leads to Slower and Faster, for the own voice; a screen reader keeps its rate."),
    )


def _key(keys: HotkeySettings, leader: str) -> Sequence[str]:
    return (
        translate("FirstSteps", "One key is heard in every program, the leader key: {leader}.").format(leader=leader),
        translate("FirstSteps", "Press it, let go, then press a letter."),
        *_letters(keys),
        translate("FirstSteps", "Try it now: {leader}, then H, and you hear all letters.").format(leader=leader),
        translate("FirstSteps", "Enter goes on, whether you have tried or not. The settings can change all keys."),
    )


def _letters(keys: HotkeySettings) -> list[str]:
    sentences = {
        Action.DESCRIBE_WINDOW: translate("FirstSteps", "{letter} describes the window that you are in."),
        Action.DESCRIBE_SCREEN: translate("FirstSteps", "{letter} describes the whole screen."),
        Action.STOP: translate("FirstSteps", "{letter} stops."),
    }
    letters = {action: key_at(keys, Slot(action)) for action in sentences}
    return [sentences[action].format(letter=letter) for action, letter in letters.items() if letter]


def _no_key() -> Sequence[str]:
    return (
        translate("FirstSteps", "The program could take no key that is heard in every program."),
        translate("FirstSteps", "Your desktop can: in its keyboard settings, bind a key to this command."),
        TRIGGER,
        translate("FirstSteps", "The manual has the commands for all that can be done. Enter goes on."),
    )


def _test() -> Sequence[str]:
    return (
        translate("FirstSteps", "Hear the description of a small picture that comes with the program."),
        translate("FirstSteps", "Press Enter to begin. The first time takes longer: the model is being loaded."),
        translate("FirstSteps", "A description can be wrong. Don't rely on it where something depends on it."),
        translate("FirstSteps", "Tab, then Enter, goes on."),
    )


def _end(settings: Settings, deeds: Deeds) -> list[str]:
    if settings.history.keep:
        kept = translate("FirstSteps", "The history is on: descriptions are kept on this computer.")
    else:
        kept = translate("FirstSteps", "The history is off: what was described is forgotten when the program ends.")
    lines = [kept]
    if "settings" in deeds and (keys := deeds["settings"].keys):
        line = translate("FirstSteps", "{keys} opens the settings, where you change that and all else.")
        lines.append(line.format(keys=spoken(keys[0])))
    return [
        *lines,
        translate("FirstSteps", "F1, wherever you are, says what can be done there."),
        translate("FirstSteps", "The Help menu has the manual, all keys, and these steps once more."),
        translate("FirstSteps", "Enter ends the first steps."),
    ]
