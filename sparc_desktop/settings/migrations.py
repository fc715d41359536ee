"""How a settings file of an older version becomes one of today's, one numbered step at a time.

`MIGRATIONS[n]` turns the tree of version n into that of version n + 1. A step is never changed after its release:
people may update from any version.
"""

from collections.abc import Callable, Mapping
from typing import Any

Step = Callable[[dict[str, Any]], dict[str, Any]]


def _name_who_speaks(tree: dict[str, Any]) -> dict[str, Any]:
    """Version 1 could only switch the own voice off."""
    kept = {name: value for name, value in tree.items() if name != "speak"}
    return kept | {"output": "auto" if tree.get("speak", True) else "none"}


MIGRATIONS: Mapping[int, Step] = {1: _name_who_speaks}


def current_version(migrations: Mapping[int, Step] = MIGRATIONS) -> int:
    """The version that is written today; the first was 1."""
    return len(migrations) + 1


def migrate(tree: dict[str, Any], version: int, migrations: Mapping[int, Step] = MIGRATIONS) -> dict[str, Any]:
    """A tree of `version` as one of today's; raises ValueError for a version that this program doesn't know."""
    if not 1 <= version <= current_version(migrations):
        raise ValueError(f"unknown settings version {version}")
    for step in range(version, current_version(migrations)):
        tree = migrations[step](tree)
    return tree
