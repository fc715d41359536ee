"""Weights in four bits: which, how exactly, what is kept of them for the next start, and the memory it takes."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
import torch
from safetensors.torch import load_file, save_file
from torch import nn
from transformers import (
    AutoModelForImageTextToText,
    CLIPVisionConfig,
    LlamaConfig,
    LlavaConfig,
    LlavaForConditionalGeneration,
)

from sparc_desktop.caches import model_cache
from sparc_desktop.domain.hardware import Device, Hardware
from sparc_desktop.domain.quantization import SMALL, Format, choose
from sparc_desktop.engine import four_bits, int4, nf4
from sparc_desktop.engine.four_bits import KINDS, put_into_four_bits
from sparc_desktop.engine.quantization import dtype, quantizable

CPU = torch.device("cpu")
FORMATS: tuple[Format, ...] = tuple(KINDS)
EXACT = 0.1  # of the length of a row of random numbers is what four bits may be off


def save_model(
    folder: Path, *, width: int = 128, layers: int = 2, shard: str = "200KB", dtype: torch.dtype = torch.bfloat16
) -> Path:
    """A LLaVA with random weights, in several files."""
    torch.manual_seed(0)
    vision = CLIPVisionConfig(
        hidden_size=64, intermediate_size=64, num_hidden_layers=1, num_attention_heads=2, image_size=32, patch_size=8
    )
    text = LlamaConfig(
        vocab_size=64,
        hidden_size=width,
        intermediate_size=2 * width,
        num_hidden_layers=layers,
        num_attention_heads=4,
        attention_bias=True,
    )
    model = LlavaForConditionalGeneration(LlavaConfig(vision_config=vision, text_config=text, image_token_id=4))
    model.to(dtype).save_pretrained(folder, max_shard_size=shard)
    return folder


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return save_model(tmp_path / "model")


def put(folder: Path, chosen: Format, fractions: list[float] | None = None) -> nn.Module:
    model = AutoModelForImageTextToText.from_pretrained(folder, dtype="auto").eval()
    names = list(quantizable(model))
    put_into_four_bits(
        model, names, chosen, CPU, torch.bfloat16, folder, [].append if fractions is None else fractions.append
    )
    return model  # type: ignore[no-any-return]


def logits(model: nn.Module) -> torch.Tensor:
    with torch.inference_mode():
        return model(input_ids=torch.arange(5, 25)[None]).logits.float()  # type: ignore[no-any-return]


def copies(folder: Path) -> list[Path]:
    return sorted(model_cache(folder).glob("*/*"))


@pytest.fixture
def rounded(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[nn.Linear]]:
    """The layers that were rounded, and not taken from a copy."""
    seen: list[nn.Linear] = []

    def watch(kind: ModuleType) -> None:
        original = kind.rounded
        monkeypatch.setattr(kind, "rounded", lambda layer, *how: (seen.append(layer), original(layer, *how))[1])

    for kind in KINDS.values():
        watch(kind)
    yield seen


@pytest.mark.parametrize(
    ("device", "fast", "weights", "wish", "chosen"),
    [
        ("cuda", False, 7_000_000_000, "auto", "nf4"),
        ("cpu", True, 7_000_000_000, "auto", "nf4"),
        ("cpu", False, 7_000_000_000, "auto", "int4"),
        ("mps", False, 7_000_000_000, "auto", "half"),
        ("cpu", True, SMALL, "auto", "full"),
        ("cpu", True, SMALL + 1, "auto", "nf4"),
        ("cpu", True, 7_000_000_000, "int4", "int4"),
        ("cuda", False, SMALL, "half", "half"),
        ("cuda", False, 7_000_000_000, "int4", "nf4"),
        ("mps", False, 7_000_000_000, "int4", "half"),
    ],
)
def test_the_format_follows_the_hardware(device: Device, fast: bool, weights: int, wish: str, chosen: Format) -> None:
    choice = choose(Hardware(device, "Some processor", 2**34, 4, fast_nf4=fast), weights, wish)  # type: ignore[arg-type]
    assert choice.format == chosen
    assert choice.reason


def test_windows_has_no_fast_kernel_for_integers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert choose(Hardware("cpu", "Laptop", 2**34, 4), 7_000_000_000).format == "half"


def test_layers_that_stay_calculate_in_what_the_processor_can() -> None:
    old = Hardware("cuda", "Old", 2**33, 4, half=False)
    assert dtype(old, "nf4") == torch.float16
    assert dtype(Hardware("cpu", "Any", 2**33, 4), "nf4") == torch.bfloat16
    assert dtype(Hardware("cpu", "Any", 2**33, 4), "full") == torch.float32


@pytest.mark.parametrize("chosen", FORMATS)
def test_only_what_multiplies_in_the_text_layers_is_rounded(folder: Path, chosen: Format) -> None:
    fractions: list[float] = []
    model = put(folder, chosen, fractions)
    kinds = {name: type(module).__name__ for name, module in model.named_modules() if "Linear" in type(module).__name__}
    four = {name for name, kind in kinds.items() if kind in ("Linear4bit", "Int4Linear")}
    assert len(four) == 2 * 7
    assert all("language_model.layers" in name for name in four)
    assert {"lm_head", "model.multi_modal_projector.linear_1"} <= set(kinds) - four
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1


@pytest.mark.parametrize("kind", KINDS.values())
@pytest.mark.parametrize("rows", [1, 3])
def test_a_rounded_layer_is_nearly_the_layer(kind: ModuleType, rows: int) -> None:
    torch.manual_seed(0)
    layer = nn.Linear(256, 2048, dtype=torch.bfloat16)  # more rows than are rounded at once
    x = torch.randn(rows, 1, 256, dtype=torch.bfloat16)
    with torch.inference_mode():
        exact, four = layer(x).float(), kind.rounded(layer, CPU, torch.bfloat16).eval()(x).float()
    assert four.shape == exact.shape
    assert 0 < (four - exact).norm() / exact.norm() < EXACT


def test_rounding_part_by_part_is_rounding_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    layer = nn.Linear(64, 5 * int4.TILE + 32, dtype=torch.bfloat16)
    whole = int4.tensors(int4.rounded(layer, CPU, torch.bfloat16))
    monkeypatch.setattr(int4, "AT_ONCE", 1)
    parts = int4.tensors(int4.rounded(layer, CPU, torch.bfloat16))
    assert all(torch.equal(parts[name], whole[name]) for name in ("packed", "scales"))


def test_normal_float_is_as_bitsandbytes_rounds_it() -> None:
    from bitsandbytes.functional import dequantize_4bit, quantize_4bit

    layer = nn.Linear(64, nf4.AT_ONCE // 64 + 32, bias=False, dtype=torch.bfloat16)
    weight = nf4.rounded(layer, CPU, torch.bfloat16).weight
    packed, state = quantize_4bit(layer.weight.detach(), quant_type="nf4", blocksize=64)
    assert torch.equal(dequantize_4bit(weight.data, weight.quant_state), dequantize_4bit(packed, state))


@pytest.mark.parametrize("chosen", FORMATS)
def test_the_next_start_takes_the_copy(folder: Path, chosen: Format, rounded: list[nn.Linear]) -> None:
    first = logits(put(folder, chosen))
    assert len(rounded) == 2 * 7
    rounded.clear()
    assert torch.equal(logits(put(folder, chosen)), first)
    assert rounded == []


def test_a_copy_of_other_files_is_made_again(folder: Path, rounded: list[nn.Linear]) -> None:
    put(folder, "nf4")
    before = copies(folder)
    save_model(folder, layers=3)
    rounded.clear()
    put(folder, "nf4")
    assert len(rounded) == 3 * 7
    assert copies(folder)
    assert not set(before) & set(copies(folder)), "the old copy is gone"


def test_each_format_has_its_copy(folder: Path, rounded: list[nn.Linear]) -> None:
    for chosen in FORMATS:
        put(folder, chosen)
    rounded.clear()
    for chosen in FORMATS:
        put(folder, chosen)
    assert rounded == []


def test_a_broken_copy_is_made_again(folder: Path, rounded: list[nn.Linear]) -> None:
    first = logits(put(folder, "nf4"))
    (copy,) = copies(folder)
    copy.write_bytes(copy.read_bytes()[:1000])
    rounded.clear()
    assert torch.equal(logits(put(folder, "nf4")), first)
    assert len(rounded) == 2 * 7
    assert load_file(copies(folder)[0]), "whole again"


def test_a_copy_that_has_not_all_layers_is_made_again(folder: Path, rounded: list[nn.Linear]) -> None:
    put(folder, "nf4")
    (copy,) = copies(folder)
    kept = load_file(copy)
    last = max(kept).partition(":")[0]
    save_file({name: value for name, value in kept.items() if not name.startswith(last)}, copy)
    rounded.clear()
    put(folder, "nf4")
    assert len(rounded) == 2 * 7
    rounded.clear()
    put(folder, "nf4")
    assert rounded == []


def test_what_another_process_is_making_is_left_alone(folder: Path) -> None:
    theirs = model_cache(folder) / "nf4-0123.77.part"
    theirs.mkdir(parents=True)
    put(folder, "nf4")
    assert theirs.is_dir()


def test_without_room_on_the_disk_nothing_is_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(four_bits, "SPARE", 2**62)
    with caplog.at_level("WARNING"):
        assert logits(put(folder, "int4")).isfinite().all()
    assert "nearly full" in caplog.text
    assert list(model_cache(folder).glob("*")) == []


def test_what_was_begun_and_not_finished_is_no_copy(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> nn.Module:
        raise MemoryError

    monkeypatch.setattr(int4, "rounded", fail)
    with pytest.raises(MemoryError):
        put(folder, "int4")
    assert copies(folder) == []


MEASURE = """
import sys
from pathlib import Path
import bitsandbytes, torch
from sparc_desktop.engine import loading
def resident(what):
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith(what))
    return 1024 * int(line.split()[1])
loading._load_model(Path(sys.argv[4]), sys.argv[2], lambda done: None)  # all that is imported
before = resident("VmRSS")
model, choice = loading._load_model(Path(sys.argv[1]), sys.argv[2], lambda done: None)
peak = resident("VmHWM")
print(peak - before, sum(path.stat().st_size for path in Path(sys.argv[3]).rglob("*.safetensors")))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize(("chosen", "dtype"), [("nf4", torch.float16), ("int4", torch.float32)])
def test_loading_takes_little_more_memory(tmp_path: Path, chosen: Format, dtype: torch.dtype) -> None:
    """Than the model, whatever type the files have, which are links, as in the cache of downloads."""
    folder = save_model(tmp_path / "large", width=1024, layers=20, shard="40MB", dtype=dtype)
    for number, path in enumerate(folder.glob("*.safetensors")):
        path.symlink_to(path.rename(tmp_path / f"blob{number}"))
    small = save_model(tmp_path / "small")
    run = [sys.executable, "-c", MEASURE, str(folder), chosen, str(tmp_path / "cache"), str(small)]
    peak, final = map(int, subprocess.run(run, capture_output=True, text=True, check=True).stdout.split()[-2:])
    whole = sum(path.stat().st_size for path in folder.glob("*.safetensors"))
    assert final < whole / 3
    assert peak < 1.3 * final
