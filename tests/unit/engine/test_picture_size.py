"""What a picture costs in image tokens, with each family's own image processor in the settings of published models."""

import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PIL import Image
from transformers.models.auto.image_processing_auto import get_image_processor_class_from_name

from sparc_desktop.domain.hardware import Device
from sparc_desktop.engine.conversation import asked, prompt_of
from sparc_desktop.engine.picture_size import BUDGETS, LIMITS, limit_image_tokens
from sparc_desktop.engine.processor import load_processor
from tests.support.families import IMAGE_TOKEN
from tests.support.family_files import FILES, square
from tests.support.family_folders import save_processor

SIZES = ((448, 448), (640, 480), (1024, 768), (1920, 1080), (4000, 3000))
AREA = {"patch_size": 14, "min_pixels": 3136, "max_pixels": 12845056}
AREA_3 = {"patch_size": 16, "size": {"shortest_edge": 65536, "longest_edge": 16777216}}
AREA_GLM = {"patch_size": 14, "size": {"shortest_edge": 12544, "longest_edge": 47040000}}
CLIP = {"size": {"shortest_edge": 336}, "crop_size": square(336)}
GRIDS = [[336, 672], [672, 336], [672, 672], [1008, 336], [336, 1008]]
MANY_GRIDS = [[384 * rows, 384 * columns] for rows in range(1, 7) for columns in range(1, 7)]


def tiles(largest: int, tile: int) -> dict[str, Any]:
    return {"size": {"longest_edge": largest}, "max_image_size": {"longest_edge": tile}}


# By model: its family, the settings of its image processor and of its processor, and then the tokens of a picture of
# each of SIZES, without a limit, on a CPU, and on a graphics card. Measured with transformers 5.23.
ON_ALL_SQUARES = ([256, 391, 999, 2691, 15301], [256, 391, 609, 594, 609], [256, 391, 999, 2691, 2961])
ON_LARGER_SQUARES = ([196, 300, 768, 2040, 11750], [196, 300, 609, 594, 609], [196, 300, 768, 2040, 2961])
MEASURED = {
    "LLaVA-1.5": ("llava", CLIP, {"patch_size": 14}, [576] * 5, [576] * 5, [576] * 5),
    "LLaVA-NeXT": (
        *("llava_next", CLIP | {"image_grid_pinpoints": GRIDS}, {"patch_size": 14}),
        *([2928, 2340, 2340, 1948, 2340], [1176, 1026, 1026, 926, 1026], [2928, 2340, 2340, 1948, 2340]),
    ),
    "LLaVA-OneVision": (
        *("llava_onevision", {"size": square(384), "image_grid_pinpoints": MANY_GRIDS}, {"num_image_tokens": 729}),
        *([3699, 2929, 4725, 7269, 7309], [730] * 5, [1485, 1728, 1728, 2052, 1728]),
    ),
    "Qwen2-VL": ("qwen2_vl", AREA, {}, *ON_ALL_SQUARES),
    "Qwen2.5-VL": ("qwen2_5_vl", AREA, {}, *ON_ALL_SQUARES),
    "Qwen3-VL": ("qwen3_vl", AREA_3, {}, *ON_LARGER_SQUARES),
    "Qwen3.5": ("qwen3_5", AREA_3, {}, *ON_LARGER_SQUARES),
    "GLM-4.1V": ("glm4v", AREA_GLM, {}, *ON_ALL_SQUARES),
    "InternVL3": (
        *("internvl", {"size": square(448)}, {"image_seq_length": 256}),
        *([256, 3328, 3328, 2304, 3328], [256] * 5, [256, 1792, 1792, 2304, 1792]),
    ),
    "SmolVLM2 500M": (
        *("smolvlm", tiles(2048, 512), {"image_seq_len": 64}),
        *([1088, 832, 832, 832, 832], [640, 640, 640, 448, 640], [1088, 832, 832, 832, 832]),
    ),
    "SmolVLM2 2.2B": (
        *("smolvlm", tiles(1536, 384), {"image_seq_len": 81}),
        *([1377, 1053, 1053, 1053, 1053], [405] * 5, [1377, 1053, 1053, 1053, 1053]),
    ),
    "Idefics3": (
        *("idefics3", tiles(1456, 364), {"image_seq_len": 169}),
        *([2873, 2197, 2197, 2197, 2197], [169] * 5, [2873, 2197, 2197, 2197, 2197]),
    ),
    "Gemma 3": ("gemma3", {"size": square(896)}, {"image_seq_length": 256}, [256] * 5, [256] * 5, [256] * 5),
}
MORE_THAN_THE_BUDGET = {("LLaVA-NeXT", "cpu"), ("LLaVA-OneVision", "cpu")}  # as little as goes


def config(family: str, pictures: dict[str, Any]) -> SimpleNamespace:
    side = pictures.get("image_grid_pinpoints", [[0]])[0][0]
    return SimpleNamespace(model_type=family, vision_config=SimpleNamespace(image_size=side, patch_size=14))


@pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")  # in glm4v's processor
@pytest.mark.parametrize("device", ["cpu", "cuda"])
@pytest.mark.parametrize("model", MEASURED)
def test_what_a_picture_costs(tmp_path: Path, model: str, device: Device) -> None:
    family, pictures, own, unlimited, on_cpu, on_card = MEASURED[model]
    published = {name: value for name, value in FILES[family].pictures.items() if name != "size"} | pictures
    save_processor(tmp_path, replace(FILES[family], pictures=published, own=FILES[family].own | own))
    (tmp_path / "config.json").write_text(json.dumps({"model_type": family}))
    processor = load_processor(tmp_path)
    prompt = prompt_of(processor, [asked("Why?", with_image=True)])

    def tokens(size: tuple[int, int]) -> int:
        inputs = processor(images=Image.new("RGB", size, "green"), text=prompt, return_tensors="pt")
        return int((inputs["input_ids"] == IMAGE_TOKEN).sum())

    assert tokens(SIZES[1]) == unlimited[1]
    limit_image_tokens(config(family, pictures), processor, device)
    limited = [tokens(size) for size in SIZES]
    assert limited == (on_cpu if device == "cpu" else on_card)
    assert (max(limited) <= BUDGETS[device]) != ((model, device) in MORE_THAN_THE_BUDGET)


PIECES = {"image_seq_length": 256}
# Families that are in the table and not above, with the settings that their processor has by default.
FURTHER = {
    **dict.fromkeys(("exaone4_5", "qwen3_5_moe", "qwen3_vl_moe"), ("Qwen2VL", {})),
    **dict.fromkeys(("glm46v", "glm_ocr"), ("Glm46V", {})),
    "glm4v_moe": ("Glm4v", {}),
    "ernie4_5_vl_moe": ("Ernie4_5_VLMoe", {}),
    "paddleocr_vl": ("PaddleOCRVL", {}),
    "video_llama_3": ("VideoLlama3", {}),
    "qianfan_ocr": ("GotOcr2", PIECES),
    "ovis2": ("Ovis2", PIECES),
    "aya_vision": ("GotOcr2", {"img_size": 364, "patch_size": 28}),
}


@pytest.mark.parametrize("device", ["cpu", "cuda"])
@pytest.mark.parametrize("family", FURTHER)
def test_what_a_large_picture_costs_further_families(family: str, device: Device) -> None:
    kind, own = FURTHER[family]
    images = get_image_processor_class_from_name(f"{kind}ImageProcessorPil")()
    limit_image_tokens(config(family, {}), SimpleNamespace(image_processor=images, **own), device)
    made = images([Image.new("RGB", SIZES[-1])], return_tensors="pt", **({"crop_to_patches": True} if own else {}))
    if own:
        each = own.get("image_seq_length") or (own["img_size"] // own["patch_size"]) ** 2
        tokens = len(made["pixel_values"]) * each
    else:
        tokens = int(made["image_grid_thw"].prod()) // images.merge_size**2
    assert 0.2 * BUDGETS[device] < tokens <= BUDGETS[device]


def test_every_family_of_the_table_was_measured() -> None:
    assert LIMITS.keys() - {family for family, *_ in MEASURED.values()} - FURTHER.keys() == {"llava_next_video"}
