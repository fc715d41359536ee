"""What torch finds on this computer."""

import logging
import platform
import time
from collections.abc import Callable
from dataclasses import replace

import psutil
import torch

from sparc_desktop.domain.hardware import Hardware, hardware_json

logger = logging.getLogger(__name__)
READ = 512 * 1024 * 1024  # bytes: far more than any cache holds
SIDE = 2048
TRIES = 5


def find_hardware() -> Hardware:
    """The best processor for models: a graphics card that torch can use, Apple's own, or the CPU."""
    cores = psutil.cpu_count(logical=False) or 1
    if torch.cuda.is_available() and _works():
        _free, memory = torch.cuda.mem_get_info()
        name = torch.cuda.get_device_name()
        return Hardware("cuda", name, memory, cores, half=torch.cuda.is_bf16_supported(including_emulation=False))
    if torch.backends.mps.is_available():
        return Hardware("mps", platform.processor(), torch.mps.recommended_max_memory(), cores)
    memory = psutil.virtual_memory().total
    return Hardware("cpu", _processor(), memory, cores, fast_nf4=torch.cpu._is_avx512_bf16_supported())


def _works() -> bool:
    """Can the graphics card calculate? One that is too old for this build of torch is found all the same."""
    try:
        return bool((torch.ones(8, 8, device="cuda") @ torch.ones(8, 8, device="cuda")).sum().item())
    except RuntimeError:
        logger.warning("The graphics card can't be used", exc_info=True)
        return False


def _processor() -> str:
    untrusted_name = torch.cpu.get_capabilities().get("cpu_name") if hasattr(torch.cpu, "get_capabilities") else None
    return str(untrusted_name or platform.processor() or platform.machine())


def measured(hardware: Hardware) -> Hardware:
    """The same with its speeds, found in about a second: the best of a few tries, as other programs disturb."""
    dtype = torch.bfloat16 if hardware.half else torch.float16
    try:
        block = torch.ones(READ // 4, dtype=torch.float32, device=hardware.device)
    except RuntimeError:  # a card may be full of a model
        block = torch.ones(READ // 64, dtype=torch.float32, device=hardware.device)
    square = torch.ones(SIDE, SIDE, dtype=dtype, device=hardware.device)
    reading = _seconds(block.sum, hardware)
    multiplying = _seconds(lambda: square @ square, hardware)
    return replace(hardware, bandwidth=block.nbytes / reading, multiplications=2 * SIDE**3 / multiplying)


def _seconds(work: Callable[[], torch.Tensor], hardware: Hardware) -> float:
    tries = []
    for _ in range(TRIES):
        began = time.perf_counter()
        work().flatten()[0].item()  # which waits until a graphics card is done
        tries.append(time.perf_counter() - began)
    return min(tries)


def main() -> None:
    """Print it with its speeds as one line of JSON, for the window, which does not know torch."""
    print(hardware_json(measured(find_hardware())))


if __name__ == "__main__":
    main()
