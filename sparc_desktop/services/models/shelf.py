"""All models on one shelf: the built-in one, those of the catalogue, and whatever else is installed or in use."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sparc_desktop.domain.hardware import Hardware
from sparc_desktop.models.catalogue import Entry, catalogue, entry
from sparc_desktop.models.fit import Fit, fit
from sparc_desktop.models.lock import installed
from sparc_desktop.settings.model import ModelSettings

State = Literal["built-in", "installed", "absent", "folder"]
BUILT_IN = "built-in"  # what stands for the built-in model where an id is asked for


@dataclass(frozen=True, slots=True)
class Model:
    """One model. `fit` is None where the hardware is not known yet, or the model is not in the catalogue."""

    id: str
    name: str
    state: State
    is_used: bool
    folder: Path | None = None
    entry: Entry | None = None
    fit: Fit | None = None


def shelf(used: Path | None, hardware: Hardware | None, models: ModelSettings) -> list[Model]:
    """Every model; `used` is the folder of the one in use, None for the built-in one."""
    here = {model.id: model.folder for model in installed()}
    rows = [Model(BUILT_IN, BUILT_IN, "built-in", used is None)]
    for id in (*(each.id for each in catalogue()), *(id for id in here if entry(id) is None)):
        known, folder = entry(id), here.get(id)
        suited = fit(known, hardware, models.quantization) if known and hardware else None
        state: State = "installed" if folder else "absent"
        rows.append(Model(id, known.name if known else id, state, _same(folder, used), folder, known, suited))
    own = [*models.folders, *([used] if used and not any(_same(used, row.folder) for row in rows) else ())]
    for folder in dict.fromkeys(own):
        rows.append(Model(str(folder), folder.name, "folder", _same(folder, used), folder))
    return rows


def model_json(model: Model) -> str:
    """As one line, for programs."""
    told: dict[str, object] = {"id": model.id, "name": model.name, "state": model.state, "is_used": model.is_used}
    told["folder"] = str(model.folder) if model.folder else None
    if model.entry:
        told |= {"download": model.entry.download, "licence": model.entry.licence, "languages": model.entry.languages}
    if model.fit:
        numbers = {"bits": model.fit.bits, "memory": model.fit.memory, "fits": model.fit.fits}
        told |= numbers | {"first_word_seconds": model.fit.first, "words_per_second": model.fit.speed}
    return json.dumps(told, ensure_ascii=False)


def _same(one: Path | None, other: Path | None) -> bool:
    return one is not None and other is not None and one.resolve() == other.resolve()
