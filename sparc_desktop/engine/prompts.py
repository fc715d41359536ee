"""What models are asked for: each language's words for each length, and how many sentences a length may have.

Models follow such wishes more or less, so the sentences are counted too: a description ends after so many, with a full
stop. How much is "detailed", and what is everything, only the model can judge.
"""

from sparc_desktop.domain.language import Language
from sparc_desktop.domain.length import Length

PROMPTS: dict[Language, dict[Length, str]] = {
    "en": {
        "sentence": "Describe this image in one sentence.",
        "short": "Describe this image briefly, in two or three sentences.",
        "detailed": "Please describe this image in detail.",  # what the paper asked for its long captions
        "everything": "Describe everything in this image: every person and object with its place, colour and "
        "appearance, the background, and any text. Leave nothing out.",
    },
    "zh_CN": {
        "sentence": "请用一句话描述这张图片，用简体中文回答。",
        "short": "请用两三句话简要描述这张图片，用简体中文回答。",
        "detailed": "请详细描述这张图片，用简体中文回答。",
        "everything": "请描述这张图片中的一切：每个人物和物体及其位置、颜色和外观，还有背景和所有文字，不要遗漏。"
        "用简体中文回答。",
    },
}
SENTENCES: dict[Length, int] = {"sentence": 1, "short": 3}  # at most; the other lengths end where the model ends
