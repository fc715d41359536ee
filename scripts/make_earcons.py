"""Makes assets/earcons: four short sounds that are told apart by their movement, also by who hears high tones badly.

    .venv/bin/python scripts/make_earcons.py

Rising is a beginning, two notes that settle are the end, falling is an error, a single soft knock is work. All lie
between 300 and 1000 Hz and well below the loudness of a voice.
"""

import wave
from pathlib import Path

import numpy as np

RATE = 22050  # samples a second
EDGE = 0.008  # seconds of fading in and out, so that nothing clicks
FOLDER = Path(__file__).parents[1] / "assets" / "earcons"

# (frequency at the beginning, at the end, seconds, loudness 0 to 1), one after the other
SOUNDS = {
    "captured": [(520, 780, 0.07, 0.35)],
    "thinking": [(330, 330, 0.035, 0.15)],
    "done": [(780, 780, 0.06, 0.3), (585, 585, 0.09, 0.3)],
    "error": [(440, 310, 0.18, 0.4)],
}


def note(start: float, end: float, seconds: float, loudness: float) -> np.ndarray:
    """One tone that glides; float64, -1 to 1."""
    count = round(seconds * RATE)
    phase = 2 * np.pi * np.cumsum(np.linspace(start, end, count)) / RATE
    fade = np.minimum(1, np.minimum(np.arange(count), np.arange(count)[::-1]) / (EDGE * RATE))
    return loudness * fade * (np.sin(phase) + 0.25 * np.sin(2 * phase)) / 1.25


def main() -> None:
    """Write all of them; the same bytes every time."""
    FOLDER.mkdir(exist_ok=True)
    for name, notes in SOUNDS.items():
        sound = np.concatenate([note(*each) for each in notes])
        with wave.open(str(FOLDER / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes((sound * 32767).astype("<i2").tobytes())


if __name__ == "__main__":
    main()
