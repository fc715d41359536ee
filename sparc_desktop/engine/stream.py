"""Tokens into text while `generate` runs, and the reasons to stop early.

It takes each token where it is asked whether to stop: a streamer of transformers hears of a token only after that, and
so stops a token later, which is then in the model's memory.
"""

from collections.abc import Callable

import torch
from tokenizers.decoders import DecodeStream
from transformers import PreTrainedTokenizerFast, StoppingCriteria

from sparc_desktop.domain.words import count_words
from sparc_desktop.engine.first_sentences import FirstSentences


class TextStream(StoppingCriteria):
    """Passes each piece of text on as soon as its characters are certain; also tells `generate` when to stop.

    With `sentences` no more than so many are passed on.
    """

    def __init__(
        self,
        tokenizer: PreTrainedTokenizerFast,
        max_words: int,
        write: Callable[[str], None],
        cancelled: Callable[[], bool],
        sentences: int | None = None,
    ) -> None:
        self.text = ""
        self.full = False  # the limit of words is reached
        self.beyond = False  # nothing of the latest token belongs to the text
        self._sentences = None if sentences is None else FirstSentences(sentences)
        self._tokenizer = tokenizer.backend_tokenizer
        self._stream = DecodeStream(skip_special_tokens=True)
        self._max_words, self._write, self._cancelled = max_words, write, cancelled

    @property
    def complete(self) -> bool:
        """Have all the sentences been written that were wanted?"""
        return self._sentences is not None and self._sentences.complete

    def __call__(self, input_ids: torch.Tensor, scores: object, **_: object) -> torch.Tensor:
        """Take the latest token. Should each row stop?"""
        piece = self._stream.step(self._tokenizer, int(input_ids[0, -1])) or ""
        taken = self._take(self._sentences.feed(piece) if self._sentences else piece)
        self.beyond = bool(piece) and not taken
        stop = self.full or self.complete or self._cancelled()
        return torch.full((len(input_ids),), stop, dtype=torch.bool, device=input_ids.device)

    def end(self) -> None:
        """There are no more tokens: nothing is held back any longer."""
        if self._sentences and self._take(self._sentences.flush()):
            self.beyond = False

    def _take(self, piece: str) -> bool:
        """Pass a piece on, unless the text has ended."""
        if not piece or self.full or self._cancelled():
            return False
        if not self.text:
            piece = piece.lstrip()
        if count_words(self.text + piece) > self._max_words:
            self.full = True
            return False
        self.text += piece
        self._write(piece)
        return True
