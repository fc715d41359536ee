"""In which form a model's weights are held in memory: chosen for the hardware, or by the user."""

from typing import Literal

Wish = Literal["auto", "nf4", "int4", "half"]
