"""Tokens into text while `generate` runs, and the reasons to stop early."""

from collections.abc import Callable

import torch
from tokenizers.decoders import DecodeStream
from transformers import PreTrainedTokenizerFast, StoppingCriteria
from transformers.generation.streamers import BaseStreamer

from sparc_desktop.domain.words import count_words


class TextStream(BaseStreamer, StoppingCriteria):
    """Passes each piece of text on as soon as its characters are certain; also tells `generate` when to stop."""

    def __init__(
        self,
        tokenizer: PreTrainedTokenizerFast,
        max_words: int,
        write: Callable[[str], None],
        cancelled: Callable[[], bool],
    ) -> None:
        self.text = ""
        self.full = False  # the limit of words is reached
        self._tokenizer = tokenizer.backend_tokenizer
        self._stream = DecodeStream(skip_special_tokens=True)
        self._max_words, self._write, self._cancelled = max_words, write, cancelled
        self._prompt_seen = False

    def put(self, value: torch.Tensor) -> None:
        """Take the prompt (passed over), then one token at a time."""
        if not self._prompt_seen:
            self._prompt_seen = True
            return
        piece = self._stream.step(self._tokenizer, int(value.item()))
        if not piece or self.full or self._cancelled():
            return
        if not self.text:
            piece = piece.lstrip()
        if count_words(self.text + piece) > self._max_words:
            self.full = True
            return
        self.text += piece
        self._write(piece)

    def end(self) -> None:
        """Nothing is held back."""

    def __call__(self, input_ids: torch.Tensor, scores: object, **_: object) -> torch.Tensor:
        """Asked after every token: should each row stop?"""
        stop = self.full or self._cancelled()
        return torch.full((len(input_ids),), stop, dtype=torch.bool, device=input_ids.device)
