"""Text in which no synthesizer finds anything but words.

A description may hold text read from a picture, and so anything. espeak-ng takes a control code as a command and double
brackets as phonemes, macOS takes double brackets as commands, and a NUL ends the sentence for a C library.
"""


def harmless(text: str) -> str:
    """The same words, without control codes, double brackets, and what can't be written as UTF-8."""
    visible = "".join(char if char.isprintable() else " " for char in text)
    while "[[" in visible:
        visible = visible.replace("[[", "[ [")
    return visible.encode(errors="replace").decode()
