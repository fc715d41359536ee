"""The network: a stock architecture in one of a few sizes, and the processor that feeds it.

FastVLM, the stock family whose tower may be convolutional: a residual network learns to tell small pictures apart from
far fewer examples than a vision transformer, at a fraction of the arithmetic, and does not care where on the picture a
thing is, so that crowded pictures (`crowds`) teach it what sparse ones show.
"""

from dataclasses import dataclass

from transformers import (
    FastVlmConfig,
    FastVlmForConditionalGeneration,
    LlamaConfig,
    LlavaProcessor,
    PreTrainedTokenizerFast,
    ResNetConfig,
)
from transformers.models.clip.image_processing_pil_clip import CLIPImageProcessorPil

HEAD = 64  # the width of one attention head
STRIDE = 16  # pixels between two image tokens: the tower halves its picture four times


@dataclass(frozen=True)
class Size:
    """`side` is that of the square that pictures are squeezed to, in pixels.

    stages: the width and the number of blocks of the tower at a quarter, an eighth and a sixteenth of the side. The
    last width is that of the text layers, too.
    """

    side: int
    stages: tuple[tuple[int, int], tuple[int, int], tuple[int, int]]
    text_layers: int

    @property
    def width(self) -> int:
        """Of an image token, and of a word."""
        return self.stages[-1][0]

    @property
    def grid(self) -> int:
        """Image tokens in a row, and rows: there are the square of it."""
        return self.side // STRIDE


SIZES = {
    "full": Size(side=320, stages=((64, 2), (128, 2), (384, 3)), text_layers=7),
    "small": Size(side=256, stages=((48, 2), (96, 2), (256, 3)), text_layers=6),
    "trial": Size(side=128, stages=((16, 1), (32, 1), (128, 1)), text_layers=2),
}


def build_network(tokenizer: PreTrainedTokenizerFast, size: Size) -> FastVlmForConditionalGeneration:
    """A FastVLM with random weights: residual tower of three stages, projector of two layers, Llama text layers."""
    widths, depths = zip(*size.stages, strict=True)
    vision = ResNetConfig(
        embedding_size=widths[0],
        hidden_sizes=list(widths),
        depths=list(depths),
        layer_type="basic",
        hidden_size=size.width,  # these three are not a residual network's, but asked of every tower
        image_size=size.side,
        patch_size=STRIDE,
    )
    text = LlamaConfig(
        vocab_size=len(tokenizer),
        hidden_size=size.width,
        intermediate_size=13 * size.width // 4,
        num_hidden_layers=size.text_layers,
        num_attention_heads=size.width // HEAD,
        max_position_embeddings=2048,
        tie_word_embeddings=True,
        bos_token_id=tokenizer.bos_token_id,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
    )
    config = FastVlmConfig(
        vision_config=vision,
        text_config=text,
        image_token_index=tokenizer.image_token_id,
        image_seq_length=size.grid**2,
        tie_word_embeddings=True,
    )
    model = FastVlmForConditionalGeneration(config)
    for name in ("bos_token_id", "eos_token_id", "pad_token_id"):
        setattr(model.generation_config, name, getattr(tokenizer, name))
    return model


def build_processor(tokenizer: PreTrainedTokenizerFast, size: Size) -> LlavaProcessor:
    """Pictures squeezed to a square, values -1..1; text through the tokenizer and its chat template."""
    pictures = CLIPImageProcessorPil(
        size={"height": size.side, "width": size.side},
        do_center_crop=False,
        image_mean=[0.5, 0.5, 0.5],
        image_std=[0.5, 0.5, 0.5],
    )
    return LlavaProcessor(
        pictures,
        tokenizer,
        patch_size=STRIDE,
        vision_feature_select_strategy="full",
        chat_template=tokenizer.chat_template,
        num_additional_image_tokens=0,
    )
