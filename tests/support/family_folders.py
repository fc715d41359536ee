"""A folder of each family as people download it: random weights, and the files and settings of that family's own kind.

The settings are those of the published models, at a tiny size: an image processor in `preprocessor_config.json`, the
processor's own settings beside it, a chat template as the family writes it, and tokens with the names that its
processor looks for. A token is a character. The text part is wide enough for four bits; captions never end.
"""

import json
import string
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import torch
from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, processors
from transformers import AutoConfig, AutoModelForImageTextToText, PreTrainedTokenizerFast

from sparc_desktop.engine.prompts import PROMPTS
from tests.support.families import RECIPES, SMALL, SMALL_SQUARE, VISION, Tiny, _liven, _recipe

WIDTH = 64  # of the text part: the least that four bits take
UNSEEN = " \n" + string.punctuation + string.digits  # characters that are read and never written
SEEN = string.ascii_letters + "".join(sorted({sign for text in PROMPTS["zh_CN"].values() for sign in text}))

# Jinja, as the families write it: each turn's pictures, then its words.
PARTS = (
    "{% for part in message['content'] %}{% if part['type'] == 'image' %}MARK{% elif part['type'] == 'text' %}"
    "{{ part['text'] }}{% endif %}{% endfor %}"
)
CHATML = (
    "{% for message in messages %}SYSTEM<|im_start|>{{ message['role'] }}\nPARTS<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
SYSTEM = (
    "{% if loop.first and message['role'] != 'system' %}<|im_start|>system\nYou are a helpful assistant.<|im_end|>\n"
    "{% endif %}"
)
VICUNA = (
    "{% for message in messages %}{{ message['role'].upper() }}: PARTS {% endfor %}"
    "{% if add_generation_prompt %}ASSISTANT:{% endif %}"
)
UTTERANCES = (
    "<|im_start|>{% for message in messages %}{{ message['role'] | capitalize }}:"
    "{% if message['content'][0]['type'] != 'image' %} {% endif %}PARTS<end_of_utterance>\n{% endfor %}"
    "{% if add_generation_prompt %}Assistant:{% endif %}"
)
GEMMA = (
    "{{ bos_token }}{% for message in messages %}<start_of_turn>{{ 'model' if message['role'] == 'assistant' else "
    "message['role'] }}\nPARTS<end_of_turn>\n{% endfor %}{% if add_generation_prompt %}<start_of_turn>model\n{% endif %}"
)
GLM = (
    "[gMASK]<sop>\n{% for message in messages %}<|{{ message['role'] }}|>\nPARTS{% endfor %}"
    "{% if add_generation_prompt %}<|assistant|>\n{% endif %}"
)
LLAMA = (
    "{{ bos_token }}{% for message in messages %}<|start_header_id|>{{ message['role'] }}<|end_header_id|>\n\n"
    "PARTS<|eot_id|>{% endfor %}"
    "{% if add_generation_prompt %}<|start_header_id|>assistant<|end_header_id|>\n\n{% endif %}"
)


def template(frame: str, mark: str, system: str = "") -> str:
    """A frame's template, with what the family puts where a picture is."""
    return frame.replace("SYSTEM", system).replace("PARTS", PARTS.replace("MARK", mark))


@dataclass(frozen=True)
class Family:
    """One family's files."""

    processor: str
    pictures: dict[str, Any]  # of its image processor
    template: str | None
    # The first are for padding, a beginning or a film, the end and the start of a picture, and a piece of one.
    tokens: tuple[str, ...]
    own: dict[str, Any] = field(default_factory=dict)  # of its processor
    names: dict[str, str] = field(default_factory=dict)  # by which the tokenizer has its special tokens
    begins: bool = False  # does the tokenizer begin every text with its first token?
    films: bool = False
    model: Callable[..., Tiny] | None = None


def square(side: int) -> dict[str, int]:
    """An image processor's size."""
    return {"height": side, "width": side}


def grids(side: int) -> dict[str, Any]:
    """The sizes between which a picture may choose, in tiles of `side`."""
    return {"image_grid_pinpoints": [[side, 2 * side], [2 * side, side], [2 * side, 2 * side]]}


def pieces(kind: str) -> dict[str, Any]:
    """Idefics3 and SmolVLM: an overview and 2 by 2 tiles at most."""
    return {
        "image_processor_type": f"{kind}ImageProcessor",
        "size": {"longest_edge": 128},
        "max_image_size": {"longest_edge": 64},
        "do_image_splitting": True,
    }


PLACES = tuple(f"<row_{row}_col_{column}>" for row in range(1, 7) for column in range(1, 7))
PIECES = ("<pad>", "<|im_start|>", "<end_of_utterance>", "<fake_token_around_image>", "<image>", "<global-img>", *PLACES)
LLAVA = ("<pad>", "<s>", "</s>", "<unk>", "<image>")
QWEN = ("<|endoftext|>", "<|video_pad|>", "<|vision_end|>", "<|vision_start|>", "<|image_pad|>")
TURNS = ("<|im_start|>", "<|im_end|>")
SEES = "<|vision_start|><|image_pad|><|vision_end|>"
AREA = {"patch_size": 8, "merge_size": 2, "temporal_patch_size": 2}
CHOSEN = {"image_token": "<image>", "vision_feature_select_strategy": "default", "patch_size": 8}
LIMITED = {"min_pixels": 32 * 32, "max_pixels": 128 * 128}
AREAS = {"size": {"shortest_edge": 32 * 32, "longest_edge": 128 * 128}}


def _mllama(_family: str, width: int, **text: Any) -> Tiny:
    """The family whose text reads the picture elsewhere than in its prompt."""
    torch.manual_seed(0)
    vision = VISION | SMALL | {"num_global_layers": 1, "attention_heads": 2, "vision_output_dim": 64}
    text |= {"hidden_size": width, "intermediate_size": 2 * width, "num_attention_heads": 4, "num_key_value_heads": 2}
    text |= {"num_hidden_layers": 3, "cross_attention_layers": [1], "rope_parameters": {"rope_type": "default"}}
    text |= {"pad_token_id": 0, "bos_token_id": 1, "eos_token_id": 2, "max_position_embeddings": 1024}
    config = AutoConfig.for_model(
        "mllama",
        vision_config=vision | {"intermediate_layers_indices": [0]},
        text_config=text,
        image_token_index=4,
    )
    model = AutoModelForImageTextToText.from_config(config).eval()
    _liven(model)
    return Tiny(model, {})


FOLDERS = {
    "llava": Family(
        "LlavaProcessor",
        {"image_processor_type": "CLIPImageProcessor", "size": {"shortest_edge": 32}, "crop_size": square(32)},
        template(VICUNA, "<image>\n"),
        LLAVA,
        CHOSEN | {"num_additional_image_tokens": 1},
        begins=True,
        model=_recipe(SMALL_SQUARE, vision=SMALL, vision_feature_layer=-1),
    ),
    "llava_next": Family(
        "LlavaNextProcessor",
        {"image_processor_type": "LlavaNextImageProcessor", "size": {"shortest_edge": 32}, "crop_size": square(32)}
        | grids(32),
        template(VICUNA, "<image>\n"),
        LLAVA,
        CHOSEN | {"num_additional_image_tokens": 1},
        begins=True,
    ),
    "llava_onevision": Family(
        "LlavaOnevisionProcessor",
        {"image_processor_type": "LlavaOnevisionImageProcessor", "size": square(32)} | grids(32),
        template(CHATML, "<image>\n"),
        ("<|endoftext|>", "<video>", "<|eos|>", "<unk>", "<image>", *TURNS),
        {"image_token": "<image>", "num_image_tokens": 16, "vision_feature_select_strategy": "full"},
        films=True,
    ),
    "qwen2_vl": Family(
        "Qwen2VLProcessor",
        {"image_processor_type": "Qwen2VLImageProcessor"} | AREA | LIMITED,
        template(CHATML, SEES, SYSTEM),
        QWEN + TURNS,
    ),
    "qwen2_5_vl": Family(
        "Qwen2_5_VLProcessor",
        {"image_processor_type": "Qwen2VLImageProcessor"} | AREA | LIMITED,
        template(CHATML, SEES, SYSTEM),
        QWEN + TURNS,
    ),
    "qwen3_vl": Family(
        "Qwen3VLProcessor",
        {"image_processor_type": "Qwen2VLImageProcessorFast"} | AREA | AREAS,
        template(CHATML, SEES),
        QWEN + TURNS,
        films=True,
    ),
    "qwen3_5": Family(
        "Qwen3VLProcessor",
        {"image_processor_type": "Qwen2VLImageProcessorFast"} | AREA | AREAS,
        template(CHATML, SEES),
        QWEN + TURNS,
        films=True,
    ),
    "glm4v": Family(
        "Glm4vProcessor",
        {"image_processor_type": "Glm4vImageProcessor"} | AREA | AREAS,
        template(GLM, "<|begin_of_image|><|image|><|end_of_image|>"),
        ("<pad>", "<|video|>", "<|end_of_image|>", "<|begin_of_image|>", "<|image|>", "<|begin_of_video|>")
        + ("<|end_of_video|>", "[gMASK]", "<sop>", "<|user|>", "<|assistant|>"),
        films=True,
    ),
    "internvl": Family(
        "InternVLProcessor",
        {"image_processor_type": "GotOcr2ImageProcessorFast", "size": square(64), "crop_to_patches": False},
        template(CHATML, "<IMG_CONTEXT>\n"),
        ("<pad>", "<video>", "</img>", "<img>", "<IMG_CONTEXT>", *TURNS),
        {"image_seq_length": 16},
        {"start_image_token": "<img>", "end_image_token": "</img>", "context_image_token": "<IMG_CONTEXT>"}
        | {"video_token": "<video>"},
        films=True,
    ),
    "smolvlm": Family(
        "SmolVLMProcessor", pieces("SmolVLM"), template(UTTERANCES, "<image>"), PIECES, {"image_seq_len": 16}
    ),
    "idefics3": Family(
        "Idefics3Processor", pieces("Idefics3"), template(UTTERANCES, "<image>"), PIECES, {"image_seq_len": 16}
    ),
    "gemma3": Family(
        "Gemma3Processor",
        {"image_processor_type": "Gemma3ImageProcessor", "size": square(32), "do_pan_and_scan": None},
        template(GEMMA, "<start_of_image>"),
        ("<pad>", "<bos>", "<eos>", "<start_of_image>", "<image_soft_token>", "<end_of_image>", "<start_of_turn>")
        + ("<end_of_turn>",),
        {"image_seq_length": 16},
        {"boi_token": "<start_of_image>", "eoi_token": "<end_of_image>", "image_token": "<image_soft_token>"},
        begins=True,
    ),
    "mllama": Family(
        "MllamaProcessor",
        {"image_processor_type": "MllamaImageProcessor", "size": square(32), "max_image_tiles": 4},
        template(LLAMA, "<|image|>"),
        ("<pad>", "<|begin_of_text|>", "<|eot_id|>", "<|python_tag|>", "<|image|>", "<|start_header_id|>")
        + ("<|end_header_id|>",),
        begins=True,
        model=_mllama,
    ),
    "paligemma": Family(
        "PaliGemmaProcessor",
        {"image_processor_type": "SiglipImageProcessor", "size": square(32), "image_seq_length": 16},
        None,
        ("<pad>", "<bos>", "<eos>", "<unk>", "<image>"),
        begins=True,
    ),
    "mistral3": Family(
        "PixtralProcessor",
        {"image_processor_type": "PixtralImageProcessor", "size": {"longest_edge": 64}, "patch_size": 8},
        template(LLAMA, "[IMG]"),
        ("<pad>", "<s>", "</s>", "[IMG_END]", "[IMG]", "[IMG_BREAK]"),
        begins=True,
    ),
}
REFUSED = {"paligemma", "mistral3"}  # families that this program can't use, and says why
WITHOUT_SPARC = {"mllama"}
FAMILIES = tuple(family for family in FOLDERS if family not in REFUSED | WITHOUT_SPARC)


def save_family(folder: Path, family: str) -> Path:
    """Write it."""
    files = FOLDERS[family]
    signs = [*files.tokens, *UNSEEN, *SEEN]
    make = files.model or RECIPES[family]
    model = make(family, WIDTH, vocab_size=len(signs)).model
    head = model.get_output_embeddings().weight
    head.data[: len(files.tokens) + len(UNSEEN)] = 0  # so that what is written is words
    for name, value in files.pictures.items():
        if name == "image_grid_pinpoints":
            setattr(model.config, name, value)
    folder.mkdir(parents=True, exist_ok=True)
    model.save_pretrained(folder)
    save_words(folder, files, signs)
    named = {"processor_class": files.processor}
    write = partial(write_json, folder)
    write("preprocessor_config", files.pictures | named)
    if files.own:
        write("processor_config", files.own | named)
    if files.films:
        write("video_preprocessor_config", {"video_processor_type": files.processor.replace("Proc", "VideoProc")})
        (folder / "chat_template.jinja").write_text(files.template or "")
    elif files.template is not None:
        write("chat_template", {"chat_template": files.template})
    return folder


def save_words(folder: Path, files: Family, signs: list[str]) -> None:
    """The tokenizer: one token a character."""
    tokenizer = Tokenizer(models.WordLevel({sign: number for number, sign in enumerate(signs)}, unk_token="?"))
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex(r"[\s\S]"), "isolated")
    tokenizer.decoder = decoders.Fuse()
    pad, first, end, *_ = files.tokens
    if files.begins:
        tokenizer.post_processor = processors.TemplateProcessing(
            single=f"{first} $A", pair=f"{first} $A $B", special_tokens=[(first, 1)]
        )
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        pad_token=pad,
        eos_token=end,
        bos_token=first if files.begins else None,
        model_input_names=["input_ids", "attention_mask"],
        padding_side="left",
        extra_special_tokens=files.names,
    )
    fast.add_special_tokens({"additional_special_tokens": list(files.tokens)})
    fast.save_pretrained(folder)


def write_json(folder: Path, name: str, content: object) -> None:
    (folder / f"{name}.json").write_text(json.dumps(content, indent=1))
