"""What makes a model's inputs of pictures and words: its own processor, in a form that runs here.

Families that also take films have a processor that can't be made without a further library for them; here there are
only pictures, so it is made without.
"""

from pathlib import Path
from typing import Any

from transformers import AutoProcessor

from sparc_desktop.domain.failure import Code, ExpectedError


def load_processor(folder: Path) -> Any:  # noqa: ANN401 - each family has its own class
    """The processor in `folder`; raises ExpectedError where it has no chat template."""
    processor: Any = AutoProcessor.from_pretrained(  # type: ignore[no-untyped-call]
        folder, local_files_only=True, trust_remote_code=False
    )
    if getattr(processor, "chat_template", None) is None:
        raise ExpectedError(Code.MODEL_REFUSED, path=str(folder), reason="it has no chat template")
    return processor
