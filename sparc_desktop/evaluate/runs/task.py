"""What is described, by which model, and what it is asked for: all that a caption depends on, but the method."""

import hashlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from sparc_desktop.domain.language import Language
from sparc_desktop.domain.length import Length
from sparc_desktop.domain.quantization import Format

# What of a model's folder decides on its captions; its card and its figures don't.
DECIDING = ("*.safetensors", "*config.json", "tokenizer*", "chat_template*", "profile.json")
CHUNK = 2**22  # bytes
WHOLE = 16 * CHUNK  # of a larger file the beginning, the end and the size tell enough, and in time


@dataclass(frozen=True, slots=True)
class Task:
    """A fixed list of pictures, and what is wanted of each.

    pictures: the name of their source (`pictures.SOURCES`); split: a part of it. first, end: which of them, without
    `end` itself. prompt: the words that the model is asked with, in which language and for which length. max_tokens: of
    a caption. batch: pictures decoded together, on which rounding may depend. model: its name; digest: of its files;
    weights: the form in which they were held in memory.
    """

    pictures: str
    split: str
    first: int
    end: int
    language: Language
    length: Length
    prompt: str
    max_tokens: int
    batch: int
    model: str
    digest: str
    weights: Format

    def difference(self, other: "Task") -> str | None:
        """The first thing in which the two differ, with both values; None where they are the same."""
        mine, others = asdict(self), asdict(other)
        told = (f"{name} ({mine[name]}, not {others[name]})" for name in mine if mine[name] != others[name])
        return next(told, None)


def digest_of(folder: Path) -> str:
    """A fingerprint of a model's files; two models of the same digest write the same."""
    hashed = hashlib.sha256()
    for path in sorted({path for pattern in DECIDING for path in folder.glob(pattern) if path.is_file()}):
        hashed.update(f"{path.name} {path.stat().st_size}\n".encode())
        for chunk in _chunks(path):
            hashed.update(chunk)
    return hashed.hexdigest()[:16]


def _chunks(path: Path) -> Iterator[bytes]:
    size = path.stat().st_size
    with path.open("rb") as file:
        if size > WHOLE:
            yield file.read(CHUNK)
            file.seek(size - CHUNK)
        while chunk := file.read(CHUNK):
            yield chunk
