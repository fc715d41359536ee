"""The settings window alone, with real hotkeys: a process for tests on a desktop.

What is heard of the hotkeys is a line on standard output, and so is each change of the settings; warnings go to
standard error.

    python -m tests.support.settings_program --settings FILE [--page NAME]
"""

import argparse
import logging
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from sparc_desktop.hotkeys.select import choose_hotkeys
from sparc_desktop.services.instance.server import Instance
from sparc_desktop.services.remote import Remote
from sparc_desktop.settings.store import SettingsStore
from sparc_desktop.speech.select import installed_voices
from sparc_desktop.ui.preferences import Preferences
from sparc_desktop.ui.settings_window.window import SettingsWindow


def main() -> int:
    logging.basicConfig(level=logging.WARNING)
    parser = argparse.ArgumentParser()
    parser.add_argument("--settings", type=Path, required=True)
    parser.add_argument("--page", default="speech")
    arguments = parser.parse_args()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("sparc-settings")
    store = SettingsStore(arguments.settings)
    preferences = Preferences(store, store.load().settings)
    preferences.changed.connect(lambda changed: print("changed", *sorted(changed), flush=True))
    remote = Remote(Instance(None), choose_hotkeys)
    remote.start(lambda heard: print("heard", heard, flush=True))
    window = SettingsWindow(preferences, remote, installed_voices)
    window.finished.connect(application.quit)
    window.show_page(arguments.page)
    code = application.exec()
    window.close_for_good()
    remote.stop()
    return code


if __name__ == "__main__":
    sys.exit(main())
