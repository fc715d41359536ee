"""What was said about one picture, and the model's memory of it, so that the next question starts at once.

The memory (the cache) holds the picture and every token since. A question is put after them as the model's own chat
template would put it: what the template writes behind the last answer, and nothing of what stands before it again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from sparc_desktop.domain.capture import Capture

ANSWER = "\N{OBJECT REPLACEMENT CHARACTER}"  # where the answer stands, while only what follows it is wanted
# Families whose text reads what comes at once in both directions: with more behind it, it would have read it otherwise.
READ_BOTH_WAYS = {"paligemma"}
Message = dict[str, Any]


def asked(text: str, *, with_image: bool) -> Message:
    """What the user says, as chat templates take it."""
    image = [{"type": "image"}] if with_image else []
    return {"role": "user", "content": [*image, {"type": "text", "text": text}]}


def answered(text: str) -> Message:
    """What the model says."""
    return {"role": "assistant", "content": [{"type": "text", "text": text}]}


def prompt_of(processor: Any, turns: Sequence[Message]) -> str:  # noqa: ANN401 - each family has its own class
    """The turns in the words of the model's chat template, up to where it is to answer.

    Older templates take the text of a turn instead of its parts, and leave it to us where the picture is in it.
    Raises ValueError where the template takes neither.
    """
    mark = getattr(processor, "image_token", None)
    pictures = sum(part["type"] == "image" for turn in turns for part in turn["content"])
    reason: Exception | None = None
    for form in (turns, [_plain(turn, f"{mark}\n") for turn in turns])[: 1 if mark is None else 2]:
        try:
            prompt = str(processor.apply_chat_template(form, add_generation_prompt=True, tokenize=False))
        except Exception as error:  # a template is a program of the model's, and may raise anything
            reason = error
            continue
        if mark is None or prompt.count(mark) == pictures:
            return prompt
    raise ValueError("its chat template has no place for a picture") from reason


def _plain(turn: Message, mark: str) -> Message:
    content = "".join(mark if part["type"] == "image" else part["text"] for part in turn["content"])
    return {"role": turn["role"], "content": content}


@dataclass(frozen=True, slots=True)
class Conversation:
    """Up to the last answer. `ids`: int64 [1, tokens], of which the cache holds all but perhaps the last.

    The token that ended the answer is not among them: how an answer ends is for the template to say.
    """

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
            prompt, start = prompt_of(processor, turns), prompt_of(processor, before)
        except ValueError:
            return None
        head, _, tail = prompt.partition(ANSWER)
        if not tail or head.rstrip() != start.rstrip():
            return None
        more = processor.tokenizer(tail, add_special_tokens=False, return_tensors="pt").input_ids.to(self.ids.device)
        ids = torch.cat([self.ids, more], dim=1)
        return ids if ids.shape[1] < room else None
