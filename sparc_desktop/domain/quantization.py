"""In which form a model's weights are held in memory: chosen for the hardware, or by the user."""

import sys
from dataclasses import dataclass
from typing import Literal

from sparc_desktop.domain.hardware import Hardware

Wish = Literal["auto", "nf4", "int4", "half"]
Format = Literal["nf4", "int4", "half", "full"]
Reason = Literal["wished", "small", "fast on cards", "none on mps", "fast by avx512-bf16", "none on windows", "faster"]
SMALL = 150_000_000  # weights up to which nothing is gained


@dataclass(frozen=True, slots=True)
class Choice:
    """The format, and why; `services.models.words` has the sentences."""

    format: Format
    reason: Reason


def choose(hardware: Hardware, weights: int, wish: Wish = "auto") -> Choice:
    """The format for a model of so many weights."""
    if wish != "auto" and (wish, hardware.device == "cpu") != ("int4", False):  # whose kernel is for CPUs alone
        return Choice(wish, "wished")
    if weights <= SMALL:
        return Choice("full", "small")
    if hardware.device == "cuda":
        return Choice("nf4", "fast on cards")
    if hardware.device == "mps":
        return Choice("half", "none on mps")
    if hardware.fast_nf4:
        return Choice("nf4", "fast by avx512-bf16")
    if sys.platform == "win32":
        return Choice("half", "none on windows")
    return Choice("int4", "faster")
