"""What is looked at before the weights are fetched: a model that can't be used is refused while that costs nothing."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.models.repository import Revision
from sparc_desktop.models.selection import CONFIG, INDEX, is_shard

LARGEST = 32 * 1024 * 1024  # bytes; the index of a model with 700 GB has 13 MB


Refusal = Callable[[Path], str | None]
"""Takes a model's config.json; says why such a model can't be used, or None."""


def anything_goes(_config: Path) -> None:
    """Refuses no architecture."""


def inspect(revision: Revision, places: Mapping[str, Path], refusal: Refusal = anything_goes) -> None:
    """Read the small files; `places` says where each lies. Raises ExpectedError, OSError.

    MODEL_NEEDS_CODE: its architecture is refused, and it comes with code of its own, which is never run nor fetched.
    MODEL_UNSUPPORTED: its architecture is refused. MODEL_INCOMPLETE: the index names weights
    that are not there.
    """
    config, reason = _read(revision, CONFIG, places), refusal(places[CONFIG])
    if reason and "auto_map" in config:
        raise ExpectedError(Code.MODEL_NEEDS_CODE, label=revision.id)
    if reason:
        raise ExpectedError(Code.MODEL_UNSUPPORTED, label=revision.id, reason=reason)
    names = {file.name for file in revision.files}
    if INDEX not in names:
        return
    untrusted_map = _read(revision, INDEX, places).get("weight_map")
    if not isinstance(untrusted_map, dict) or not untrusted_map:
        raise ExpectedError(Code.MODEL_INCOMPLETE, label=revision.id, path=INDEX)
    for untrusted_shard in map(str, untrusted_map.values()):
        if untrusted_shard not in names:
            missing = untrusted_shard if is_shard(untrusted_shard) else INDEX
            raise ExpectedError(Code.MODEL_INCOMPLETE, label=revision.id, path=missing)


def _read(revision: Revision, name: str, places: Mapping[str, Path]) -> dict[str, Any]:
    unusable = ExpectedError(Code.MODEL_INCOMPLETE, label=revision.id, path=name)
    if places[name].stat().st_size > LARGEST:
        raise unusable
    try:
        document = json.loads(places[name].read_bytes())
    except (ValueError, RecursionError) as error:
        raise unusable from error
    if not isinstance(document, dict):
        raise unusable
    return document
