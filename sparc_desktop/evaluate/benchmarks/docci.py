"""DOCCI (arXiv 2404.19753): photographs, each with one long description that tells it from others much like it.

The folder has `docci_descriptions.jsonlines`, and the pictures in `images/`, as its archives unpack. The splits are
train, test, qual_dev and qual_test.
"""

from functools import partial
from pathlib import Path

from sparc_desktop.evaluate.benchmarks.files import Untrusted, lines, picture
from sparc_desktop.evaluate.benchmarks.sample import Sample

FILE = "docci_descriptions.jsonlines"
SPLIT = "test"


class _Row(Untrusted):
    example_id: str
    split: str
    image_file: str
    description: str


def docci(folder: Path, split: str) -> list[Sample]:
    """The pictures of a split; raises ExpectedError."""
    folders = (folder / "images", folder)
    return [
        Sample(row.example_id, partial(picture, folders, row.image_file), (row.description,))
        for row in lines(folder / FILE, _Row)
        if row.split == (split or SPLIT)
    ]
