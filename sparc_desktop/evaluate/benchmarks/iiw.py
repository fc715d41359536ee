"""IIW-400 (ImageInWords, arXiv 2405.02793): 400 photographs, each with a description that people have written in turns.

The folder has its `data.jsonl`; the pictures are those of DOCCI-AAR, in `images_aar/` as its archive unpacks.
"""

from functools import partial
from pathlib import Path

from pydantic import Field

from sparc_desktop.evaluate.benchmarks.files import Untrusted, first_file, lines, picture
from sparc_desktop.evaluate.benchmarks.sample import Sample


class _Row(Untrusted):
    key: str = Field(alias="image/key")
    description: str = Field(alias="IIW")


def iiw(folder: Path, split: str) -> list[Sample]:
    """All 400; it has no splits. Raises ExpectedError."""
    del split
    path = first_file(folder / "data.jsonl", folder / "IIW-400" / "data.jsonl")
    folders = (folder / "images_aar", folder / "images", folder)
    return [Sample(row.key, partial(picture, folders, row.key), (row.description,)) for row in lines(path, _Row)]
