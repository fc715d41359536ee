"""A map of values as shares of the nine parts of a picture."""

import pytest

from sparc_desktop.domain.places import WHOLE, Box, HeatMap, outstanding, parts


def one_cell(rows: int, columns: int, row: int, column: int, box: Box = WHOLE) -> HeatMap:
    return HeatMap(tuple(tuple(float((y, x) == (row, column)) for x in range(columns)) for y in range(rows)), box)


@pytest.mark.parametrize("row", range(3))
@pytest.mark.parametrize("column", range(3))
def test_each_of_nine_cells_is_its_own_part(row: int, column: int) -> None:
    (part,) = outstanding(one_cell(3, 3, row, column))
    assert (part.row, part.column, part.share) == (row, column, pytest.approx(1))


def test_a_cell_across_a_border_counts_by_its_area() -> None:
    # The fourth of ten columns is 0.3 to 0.4: a third of it left of 1/3.
    first, second = outstanding(one_cell(10, 10, 0, 3))
    assert (first.column, first.share) == (1, pytest.approx(2 / 3))
    assert (second.column, second.share) == (0, pytest.approx(1 / 3))


def test_the_shares_add_up_to_one() -> None:
    heat = HeatMap(((0.1, 0.5, 0.0, 0.2), (0.3, 0.0, 0.7, 0.1)), WHOLE)
    assert sum(part.share for part in parts(heat)) == pytest.approx(1)


def test_a_crop_is_put_where_it_was() -> None:
    # The right half of the picture: its upper left cell is at the top, right of the middle.
    (part,) = outstanding(one_cell(4, 4, 0, 3, Box(0.5, 0.0, 0.5, 1.0)))
    assert (part.row, part.column) == (0, 2)


def test_what_a_model_saw_beside_the_picture_counts_nowhere() -> None:
    padded = Box(-0.5, 0.0, 2.0, 1.0)  # as much padding at the sides as there is picture
    assert outstanding(one_cell(4, 4, 1, 0, padded)) == []
    rows = ((9.0, 0.0, 1.0, 9.0), (0.0,) * 4, (0.0,) * 4, (0.0,) * 4)
    assert outstanding(HeatMap(rows, padded))[0].column == 2


@pytest.mark.parametrize(
    "heat",
    [
        pytest.param(HeatMap(((1.0,) * 10,) * 10, WHOLE), id="even"),
        pytest.param(HeatMap(((0.0,) * 3,) * 3, WHOLE), id="nothing"),
        pytest.param(HeatMap(((1.0, 0.0), (0.0, 0.0)), WHOLE, weight=0.01), id="chance"),
        pytest.param(HeatMap(((2.0, 1.0, 1.0), (1.0, 1.0, 2.0), (2.0, 1.0, 1.0)), WHOLE), id="a little uneven"),
    ],
)
def test_what_is_spread_names_no_part(heat: HeatMap) -> None:
    assert outstanding(heat) == []


def test_a_weak_second_part_is_not_named() -> None:
    assert len(outstanding(HeatMap(((0.9, 0.1, 0.0), (0.0,) * 3, (0.0,) * 3), WHOLE))) == 1
    assert len(outstanding(HeatMap(((0.8, 0.2, 0.0), (0.0,) * 3, (0.0,) * 3), WHOLE))) == 2
