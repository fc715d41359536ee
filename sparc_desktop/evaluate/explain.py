"""One picture described twice, with SPARC and without, and what the model looked at meanwhile.

Both times the attention weights of the selection layer are recorded, mean over its heads: `a[i, j]` from the token
being processed at step `i` to image token `j`. The step that writes the first token is the prefill. Without SPARC means
alpha = 1, which changes nothing. What is drawn of the picture's share:

- without SPARC, the sum of `a[i, j]` over the image tokens: the picture's share of all attention;
- with SPARC, the recalibrated weights `a[i, j] * alpha ** c[j]`, which is what the model reads the picture with. SPARC
  does not renormalise, so all weights of a row then add up to more than 1; their sum over the image tokens is divided
  by that total. So both figures are shares, 0 to 1, of what a token takes in, and can be compared.
"""

import io
from collections.abc import Callable
from dataclasses import replace
from typing import cast

from PIL import Image
from torch import Tensor

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.explanation import EncodedPicture, Explanation, Method, Step, Telling, ToldSentence
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.domain.request import Request
from sparc_desktop.engine.engine import Engine
from sparc_desktop.engine.stream import TextStream
from sparc_desktop.evaluate.attribution import heat_maps, sentence_ends, sentence_of_steps, word_of_steps
from sparc_desktop.evaluate.picture_grid import PictureGrid, picture_grid
from sparc_desktop.sparc import Sparc, SparcConfig

LARGEST = 1024  # pixels of the picture's longer side on the page
THUMBNAIL = 480  # under the heat maps
QUALITY = 85  # of JPEG

Split = Callable[[str], list[str]]


def settings_of(engine: Engine) -> SparcConfig:
    """The settings of SPARC with the engine's model; raises ExpectedError where the two don't go together."""
    if engine.loaded.sparc is None:
        raise ExpectedError(Code.MODEL_UNEXPLAINED, label=engine.loaded.profile.name)
    return engine.loaded.sparc.config


def explain(
    engine: Engine,
    capture: Capture,
    max_words: int,
    split: Split,
    cancelled: Callable[[], bool],
) -> Explanation | None:
    """Describe the picture with SPARC, then without; None when cancelled.

    `split` cuts a text into sentences. Raises ExpectedError as `settings_of` and `Engine.prepare` do.
    """
    config = settings_of(engine)
    image, inputs = engine.prepare(Request(0, capture, max_words))
    with_sparc = _Decoding(engine, inputs, max_words, config, cancelled)
    without = _Decoding(engine, inputs, max_words, replace(config, alpha=1.0), cancelled)
    if cancelled():
        return None
    model = engine.loaded.model
    image_tokens = with_sparc.attention.shape[1]
    grid = picture_grid(model, engine.loaded.processor, inputs, image.size, image_tokens)
    layers = model.config.get_text_config().num_hidden_layers
    return Explanation(
        Method(engine.loaded.profile.name, config.alpha, config.beta, config.tau, config.layer, layers, max_words),
        picture=encode(image, LARGEST),
        thumbnail=encode(image, THUMBNAIL),
        seen=grid.box if grid else None,
        with_sparc=with_sparc.telling(split, grid),
        without=without.telling(split, None),
    )


def encode(image: Image.Image, longest: int) -> EncodedPicture:
    """The picture as a file, its longer side at most `longest` pixels: PNG or JPEG, whichever is smaller."""
    small = image.copy()
    small.info.clear()  # Pillow would write some of it: comments, colour profiles
    small.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    files = []
    for kind, options in (("PNG", {"optimize": True}), ("JPEG", {"quality": QUALITY, "optimize": True})):
        buffer = io.BytesIO()
        small.save(buffer, kind, **options)
        files.append((buffer.getvalue(), f"image/{kind.lower()}"))
    data, media_type = min(files, key=lambda file: len(file[0]))
    return EncodedPicture(data, media_type, small.width, small.height)


class _Lengths(TextStream):
    """Also notes how long the text is after each token."""

    def __init__(self, engine: Engine, max_words: int, cancelled: Callable[[], bool]) -> None:
        super().__init__(engine.loaded.processor.tokenizer, max_words, lambda piece: None, cancelled)
        self.lengths = [0]  # the prompt's is the first

    def __call__(self, input_ids: Tensor, scores: object, **options: object) -> Tensor:
        stop = super().__call__(input_ids, scores, **options)
        self.lengths.append(len(self.text))
        return stop


class _Decoding:
    """One description, with the attention of each step that wrote a part of it."""

    def __init__(
        self,
        engine: Engine,
        inputs: dict[str, Tensor],
        max_words: int,
        config: SparcConfig,
        cancelled: Callable[[], bool],
    ) -> None:
        stream = _Lengths(engine, max_words, cancelled)
        sparc = Sparc(engine.loaded.model, config, record=True)
        self.complete = engine.generate(inputs, max_words, stream, sparc).complete
        self.text = stream.text
        before, after = stream.lengths[:-1], stream.lengths[1:]
        kept = sum(length < len(self.text) for length in before)  # the rest wrote nothing that is shown
        self._ends = after[:kept]
        trace = sparc.trace
        self.attention = cast(Tensor, trace.attention)[:kept, 0].double()  # the model's own
        own, raised = self.attention.sum(1), (self.attention * cast(Tensor, trace.gain)[:kept, 0]).sum(1)
        self._own, self._share = own.tolist(), (raised / (1 - own + raised)).tolist()

    def telling(self, split: Split, grid: PictureGrid | None) -> Telling:
        """The description's sentences, with maps where there is a grid, and its steps."""
        sentences = split(self.text)
        steps = zip(word_of_steps(self.text, self._ends), self._own, self._share, strict=True)
        told = [ToldSentence(sentence) for sentence in sentences]
        if grid is not None and sentences:
            of = sentence_of_steps(self._ends, sentence_ends(self.text, sentences))
            maps = heat_maps(self.attention, of, len(sentences), grid)
            told = [ToldSentence(text, heat) for text, heat in zip(sentences, maps, strict=True)]
        return Telling(tuple(told), tuple(Step(*step) for step in steps), self.complete)
