"""Words for the world: captions from `Facts`, in two languages and four lengths, and the claims of captions.

`write` says nothing that the facts don't; `read` understands all that `write` writes, and as much as it can of what a
model writes that has learned from it. `words` are all that captions are made of.
"""

from sparc_desktop.evaluate.world.telling.read import read
from sparc_desktop.evaluate.world.telling.words import words
from sparc_desktop.evaluate.world.telling.write import write

__all__ = ["read", "words", "write"]
