"""The recipe of the built-in model, on a toy of a network: what is learned from is true, and it goes on after a cut."""

import itertools
import json
from collections import Counter, namedtuple
from pathlib import Path

import numpy as np
import pytest
import torch
from PySide6.QtCore import QRectF
from safetensors.torch import load_file
from transformers import PreTrainedTokenizerFast

from models.starter.recipe import __main__ as making
from models.starter.recipe import batch as batch_module
from models.starter.recipe import choose
from models.starter.recipe import train as training
from models.starter.recipe.batch import CONTROLS, END_WEIGHT, IGNORED, Batch, Batches, prompt_before
from models.starter.recipe.examples import (
    CAPTIONS,
    NO_SLOT,
    NOTHING,
    Example,
    Mixture,
    Spelled,
    example,
    example_texts,
)
from models.starter.recipe.lessons import Seeing, Telling
from models.starter.recipe.muon import Muon, orthogonal
from models.starter.recipe.network import SIZES, STRIDE, build_network, build_processor
from models.starter.recipe.tokenizer import train_tokenizer
from models.starter.recipe.wordings import OTHERS, wording
from sparc_desktop.domain.language import LANGUAGES, Language
from sparc_desktop.domain.length import LENGTHS, Length
from sparc_desktop.domain.places import WHOLE
from sparc_desktop.engine.loading import load
from sparc_desktop.engine.prompts import PROMPTS
from sparc_desktop.evaluate.picture_grid import PictureGrid, picture_grid
from sparc_desktop.evaluate.runs.captions_file import read_captions
from sparc_desktop.evaluate.runs.chosen import Chosen
from sparc_desktop.evaluate.world import drawing
from sparc_desktop.evaluate.world.screen.wall import wall

SIZE = SIZES["trial"]
DRAWINGS, SCREENS, FOREIGN = Mixture((3,), 0, 0), Mixture((3,), 1, 0), Mixture((3,), 0, 1)
WALLS = Mixture((3,), 0, 0, walls=1.0)
LONG = [
    wording
    for language in LANGUAGES
    for length in ("detailed", "everything")
    for wording in (PROMPTS[language][length], *OTHERS[language][length])
]
MIXED = Mixture((1, 3, 6), 0.4, 0)
COMPILING = pytest.mark.filterwarnings("ignore:.*torch.jit:DeprecationWarning")  # torch's own
WorkerOf = namedtuple("WorkerOf", "id num_workers")


@pytest.fixture(scope="module")
def tokenizer() -> PreTrainedTokenizerFast:
    return train_tokenizer(60)


def is_long(made: Example) -> bool:
    """Whether all that is there is told of it."""
    return made.captions[0].wording in LONG


def test_what_patches_of_a_drawing_are_named_by_is_told_of_it() -> None:
    made = example(1, DRAWINGS, 8)
    assert len(made.names) == 4
    named = {made.names[index] for index in np.unique(made.grid[made.grid >= 0])}
    assert named == set(made.names[:3])
    assert made.is_background.any()
    inside = made.boxes[~made.is_background]
    assert np.isfinite(inside).all()
    assert ((inside[:, :2] >= 0) & (inside[:, :2] <= 1)).all()


def test_patches_of_a_screen_are_named_by_the_words_on_it() -> None:
    asked = [each for each in (example(seed, SCREENS, 20) for seed in range(0, 600, 20)) if is_long(each)]
    assert len(asked) > 5
    for made in asked:
        spelled = [made.names[index] for index in np.unique(made.grid[made.grid > made.ground])]
        assert spelled
        told = made.captions[0].told
        assert all(isinstance(name, Spelled) and f"\u201c{name.label}\u201d" in told for name in spelled)


def test_a_labelled_control_is_known_for_one_where_its_letters_stand_too() -> None:
    made = example(5, SCREENS, 16)
    letters = made.grid > made.ground
    assert letters.any()
    assert NOTHING not in {made.controls[index] for index in np.unique(made.grid[letters])}
    assert len(made.controls) == len(made.names)


def test_each_thing_has_the_size_and_the_place_that_captions_tell_of_it() -> None:
    scene = drawing.sample("train", 24, count=9)
    made, facts = example(24, Mixture((3, 9), 0, 0), 16), drawing.facts(scene)
    slots = dict(zip(made.names, made.slots, strict=True))
    kinds = [item.kind for item in facts.items]
    once = [item for item in facts.items if kinds.count(item.kind) == 1]
    assert len(once) > 3
    assert all(slots[item.kind] == (item.size, item.place) for item in once)
    shown = example(5, SCREENS, 16)
    assert len(shown.slots) == len(shown.names)
    assert shown.slots[shown.ground] == NO_SLOT
    assert len(set(shown.slots)) > 2


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("length", LENGTHS)
def test_each_length_is_asked_for_in_the_programs_words_and_in_others(language: Language, length: Length) -> None:
    rng = np.random.default_rng(0)
    asked = Counter(wording(rng, language, length) for _ in range(200))
    assert 100 < asked.pop(PROMPTS[language][length]) < 180
    assert set(asked) == set(OTHERS[language][length])


def test_a_picture_is_told_in_several_ways() -> None:
    told = {caption.told for caption in example(40, Mixture((9,), 0, 0), 8).captions}
    assert len(told) == CAPTIONS


def test_crowds_show_many_things_and_walls_many_words(tokenizer: PreTrainedTokenizerFast) -> None:
    for seed in range(6):
        crowd = example(seed, Mixture((3,), 0, 0, crowds=1.0), 16)
        wall = example(seed, WALLS, 16)
        assert not crowd.captions
        assert not wall.captions
        assert len(crowd.names) - 1 in (9, 16, 25, 36)
        assert (1 - crowd.is_background).mean() > 0.35
        spelled = {wall.names[index] for index in np.unique(wall.grid[~wall.is_background])}
        assert len({name.label for name in spelled if isinstance(name, Spelled)}) > 8
        words = Batches(tokenizer, SIZE, 1, 0, WALLS).batch([wall]).words
        assert torch.equal(words[0] == IGNORED, torch.from_numpy(wall.is_background.reshape(-1)))


def test_a_word_of_a_wall_stands_where_the_picture_has_letters() -> None:
    """In its box the colours differ as those of ground and letters do; beside all boxes of a row they hardly do."""
    made = wall(3, np.random.default_rng(3), 320)
    pixels = np.asarray(made.image.convert("L"), dtype=float)
    spread = [np.ptp(pixels[_pixels(box, pixels.shape)]) for _, box in made.labels]
    assert min(spread) > 60


def _pixels(box: QRectF, shape: tuple[int, ...]) -> tuple[slice, slice]:
    height, width = shape
    rows = slice(round(box.top() * height) + 1, round(box.bottom() * height) - 1)
    return rows, slice(round(box.left() * width), round(box.right() * width))


def test_a_step_of_muon_makes_all_singular_values_about_one() -> None:
    torch.manual_seed(0)
    for shape in ((20, 50), (50, 20)):
        scaled = torch.randn(shape) @ torch.diag(torch.logspace(-1, 1, shape[1]))
        values = torch.linalg.svdvals(orthogonal(scaled))
        assert values.min() > 0.4
        assert values.max() < 1.3


def test_muon_learns_what_a_convolution_does() -> None:
    torch.manual_seed(0)
    wanted, learner = (torch.nn.Conv2d(3, 4, 3, bias=False) for _ in range(2))
    pictures = torch.randn(16, 3, 8, 8)
    muon = Muon(learner.parameters(), lr=0.02, decay=0.0)

    def loss() -> torch.Tensor:
        return (learner(pictures) - wanted(pictures).detach()).square().mean()

    before = loss().item()
    for step in range(100):
        for group in muon.param_groups:
            group["lr"] = 0.02 * (1 - step / 100)
        learner.zero_grad()
        loss().backward()
        muon.step()
    assert loss().item() < before / 100


def test_the_same_number_is_the_same_picture() -> None:
    first, second = (example(5, SCREENS, 8) for _ in range(2))
    assert first.captions == second.captions
    assert np.array_equal(np.asarray(first.picture), np.asarray(second.picture))
    assert example(6, SCREENS, 8).captions != first.captions


def test_a_batch_fits_the_network(tokenizer: PreTrainedTokenizerFast) -> None:
    mixed = [example(4, DRAWINGS, SIZE.grid), example(1, SCREENS, SIZE.grid), example(1, FOREIGN, SIZE.grid)]
    batch = Batches(tokenizer, SIZE, 3, 0, DRAWINGS).batch(mixed)
    assert batch.pixels.shape == (3, 3, SIZE.side, SIZE.side)
    assert batch.words.shape == batch.controls.shape == batch.slots.shape == (3, SIZE.grid**2)
    assert batch.pictures.tolist() == [0] * CAPTIONS + [1] * CAPTIONS
    assert (batch.words[2] == tokenizer.unk_token_id).all()
    assert batch.patterns[2] == IGNORED
    assert (batch.controls[0] == CONTROLS.index("nothing")).all()
    assert batch.controls[1].sum() > 0
    learned = batch.weights[0] > 0
    assert batch.told[0][learned][-1] == tokenizer.eos_token_id
    assert batch.weights[0][learned][-1] == pytest.approx(END_WEIGHT)
    told = tokenizer.decode(batch.told[0][learned], skip_special_tokens=True)
    assert told.strip() == mixed[0].captions[0].told
    asked = tokenizer.decode([*prompt_before(tokenizer), tokenizer.image_token_id, *batch.told[0]])
    assert mixed[0].captions[0].wording in asked


def test_words_on_a_screen_are_named_by_the_tokens_that_captions_spell_them_with() -> None:
    """So that what the tower says of a patch can be copied; a space by itself would name all words alike."""
    words = train_tokenizer(400)
    batches = Batches(words, SIZE, 1, 0, SCREENS)
    told, named = [], []
    for made in (example(seed, SCREENS, 20) for seed in range(0, 1200, 20)):
        if is_long(made):
            ids = words(f" {made.captions[0].told}", add_special_tokens=False).input_ids
            tokens = {batches._token(name) for name in made.names[made.ground + 1 :]}
            told += [token in ids for token in tokens]
            named += tokens
    assert len(told) > 50
    assert sum(told) / len(told) > 0.95
    assert words.convert_tokens_to_ids("\u2581") not in named


def test_things_are_told_by_chance_where_that_is_asked_for() -> None:
    orders = [example(3, Mixture((9,), 0, 0, order=order), 8).captions[0].told for order in ("salience", "random")]
    assert orders[0] != orders[1]


def test_captions_are_written_in_both_languages_without_unknown_words(tokenizer: PreTrainedTokenizerFast) -> None:
    texts = list(example_texts(40))
    assert any("一" in text for text in texts)
    assert any(" the " in text for text in texts)
    assert all(tokenizer.unk_token_id not in tokenizer(text).input_ids for text in texts)


def test_the_program_loads_it_with_sparc_and_knows_what_each_token_shows(
    tokenizer: PreTrainedTokenizerFast, tmp_path: Path
) -> None:
    build_network(tokenizer, SIZE).to(torch.bfloat16).save_pretrained(tmp_path)  # as the recipe does
    build_processor(tokenizer, SIZE).save_pretrained(tmp_path)
    loaded = load(tmp_path, lambda _: None)
    assert loaded.sparc is not None
    picture, messages = example(1, DRAWINGS, SIZE.grid).picture, [{"role": "user", "content": [{"type": "image"}]}]
    prompt = loaded.processor.apply_chat_template(messages, add_generation_prompt=True)
    inputs = loaded.processor(images=picture, text=prompt, return_tensors="pt")
    tokens = int((inputs.input_ids == tokenizer.image_token_id).sum())
    grid = picture_grid(loaded.model, loaded.processor, dict(inputs), picture.size, tokens)
    assert grid == PictureGrid(SIZE.grid, SIZE.grid, WHOLE)
    with loaded.sparc:
        out = loaded.model.generate(**inputs, do_sample=False, max_new_tokens=4, min_new_tokens=4)
    assert out.shape[1] == inputs.input_ids.shape[1] + 4


def test_what_is_chosen_on_validation_pictures_becomes_the_profile(
    tokenizer: PreTrainedTokenizerFast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    torch.manual_seed(0)
    build_network(tokenizer, SIZE).save_pretrained(tmp_path)
    build_processor(tokenizer, SIZE).save_pretrained(tmp_path)
    for name, value in (("BATCH", 2), ("MAX_TOKENS", 6)):
        monkeypatch.setattr(choose, name, value)
    monkeypatch.setattr(
        "sys.argv", ["choose", str(tmp_path), "--work", str(tmp_path / "work"), "--pictures", "2", "--layers"]
    )

    def chosen() -> tuple[str, list[str]]:
        choose.main()
        captions = [(tmp_path / "work" / f"{name}-0.jsonl").read_text("utf-8") for name in choose.F1]
        return (tmp_path / "profile.json").read_text("utf-8"), captions

    first = chosen()
    profile = load(tmp_path, lambda _: None).profile
    assert profile.languages == ("en", "zh_CN")
    assert profile.sparc.alpha > 1
    assert not profile.use_sparc  # a network that has learned nothing is not bettered by anything
    assert profile.strange_above is not None
    assert 0 < profile.strange_above < 1
    assert 0 < profile.unsure_below < 1
    methods = {row.method for row in read_captions(tmp_path / "work" / "drawings-0.jsonl").rows}
    assert "none" in methods
    assert len(methods) >= 4
    proof = read_captions(tmp_path / "work" / "drawings-2.jsonl").rows
    assert {row.picture for row in proof} == {"validation/2", "validation/3"}
    found = json.loads((tmp_path / "work" / "chosen.json").read_text("utf-8"))
    assert {row.method for row in proof} == {"none", found["best"]}
    assert [Chosen.parse(label).settings["layer"] for label in found["layers"]] == list(range(SIZE.text_layers))
    assert chosen() == first  # nothing was described again


@COMPILING
@torch.compiler.set_stance("force_eager")  # compiling takes longer than so few steps
def test_training_goes_on_where_it_was_cut(tokenizer: PreTrainedTokenizerFast, tmp_path: Path) -> None:
    mixture = Mixture((1, 2), screens=0.3, foreign=0.3)
    plan = (training.Stage("see", 8, mixture, 1e-3, 4), training.Stage("both", 8, mixture, 1e-3, 4))

    def run(folder: Path, minutes: float) -> tuple[bool, dict[str, torch.Tensor]]:
        torch.manual_seed(0)
        model = build_network(tokenizer, SIZE)
        done = training.train(model, tokenizer, SIZE, folder, scale=1, minutes=minutes, workers=0, plan=plan)
        return done, model.state_dict()

    whole, parts = tmp_path / "whole", tmp_path / "parts"
    whole.mkdir()
    parts.mkdir()
    done, at_once = run(whole, 60)
    assert done
    cuts = 0
    while not (result := run(parts, 0))[0]:
        cuts += 1
    assert cuts == 2
    assert all(torch.allclose(value, result[1][name], atol=1e-4) for name, value in at_once.items())


@COMPILING
@torch.compiler.set_stance("force_eager")
def test_a_finished_model_is_trained_further(
    tokenizer: PreTrainedTokenizerFast,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    base, out = tmp_path / "base", tmp_path / "out"
    build_network(tokenizer, SIZE).save_pretrained(base)
    build_processor(tokenizer, SIZE).save_pretrained(base)
    monkeypatch.setattr(making, "FURTHER", (training.Stage("both", 4, Mixture((1, 2), 0, 0), 1e-3, 4),))
    monkeypatch.setattr("sys.argv", [
        "recipe", "--base", str(base), "--out", str(out), "--checkpoints", str(tmp_path / "kept"), "--size", "trial",
        "--seed", "1", "--workers", "0", "--side", "96",
    ])  # fmt: skip
    making.main()
    assert "both 1/1" in capsys.readouterr().out
    before, after = (load_file(folder / "model.safetensors") for folder in (base, out))
    weights = [name for name in after if name.endswith("weight")]
    off = max(float((before[name].float() - after[name].float()).abs().max()) for name in weights)
    assert 0 < off < 0.05, "one step away from where it began"
    assert json.loads((out / "config.json").read_text("utf-8"))["image_seq_length"] == (96 // STRIDE) ** 2
    words = PreTrainedTokenizerFast.from_pretrained
    assert words(out).get_vocab() == words(base).get_vocab()


def test_a_window_of_batches_holds_the_same_pictures_with_less_padding(tokenizer: PreTrainedTokenizerFast) -> None:
    def made(window: int, done: int = 0) -> list[Batch]:
        source = iter(Batches(tokenizer, SIZE, 4, 100, MIXED, window, done))
        return [next(source) for _ in range(4 - done)]

    def shown(batches: list[Batch]) -> set[int]:
        return {hash(pixels.numpy().tobytes()) for batch in batches for pixels in batch.pixels}

    plain, parted = made(1), made(4)
    assert shown(parted) == shown(plain)
    assert len(shown(plain)) == 16
    assert sum(batch.told.numel() for batch in parted) < sum(batch.told.numel() for batch in plain)
    later = made(4, done=3)
    assert torch.equal(later[0].pixels, parted[3].pixels), "a run that was cut goes on with the next batch"


def test_what_is_not_told_lies_among_the_others(tokenizer: PreTrainedTokenizerFast) -> None:
    source = iter(Batches(tokenizer, SIZE, 4, 100, Mixture((1, 3), 0.2, 0.3), 8))
    untold = [4 - len(next(source).pictures.unique()) for _ in range(8)]
    assert sum(untold) > 4
    assert max(untold) < 4


def test_a_batch_of_which_nothing_is_told_teaches_to_see(tokenizer: PreTrainedTokenizerFast) -> None:
    model = build_network(tokenizer, SIZE)
    batch = Batches(tokenizer, SIZE, 2, 0, FOREIGN).batch([example(seed, FOREIGN, SIZE.grid) for seed in (1, 2)])
    lesson = Telling(model, prompt_before(tokenizer), Seeing(model, SIZE.width))
    loss, shown = lesson(batch.to(torch.device("cpu")))
    assert torch.isfinite(loss)
    assert "words" in shown


def test_a_picture_read_once_for_all_its_captions_teaches_as_if_read_for_each(
    tokenizer: PreTrainedTokenizerFast,
) -> None:
    """The loss is that of whole sequences, each with its picture, through the network as it is."""
    torch.manual_seed(0)
    model = build_network(tokenizer, SIZE).eval()
    mixture = Mixture((2,), 0, foreign=0.6)
    batches = Batches(tokenizer, SIZE, 4, 0, mixture)
    batch = batches.batch([example(seed, mixture, SIZE.grid) for seed in range(4)]).to(torch.device("cpu"))
    assert 0 < len(batch.pictures.unique()) < 4
    before = prompt_before(tokenizer)
    loss, _ = Telling(model, before, None).eval()(batch)
    image = [tokenizer.image_token_id] * SIZE.grid**2
    total = weight = torch.tensor(0.0)
    for picture, ids, weights in zip(batch.pictures, batch.told, batch.weights, strict=True):
        whole = torch.tensor([[*before, *image, *ids]])
        logits = model(input_ids=whole, pixel_values=batch.pixels[picture][None]).logits[0]
        losses = torch.nn.functional.cross_entropy(logits[-len(ids) - 1 : -1], ids, reduction="none")
        total, weight = total + (losses * weights).sum(), weight + weights.sum()
    torch.testing.assert_close(loss, total / weight, atol=1e-4, rtol=1e-4)


@pytest.mark.parametrize("done", [0, 1, 2, 5, 7, 8])
def test_workers_share_the_batches_that_are_left(
    tokenizer: PreTrainedTokenizerFast, monkeypatch: pytest.MonkeyPatch, done: int
) -> None:
    """With three workers and windows of two, whose batches are taken in turn."""
    seen: list[tuple[int, int]] = []
    for number in range(3):
        monkeypatch.setattr(batch_module, "get_worker_info", lambda number=number: WorkerOf(number, 3))
        made = Batches(tokenizer, SIZE, 1, 0, DRAWINGS, 2, done)
        monkeypatch.setattr(made, "_window", lambda at: [(at, 0), (at, 1)])
        monkeypatch.setattr(made, "batch", lambda each: each)
        seen += itertools.islice(iter(made), 4)  # type: ignore[arg-type]
    in_turn = [(turn // 6 * 3 + turn % 3, turn % 6 // 3) for turn in range(30)]
    assert set(in_turn[done : done + 9]) <= set(seen)
    assert not set(in_turn[:done]) & set(seen)
