"""A folder of each family as people download it: random weights, and files of that family's own kind.

A token is a character. The text part is wide enough for four bits; captions never end.
"""

import json
import string
from pathlib import Path

from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, processors
from transformers import PreTrainedTokenizerFast

from sparc_desktop.engine.prompts import PROMPTS
from tests.support.family_files import FILES, Family

WIDTH = 64  # of the text part: the least that four bits take
READ = " \n" + string.punctuation + string.digits  # characters that are never written
WRITTEN = string.ascii_letters + "".join(sorted({sign for text in PROMPTS["zh_CN"].values() for sign in text}))
REFUSED = {"paligemma", "mistral3"}  # families that this program can't use, and says why
WITHOUT_SPARC = {"mllama"}
FAMILIES = tuple(family for family in FILES if family not in REFUSED | WITHOUT_SPARC)


def save_family(folder: Path, family: str) -> Path:
    """Write it."""
    files = FILES[family]
    special = files.tokens.split()
    vocabulary = [*special, *READ, *WRITTEN]
    model = files.make(family, WIDTH, len(vocabulary)).model
    model.get_output_embeddings().weight.data[: -len(WRITTEN)] = 0
    if "image_grid_pinpoints" in files.pictures:
        model.config.image_grid_pinpoints = files.pictures["image_grid_pinpoints"]
    model.save_pretrained(folder)
    generation = {"eos_token_id": None, "pad_token_id": 0} | files.generation
    (folder / "generation_config.json").write_text(json.dumps(generation))
    save_processor(folder, files)
    return folder


def save_processor(folder: Path, files: Family) -> None:
    """All but the model. Older folders have their chat template in a file of JSON, newer ones in one of Jinja."""
    folder.mkdir(parents=True, exist_ok=True)
    documents = {"preprocessor_config": files.pictures | {"processor_class": files.processor}}
    if files.own:
        documents["processor_config"] = files.own | {"processor_class": files.processor}
    if files.films:
        kind = files.processor.replace("Processor", "VideoProcessor")
        documents["video_preprocessor_config"] = {"video_processor_type": kind}
        (folder / "chat_template.jinja").write_text(files.template or "")
    elif files.template is not None:
        documents["chat_template"] = {"chat_template": files.template}
    for name, document in documents.items():
        (folder / f"{name}.json").write_text(json.dumps(document))
    _save_tokenizer(folder, files)


def _save_tokenizer(folder: Path, files: Family) -> None:
    special = files.tokens.split()
    vocabulary = {sign: number for number, sign in enumerate([*special, *READ, *WRITTEN])}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="?"))
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex(r"[\s\S]"), "isolated")
    tokenizer.decoder = decoders.Fuse()
    pad, first, end, *_ = special
    if files.begins:
        tokenizer.post_processor = processors.TemplateProcessing(
            single=f"{first} $A", pair=f"{first} $A $B", special_tokens=[(first, vocabulary[first])]
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
    fast.add_special_tokens({"additional_special_tokens": special})
    fast.save_pretrained(folder)
