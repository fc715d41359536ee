"""A file's name made of what is said of a picture, for every system: a name that Windows takes, all others take."""

import unicodedata

LONGEST = 150  # bytes; most systems allow 255, and an ending and the name of a draft must go with it
_FORBIDDEN = str.maketrans({**dict.fromkeys('<>"|?*', " "), **dict.fromkeys(":/\\", "-")})
# With whatever ending, Windows takes each of these for a device.
_PORTS = (f"{name}{digit}" for name in ("com", "lpt") for digit in "0123456789¹²³")
_DEVICES = ("con", "conin$", "conout$", "prn", "aux", "nul", *_PORTS)


def safe_stem(untrusted_name: str) -> str:
    """Without an ending; empty where nothing is left of the name."""
    visible = "".join(each if unicodedata.category(each)[0] != "C" else " " for each in untrusted_name)
    name = " ".join(visible.translate(_FORBIDDEN).split()).strip(" .-")
    name = name.encode()[:LONGEST].decode(errors="ignore").rstrip(" .-")
    return f"_{name}" if name.split(".")[0].strip().lower() in _DEVICES else name
