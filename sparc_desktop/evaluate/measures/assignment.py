"""The best way to pair the members of two groups one to one: the assignment problem.

The Hungarian method in the form with shortest augmenting paths and potentials (Kuhn, 1955; Jonker and Volgenant, 1987),
O(rows^2 columns): groups here have tens of members, and no library for it is otherwise needed.
"""

from collections.abc import Sequence
from math import inf


def assign(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pairs (row, column) with the greatest sum of weights; every row is paired, or every column if they are fewer."""
    if not weights or not weights[0]:
        return []
    if len(weights) > len(weights[0]):
        return sorted((row, column) for column, row in assign([list(column) for column in zip(*weights, strict=True)]))
    row_prices = [0.0] * len(weights)
    column_prices = [0.0] * len(weights[0])
    row_of: list[int | None] = [None] * len(weights[0])
    for row in range(len(weights)):
        _add(row, weights, row_prices, column_prices, row_of)
    return sorted((row, column) for column, row in enumerate(row_of) if row is not None)


def _add(
    new: int,
    weights: Sequence[Sequence[float]],
    row_prices: list[float],
    column_prices: list[float],
    row_of: list[int | None],
) -> None:
    """Pair one more row, by the cheapest chain of changes of partners; a cost is a negative weight.

    Dijkstra's search over the costs less the prices, none of which is negative, from the new row to a free column.
    """
    distance = [inf] * len(row_of)
    before = [-1] * len(row_of)  # the column that the chain came from; -1 is the new row
    done: dict[int, float] = {}  # column: how far it is
    row, column, here = new, -1, 0.0
    while True:
        for other in range(len(row_of)):
            there = here - weights[row][other] - row_prices[row] - column_prices[other]
            if other not in done and there < distance[other]:
                distance[other], before[other] = there, column
        column = min((other for other in range(len(row_of)) if other not in done), key=distance.__getitem__)
        here = done[column] = distance[column]
        holder = row_of[column]
        if holder is None:
            break
        row = holder
    row_prices[new] += here
    for other, far in done.items():
        holder = row_of[other]
        if holder is not None:
            row_prices[holder] += here - far
        column_prices[other] += far - here
    while column >= 0:
        row_of[column] = row_of[before[column]] if before[column] >= 0 else new
        column = before[column]
