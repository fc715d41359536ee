"""The model at work: pictures in, events out; in a process of its own for the window."""

import gc
import os

# Before torch is imported, which reads it once.
# Threads that wait for each other sleep: spinning costs a picture seconds while a screen reader needs the processor.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

# New objects until the garbage collector looks. The libraries that follow make a million that stay, and looking through
# them again and again took a fifth of the time until a description.
gc.set_threshold(100_000)
