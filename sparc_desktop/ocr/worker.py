"""The process in which a picture's text is read: `python -m sparc_desktop.ocr.worker --data FOLDER --languages eng`.

The bytes of a picture come on standard input, one line of JSON (`{"text": ...}`) goes to standard output, and the
process ends. It is the lowest in rank, below the engine, and takes one thread, so that it never delays a description.
Where it fails it leaves no answer: the parent tells the user.
"""

import argparse
import json
import os
import sys
from pathlib import Path
from typing import BinaryIO

from sparc_desktop.domain.capture import MAX_BYTES, Capture
from sparc_desktop.domain.failure import Code, ExpectedError

NICENESS = 10  # the engine has 5
SECONDS = 60  # of processor time, also where the parent was killed and can't end it; 50,000 letters take 47
MEMORY = 4 * 1024**3  # bytes; the largest picture takes half of it
ENOUGH = 8192  # pixels a side: a photograph of a page stays legible


def main() -> None:
    """Serve one picture."""
    parser = argparse.ArgumentParser(description="The process that reads text in a picture; started by the program.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--languages", required=True)
    options = parser.parse_args()
    _bound()
    answers = _keep_stdout_clean()
    text = read(sys.stdin.buffer.read(MAX_BYTES + 1), options.data, options.languages)
    answers.write(json.dumps({"text": text}).encode() + b"\n")
    answers.flush()


def read(untrusted_image: bytes, data: Path, languages: str) -> str:
    """The text in it; none in what is no picture, or a blank one."""
    # Imported here, when the limits hold.
    from sparc_desktop.images import decode
    from sparc_desktop.ocr.layout import read_out
    from sparc_desktop.ocr.recognise import recognise, sized

    if len(untrusted_image) > MAX_BYTES:
        return ""
    try:
        image = decode(Capture("", untrusted_image), ENOUGH)
    except ExpectedError as error:
        if error.failure.code == Code.OUT_OF_MEMORY:
            raise
        return ""
    return read_out(recognise(sized(image), data, languages))


def _bound() -> None:
    os.environ["OMP_THREAD_LIMIT"] = "1"
    if sys.platform != "win32":  # there the parent has set the rank
        import resource

        os.nice(NICENESS)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a picture of the screen must not end up in a core file
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _keep_stdout_clean() -> BinaryIO:
    """The answer goes to a copy of stdout; what a library prints goes to stderr."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


if __name__ == "__main__":
    main()
