"""The same ground for all, as in the tests of SPARC: one thread, and the stock kernel."""

from tests.unit.sparc.conftest import one_thread

__all__ = ["one_thread"]
