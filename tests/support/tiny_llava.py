"""A LLaVA small enough to make in a test: random weights, the architecture and the code paths of the real one."""

import torch
from transformers import CLIPVisionConfig, LlamaConfig, LlavaConfig, LlavaForConditionalGeneration

IMAGE_TOKEN = 4
IMAGE_TOKENS = 16
VOCABULARY = 64
LAYERS = 4


def tiny_llava(seed: int = 0, kv_heads: int = 2, width: int = 32) -> LlavaForConditionalGeneration:
    """A model in evaluation mode, float32; its attention is made uneven, so that there is something to select."""
    torch.manual_seed(seed)
    vision = CLIPVisionConfig(
        hidden_size=32, intermediate_size=64, num_hidden_layers=2, num_attention_heads=2, image_size=32, patch_size=8
    )
    text = LlamaConfig(
        vocab_size=VOCABULARY,
        hidden_size=width,
        intermediate_size=2 * width,
        num_hidden_layers=LAYERS,
        num_attention_heads=4,
        num_key_value_heads=kv_heads,
        max_position_embeddings=2048,
        bos_token_id=1,
        eos_token_id=2,
        pad_token_id=0,
    )
    config = LlavaConfig(
        vision_config=vision,
        text_config=text,
        image_token_id=IMAGE_TOKEN,
        vision_feature_layer=-1,
        vision_feature_select_strategy="default",
    )
    model = LlavaForConditionalGeneration(config).eval()
    model.generation_config.eos_token_id = None  # captions of a known length
    model.generation_config.pad_token_id = 0
    with torch.no_grad():
        for name, weight in model.named_parameters():
            if "q_proj" in name or "k_proj" in name or "embed_tokens" in name or "multi_modal" in name:
                weight.mul_(12)
    return model


def tiny_inputs(rows: int = 1, seed: int = 0, before: int = 3) -> dict[str, torch.Tensor]:
    """Prompts of one image each, without padding: `before` words, the image, five words."""
    generator = torch.Generator().manual_seed(seed)
    words = torch.randint(5, VOCABULARY, (rows, before + 5), generator=generator)
    image = torch.full((rows, IMAGE_TOKENS), IMAGE_TOKEN)
    ids = torch.cat([words[:, :before], image, words[:, before:]], dim=1)
    return {
        "input_ids": ids,
        "attention_mask": torch.ones_like(ids),
        "pixel_values": torch.randn(rows, 3, 32, 32, generator=generator),
    }


def one_that_ends(model: LlavaForConditionalGeneration, steps: int) -> list[dict[str, torch.Tensor]]:
    """Two prompts, the first of which ends early from now on, by the model's generation config, and the other never."""
    prompts = [tiny_inputs(seed=seed) for seed in range(8)]
    told = [model.generate(**each, do_sample=False, max_new_tokens=steps)[0, -steps:].tolist() for each in prompts]
    early, other, end = next(
        (early, other, token)
        for early in range(len(told))
        for other in range(len(told))
        for token in told[early][8 : steps // 2]
        if token not in told[other] and token not in told[early][:8]
    )
    model.generation_config.eos_token_id = end
    return [prompts[early], prompts[other]]
