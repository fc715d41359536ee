"""What torch finds on this computer."""

import platform

import psutil
import torch

from sparc_desktop.domain.hardware import Hardware


def find_hardware() -> Hardware:
    """The best processor for models: a graphics card that torch can use, Apple's own, or the CPU."""
    cores = psutil.cpu_count(logical=False) or 1
    if torch.cuda.is_available():
        free, memory = torch.cuda.mem_get_info()
        name = torch.cuda.get_device_name()
        return Hardware("cuda", name, memory, free, cores, half=torch.cuda.is_bf16_supported(including_emulation=False))
    ram = psutil.virtual_memory()
    if torch.backends.mps.is_available():
        most = torch.mps.recommended_max_memory()
        return Hardware("mps", platform.processor(), most, min(most, ram.available), cores)
    return Hardware(
        "cpu", _processor(), ram.total, ram.available, cores, fast_nf4=torch.cpu._is_avx512_bf16_supported()
    )


def _processor() -> str:
    untrusted_name = torch.cpu.get_capabilities().get("cpu_name") if hasattr(torch.cpu, "get_capabilities") else None
    return str(untrusted_name or platform.processor() or platform.machine())
