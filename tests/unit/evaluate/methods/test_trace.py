"""Shares of what is read, whether or not a boosted row of attention adds up to 1."""

import torch

from sparc_desktop.evaluate.methods import Trace


def test_what_is_read_by_hand():
    """0.6 of words; 0.1 and 0.3 of image, doubled and as it was: 1.1 in all."""
    attention, gain = torch.tensor([[[0.1, 0.3]]]), torch.tensor([[[2.0, 1.0]]])
    trace = Trace(attention, gain, torch.zeros(1, 1, 2, dtype=torch.bool))
    torch.testing.assert_close(trace.read, torch.tensor([[[0.2, 0.3]]]) / 1.1)
