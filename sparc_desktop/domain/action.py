"""What can be asked of the running program without its window: by a hotkey, or by `sparc-desktop trigger ACTION`.

The values are the words of the command line and of the socket; they never change once released.
"""

from enum import StrEnum


class Action(StrEnum):
    """One thing to do at once, whatever program has the focus."""

    DESCRIBE_WINDOW = "describe-window"
    DESCRIBE_SCREEN = "describe-screen"
    DESCRIBE_MONITOR = "describe-monitor"  # the one with the focus
    DESCRIBE_REGION = "describe-region"
    DESCRIBE_LAST_REGION = "describe-last-region"
    DESCRIBE_CLIPBOARD = "describe-clipboard"
    DESCRIBE_FOCUSED = "describe-focused"
    DESCRIBE_AGAIN = "describe-again"  # the last picture, anew
    STOP = "stop"
    PAUSE = "pause"
    REPEAT = "repeat"
    NEXT_SENTENCE = "next-sentence"
    PREVIOUS_SENTENCE = "previous-sentence"
    OPEN_RESULT = "open-result"
    ASK = "ask"
    SHOW = "show"  # the window; also what a second start of the program asks of the first
