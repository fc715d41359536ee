"""How fast a voice may speak, in words a minute: the range that espeak-ng speaks in."""

SLOWEST, FASTEST = 80, 450
