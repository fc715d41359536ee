"""The model at work: pictures in, events out; in-process for the command line, in a process of its own for the window."""
