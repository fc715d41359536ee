"""The leaves of the tree: each setting by its path, such as "voice.rate", whatever branch it grows on.

What a form needs to know of a setting is read from its field, so that a new one needs no code of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, reduce
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sparc_desktop.settings.model import Settings
from sparc_desktop.translation import translate


@dataclass(frozen=True, slots=True)
class Leaf:
    """One setting."""

    path: str
    field: FieldInfo

    @property
    def title(self) -> str:
        """What it is called, in the user's language."""
        return translate("Settings", self.field.title or "")

    @property
    def description(self) -> str:
        """What it does, in the user's language."""
        return translate("Settings", self.field.description or "")

    @property
    def default(self) -> Any:  # noqa: ANN401  (of whatever type the setting is)
        """Its value until somebody changes it."""
        return self.field.get_default(call_default_factory=True)

    @property
    def choices(self) -> tuple[str, ...]:
        """What can be chosen from; empty where it is no choice."""
        return get_args(self.field.annotation) if get_origin(self.field.annotation) is Literal else ()

    @property
    def limits(self) -> tuple[int, int] | None:
        """The lowest and the highest value of a number."""
        found = {
            name: getattr(each, name) for each in self.field.metadata for name in ("ge", "le") if hasattr(each, name)
        }
        return (found["ge"], found["le"]) if len(found) == 2 else None


@cache
def leaves() -> Mapping[str, Leaf]:
    """All of them, by path, in the order of the tree."""
    return {leaf.path: leaf for leaf in _grown(Settings, "")}


def _grown(tree: type[BaseModel], branch: str) -> list[Leaf]:
    found: list[Leaf] = []
    for name, field in tree.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            found += _grown(field.annotation, f"{branch}{name}.")
        else:
            found.append(Leaf(f"{branch}{name}", field))
    return found


def value_at(settings: Settings, path: str) -> Any:  # noqa: ANN401  (of whatever type the setting is)
    """The value of one setting."""
    return reduce(getattr, path.split("."), settings)


def changes(settings: Settings, values: Mapping[str, object]) -> dict[str, object]:
    """What `Settings.changed` takes to have these values at their paths."""
    tree, changed = settings.model_dump(), dict[str, object]()
    for path, value in values.items():
        top, _, rest = path.partition(".")
        if rest:  # no branch grows on a branch
            tree[top][rest] = value
        changed[top] = tree[top] if rest else value
    return changed
