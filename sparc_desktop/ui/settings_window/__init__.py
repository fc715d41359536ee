"""The settings window, made of the declared tree: one page for each of `settings.pages`, one control for each leaf."""
