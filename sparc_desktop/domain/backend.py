"""What every way to do something on one platform can be asked before it is used."""

from abc import ABC, abstractmethod
from typing import ClassVar


class Backend(ABC):
    """One of several ways, among which a `select` module chooses."""

    name: ClassVar[str]

    @classmethod
    @abstractmethod
    def is_compatible(cls) -> bool:
        """Does this way exist on this system and in this session?"""

    @classmethod
    @abstractmethod
    def is_installed(cls) -> bool:
        """Is everything there that it needs?"""

    @classmethod
    @abstractmethod
    def remedy(cls) -> str:
        """What the user can do when it is not installed: one sentence."""
