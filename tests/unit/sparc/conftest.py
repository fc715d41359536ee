"""The same ground for all: one thread, as matrices this small are slower on two, and the stock kernel."""

from collections.abc import Iterator

import pytest
import torch

from sparc_desktop.sparc import use_open_attention


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    use_open_attention(False)  # an engine in another test may have switched it on
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)
