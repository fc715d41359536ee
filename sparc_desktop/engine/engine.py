"""The engine: one model, one description or answer at a time, events as they happen.

The command line calls it directly; the window has it in a process of its own (`engine.worker`). It knows no threads:
who wants to cancel sets what `cancelled` reads, and it is read at every token.
"""

import logging
import time
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from PIL import Image

from sparc_desktop.domain.events import Cancelled, Event, Failed, Finished, Ready, Started, TextDelta
from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.domain.quantization import Wish
from sparc_desktop.domain.request import Request
from sparc_desktop.domain.words import count_words
from sparc_desktop.engine.calibrating import calibrated
from sparc_desktop.engine.conversation import READ_BOTH_WAYS, Conversation, Message, answered, asked
from sparc_desktop.engine.familiarity import refused
from sparc_desktop.engine.inputs import Inputs, inputs_of
from sparc_desktop.engine.loading import is_out_of_memory, load
from sparc_desktop.engine.prompts import SENTENCES
from sparc_desktop.engine.stream import TextStream
from sparc_desktop.images import decode
from sparc_desktop.sparc import Sparc

TOKENS_PER_WORD = 4  # more than any tokenizer here needs: the limit that the user set is the one in words
logger = logging.getLogger(__name__)

Emit = Callable[[Event], None]


@dataclass(frozen=True, slots=True)
class Written:
    """All tokens, the prompt's too ([1, tokens]), the model's memory of them, and did it end by itself?"""

    ids: torch.Tensor
    cache: Any
    complete: bool


class Engine:
    """A loaded model. Raises ExpectedError from the constructor when it can't be loaded."""

    def __init__(self, folder: Path, emit: Emit, wish: Wish = "auto") -> None:
        self.loaded = calibrated(load(folder, emit, wish), folder, emit)
        self._conversation: Conversation | None = None
        profile = self.loaded.profile
        emit(Ready(profile.name, profile.languages, profile.answers))

    def describe(self, request: Request, emit: Emit, cancelled: Callable[[], bool]) -> None:
        """Write one description, or the answer to one question; the events end with exactly one final event."""
        try:
            emit(self._describe(request, emit, cancelled))
        except OSError:  # nobody listens any more
            raise
        except Exception as error:  # a defect in one description, or of one model, must not take the engine with it
            emit(Failed(request.id, failure_of(error)))

    def prepare(self, request: Request) -> tuple[Image.Image, Inputs]:
        """The decoded picture, and the model's inputs for it; raises ExpectedError where it can't be described."""
        wording = self.loaded.profile.wording(request)
        image = decode(request.capture)
        inputs = self._inputs(image, wording)
        self._refuse_strange(request.capture.label, inputs)
        return image, inputs

    def generate(self, inputs: Inputs, max_words: int, stream: TextStream, sparc: Sparc | None) -> Written:
        """Decode, with SPARC where it is given."""
        model = self.loaded.model
        room = self._positions - inputs["input_ids"].shape[1]
        with sparc or nullcontext():
            out = model.generate(
                **inputs,
                do_sample=False,
                num_beams=1,
                max_new_tokens=min(max_words * TOKENS_PER_WORD, room),
                stopping_criteria=[stream],
                return_dict_in_generate=True,
            )
        stream.end()
        ends = model.generation_config.eos_token_id
        complete = int(out.sequences[0, -1]) in (ends if isinstance(ends, list) else [ends])
        return Written(out.sequences, out.past_key_values, complete)

    @property
    def _positions(self) -> int:
        return int(self.loaded.model.config.get_text_config().max_position_embeddings)

    @property
    def _remembers(self) -> bool:
        """Does the model's memory hold the picture as tokens like others? SPARC needs the same, or all is read anew."""
        return self.loaded.sparc is not None and self.loaded.model.config.model_type not in READ_BOTH_WAYS

    def _describe(self, request: Request, emit: Emit, cancelled: Callable[[], bool]) -> Event:
        began = time.monotonic()
        if cancelled():
            return Cancelled(request.id)
        with_sparc = request.sparc and self.loaded.profile.use_sparc and self.loaded.sparc is not None
        inputs, messages = self._begin(request, with_sparc)
        emit(Started(request.id, "" if request.question else request.capture.label))
        stream = TextStream(
            self.loaded.processor.tokenizer,
            request.max_words,
            lambda piece: emit(TextDelta(request.id, piece)),
            cancelled,
            None if request.question or request.prompt else SENTENCES.get(request.length),
        )
        written = self.generate(inputs, request.max_words, stream, self.loaded.sparc if with_sparc else None)
        messages = (*messages, answered(stream.text))
        if self._remembers:
            # The memory never holds the last token; where that was not shown, the conversation goes on without it.
            ids = written.ids[:, :-1] if stream.beyond or written.complete else written.ids
            self._conversation = Conversation(request.capture, with_sparc, messages, ids, written.cache)
        if cancelled():
            return Cancelled(request.id)
        seconds = time.monotonic() - began
        words = count_words(stream.text)
        truncated = not (written.complete or stream.complete)
        return Finished(request.id, stream.text, words, seconds, with_sparc, truncated)

    def _begin(self, request: Request, with_sparc: bool) -> tuple[Inputs, tuple[Message, ...]]:
        """The model's inputs and what they say: the next question on the memory of the picture, or all from anew."""
        wording, question = self.loaded.profile.wording(request), request.question
        former, self._conversation = self._conversation, None  # its memory is free before another is filled
        if former and question and (former.capture, former.with_sparc) == (request.capture, with_sparc):
            ids = former.next_ids(self.loaded.processor, question, self._positions)
            if ids is not None:
                inputs = {"input_ids": ids, "attention_mask": torch.ones_like(ids), "past_key_values": former.cache}
                return inputs, (*former.messages, asked(question, with_image=False))
        del former
        _, inputs = self.prepare(request)
        return inputs, (asked(wording, with_image=True),)

    def _inputs(self, image: Image.Image, wording: str) -> Inputs:
        return inputs_of(self.loaded.model, self.loaded.processor, [image], [wording])

    def _refuse_strange(self, label: str, inputs: Inputs) -> None:
        unknown = self.loaded.processor.tokenizer.unk_token_id
        if any(refused(self.loaded.model, self.loaded.profile, unknown, inputs["pixel_values"])):
            raise ExpectedError(Code.IMAGE_UNFAMILIAR, label=label)


def failure_of(error: Exception) -> Failure:
    """What the user is told of an exception that ended a description; a defect is kept in the log."""
    if isinstance(error, ExpectedError):
        return error.failure
    logger.error("A description failed", exc_info=error)
    if not is_out_of_memory(error):
        return Failure(Code.DESCRIPTION_FAILED, {"reason": type(error).__name__})
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
    return Failure(Code.OUT_OF_MEMORY)
