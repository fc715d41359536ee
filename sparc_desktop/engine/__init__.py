"""The model at work: pictures in, events out; in a process of its own for the window."""

import os

# Before torch is imported, which reads it once.
# Threads that wait for each other sleep: spinning costs a picture seconds while a screen reader needs the processor.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
