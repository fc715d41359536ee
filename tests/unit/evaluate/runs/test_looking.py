"""Numbers about attention, against those made by hand."""

import numpy as np
import pytest
import torch

from sparc_desktop.domain.places import WHOLE, Box
from sparc_desktop.evaluate.methods import Trace
from sparc_desktop.evaluate.picture_grid import PictureGrid
from sparc_desktop.evaluate.runs.looking import NOTHING, Attention, around, first_told, looks, shown
from sparc_desktop.evaluate.runs.pictures import Layout
from sparc_desktop.evaluate.runs.row import BINS
from sparc_desktop.evaluate.world.claim import ItemClaim, TotalClaim
from sparc_desktop.evaluate.world.facts import Item

HERE = BINS.index(0)  # the bin of the tokens 0 to 4


def attention(own: list[list[float]], gain: float = 1.0) -> Attention:
    values = np.array(own)
    return Attention(values, np.full_like(values, gain), np.zeros_like(values))


def test_the_share_is_of_the_new_total() -> None:
    noted = looks(attention([[0.1, 0.3], [0.2, 0.3]], gain=2.0), NOTHING)
    assert noted.own == (0.4, 0.5)
    assert noted.share == pytest.approx((0.8 / 1.4, 1.0 / 1.5), abs=1e-4)
    assert noted.around == ((0.0, 0),) * (len(BINS) - 1)


def test_what_a_method_does_not_change_is_kept_once() -> None:
    noted = looks(attention([[0.1, 0.3]]), NOTHING)
    assert (noted.share, noted.own) == ((0.4,), ())


def test_one_row_of_a_trace() -> None:
    values = torch.arange(24.0).reshape(3, 2, 4)
    row = Attention.of(Trace(values, values + 1, values > 5), 1, 2)
    assert row.own.tolist() == [[4, 5, 6, 7], [12, 13, 14, 15]]
    assert row.gain.tolist() == (row.own + 1).tolist()
    assert row.selected.tolist() == [[0, 0, 1, 1], [1, 1, 1, 1]]


def test_attention_to_a_thing_before_and_after_it_is_told() -> None:
    own = [[0.1, 0.1, 0.1]] * 6 + [[0.6, 0.2, 0.1]] * 2
    seen = around(attention(own), ["dog", "", "cat"], {"dog": 6, "cat": 0, "bird": 1})
    sums, counts = np.split(seen, 2, axis=1)
    assert len(seen) == 2  # the bird is not there
    assert sums[0, HERE - 2 : HERE + 1] == pytest.approx([1, 5, 4])  # 0.6 where the mean is 0.3, twice
    assert counts[0, HERE - 2 : HERE + 1].tolist() == [1, 5, 2]
    assert counts[1].sum() == len(own)
    assert sums[1, HERE] == pytest.approx(5)
    assert around(attention(own), ["", "", ""], {"dog": 1}).shape == NOTHING.shape


def test_the_step_of_a_first_telling() -> None:
    claims = [
        TotalClaim(2, 0, 0, 0),
        *(ItemClaim(Item(kind, label=label), offset, 0, 0) for kind, label, offset in (
            ("dog", "", 4), ("cat", "x", 9), ("dog", "", 12), ("owl", "", 40)
        )),
    ]  # fmt: skip
    ends = [2, 4, 8, 10, 14]
    assert first_told(claims, ends, "drawing") == {"dog": 2, "cat": 3}
    assert first_told(claims, ends, "screen") == {"dog ": 2, "cat x": 3}


def quarters(cells: int) -> np.ndarray:
    """Nothing at the left; at the right, one thing above and one below."""
    truth = np.full((cells, cells), -1)
    truth[: cells // 2, cells // 2 :], truth[cells // 2 :, cells // 2 :] = 0, 1
    return truth


def test_what_each_image_token_shows() -> None:
    layout = Layout((Item("dog"), Item("cat")), quarters)
    assert shown(layout, PictureGrid(2, 2, WHOLE), "drawing") == ["", "dog", "", "cat"]
    assert shown(layout, PictureGrid(1, 4, WHOLE), "drawing") == ["", "", "cat", "cat"]
    padded = PictureGrid(4, 2, Box(0.0, -0.5, 1.0, 2.0))
    assert shown(layout, padded, "drawing") == ["", "", "", "dog", "", "cat", "", ""]
    assert shown(layout, PictureGrid(2, 1, Box(0.6, 0.0, 0.2, 1.0)), "drawing") == ["dog", "cat"]
