"""The network: a stock architecture in one of a few sizes, and the processor that feeds it."""

from dataclasses import dataclass

from transformers import (
    CLIPVisionConfig,
    LlamaConfig,
    LlavaConfig,
    LlavaForConditionalGeneration,
    LlavaProcessor,
    PreTrainedTokenizerFast,
)
from transformers.models.clip.image_processing_pil_clip import CLIPImageProcessorPil

HEAD = 64  # the width of one attention head


@dataclass(frozen=True)
class Size:
    """`side` is that of the square that pictures are squeezed to, in pixels; `width` that of tower and text alike."""

    side: int
    patch: int
    width: int
    vision_layers: int
    text_layers: int

    @property
    def grid(self) -> int:
        """Patches in a row, and rows: image tokens are the square of it."""
        return self.side // self.patch


SIZES = {
    "full": Size(side=320, patch=16, width=384, vision_layers=7, text_layers=7),
    "small": Size(side=256, patch=16, width=256, vision_layers=6, text_layers=6),
    "trial": Size(side=128, patch=16, width=128, vision_layers=2, text_layers=2),
}


def build_network(tokenizer: PreTrainedTokenizerFast, size: Size) -> LlavaForConditionalGeneration:
    """A LLaVA with random weights: CLIP tower, projector of two layers, Llama text layers."""
    vision = CLIPVisionConfig(
        hidden_size=size.width,
        intermediate_size=4 * size.width,
        num_hidden_layers=size.vision_layers,
        num_attention_heads=size.width // HEAD,
        image_size=size.side,
        patch_size=size.patch,
    )
    text = LlamaConfig(
        vocab_size=len(tokenizer),
        hidden_size=size.width,
        intermediate_size=3 * size.width,
        num_hidden_layers=size.text_layers,
        num_attention_heads=size.width // HEAD,
        max_position_embeddings=2048,
        tie_word_embeddings=True,
        bos_token_id=tokenizer.bos_token_id,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
    )
    config = LlavaConfig(
        vision_config=vision,
        text_config=text,
        image_token_id=tokenizer.image_token_id,
        image_seq_length=size.grid**2,
        vision_feature_layer=-1,
        vision_feature_select_strategy="default",
        tie_word_embeddings=True,
    )
    model = LlavaForConditionalGeneration(config)
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
        patch_size=size.patch,
        vision_feature_select_strategy="default",
        chat_template=tokenizer.chat_template,
        num_additional_image_tokens=1,
    )
