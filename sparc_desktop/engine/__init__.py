"""The model at work: pictures in, events out; in a process of its own for the window."""
