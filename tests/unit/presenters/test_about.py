"""What About tells."""

import subprocess
import sys
from pathlib import Path

import pytest

from sparc_desktop import __version__, translation
from sparc_desktop.presenters.about import about_lines
from sparc_desktop.services import versions
from sparc_desktop.services.report import Surroundings, report
from sparc_desktop.settings.model import Settings

FOLDERS = tuple(map(Path, ("/settings", "/log", "/history", "/state")))
HERE = Surroundings(lambda name: "espeak" if name == "auto" else "", lambda: "orca", *FOLDERS)


def test_versions_model_voice_licence_and_folders() -> None:
    lines = about_lines(Settings(), HERE, "6.11.3")
    for line in (
        f"SPARC Desktop: {__version__}",
        "Qt: 6.11.3",
        "Model: Starter, the built-in one",
        "The program's own voice: espeak",
        "Licence: Apache License, version 2.0",
    ):
        assert line in lines
    for folder in FOLDERS:  # who deletes them has deleted everything
        assert any(line.endswith(f": {folder}") for line in lines)
    assert "" not in lines  # a screen reader repeats the line before an empty one


def test_another_model_is_named_by_its_folder() -> None:
    assert "Model: llava" in about_lines(Settings(model_folder=Path("/m/llava")), HERE, "6")


def test_where_there_is_no_voice_that_is_said() -> None:
    settings = Settings().changed(voice={"name": "gone"})
    assert "The program's own voice: none" in about_lines(settings, HERE, "6")


def test_what_is_not_installed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "PACKAGES", {"Nothing": "no-such-package"})
    translation.use_language("zh_CN")
    try:
        assert about_lines(Settings(), HERE, "6")[4].startswith("Nothing: ")
        assert "Nothing: not installed\n" in report(Settings(), HERE, "6")  # English for whoever mends the fault
    finally:
        translation.use_language("en")
    assert "Nothing: not installed" in about_lines(Settings(), HERE, "6")


def test_torch_is_not_loaded_for_its_version() -> None:
    code = "import sys; from sparc_desktop.services.versions import versions; v = versions('6'); "
    code += "print(v['PyTorch'], *sys.modules.keys() & {'torch', 'transformers'})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert len(done.stdout.split()) == 1
