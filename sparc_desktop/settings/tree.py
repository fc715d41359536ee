"""What all branches of the settings tree share: they are frozen, know all their names, and can be written to a file."""

import json

from pydantic import BaseModel, ConfigDict, field_validator


class Tree(BaseModel):
    """One branch. Unknown names are refused: dropping them silently would lose a setting."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @field_validator("*")
    @classmethod
    def _check_text(cls, untrusted_value: object) -> object:
        """Half a character, which JSON can hold, is in no file afterwards; UnicodeEncodeError is a ValueError."""
        json.dumps(untrusted_value, ensure_ascii=False, default=str).encode()
        return untrusted_value
