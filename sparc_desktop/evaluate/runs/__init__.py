"""Captions made for measuring: many pictures, described with many methods, into one file that can be gone on with.

`task` says what is wanted, `pictures` and `claims` what there is to know of the worlds, `chosen` names a method and its
settings. `describe` decodes a batch, `looking` sums up what the model looked at, `run` does it all and writes `row`s
into a `captions_file`; `judging` adds what a language model thinks of them. `evaluate.report` scores and shows them.
"""
