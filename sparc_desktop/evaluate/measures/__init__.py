"""What captions are worth: every score with its definition, from rows of one picture each to tables with intervals.

`measure` makes the row of a caption of the world, whose truth is known (`Told`); `prose` has rows for captions of real
pictures. `table` sums rows up, `differences` compares two methods on the same pictures, `refusals` says how often the
model answers or refuses wrongly. `CATALOGUE` says of each score what it is and which way is better.
"""

from sparc_desktop.evaluate.measures.bootstrap import differences, table
from sparc_desktop.evaluate.measures.catalogue import CATALOGUE, Definition
from sparc_desktop.evaluate.measures.refusal import refusals, wilson
from sparc_desktop.evaluate.measures.score import Row, Score
from sparc_desktop.evaluate.measures.told import GROUPS, Told, group
from sparc_desktop.evaluate.measures.world import measure

__all__ = [
    "CATALOGUE", "GROUPS", "Definition", "Row", "Score", "Told", "differences", "group", "measure", "refusals",
    "table", "wilson",
]  # fmt: skip
