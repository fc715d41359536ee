"""What can be asked for has its limits."""

import pytest

from sparc_desktop.domain.capture import Capture
from sparc_desktop.domain.request import MAX_QUESTION, MAX_WORDS, Request

PICTURE = Capture("x", b"")


@pytest.mark.parametrize(
    "wishes",
    [
        {"max_words": 0},
        {"max_words": MAX_WORDS + 1},
        {"question": ""},
        {"question": "x" * (MAX_QUESTION + 1)},
        {"prompt": ""},
        {"prompt": "x" * (MAX_QUESTION + 1)},
        {"length": "endless"},
        {"language": "program"},
    ],
)
def test_what_is_out_of_its_limits(wishes: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=next(iter(wishes))):
        Request(1, PICTURE, **wishes)  # type: ignore[arg-type]


def test_the_limits_themselves() -> None:
    longest = "x" * MAX_QUESTION
    request = Request(1, PICTURE, MAX_WORDS, True, longest, "everything", "zh_CN", longest)
    assert request.prompt == request.question == longest
