"""The keyboard page: every key of the program, one a row, to be searched by what it does or by the key.

First the window's keys, as its actions have them; then those of lists and fields; then the keys that are heard in any
program, as the settings have them; last the keys of the choice of a part of the screen.
"""

from collections.abc import Sequence

from sparc_desktop.hotkeys.layer import Bindings
from sparc_desktop.hotkeys.names import action_name
from sparc_desktop.presenters.deed import Deeds
from sparc_desktop.translation import translate


def rows(deeds: Deeds, bindings: Bindings) -> list[str]:
    """All of them: "Ctrl+O: Open a Picture"."""
    return [*(str(deed) for deed in deeds.values() if deed.keys), *_in_lists(), *_anywhere(bindings), *_of_a_part()]


def matching(all_rows: Sequence[str], text: str) -> list[str]:
    """Those that have each word of this text in them, in whatever case."""
    words = text.casefold().split()
    return [row for row in all_rows if all(word in row.casefold() for word in words)]


def count(found: Sequence[str]) -> str:
    """How many there are, to be said."""
    if not found:
        return translate("Keyboard", "No key found. Try another word.")
    return translate("Keyboard", "Keys: {number}").format(number=len(found))


def _in_lists() -> list[str]:
    return [
        translate("Keyboard", "Up, Down, in the description: the previous or the next sentence"),
        translate("Keyboard", "Enter, in the description: read aloud from this sentence on"),
        translate("Keyboard", "Ctrl+C, in the description: copy this sentence"),
        translate("Keyboard", "Enter, in the question: send it"),
        translate("Keyboard", "Enter, in the history: open this description"),
        translate("Keyboard", "Delete, in the history: delete this description"),
        translate("Keyboard", "Ctrl+Z, in the history: bring the deleted one back"),
        translate("Keyboard", "Enter, in the models: use this one, after getting it"),
        translate("Keyboard", "Delete, in the models: remove this one"),
        translate("Keyboard", "Ctrl+Tab, Ctrl+Page Down, in the settings: the next page"),
        translate("Keyboard", "Ctrl+Shift+Tab, Ctrl+Page Up, in the settings: the page before"),
        translate("Keyboard", "Enter, on a key in the settings: set another one by pressing it"),
        translate("Keyboard", "Enter, in your own prompts: edit this one"),
        translate("Keyboard", "Delete, in your own prompts: remove this one"),
    ]


def _anywhere(bindings: Bindings) -> list[str]:
    found = []
    if bindings.leader:
        row = translate("Keyboard", "{leader}, then {letter}, in any program: {deed}")
        found = [
            row.format(leader=bindings.leader, letter=letter, deed=action_name(action))
            for action, letter in bindings.letters.items()
        ]
        found.append(translate("Keyboard", "{leader}, then H: hear these letters").format(leader=bindings.leader))
    row = translate("Keyboard", "{keys}, in any program: {deed}")
    return found + [row.format(keys=keys, deed=action_name(action)) for action, keys in bindings.direct.items()]


def _of_a_part() -> list[str]:
    where = translate("Keyboard", "{keys}, while a part of the screen is chosen: {deed}")
    pairs = (
        ("1–9", translate("Keyboard", "zoom into that ninth, as on a number pad")),
        (translate("Keyboard", "An arrow"), translate("Keyboard", "move by a quarter")),
        (translate("Keyboard", "Alt and an arrow"), translate("Keyboard", "take that half")),
        (translate("Keyboard", "Shift and an arrow"), translate("Keyboard", "larger on that side")),
        (translate("Keyboard", "Ctrl and an arrow"), translate("Keyboard", "smaller, towards that side")),
        (translate("Keyboard", "Backspace"), translate("Keyboard", "undo the last step")),
        ("0", translate("Keyboard", "the part that was described last")),
        ("M", translate("Keyboard", "the next monitor")),
        (translate("Keyboard", "Space"), translate("Keyboard", "hear where it is")),
        ("H", translate("Keyboard", "hear these keys")),
        (translate("Keyboard", "Enter"), translate("Keyboard", "describe it")),
        (translate("Keyboard", "Escape"), translate("Keyboard", "give up")),
    )
    return [where.format(keys=keys, deed=deed) for keys, deed in pairs]
