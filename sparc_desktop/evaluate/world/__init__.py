"""A world with known truth: drawings and screens that the program makes itself, so that captions need no judge.

`drawing` and `screen` make pictures with their truth (`facts`), `telling` writes captions of it and reads what a
caption claims (`claim`), in the words of `vocabulary`; `foreign_pictures` are not of the world.
"""
