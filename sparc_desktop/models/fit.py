"""Which model fits this computer: what it takes in memory, and how fast it is to be expected.

A word is written by reading all weights of the text part, so its time is their size over the bandwidth of the memory; a
picture is looked at by multiplying with them for each of its tokens, so that time is their number over the speed of
multiplication. Both speeds are measured on the spot (`engine.hardware`); the shares of them that are reached were
measured with a model of 7 billion weights (docs/performance.md). What comes of it is an estimate, and is called one.
"""

from dataclasses import dataclass

from sparc_desktop.domain.hardware import Hardware
from sparc_desktop.domain.quantization import Wish, choose
from sparc_desktop.models.catalogue import HALF, Entry, catalogue

GB = 1_000_000_000
REACHED = 0.4  # of the bandwidth, while words are written
MULTIPLIED = 0.5  # of the speed of multiplication, while a picture is looked at
MULTIPLIED_INT4 = 0.24  # the same with torch's 4-bit integers on AVX2
LAYER = 0.0003  # seconds that a layer takes for a token beside that
WORDS = 0.75  # in a token
CAPTION = 600  # tokens of a long description and of what is asked
WORKING = 700_000_000  # bytes for torch itself, and for what is computed meanwhile
OTHERS = 2_500_000_000  # bytes that the system and other programs keep, where the memory is shared with them
PATIENCE = 30.0  # seconds for which a first word may be waited for, in what is recommended
SLOWEST = 1.5  # words a second that a listener can follow without long pauses


@dataclass(frozen=True, slots=True)
class Fit:
    """How a model would do: bits of a weight, memory in bytes, words a second, seconds to the first word."""

    entry: Entry
    bits: int
    memory: int
    speed: float
    first: float
    fits: bool

    @property
    def is_swift(self) -> bool:
        """Can it be listened to as it writes?"""
        return self.first <= PATIENCE and self.speed >= SLOWEST


def fit(entry: Entry, hardware: Hardware, wish: Wish = "auto") -> Fit:
    """One model on this hardware, whose speeds must have been measured, in the form that is wished."""
    tokens = entry.tokens[hardware.device != "cpu"]
    format = choose(hardware, entry.parameters, wish).format
    bits = 4 if format in ("nf4", "int4") else 16
    memory = entry.size(bits) + WORKING + (tokens + CAPTION) * entry.memory_token
    read = entry.size(bits) - HALF * (entry.vision + entry.words // 2)  # of the words the last layer alone
    seconds = read / (REACHED * hardware.bandwidth) + LAYER * entry.layers
    text = entry.text / (MULTIPLIED_INT4 if format == "int4" else MULTIPLIED)
    looking = 2 * tokens * (text + entry.patches * entry.vision / MULTIPLIED)
    first = looking / hardware.multiplications + seconds
    return Fit(entry, bits, memory, WORDS / seconds, first, memory <= room(hardware))


def room(hardware: Hardware) -> int:
    """Bytes that a model may take."""
    return hardware.memory if hardware.device == "cuda" else hardware.memory - OTHERS


@dataclass(frozen=True, slots=True)
class Advice:
    """best: the ablest that fits and is swift; None where none does. next: the one after it in the list, and ..."""

    best: Fit | None
    next: Fit | None


def advise(hardware: Hardware, wish: Wish = "auto") -> Advice:
    """Among those that anybody may use without an account."""
    fits = [fit(entry, hardware, wish) for entry in catalogue() if entry.commercial and not entry.gated]
    good = [each for each in fits if each.fits and each.is_swift]
    best = good[-1] if good else None
    later = fits[fits.index(best) + 1 :] if best else fits
    return Advice(best, later[0] if later else None)
