"""Chat templates as the families write them, in Jinja: each turn's pictures, then its words."""

PARTS = (
    "{% for part in message['content'] %}{% if part['type'] == 'image' %}MARK{% elif part['type'] == 'text' %}"
    "{{ part['text'] }}{% endif %}{% endfor %}"
)
VICUNA = (
    "{% for message in messages %}{{ message['role'].upper() }}: PARTS {% endfor %}"
    "{% if add_generation_prompt %}ASSISTANT:{% endif %}"
)
CHATML = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\nPARTS<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
CHATML_WITH_SYSTEM = CHATML.replace(
    "messages %}",
    "messages %}{% if loop.first and message['role'] != 'system' %}<|im_start|>system\n"
    "You are a helpful assistant.<|im_end|>\n{% endif %}",
)
UTTERANCES = (
    "<|im_start|>{% for message in messages %}{{ message['role'] | capitalize }}:"
    "{% if message['content'][0]['type'] != 'image' %} {% endif %}PARTS<end_of_utterance>\n{% endfor %}"
    "{% if add_generation_prompt %}Assistant:{% endif %}"
)
GEMMA = (
    "{{ bos_token }}{% for message in messages %}"
    "<start_of_turn>{{ 'model' if message['role'] == 'assistant' else message['role'] }}\nPARTS<end_of_turn>\n"
    "{% endfor %}{% if add_generation_prompt %}<start_of_turn>model\n{% endif %}"
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


def template(frame: str, mark: str) -> str:
    """A frame's template, with what the family puts where a picture is."""
    return frame.replace("PARTS", PARTS.replace("MARK", mark))
