"""How long a description may be, as people choose it."""

from typing import Literal, get_args

Length = Literal["sentence", "short", "detailed", "everything"]
LENGTHS: tuple[Length, ...] = get_args(Length)
