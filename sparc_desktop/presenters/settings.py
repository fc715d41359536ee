"""What the settings window does: each change holds at once, and what the control itself doesn't say is told.

A page is put back to its defaults without a question, since the same button takes that back until something else is
changed: one press and a sentence, instead of a dialog to be read and answered each time. What somebody has written
(their own prompts) is never put back. An import is checked as a whole, keys included, before anything is changed.
"""

from pathlib import Path
from typing import Protocol

from pydantic import ValidationError

from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.presenters.view import Preferences
from sparc_desktop.services.key_binding import Slot, check_keys, slot_name, with_key
from sparc_desktop.services.sentences import sentence
from sparc_desktop.settings.exchange import export_settings, import_settings
from sparc_desktop.settings.leaves import changes, leaves, value_at
from sparc_desktop.settings.model import Settings
from sparc_desktop.settings.pages import NOT_RESET, ON_NO_PAGE, Page
from sparc_desktop.translation import translate


class SettingsView(Protocol):
    """The window; all texts are in the user's language already."""

    def show_settings(self, settings: Settings) -> None:
        """Have all controls show these."""

    def tell(self, text: str) -> None:
        """Show a sentence, and have it said."""

    def write(self, text: str) -> None:
        """Show a sentence; a screen reader says the same of the control."""


class SettingsPresenter:
    """One window's."""

    def __init__(self, preferences: Preferences, view: SettingsView) -> None:
        self._preferences = preferences
        self._view = view
        self._undo: tuple[Page, dict[str, object]] | None = None  # the page that was reset, and its former values

    def change(self, path: str, value: object) -> None:
        """Set one setting; where the value is not allowed, say so and show the former one."""
        if path == "model_folder" and value is not None and not Path(str(value)).is_dir():
            self._refuse(sentence(Failure(Code.MODEL_MISSING, {"path": str(value)})))
        elif value != value_at(self._preferences.settings, path):
            self._undo = None
            if self._set({path: value}) and path == "model_folder":
                self._view.tell(translate("Settings", "The other model is loaded when the program starts next."))

    def bind(self, slot: Slot, keys: str) -> None:
        """Set the key of one action, none for ""; where it can't be had, say why."""
        try:
            hotkeys = with_key(self._preferences.settings.hotkeys, slot, keys)
        except ExpectedError as error:
            self._refuse(sentence(error.failure))
            return
        self._undo = None
        said = translate("Settings", "{action}: {key}.")
        key = keys or translate("Settings", "no key")
        self._view.write(said.format(action=slot_name(slot), key=key))
        self._set({"hotkeys": hotkeys.model_dump()})

    def can_undo(self, page: Page) -> bool:
        """Would `reset` take the page's last reset back?"""
        return self._undo is not None and self._undo[0] is page

    def reset(self, page: Page) -> None:
        """Put a page back to its defaults, or take that back."""
        if self._undo is not None and self._undo[0] is page:
            values, self._undo = self._undo[1], None
            if self._set(values):
                self._view.tell(translate("Settings", "{page}: as before.").format(page=page.title))
            return
        settings, all_leaves = self._preferences.settings, leaves()
        paths = [path for path in page.paths if path not in NOT_RESET]
        former = {path: value_at(settings, path) for path in paths}
        changed = {path: value for path, value in former.items() if value != all_leaves[path].default}
        if not changed:
            said = translate("Settings", "{page}: all settings have their defaults already.")
        elif self._set({path: all_leaves[path].default for path in changed}):
            self._undo = page, changed
            said = translate("Settings", "{page}: defaults again, {count} changed. The same button takes it back.")
        else:
            return
        self._view.tell(said.format(page=page.title, count=len(changed)))

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
        """Take all settings from a file; nothing is changed where one of them can't be."""
        try:
            imported = import_settings(path)
            check_keys(imported.hotkeys)
        except ExpectedError as error:
            self._view.tell(sentence(error.failure))
            return
        settings = self._preferences.settings
        values = {name: value_at(imported, name) for name in leaves() if name not in ON_NO_PAGE}
        changed = {name: value for name, value in values.items() if value != value_at(settings, name)}
        self._undo = None
        if self._set(changed):
            said = translate("Settings", "The settings in {name} are used now; {count} were other before.")
            self._view.tell(said.format(name=path.name, count=len(changed)))

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
    return translate("Settings", "{setting}: this is not possible.").format(setting=leaf.title)
