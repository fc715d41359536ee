"""How a description of a length may be asked for: in the program's words most of the time, or in others.

The others teach the model to go by the words of length, not by one sentence that it knows by heart.
"""

import numpy as np

from sparc_desktop.domain.language import Language
from sparc_desktop.domain.length import Length
from sparc_desktop.engine.prompts import PROMPTS

USUAL = 0.7  # the chance of the program's own
OTHERS: dict[Language, dict[Length, tuple[str, ...]]] = {
    "en": {
        "sentence": (
            "Describe the picture in one sentence.", "One sentence: what is in this image?",
            "Write a one-sentence caption.", "What is to be seen here? Answer in one sentence.",
            "Sum up this picture in a single sentence.",
        ),
        "short": (
            "Give a short description of this picture.", "Describe the image shortly.", "A short caption, please.",
            "Describe this picture in a few sentences.", "What is in this image, in brief?",
        ),
        "detailed": (
            "Give a detailed description of this picture.", "Describe the image in detail.",
            "Write a detailed caption.", "Describe this picture in as much detail as you can.",
            "A detailed description, please.",
        ),
        "everything": (
            "Describe everything that you see.", "Tell me everything that is in this picture.",
            "Name everything in the image, with its place and colour.", "What is in this image? Tell everything.",
        ),
    },
    "zh_CN": {
        "sentence": (
            "用一句话描述这张图片。", "请用一句话说说图中有什么。", "一句话：图片里有什么？",
            "请为这张图写一句话的描述。",
        ),
        "short": (
            "请简短描述这张图片。", "请写一段简短的描述。", "简单说说这张图。", "请用几句话描述图片。",
        ),
        "detailed": (
            "请写一段详细的描述。", "详细描述这张图。", "请尽量详细地描述图片内容。", "请详细说说图中有什么。",
        ),
        "everything": (
            "请描述图中的一切。", "请把图中看到的一切都说出来。", "请说出图片中的所有内容，不要遗漏。",
        ),
    },
}  # fmt: skip


def wording(rng: np.random.Generator, language: Language, length: Length) -> str:
    """What is asked, by chance."""
    others = OTHERS[language][length]
    return PROMPTS[language][length] if rng.random() < USUAL else others[int(rng.integers(len(others)))]
