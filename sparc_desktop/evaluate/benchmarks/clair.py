"""CLAIR (arXiv 2310.12971): a language model says how likely a caption and the references are of the same picture.

It is asked for a number from 0 to 100 and the reason, as JSON. The paper's score is that number / 100, the mean over
the pictures; papers on long captions print it times 100, as is done here. A score depends on the model that judges, so
only scores by the same judge can be compared. The wording is our own, so they are comparable with published ones only
in so far as the judge does not mind it.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

LONGEST_REASON = 2000  # characters that are kept of it
_SCORE = re.compile(r'"?score"?\s*[:=]\s*"?(\d+(?:\.\d+)?)', re.IGNORECASE)

_QUESTION = """Two people have each been shown a picture, and have described what they saw. You see their words alone.

Description A:
{candidate}

Description B, in one or more versions:
{references}

How likely is it that A and B were written about the same picture? Judge on a fine scale from 0 (certainly not) to 100 \
(certainly). Answer with one JSON object and nothing else: its key "score" holds the number, its key "reason" holds a \
sentence that says why."""


@dataclass(frozen=True, slots=True)
class Rating:
    """A judge's answer: 0 to 100, and why."""

    score: float
    reason: str


def question(candidate: str, references: Sequence[str]) -> str:
    """What the judge is asked."""
    listed = "\n".join(f"- {reference}" for reference in references)
    return _QUESTION.format(candidate=f"- {candidate}", references=listed)


def rating(untrusted_answer: str) -> Rating | None:
    """What the judge has answered, also where it has put words around the JSON; None where there is no score in it."""
    for start in (found.start() for found in re.finditer(r"\{", untrusted_answer)):
        try:
            answer, _ = json.JSONDecoder().raw_decode(untrusted_answer, start)
        except (ValueError, RecursionError):
            continue
        if isinstance(answer, dict) and (score := _number(answer.get("score"))) is not None:
            return Rating(score, str(answer.get("reason", ""))[:LONGEST_REASON])
    found = _SCORE.search(untrusted_answer)
    score = _number(found[1]) if found else None
    return None if score is None else Rating(score, untrusted_answer[:LONGEST_REASON])


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if 0 <= number <= 100 else None
