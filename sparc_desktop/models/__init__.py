"""Larger models: which there are, what fits this computer, and how one comes onto the disk and off it again.

`catalogue` and `fit` choose. `hub` is where models come from and who may ask there; `repository` says what one consists
of; `download` brings it into the cache that all programs of the hub share, through `transfer`, which goes on where it
was cut off; `lock` says what is installed, `check` proves it, `removal` takes it away. Everything that fails on the way
is an ExpectedError, and nothing is offered that is not whole. No model's own code is ever fetched, let alone run.
"""
