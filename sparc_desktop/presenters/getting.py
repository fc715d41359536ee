"""One model being downloaded, and used once it is here, as soon as no description is being written aloud.

What comes of it by itself is told whether the window is there or not; what answers a key is told by the window.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol

from sparc_desktop.domain.events import Failed
from sparc_desktop.domain.hook import Hook
from sparc_desktop.services.describing import Describing
from sparc_desktop.services.models.errands import Errands, Stop
from sparc_desktop.services.models.progress import STEPS, Progress
from sparc_desktop.services.models.switch import Switch
from sparc_desktop.services.models.telling import Fetched, Installed, Told
from sparc_desktop.services.models.words import gigabytes
from sparc_desktop.services.sentences import sentence
from sparc_desktop.translation import translate


class GettingView(Protocol):
    """The window; all texts are in the user's language already."""

    def show_progress(self, text: str) -> None:
        """How far the download is; nothing where there is none."""

    def tell(self, text: str) -> None:
        """Show a sentence, and have it said."""


@dataclass(eq=False, slots=True)
class _Download:
    id: str
    name: str
    progress: Progress = field(default_factory=Progress)
    percent: int = 0  # in coarse steps
    stop: Stop = lambda: None


class Getting:
    """`say` is for what comes by itself. `changed`: another model is here, or a step further on its way."""

    def __init__(
        self, view: GettingView, errands: Errands, switch: Switch, describing: Describing, say: Callable[[str], None]
    ) -> None:
        self.changed: Hook[[]] = Hook()
        self._view, self._errands, self._switch, self._describing, self._say = view, errands, switch, describing, say
        self._download: _Download | None = None
        self._arrived: tuple[Path, str] | None = None  # what waits to be used, and its name
        describing.idle.connect(self._use_arrived)

    def percent(self, id: str) -> int | None:
        """How far this model is; None where it is not being downloaded."""
        return self._download.percent if self._download and self._download.id == id else None

    def get(self, id: str, name: str) -> None:
        """Download it, or what is missing of it, and use it."""
        if self._download:
            self.refuse(self._download.name)
            return
        self._view.tell(translate("Models", "The hub is asked for {name}.").format(name=name))
        self._download = download = _Download(id, name)
        download.stop = self._errands.get(id, partial(self._hear, download))
        self.changed.emit()

    def refuse(self, name: str) -> None:
        """Something else is wanted while this one is being downloaded."""
        text = translate("Models", "{name} is still being downloaded. Stop that first, or wait for its end.")
        self._view.tell(text.format(name=name))

    def use(self, folder: Path | None, name: str, *, tries: bool = False) -> None:
        """Use this one now, whatever else may have been waited for; one that is new describes a first picture."""
        self._arrived = None
        self._switch.use(folder, tries=tries)
        self._view.tell(_loading(name))

    def stop(self) -> None:
        """End the download; what has come stays."""
        if (download := self._download) is None:
            self._view.tell(translate("Models", "Nothing is being downloaded."))
            return
        self._end()
        download.stop()
        text = translate("Models", "Stopped: {name}. What has come stays; get it again to go on, or remove it.")
        self._view.tell(text.format(name=download.name))

    def close(self) -> None:
        """The program ends; the download goes on from there when it is asked for again."""
        download, self._download, self._arrived = self._download, None, None
        if download:
            download.stop()

    def _hear(self, download: _Download, told: Told | None) -> None:
        if download is not self._download:  # it was stopped
            return
        if told and not isinstance(told, Failed) and (said := download.progress.hear(told)):
            self._say(said)
        match told:
            case Fetched(done=done, total=total):
                self._show(download, done, total)
            case Installed(folder=folder):
                self._end()
                self._arrive(folder, download.name)
            case Failed(failure=failure):
                self._end()
                self._say(sentence(failure))
            case None:
                self._end()
                text = translate("Models", "The download of {name} broke off. Get it again: it goes on from there.")
                self._say(text.format(name=download.name))

    def _show(self, download: _Download, done: int, total: int) -> None:
        text = translate("Models", "{name}: {done} of {total}.")
        text = text.format(name=download.name, done=gigabytes(done), total=gigabytes(total))
        self._view.show_progress(text)
        percent = 100 // STEPS * (STEPS * done // max(total, 1))
        if percent != download.percent:
            download.percent = percent
            self.changed.emit()

    def _end(self) -> None:
        self._download = None
        self._view.show_progress("")
        self.changed.emit()

    def _arrive(self, folder: Path, name: str) -> None:
        self._arrived = folder, name
        if self._describing.busy:
            self._say(translate("Models", "It will be used as soon as this description is written."))
        else:
            self._use_arrived()

    def _use_arrived(self) -> None:
        if self._arrived and not self._describing.busy:
            (folder, name), self._arrived = self._arrived, None
            self._switch.use(folder, tries=True)
            self._say(_loading(name))


def _loading(name: str) -> str:
    return translate("Models", "{name} is being loaded.").format(name=name)
