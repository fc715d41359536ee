"""A page in a file: in its place once it is whole; that it can be written is known before anything is computed."""

from pathlib import Path
from types import TracebackType

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.files import Draft

BEGINNING = b"<!doctype html"


class PageFile:
    """A page to be written; nothing is left behind where it has not been when the block ends.

    Raises ExpectedError: PAGE_UNWRITABLE; PAGE_WOULD_REPLACE where something is there that is not a web page.
    """

    def __init__(self, path: Path) -> None:
        self.path = path.resolve()

    def __enter__(self) -> "PageFile":
        try:
            if self.path.exists() and not self._is_page():
                raise ExpectedError(Code.PAGE_WOULD_REPLACE, path=str(self.path))
            self._draft = Draft(self.path)
        except OSError as error:
            raise self._unwritable() from error
        return self

    def write(self, page: str) -> None:
        """Write the whole page and put it in its place."""
        try:
            self._draft.file.write(page.encode())
            self._draft.complete()
        except OSError as error:
            raise self._unwritable() from error

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._draft.discard()

    def _is_page(self) -> bool:
        """Also an empty file will do: `mktemp` makes them."""
        if not self.path.is_file():
            return False
        with self.path.open("rb") as file:
            return file.read(len(BEGINNING)).lower() in (BEGINNING, b"")

    def _unwritable(self) -> ExpectedError:
        return ExpectedError(Code.PAGE_UNWRITABLE, path=str(self.path))
