"""What a model can run on here."""

import json
import math
from dataclasses import asdict, dataclass, fields
from typing import Literal, get_args

Device = Literal["cuda", "mps", "cpu"]


@dataclass(frozen=True, slots=True)
class Hardware:
    """The processor that models run on, and the memory that it has, in bytes.

    fast_nf4: has the processor the instructions (AVX512-BF16) that bitsandbytes' 4-bit layers need to be fast on it?
    half: does it calculate in bfloat16? Where it does not, float16 is taken.
    bandwidth: bytes a second that are read from the memory; multiplications: a second, in that type, each with its sum
    counted as two. Both are 0 where they were not measured.
    """

    device: Device
    name: str
    memory: int
    cores: int
    fast_nf4: bool = False
    half: bool = True
    bandwidth: float = 0.0
    multiplications: float = 0.0


def hardware_json(hardware: Hardware) -> str:
    """As one line."""
    return json.dumps(asdict(hardware))


def parse_hardware(untrusted_line: bytes) -> Hardware | None:
    """The hardware in a line; None where it is something else."""
    try:
        hardware = Hardware(**json.loads(untrusted_line))
    except (ValueError, TypeError):
        return None
    numbers = [getattr(hardware, field.name) for field in fields(hardware) if field.type in (int, float)]
    is_sound = all(isinstance(each, int | float) and 0 <= each < math.inf for each in numbers)
    return hardware if is_sound and hardware.device in get_args(Device) and isinstance(hardware.name, str) else None
