"""The engine: one model, one description at a time, events as they happen.

The command line calls it directly; the window has it in a process of its own (`engine.worker`). It knows no threads:
who wants to cancel sets what `cancelled` reads, and it is read at every token.
"""

import logging
import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import torch
from PIL import Image

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.events import Cancelled, Event, Failed, Finished, Loading, Ready, Started, TextDelta
from sparc_desktop.domain.failure import Code, ExpectedError, Failure
from sparc_desktop.domain.request import Request
from sparc_desktop.domain.words import count_words
from sparc_desktop.engine.familiarity import strangeness
from sparc_desktop.engine.images import decode
from sparc_desktop.engine.loading import is_out_of_memory, load
from sparc_desktop.engine.stream import TextStream
from sparc_desktop.sparc import Sparc

TOKENS_PER_WORD = 4  # more than any tokenizer here needs: the limit that the user set is the one in words
logger = logging.getLogger(__name__)

Emit = Callable[[Event], None]


class Engine:
    """A loaded model. Raises ExpectedError from the constructor when it can't be loaded."""

    def __init__(self, folder: Path, emit: Emit) -> None:
        self.loaded = load(folder, lambda fraction: emit(Loading(fraction)))
        emit(Ready(self.loaded.profile.name))

    def describe(self, request: Request, emit: Emit, cancelled: Callable[[], bool]) -> None:
        """Write one description; the events end with exactly one final event."""
        try:
            emit(self._describe(request, emit, cancelled))
        except OSError:  # nobody listens any more
            raise
        except Exception as error:  # a defect in one description, or of one model, must not take the engine with it
            emit(Failed(request.id, failure_of(error)))

    def prepare(self, capture: Capture) -> tuple[Image.Image, dict[str, torch.Tensor]]:
        """The decoded picture, and the model's inputs for it; raises ExpectedError where it can't be described."""
        image = decode(capture)
        inputs = self._inputs(image)
        self._refuse_strange(capture.label, inputs["pixel_values"])
        return image, inputs

    def generate(
        self, inputs: dict[str, torch.Tensor], max_words: int, stream: TextStream, sparc: Sparc | None
    ) -> bool:
        """Decode, with SPARC where it is given; True when the model itself came to an end."""
        model = self.loaded.model
        prompt = inputs["input_ids"].shape[1]
        room = model.config.get_text_config().max_position_embeddings - prompt
        with sparc or nullcontext():
            out = model.generate(
                **inputs,
                do_sample=False,
                num_beams=1,
                max_new_tokens=min(max_words * TOKENS_PER_WORD, room),
                streamer=stream,
                stopping_criteria=[stream],
            )
        ends = model.generation_config.eos_token_id
        return int(out[0, -1]) in (ends if isinstance(ends, list) else [ends])

    def _describe(self, request: Request, emit: Emit, cancelled: Callable[[], bool]) -> Event:
        began = time.monotonic()
        if cancelled():
            return Cancelled(request.id)
        _, inputs = self.prepare(request.capture)
        emit(Started(request.id, request.capture.label))
        stream = TextStream(
            self.loaded.processor.tokenizer,
            request.max_words,
            lambda piece: emit(TextDelta(request.id, piece)),
            cancelled,
        )
        ended = self.generate(inputs, request.max_words, stream, self.loaded.sparc if request.sparc else None)
        if cancelled():
            return Cancelled(request.id)
        seconds = time.monotonic() - began
        words = count_words(stream.text)
        with_sparc = request.sparc and self.loaded.sparc is not None
        return Finished(request.id, stream.text, words, seconds, with_sparc, truncated=not ended)

    def _inputs(self, image: Image.Image) -> dict[str, torch.Tensor]:
        processor, profile = self.loaded.processor, self.loaded.profile
        messages = [{"role": "user", "content": [{"type": "image"}, {"type": "text", "text": profile.request}]}]
        prompt = processor.apply_chat_template(messages, add_generation_prompt=True, tokenize=False)
        # The template may already begin with the tokenizer's own first token; twice would be another prompt.
        tokenizer = processor.tokenizer
        doubled = tokenizer.bos_token is not None and prompt.startswith(tokenizer.bos_token)
        inputs = processor(images=image, text=prompt, return_tensors="pt", add_special_tokens=not doubled)
        return dict(inputs.to(self.loaded.model.device, self.loaded.model.dtype))

    def _refuse_strange(self, label: str, pixel_values: torch.Tensor) -> None:
        limit = self.loaded.profile.strange_above
        if limit is None:  # a model that knows pictures of all kinds
            return
        unknown = self.loaded.processor.tokenizer.unk_token_id
        if strangeness(self.loaded.model, unknown, pixel_values).item() > limit:
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
