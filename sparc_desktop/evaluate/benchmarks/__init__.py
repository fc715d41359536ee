"""Data sets of real photographs with what people have written of them, from the files that their makers publish.

Nothing is fetched: a reader (`coco`, `detailcaps`, `docci`, `iiw`) takes a folder with the files in it, and gives
`Sample`s. `files` holds what is common to them: bounds and checks. `judge` asks a language model, which the user names,
how alike a caption and the references are (CLAIR).
"""

from collections.abc import Mapping

from sparc_desktop.evaluate.benchmarks.coco import coco
from sparc_desktop.evaluate.benchmarks.detailcaps import detailcaps
from sparc_desktop.evaluate.benchmarks.docci import docci
from sparc_desktop.evaluate.benchmarks.iiw import iiw
from sparc_desktop.evaluate.benchmarks.sample import Reader, Sample

BENCHMARKS: Mapping[str, Reader] = {"coco": coco, "detailcaps": detailcaps, "docci": docci, "iiw-400": iiw}

__all__ = ["BENCHMARKS", "Reader", "Sample"]
