"""What the actions are called, for people: in help texts, in the settings, and in a desktop's own list of shortcuts."""

from sparc_desktop.domain.action import Action
from sparc_desktop.translation import translate


def action_name(action: Action) -> str:
    """What the action does, as a command: "describe the window"."""
    return _names()[action]


def _names() -> dict[Action, str]:
    return {
        Action.DESCRIBE_WINDOW: translate("Action", "describe the window"),
        Action.DESCRIBE_SCREEN: translate("Action", "describe the whole screen"),
        Action.DESCRIBE_MONITOR: translate("Action", "describe the monitor that has the focus"),
        Action.DESCRIBE_REGION: translate("Action", "describe a part of the screen"),
        Action.DESCRIBE_LAST_REGION: translate("Action", "describe the last part of the screen again"),
        Action.DESCRIBE_CLIPBOARD: translate("Action", "describe the picture on the clipboard"),
        Action.DESCRIBE_FOCUSED: translate("Action", "describe the control that has the focus"),
        Action.DESCRIBE_AGAIN: translate("Action", "describe the last picture anew"),
        Action.STOP: translate("Action", "stop"),
        Action.PAUSE: translate("Action", "pause or go on"),
        Action.REPEAT: translate("Action", "read the description again"),
        Action.NEXT_SENTENCE: translate("Action", "next sentence"),
        Action.PREVIOUS_SENTENCE: translate("Action", "previous sentence"),
        Action.OPEN_RESULT: translate("Action", "open the description in the window"),
        Action.ASK: translate("Action", "ask about the picture"),
        Action.SHOW: translate("Action", "show the program's window"),
    }
