"""Which files of a repository are wanted: weights in safetensors, and what transformers needs beside them.

Only files at the top are: folders hold other formats (onnx) and originals. Never code, never weights that are a program
when they are read (.bin, .pt). Of weights that are there twice, the ones that transformers takes.
"""

import re
from collections.abc import Collection

INDEX = "model.safetensors.index.json"
WHOLE = "model.safetensors"
CONFIG = "config.json"
_SHARD = re.compile(r"model-\d{5}-of-\d{5}\.safetensors")
_BESIDE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.+-]{0,150}\.(json|txt|jinja|model)")
_NEEDLESS = re.compile(r".*\.index\.json|trainer_state\.json|all_results\.json|train_results\.json|eval_results\.json")


def wanted(untrusted_names: Collection[str]) -> list[str]:
    """The wanted names, safe as names of files, small files first; none where there are no usable weights."""
    if not (weights := _weights(untrusted_names)):
        return []
    beside = [name for name in untrusted_names if _BESIDE.fullmatch(name) and not _NEEDLESS.fullmatch(name)]
    return [*sorted(beside), *weights]


def is_shard(untrusted_name: str) -> bool:
    """Is it the name of a part of the weights?"""
    return _SHARD.fullmatch(untrusted_name) is not None


def _weights(untrusted_names: Collection[str]) -> list[str]:
    if WHOLE in untrusted_names:
        return [WHOLE]
    shards = sorted(name for name in untrusted_names if is_shard(name))
    return [INDEX, *shards] if shards and INDEX in untrusted_names else []
