"""What a model takes of pictures and of what is asked about them."""

from collections.abc import Sequence
from typing import Any

from PIL import Image

from sparc_desktop.engine.conversation import asked, prompt_of

Inputs = dict[str, Any]  # tensors, in most families


def inputs_of(model: Any, processor: Any, images: Sequence[Image.Image], wordings: Sequence[str]) -> Inputs:  # noqa: ANN401
    """One row a picture, each with what is asked about it; shorter rows begin with padding."""
    prompts = [prompt_of(processor, [asked(wording, with_image=True)]) for wording in wordings]
    first = processor.tokenizer.bos_token  # which the template may have written already; twice would be another prompt
    inputs = processor(
        images=[[image] for image in images],  # some families would else take them all for the first row's
        text=prompts,
        return_tensors="pt",
        padding=True,
        padding_side="left",
        add_special_tokens=first is None or not prompts[0].startswith(first),
    )
    return dict(inputs.to(model.device, model.dtype))
