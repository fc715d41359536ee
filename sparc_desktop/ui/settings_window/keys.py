"""A group of keys: the leader's, the letters behind it, or the combinations without it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QGroupBox, QLabel, QWidget

from sparc_desktop.services.key_binding import Slot, default_key, key_at, slot_name
from sparc_desktop.settings.leaves import Leaf
from sparc_desktop.settings.model import HotkeySettings, Settings
from sparc_desktop.translation import translate
from sparc_desktop.ui.labels import read_alone
from sparc_desktop.ui.settings_window.control import Control
from sparc_desktop.ui.settings_window.key_button import KeyButton


class KeysControl(Control):
    """One button for each key."""

    bound = Signal(object, str)  # Slot, and the key
    waiting = Signal(bool)
    said = Signal(str)

    def __init__(self, leaf: Leaf, slots: Sequence[Slot], parent: QWidget) -> None:
        self._box = QGroupBox(parent)
        super().__init__(leaf, self._box, parent)
        self._keys = HotkeySettings()
        self._rows = {slot: (QLabel(self._box), KeyButton(self._box)) for slot in slots}

    def add_to(self, form: QFormLayout) -> None:
        """All rows under the group's title and its help."""
        inner = QFormLayout(self._box)
        inner.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        inner.addRow(self._help)
        for slot, (label, button) in self._rows.items():
            read_alone(label)  # the button's own name has it, and the key
            inner.addRow(label, button)
            button.chosen.connect(lambda key, slot=slot: self.bound.emit(slot, key))
            button.waiting.connect(self.waiting)
            button.said.connect(self.said)
        self._label.hide()
        form.addRow(self._box)

    def show_settings(self, settings: Settings) -> None:
        """Show all keys."""
        self._keys = settings.hotkeys
        for slot, (_, button) in self._rows.items():
            button.show_key(slot_name(slot), key_at(self._keys, slot))

    def retranslate(self) -> None:
        """Write all texts in the current language."""
        self._box.setTitle(self.leaf.title)
        self._box.setAccessibleDescription(self.leaf.description)
        self._help.setText(self.leaf.description)
        default = translate("Settings", "Default: {value}.")
        for slot, (label, button) in self._rows.items():
            label.setText(translate("Settings", "{setting}:").format(setting=slot_name(slot)))
            button.show_key(slot_name(slot), key_at(self._keys, slot))
            value = default_key(slot) or translate("Settings", "none")
            button.setAccessibleDescription(default.format(value=value))
            button.setToolTip(default.format(value=value))
