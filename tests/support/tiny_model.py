"""The tiny LLaVA as a folder on disk that the engine loads, with words of its own: it talks nonsense in sentences."""

import json
from pathlib import Path

from tokenizers import Tokenizer, decoders, models
from transformers import CLIPImageProcessorPil, LlavaProcessor, PreTrainedTokenizerFast

from sparc_desktop.sparc import SparcConfig
from tests.support.tiny_llava import IMAGE_TOKEN, VOCABULARY, tiny_llava

SPECIAL = ["<pad>", "<s>", "</s>", "<unk>", "<image>"]
TEMPLATE = (
    "{% for message in messages %}{{ message['role'] }}: "
    "{% for part in message['content'] %}{% if part['type'] == 'image' %}<image>{% else %}{{ part['text'] }}{% endif %}"
    "{% endfor %}</s>{% endfor %}{% if add_generation_prompt %}assistant: {% endif %}"
)
# Each token is several words, so that even a random model that says two of them in turn writes sentences.
ENGLISH = [
    f" stands a thing of kind {number}. There" for number in range(VOCABULARY - len(SPECIAL))
]  # end in the middle
CHINESE = [f"图中有第{number}种东西。" for number in range(VOCABULARY - len(SPECIAL))]  # one sentence each


def save_tiny_model(folder: Path, words: list[str], **profile: object) -> Path:
    """Write it; with a profile where any of one is given."""
    model = tiny_llava()
    model.save_pretrained(folder)
    vocabulary = {word: number for number, word in enumerate([*SPECIAL, *words])}
    assert len(vocabulary) == VOCABULARY
    assert vocabulary["<image>"] == IMAGE_TOKEN
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="<unk>"))
    tokenizer.decoder = decoders.Fuse()
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token="<pad>", bos_token="<s>", eos_token="</s>", unk_token="<unk>"
    )
    fast.add_special_tokens({"additional_special_tokens": ["<image>"]})
    square = {"height": 32, "width": 32}
    images = CLIPImageProcessorPil(size=square, crop_size=square)
    LlavaProcessor(
        images,
        fast,
        patch_size=8,
        vision_feature_select_strategy="default",
        image_token="<image>",
        num_additional_image_tokens=1,
        chat_template=TEMPLATE,
    ).save_pretrained(folder)
    if profile:
        sparc = SparcConfig.for_model(model)
        content = {"name": "Tiny", "sparc": {name: getattr(sparc, name) for name in ("alpha", "beta", "tau", "layer")}}
        (folder / "profile.json").write_text(json.dumps(content | profile))
    return folder
