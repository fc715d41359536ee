"""What was said about one picture, and the model's memory of it, so that the next question starts at once.

The memory (the cache) holds the picture and every token since. A question is put after them as the model's own chat
template would put it: what the template writes behind the last answer, and nothing of what stands before it again.
"""

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from sparc_desktop.domain.capture import Capture

ANSWER = "\N{OBJECT REPLACEMENT CHARACTER}"  # where the answer stands, while only what follows it is wanted
Message = dict[str, Any]


def asked(text: str, *, with_image: bool) -> Message:
    """What the user says, as chat templates take it."""
    image = [{"type": "image"}] if with_image else []
    return {"role": "user", "content": [*image, {"type": "text", "text": text}]}


def answered(text: str) -> Message:
    """What the model says."""
    return {"role": "assistant", "content": [{"type": "text", "text": text}]}


@dataclass(frozen=True, slots=True)
class Conversation:
    """Up to the last answer. `ids`: int64 [1, tokens], of which the cache holds all but perhaps the last."""

    capture: Capture
    with_sparc: bool  # SPARC goes on only where it has begun
    messages: tuple[Message, ...]
    ids: Tensor
    cache: Any

    def next_ids(self, processor: Any, question: str, room: int) -> Tensor | None:  # noqa: ANN401
        """All tokens with the question behind them; None where they can't go on, and one must begin anew.

        That is where the template changes what stands before, or where the model has no `room` (tokens) for more.
        """
        *before, _ = self.messages
        turns = [*before, answered(ANSWER), asked(question, with_image=False)]
        try:
            prompt = processor.apply_chat_template(turns, add_generation_prompt=True, tokenize=False)
            start = processor.apply_chat_template(before, add_generation_prompt=True, tokenize=False)
        except Exception:  # a template is a program of the model's, and may raise anything
            return None
        head, _, tail = prompt.partition(ANSWER)
        if not tail or head.rstrip() != start.rstrip():
            return None
        more = processor.tokenizer(tail, add_special_tokens=False, return_tensors="pt").input_ids.to(self.ids.device)
        if int(more[0, 0]) == int(self.ids[0, -1]):  # the end of the answer, which the model has written itself
            more = more[:, 1:]
        ids = torch.cat([self.ids, more], dim=1)
        return ids if ids.shape[1] < room else None
