"""Speaking through the user's screen reader: one file a way, `select` finds the one that is running."""
