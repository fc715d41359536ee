"""What About tells: versions, the model, who speaks, the licence, and the folders of all that the program keeps."""

from pathlib import Path

from sparc_desktop.services.report import Surroundings
from sparc_desktop.services.versions import versions
from sparc_desktop.settings.model import Settings
from sparc_desktop.translation import translate


def about_lines(settings: Settings, surroundings: Surroundings, qt: str) -> list[str]:
    """One fact a line; `qt` is Qt's version."""
    voice = surroundings.own_voice(settings.voice.name) or translate("About", "none")
    absent = translate("About", "not installed")
    return [
        translate("About", "SPARC Desktop describes pictures aloud, on your own computer. No picture leaves it."),
        *(f"{name}: {version or absent}" for name, version in versions(qt).items()),
        translate("About", "Model: {name}").format(name=_model(settings.model_folder)),
        translate("About", "The program's own voice: {name}").format(name=voice),
        translate("About", "Licence: Apache License, version 2.0"),
        translate("About", "Settings: {path}").format(path=surroundings.settings_folder),
        translate("About", "History: {path}").format(path=surroundings.history_folder),
        translate("About", "Log: {path}").format(path=surroundings.log_folder),
        translate("About", "Mark that the program is running: {path}").format(path=surroundings.state_folder),
    ]


def _model(folder: Path | None) -> str:
    return folder.name if folder else translate("About", "Starter, the built-in one")
