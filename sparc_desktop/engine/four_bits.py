"""Putting a model's text layers into four bits, one after another, and keeping the result for the next start.

The model's own files are mapped, not read, so that beside the result no more than one layer is ever in memory; the
copy that is kept is mapped, too. A copy that is broken, or of other files, is made again; where none can be written,
the next start takes as long as this one.
"""

import hashlib
import logging
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor, nn

from sparc_desktop.caches import model_cache
from sparc_desktop.domain.quantization import Format
from sparc_desktop.engine import int4, nf4
from sparc_desktop.engine.mapped import let_go, trim

PART = 16 * 1024 * 1024  # bytes of a file of the copy: while it is written, that much is in memory twice
DRAFT = ".part"
SPARE = 1024**3  # bytes that stay free on the disk
KINDS: dict[Format, ModuleType] = {"nf4": nf4, "int4": int4}
logger = logging.getLogger(__name__)


def put_into_four_bits(
    model: nn.Module,
    names: list[str],
    chosen: Format,
    device: torch.device,
    dtype: torch.dtype,
    folder: Path,
    progress: Callable[[float], None],
) -> None:
    """Replace the layers of these names, still as the files have them, by others that calculate in `dtype`.

    `folder` is the model's; `progress` hears 0 to 1, where there is no copy.
    """
    kind = KINDS[chosen]
    place = model_cache(folder) / f"{chosen}-{_key(folder, chosen, device)}"
    former = _Former(place, names)
    files = {str(path.resolve()) for path in folder.glob("*.safetensors")}
    with _kept(place, former) as keep:
        for done, name in enumerate(names, start=1):
            parent, _, last = name.rpartition(".")
            layer: Any = model.get_submodule(name)
            if saved := former.tensors(name):
                made = kind.restored(layer, saved, device, dtype)
            else:
                made = kind.rounded(layer, device, dtype)
                let_go(layer.weight, files)
                keep(name, kind.tensors(made))
                trim()
                progress(done / len(names))
            setattr(model.get_submodule(parent), last, made)


def _key(folder: Path, chosen: Format, device: torch.device) -> str:
    """Changes with whatever changes the copy."""
    files = sorted((path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in folder.glob("*.safetensors"))
    library = version("bitsandbytes") if chosen == "nf4" else torch.__version__
    processor = torch.backends.cpu.get_cpu_capability() if device.type == "cpu" else device.type
    return hashlib.sha256(repr((files, library, processor)).encode()).hexdigest()[:16]


class _Former:
    """The copy of an earlier start; without layers where it has not got all of these."""

    def __init__(self, place: Path, names: list[str]) -> None:
        self._files: dict[str, dict[str, Any]] = {}  # by layer and tensor, the open file
        try:
            for path in sorted(place.glob("*.safetensors")):
                file: Any = safe_open(path, "pt")
                for key in file.keys():  # noqa: SIM118 - it is no mapping
                    name, _, tensor = key.partition(":")
                    self._files.setdefault(name, {})[tensor] = file
        except (OSError, SafetensorError):
            logger.exception("The quantized copy can't be read")
            self._files.clear()
        if not self._files.keys() >= set(names):
            self._files.clear()

    @property
    def is_there(self) -> bool:
        """Is there anything in it?"""
        return bool(self._files)

    def tensors(self, name: str) -> dict[str, Tensor]:
        """Of a layer, mapped; none where there are none."""
        return {tensor: file.get_tensor(f"{name}:{tensor}") for tensor, file in self._files.get(name, {}).items()}


@contextmanager
def _kept(place: Path, former: _Former) -> Iterator[Callable[[str, dict[str, Tensor]], None]]:
    """Hears of each layer that was made, and keeps them all at the end, or none."""
    if former.is_there:
        yield lambda name, tensors: None
        return
    writer = _Writer(place)
    try:
        yield writer.add
        writer.complete()
    finally:
        writer.discard()


class _Writer:
    """A copy in the making, under another name until it is whole."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._draft = place.with_name(f"{place.name}.{os.getpid()}{DRAFT}")
        self._tensors: dict[str, Tensor] = {}
        self._size = self._parts = 0
        self._gave_up = False

    def add(self, name: str, tensors: dict[str, Tensor]) -> None:
        for tensor, value in tensors.items():
            self._tensors[f"{name}:{tensor}"] = value.contiguous()
            self._size += value.nbytes
        if self._size >= PART:
            self._write()

    def complete(self) -> None:
        self._write()
        if self._gave_up:
            return
        try:
            for other in self._place.parent.glob(f"{self._place.name.partition('-')[0]}-*"):
                if other.suffix != DRAFT:  # else another process is at it
                    shutil.rmtree(other)  # of other files or libraries
            self._draft.replace(self._place)
        except OSError:
            logger.exception("The quantized copy can't be put in its place")

    def discard(self) -> None:
        shutil.rmtree(self._draft, ignore_errors=True)

    def _write(self) -> None:
        tensors, size = self._tensors, self._size
        self._tensors, self._size = {}, 0
        if self._gave_up or not tensors:
            return
        try:
            self._draft.mkdir(parents=True, exist_ok=True)
            if shutil.disk_usage(self._draft).free < size + SPARE:
                raise OSError("the disk is nearly full")
            save_file(tensors, self._draft / f"{self._parts:04}.safetensors")
            self._parts += 1
        except (OSError, SafetensorError) as error:
            logger.warning("No quantized copy is kept: %s", error)
            self._gave_up = True
