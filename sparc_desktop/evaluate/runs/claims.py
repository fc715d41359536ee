"""What a caption claims, read as the captions of its task's world are written."""

from sparc_desktop.domain.language import Language
from sparc_desktop.evaluate.runs.first_world import read_first
from sparc_desktop.evaluate.world.claim import Claim


def claims_of(source: str, caption: str, language: Language) -> list[Claim]:
    """The claims in their order; `source` as in `Task.pictures`."""
    if source == "first-world":
        return read_first(caption)
    from sparc_desktop.evaluate.world.telling import read

    return read(caption, language)
