"""What a model can run on here."""

from dataclasses import dataclass
from typing import Literal

Device = Literal["cuda", "mps", "cpu"]


@dataclass(frozen=True, slots=True)
class Hardware:
    """The processor that models run on, and the memory that it has, in bytes.

    fast_nf4: has the processor the instructions (AVX512-BF16) that bitsandbytes' 4-bit layers need to be fast on it?
    half: does it calculate in bfloat16? Where it does not, float16 is taken.
    """

    device: Device
    name: str
    memory: int
    free: int
    cores: int
    fast_nf4: bool = False
    half: bool = True
