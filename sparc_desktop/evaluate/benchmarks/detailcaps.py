"""DetailCaps-4870 (arXiv 2405.19092): pictures of eight sources, each with long descriptions by three models.

It is published as one file, `DetailCaps-4870.parquet`, which holds the pictures too; pyarrow reads it. They lie in one
column, which is decompressed as a whole (1 GB) when the first picture is read.
"""

from functools import cached_property, partial
from pathlib import Path
from typing import Any

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.evaluate.benchmarks.files import LARGEST, MEGABYTE, check_size
from sparc_desktop.evaluate.benchmarks.sample import Sample

FILE = "DetailCaps-4870.parquet"
REFERENCES = ("GT_Caption_GPT4V", "GT_Caption_GPT4O", "GT_Caption_Gemini15Pro")
PICTURE = "binary"  # the column of picture files


def detailcaps(folder: Path, split: str) -> list[Sample]:
    """All of them, numbered as they stand; it has no splits. Raises ExpectedError."""
    del split
    table = _Table(folder / FILE)
    told = zip(*(table.texts(name) for name in REFERENCES), strict=True)
    return [Sample(f"{row:04d}", partial(table.picture, row), references) for row, references in enumerate(told)]


class _Table:
    """The file's columns, each read when it is asked for. Raises ExpectedError."""

    def __init__(self, path: Path) -> None:
        check_size(path, LARGEST)
        self._path = path

    def texts(self, name: str) -> list[str]:
        """A column of texts; empty where one is missing."""
        return [str(text or "") for text in self._column(name).to_pylist()]

    def picture(self, row: int) -> bytes:
        """The bytes of a picture file, untrusted."""
        data = self._pictures[row].as_py()
        if not isinstance(data, bytes):
            raise self._broken(f"row {row} holds no picture")
        return data

    @cached_property
    def _pictures(self) -> Any:  # noqa: ANN401 - pyarrow comes without types
        return self._column(PICTURE)

    def _column(self, name: str) -> Any:  # noqa: ANN401 - as above
        try:
            from pyarrow import ArrowException, parquet
        except ImportError as error:
            raise ExpectedError(Code.PACKAGE_MISSING, path=str(self._path), label="pyarrow") from error
        try:
            with parquet.ParquetFile(self._path) as file:
                if name not in file.schema_arrow.names:
                    raise self._broken(f"it has no column {name}")
                self._check_bounds(file.metadata)
                return file.read(columns=[name]).column(name)
        except (ArrowException, OSError, ValueError) as error:
            raise self._broken(str(error).split("\n")[0].rstrip(".")) from error

    def _check_bounds(self, untrusted: Any) -> None:  # noqa: ANN401 - as above
        size = sum(untrusted.row_group(group).total_byte_size for group in range(untrusted.num_row_groups))
        if size > LARGEST:
            raise ExpectedError(Code.DATA_TOO_LARGE, path=str(self._path), limit=str(LARGEST // MEGABYTE))

    def _broken(self, reason: str) -> ExpectedError:
        return ExpectedError(Code.DATA_BROKEN, path=str(self._path), reason=reason)
