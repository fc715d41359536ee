"""What the user has chosen: one declared tree, its store with migrations, and the log."""
