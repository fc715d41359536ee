"""A word-level tokenizer, trained on the world's own captions."""

from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors, trainers
from transformers import PreTrainedTokenizerFast

from sparc_desktop.evaluate.world import caption, sample

PAD, BOS, EOS, UNK, IMAGE = "<pad>", "<s>", "</s>", "<unk>", "<image>"
REQUEST = "Describe this picture in detail."
CHAT_TEMPLATE = (
    "{% for message in messages %}"
    "{% if message['role'] == 'user' %}USER:{% for part in message['content'] %}"
    "{% if part['type'] == 'image' %} <image>{% else %} {{ part['text'] }}{% endif %}{% endfor %}"
    "{% else %} ASSISTANT: {{ message['content'][0]['text'] }}</s>{% endif %}"
    "{% endfor %}"
    "{% if add_generation_prompt %} ASSISTANT:{% endif %}"
)


def train_tokenizer() -> PreTrainedTokenizerFast:
    """Learn the vocabulary: every word of the first 4,000 training captions and of the prompt."""
    words = Tokenizer(models.WordLevel(unk_token=UNK))
    words.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.Metaspace(), pre_tokenizers.Punctuation("isolated")])
    words.decoder = decoders.Metaspace()
    texts = [caption(sample("train", seed)) for seed in range(4000)]
    texts += [caption(sample("train", 4000 + seed, count)) for seed in range(40) for count in range(1, 10)]
    trainer = trainers.WordLevelTrainer(special_tokens=[PAD, BOS, EOS, UNK, IMAGE])
    words.train_from_iterator([*texts, f"USER: {REQUEST} ASSISTANT:"], trainer)
    bos = words.token_to_id(BOS)
    words.post_processor = processors.TemplateProcessing(single=f"{BOS} $A", special_tokens=[(BOS, bos)])
    return PreTrainedTokenizerFast(
        tokenizer_object=words,
        pad_token=PAD,
        bos_token=BOS,
        eos_token=EOS,
        unk_token=UNK,
        extra_special_tokens={"image_token": IMAGE},
        padding_side="left",
        chat_template=CHAT_TEMPLATE,
    )
