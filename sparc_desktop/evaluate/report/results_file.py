"""Results as JSON, in a file that replaces nothing but an earlier one of its kind."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.evaluate.report.results import Results
from sparc_desktop.files import write_whole

BEGINNING = '{\n "format": "sparc-desktop results 1",'


def write_results(path: Path, files: Sequence[tuple[str, Results]]) -> None:
    """Raises ExpectedError: FILE_EXISTS where something else is there, FILE_UNWRITABLE."""
    try:
        if path.exists() and not _is_ours(path):
            raise ExpectedError(Code.FILE_EXISTS, path=str(path))
        results = [{"file": name, **asdict(each)} for name, each in files]
        text = json.dumps({"format": "sparc-desktop results 1", "results": results}, ensure_ascii=False, indent=1)
        write_whole(path, [f"{text}\n".encode()])
    except OSError as error:
        raise ExpectedError(Code.FILE_UNWRITABLE, path=str(path)) from error


def _is_ours(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(BEGINNING)).decode(errors="replace") in (BEGINNING, "")
