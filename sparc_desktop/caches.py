"""Where the program keeps what it has worked out of a model, so that the next start is quick: nothing of the user's."""

import hashlib
from pathlib import Path

import platformdirs


def model_cache(model: Path) -> Path:
    """The folder for what is worked out of the model in that folder; it goes with the model, and need not exist."""
    model = model.resolve()
    digest = hashlib.sha256(str(model).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return platformdirs.user_cache_path("sparc-desktop", appauthor=False) / "models" / f"{model.name[:40]}-{digest}"
