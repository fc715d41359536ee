"""Makes the control that suits a setting: by what kind of value it has, and by its path where that is not enough."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from sparc_desktop.presenters.prompts import Prompts
from sparc_desktop.services.key_binding import DIRECT_SLOTS, LEADER_SLOT, LETTER_SLOTS
from sparc_desktop.settings.leaves import Leaf
from sparc_desktop.ui.settings_window.control import Control
from sparc_desktop.ui.settings_window.folder import FolderControl
from sparc_desktop.ui.settings_window.keys import KeysControl
from sparc_desktop.ui.settings_window.line import LineControl
from sparc_desktop.ui.settings_window.listed import PromptControl, VoiceControl, Voices
from sparc_desktop.ui.settings_window.plain import CheckControl, ChoiceControl, NumberControl
from sparc_desktop.ui.settings_window.prompts import PromptsControl

SLOTS = {"hotkeys.leader": (LEADER_SLOT,), "hotkeys.letters": LETTER_SLOTS, "hotkeys.direct": DIRECT_SLOTS}


class Workshop(QObject):
    """What the controls tell comes together here."""

    chosen = Signal(str, object)  # path and value
    bound = Signal(object, str)  # services.key_binding.Slot, and its key
    waiting = Signal(bool)  # for a key
    said = Signal(str)
    models_wanted = Signal()

    def __init__(self, voices: Voices, prompts: Prompts, parent: QObject) -> None:
        super().__init__(parent)
        self._voices = voices
        self._prompts = prompts

    def control(self, leaf: Leaf, parent: QWidget) -> Control:
        """The control of one setting."""
        control = self._special(leaf, parent) or self._plain(leaf, parent)
        control.chosen.connect(self.chosen)
        return control

    def _special(self, leaf: Leaf, parent: QWidget) -> Control | None:
        if leaf.path in SLOTS:
            keys = KeysControl(leaf, SLOTS[leaf.path], parent)
            keys.bound.connect(self.bound)
            keys.waiting.connect(self.waiting)
            keys.said.connect(self.said)
            return keys
        match leaf.path:
            case "voice.name":
                return VoiceControl(leaf, self._voices, parent)
            case "captions.prompt":
                return PromptControl(leaf, parent)
            case "captions.prompts":
                prompts = PromptsControl(leaf, self._prompts, parent)
                prompts.said.connect(self.said)
                return prompts
            case "model_folder":
                folder = FolderControl(leaf, parent)
                folder.models_wanted.connect(self.models_wanted)
                return folder
        return None

    def _plain(self, leaf: Leaf, parent: QWidget) -> Control:
        if leaf.choices:
            return ChoiceControl(leaf, parent)
        if leaf.limits:
            return NumberControl(leaf, parent)
        if leaf.field.annotation is bool:
            return CheckControl(leaf, parent)
        if leaf.field.annotation is str:
            return LineControl(leaf, parent)
        raise TypeError(f"there is no control for {leaf.path}")
