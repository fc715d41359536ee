"""What the presenters ask of the main window; each is a few lines of Qt there, and a list in the tests."""

from typing import Protocol

from sparc_desktop.domain.capture import Capture
from sparc_desktop.presenters.album import Entry
from sparc_desktop.settings.model import Settings


class MainView(Protocol):
    """The window; all texts are in the user's language already."""

    def tell(self, text: str, announced: str | None = None, *, urgent: bool = False) -> None:
        """Show a line on what is going on, and announce it, or the shorter `announced` ("" announces nothing)."""

    def announce(self, text: str) -> None:
        """Have a screen reader say this; nothing is shown."""

    def show_loading(self, fraction: float | None) -> None:
        """How far the model is loaded, 0 to 1; None once it is."""

    def show_entry(self, entry: Entry, picture: Capture | None) -> None:
        """Its picture, where there is one, and its transcript as it is and grows."""

    def describe_picture(self, text: str) -> None:
        """The text alternative of the picture shown."""

    def copy(self, text: str) -> None:
        """Onto the clipboard."""


class Preferences(Protocol):
    """The settings while the program runs."""

    @property
    def settings(self) -> Settings:
        """As they are now."""

    def change(self, **values: object) -> None:
        """Set these, and save them."""
