"""What the settings window does: each change holds at once, and what the control itself doesn't say is told.

A page is put back to its defaults without a question, since the same button takes that back until something else is
changed: one press and a sentence, instead of a dialog to be read and answered each time. The same holds for an import,
which is checked as a whole, keys included, before anything is changed. What somebody has written (their own prompts) is
neither put back nor replaced by what is imported.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pydantic import ValidationError

from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.presenters.prompts import most_prompts
from sparc_desktop.presenters.view import Preferences
from sparc_desktop.services.key_binding import Slot, check_keys, slot_name, with_key
from sparc_desktop.services.sentences import sentence
from sparc_desktop.settings.exchange import export_settings, import_settings, refused
from sparc_desktop.settings.leaves import changes, leaves, value_at
from sparc_desktop.settings.model import Settings
from sparc_desktop.settings.pages import NOT_IMPORTED, NOT_RESET, Page
from sparc_desktop.settings.wording import worded
from sparc_desktop.translation import translate

# What an import says when it has changed it: what is heard from now on, and which model writes it.
ADDRESSES = ("models.endpoint", "models.proxy")
WORTH_SAYING = ("output", "voice.name", "voice.rate", "voice.volume", "model_folder")


class SettingsView(Protocol):
    """The window; all texts are in the user's language already."""

    def show_settings(self, settings: Settings) -> None:
        """Have all controls show these."""

    def tell(self, text: str) -> None:
        """Show a sentence, and have it said."""

    def write(self, text: str) -> None:
        """Show a sentence; a screen reader says the same of the control."""


@dataclass(frozen=True, slots=True)
class Step:
    """A reset of a page, or an import, where there is none; it can be taken back until something else is changed."""

    page: Page | None
    before: Settings
    after: Settings


class SettingsPresenter:
    """One window's."""

    def __init__(self, preferences: Preferences, view: SettingsView) -> None:
        self._preferences = preferences
        self._view = view
        self._last: Step | None = None

    def change(self, path: str, value: object) -> None:
        """Set one setting; where the value is not allowed, say so and show the former one."""
        if path == "model_folder" and value is not None:
            typed, value = str(value), _folder(str(value))
            if value is None:
                self._refuse(sentence(Failure(Code.MODEL_MISSING, {"path": typed})))
                return
        is_other = value != value_at(self._preferences.settings, path)
        if is_other and self._set({path: value}) and path == "model_folder":
            self._view.tell(_other_model())

    def bind(self, slot: Slot, keys: str) -> None:
        """Set the key of one action, none for ""; where it can't be had, say why."""
        try:
            hotkeys = with_key(self._preferences.settings.hotkeys, slot, keys)
        except ExpectedError as error:
            self._refuse(sentence(error.failure))
            return
        said = translate("Settings", "{action}: {key}.")
        key = keys or translate("Settings", "no key")
        self._view.write(said.format(action=slot_name(slot), key=key))
        self._set({"hotkeys": hotkeys.model_dump()})

    def undoable(self, page: Page) -> Step | None:
        """What `reset` would take back on this page."""
        last = self._last
        there = last is not None and last.after == self._preferences.settings and last.page in (page, None)
        return last if there else None

    def reset(self, page: Page) -> None:
        """Put a page back to its defaults, or take back what was done last."""
        if step := self.undoable(page):
            self._take_back(step)
            return
        before, all_leaves = self._preferences.settings, leaves()
        paths = [path for path in page.paths if path not in NOT_RESET]
        defaults = {path: all_leaves[path].default for path in paths}
        changed = {path: value for path, value in defaults.items() if value != value_at(before, path)}
        if not changed:
            said = translate("Settings", "{page}: all settings have their defaults already.")
        elif self._set(changed):
            self._last = Step(page, before, self._preferences.settings)
            said = translate("Settings", "{page}: defaults again, {count} changed. The same button takes it back.")
        else:
            return
        self._view.tell(said.format(page=page.title, count=len(changed)))

    def _take_back(self, step: Step) -> None:
        self._preferences.change(**{name: old for name, old in step.before if old != getattr(step.after, name)})
        if step.page is None:
            self._view.tell(translate("Settings", "The import is taken back: all settings are as before."))
        else:
            self._view.tell(translate("Settings", "{page}: as before.").format(page=step.page.title))

    def export_to(self, path: Path) -> None:
        """Write all settings to a file of the user's."""
        try:
            export_settings(self._preferences.settings, path)
        except ExpectedError as error:
            self._view.tell(sentence(error.failure))
        else:
            said = translate("Settings", "The settings were written to {path}.")
            self._view.tell(said.format(path=path))

    def import_from(self, path: Path) -> None:
        """Take the settings from a file; nothing is changed where one of them can't be."""
        before = self._preferences.settings
        try:
            imported = import_settings(path)
            check_keys(imported.hotkeys)
            values, notes = _to_take(before, imported, path)
        except ExpectedError as error:
            self._view.tell(sentence(error.failure))
            return
        changed = {name: value for name, value in values.items() if value != value_at(before, name)}
        if self._set(changed):
            self._last = Step(None, before, self._preferences.settings) if changed else None
            said = translate("Settings", "The settings in {name} are used now. Changed by it: {count}.")
            lines = (said.format(name=path.name, count=len(changed)), *notes, *_worth_saying(changed))
            self._view.tell(" ".join(lines))

    def _set(self, values: dict[str, object]) -> bool:
        try:
            self._preferences.change(**changes(self._preferences.settings, values))
        except ValidationError:
            self._refuse(_limits(next(iter(values))))
            return False
        return True

    def _refuse(self, said: str) -> None:
        self._view.show_settings(self._preferences.settings)
        self._view.tell(said)


def _limits(path: str) -> str:
    """Why a value of this setting is not allowed."""
    leaf = leaves()[path]
    if leaf.limits:
        said = translate("Settings", "{setting}: only {lowest} to {highest} is possible.")
        return said.format(setting=leaf.title, lowest=leaf.limits[0], highest=leaf.limits[1])
    if leaf.path in ADDRESSES:
        said = translate("Settings", "{setting}: an address begins with http:// or https://.")
        return said.format(setting=leaf.title)
    return translate("Settings", "{setting}: this is not possible.").format(setting=leaf.title)


def _folder(untrusted_name: str) -> Path | None:
    """The folder that is meant, with its whole path; None where there is none."""
    try:
        folder = Path(untrusted_name).expanduser().absolute()
        return folder if folder.is_dir() else None
    except (OSError, RuntimeError):  # a name that is too long, a folder that may not be entered; no user of that name
        return None


def _to_take(before: Settings, imported: Settings, path: Path) -> tuple[dict[str, object], list[str]]:
    """The values that an import sets, and what is to be said of those that it leaves; raises ExpectedError."""
    values = {name: value_at(imported, name) for name in leaves() if name not in NOT_IMPORTED}
    own, others = before.captions.prompts, imported.captions.prompts
    values["captions.prompts"] = merged = own | {name: text for name, text in others.items() if name not in own}
    if len(merged) > most_prompts():
        reason = translate("Settings", "with yours there would be more than {limit} prompts")
        raise refused(path, reason.format(limit=most_prompts()))
    notes = []
    if kept := [name for name in others if merged[name] != others[name]]:
        said = translate("Settings", "Prompts that stay as you wrote them: {names}.")
        notes.append(said.format(names=", ".join(kept)))
    folder = imported.model_folder
    if folder and not _folder(str(folder)):
        values["model_folder"] = before.model_folder
        said = translate("Settings", "The model stays as it was: there is no folder {path}.")
        notes.append(said.format(path=folder))
    return values, notes


def _worth_saying(changed: dict[str, object]) -> list[str]:
    all_leaves, said = leaves(), translate("Settings", "{setting}: {value}.")
    values = {all_leaves[path]: changed[path] for path in WORTH_SAYING if path in changed}
    lines = [said.format(setting=leaf.title, value=worded(leaf, value)) for leaf, value in values.items()]
    return [*lines, _other_model()] if "model_folder" in changed else lines


def _other_model() -> str:
    return translate("Settings", "The other model is being loaded.")
