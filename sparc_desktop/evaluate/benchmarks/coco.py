"""COCO (arXiv 1405.0312), for CHAIR: five short captions a picture, and which of 80 kinds of object are in it.

The folder is as the archives of cocodataset.org unpack: `annotations/instances_SPLIT.json`,
`annotations/captions_SPLIT.json`, and the pictures in `SPLIT/`; SPLIT is val2014, for example.
"""

from collections import defaultdict
from functools import partial
from pathlib import Path

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.evaluate.benchmarks.files import MEGABYTE, Untrusted, bounded, document, picture
from sparc_desktop.evaluate.benchmarks.sample import Sample
from sparc_desktop.evaluate.measures.prose.object_words import ObjectWords

SPLIT = "val2014"  # from which CHAIR's pictures are taken


class _Picture(Untrusted):
    id: int
    file_name: str


class _Category(Untrusted):
    id: int
    name: str


class _Instance(Untrusted):
    image_id: int
    category_id: int


class _Instances(Untrusted):
    images: list[_Picture]
    categories: list[_Category]
    annotations: list[_Instance]


class _Caption(Untrusted):
    image_id: int
    caption: str


class _Captions(Untrusted):
    annotations: list[_Caption]


def published_words(path: Path) -> ObjectWords:
    """The names of the classes in a list as published with CHAIR; raises ExpectedError."""
    try:
        words = ObjectWords.of_lines(bounded(path, MEGABYTE).decode("utf-8").splitlines())
    except UnicodeDecodeError as error:
        raise ExpectedError(Code.DATA_BROKEN, path=str(path), reason="it is no text in UTF-8") from error
    if not words.names:
        raise ExpectedError(Code.DATA_BROKEN, path=str(path), reason="it names nothing")
    return words


def coco(folder: Path, split: str) -> list[Sample]:
    """The pictures of a split that have captions; raises ExpectedError."""
    split = split or SPLIT
    told = document(folder / "annotations" / f"captions_{split}.json", _Captions)
    seen = document(folder / "annotations" / f"instances_{split}.json", _Instances)
    names = {category.id: category.name for category in seen.categories}
    captions: dict[int, list[str]] = defaultdict(list)
    for caption in told.annotations:
        captions[caption.image_id].append(caption.caption.strip())
    objects: dict[int, set[str]] = defaultdict(set)
    for instance in seen.annotations:
        if instance.category_id in names:
            objects[instance.image_id].add(names[instance.category_id])
    return [
        Sample(
            str(each.id),
            partial(picture, (folder / split, folder), each.file_name),
            tuple(captions[each.id]),
            frozenset(objects[each.id]),
        )
        for each in seen.images
        if each.id in captions
    ]
