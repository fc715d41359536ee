"""A BPE tokenizer, trained on the captions of the world in both languages and on what the model is asked.

Names of things, and words on screens, are mostly one token each, so that one token can say what a patch shows.
"""

from collections.abc import Iterator

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers
from transformers import PreTrainedTokenizerFast

from models.starter.recipe.examples import example_texts
from sparc_desktop.engine.prompts import PROMPTS

PAD, BOS, EOS, UNK, IMAGE = "<pad>", "<s>", "</s>", "<unk>", "<image>"
SIZE = 6144
TEXTS = 12_000  # captions to learn from
CHAT_TEMPLATE = (
    "{% for message in messages %}"
    "{% if message['role'] == 'user' %}USER:{% for part in message['content'] %}"
    "{% if part['type'] == 'image' %} <image>{% else %} {{ part['text'] }}{% endif %}{% endfor %}"
    "{% else %} ASSISTANT: {{ message['content'][0]['text'] }}</s>{% endif %}"
    "{% endfor %}"
    "{% if add_generation_prompt %} ASSISTANT:{% endif %}"
)


def train_tokenizer(texts: int = TEXTS) -> PreTrainedTokenizerFast:
    """Learn the vocabulary from training captions alone; what the world never writes becomes unknown letters."""
    tokenizer = Tokenizer(models.BPE(unk_token=UNK))
    tokenizer.normalizer = normalizers.NFC()
    # Digits, signs and Chinese characters stand alone, so that numbers and quoted words are spelled alike everywhere.
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Metaspace(),
            pre_tokenizers.Punctuation("isolated"),
            pre_tokenizers.Digits(individual_digits=True),
            pre_tokenizers.Split(Regex("[\u3400-\u9fff]"), "isolated"),
        ]
    )
    tokenizer.decoder = decoders.Metaspace()
    trainer = trainers.BpeTrainer(vocab_size=SIZE, special_tokens=[PAD, BOS, EOS, UNK], show_progress=False)
    tokenizer.train_from_iterator(list(_corpus(texts)), trainer)  # a list: it is read on another thread, unlike Qt
    tokenizer.add_special_tokens([AddedToken(IMAGE, special=True)])
    bos = tokenizer.token_to_id(BOS)
    tokenizer.post_processor = processors.TemplateProcessing(single=f"{BOS} $A", special_tokens=[(BOS, bos)])
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        pad_token=PAD,
        bos_token=BOS,
        eos_token=EOS,
        unk_token=UNK,
        extra_special_tokens={"image_token": IMAGE},
        padding_side="left",
        chat_template=CHAT_TEMPLATE,
    )


def _corpus(texts: int) -> Iterator[str]:
    yield from example_texts(texts)
    for wording in (each for lengths in PROMPTS.values() for each in lengths.values()):
        yield from [f"USER: {wording} ASSISTANT:"] * 50
