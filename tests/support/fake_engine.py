"""An engine without a model: the real protocol over real pipes, a given text, and faults to order.

What it does with a picture is in the picture's label: "crash", "hang", "deaf" (doesn't stop when asked), "nonsense",
"noise" (on stderr), "slow" (long before the first word); anything else is described with the text. Like the real one it
refuses what is no picture, stops within a word, and ends when its standard input does. Of a short length it writes as
many sentences as the real one; to a request for Chinese it writes Chinese, and a prompt or a question it says again.

    python -m tests.support.fake_engine [--text TEXT] [--delay SECONDS] [--load SECONDS] [--slow SECONDS]
                                        [--refuse-model] [--die] [--only-describes-in-english] [--model FOLDER]
"""

import argparse
import os
import queue
import signal
import sys
import threading
import time

from sparc_desktop.domain.events import Cancelled, Event, Failed, Finished, Loading, Ready, Started, TextDelta
from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.domain.words import count_words
from sparc_desktop.engine.first_sentences import FirstSentences
from sparc_desktop.engine.prompts import SENTENCES
from sparc_desktop.engine.protocol import Cancel, Describe, FrameReader, pack_event, parse_command

TEXT = (
    "This is a simple drawing of two things on a white background. On the left side there is a large swan. "
    "On the right side is a small tractor. Nothing else is drawn."
)
CHINESE = "这是一幅简单的图画。 左边有一只大天鹅。 右边有一台小拖拉机。 没有别的东西。"
SIGNATURES = (b"\x89PNG", b"\xff\xd8", b"GIF8", b"RIFF", b"BM", b"II*\0", b"MM\0*")


class FakeEngine:
    """One thread reads commands, the other one, the main thread, works them off."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        self._waiting: queue.Queue[tuple[Describe, bytes] | None] = queue.Queue()
        self._cancelled: set[int] = set()

    def run(self) -> None:
        """Until standard input ends."""
        if self._options.die:
            os._exit(3)
        if self._options.refuse_model or "broken" in self._options.model:
            self._send(Failed(None, Failure(Code.MODEL_MISSING, {"path": self._options.model})))
            return
        threading.Thread(target=self._listen, daemon=True).start()
        for step in range(5):
            self._send(Loading(step / 4))
            time.sleep(self._options.load / 5)
        is_simple = self._options.only_describes_in_english
        self._send(Ready("fake", ("en",), answers=False) if is_simple else Ready("fake"))
        while (job := self._waiting.get()) is not None:
            self._describe(*job)

    def _listen(self) -> None:
        reader = FrameReader()
        while data := os.read(0, 65536):
            for header, payload in reader.feed(data):
                match parse_command(header):
                    case Cancel(request=request):
                        self._cancelled.add(request)
                    case Describe() as command:
                        self._waiting.put((command, payload))
        os._exit(0)

    def _describe(self, command: Describe, picture: bytes) -> None:
        if not picture.startswith(SIGNATURES):
            failure = Failure(Code.IMAGE_NOT_RECOGNISED, {"label": command.label})
            self._send(Failed(command.request, failure))
            return
        if self._options.only_describes_in_english and (command.question or command.prompt):
            code = Code.QUESTION_UNANSWERABLE if command.question else Code.PROMPT_UNANSWERABLE
            self._send(Failed(command.request, Failure(code, {"label": "fake"})))
            return
        self._send(Started(command.request, "" if command.question else command.label))
        if "slow" in command.label:
            time.sleep(self._options.slow)
        whole = self._whole(command)
        words = [f"{word} " for word in whole.split()][: command.max_words]
        for number, word in enumerate(words):
            if number == 5:
                self._misbehave(command.label)
            if command.request in self._cancelled and "deaf" not in command.label:
                self._send(Cancelled(command.request))
                return
            self._send(TextDelta(command.request, word))
            time.sleep(self._options.delay)
        text = "".join(words)
        truncated = len(words) < len(whole.split())
        self._send(Finished(command.request, text, count_words(text), 0.5, command.sparc, truncated))

    def _whole(self, command: Describe) -> str:
        if command.question:
            return f"You asked: {command.question}"
        if command.prompt:
            return f"You wished: {command.prompt}"
        is_chinese = command.language == "zh_CN" and not self._options.only_describes_in_english
        text = CHINESE if is_chinese else self._options.text
        count = SENTENCES.get(command.length)
        return text if count is None else FirstSentences(count).feed(f"{text} ")

    def _misbehave(self, label: str) -> None:
        if "crash" in label:
            os.abort()
        if "nonsense" in label:
            os.write(1, b"Traceback (most recent call last):\n")
            time.sleep(60)
        if "hang" in label or "deaf" in label:
            signal.signal(signal.SIGTERM, signal.SIG_IGN if "deaf" in label else signal.SIG_DFL)
            time.sleep(60)
        if "noise" in label:
            os.write(2, b"a library \xff complains\n" * 10)

    @staticmethod
    def _send(event: Event) -> None:
        os.write(1, pack_event(event))


def main() -> None:
    """Parse and run."""
    options = argparse.ArgumentParser()
    options.add_argument("--text", default=TEXT)
    options.add_argument("--delay", type=float, default=0.0, help="seconds between two words")
    options.add_argument("--load", type=float, default=0.0, help="seconds to load the model")
    options.add_argument("--slow", type=float, default=60.0, help="seconds before the first word, if slow")
    options.add_argument("--only-describes-in-english", action="store_true", help="like the built-in model")
    options.add_argument("--refuse-model", action="store_true")
    options.add_argument("--model", default="/nowhere", help="with “broken” in it, it is refused")
    options.add_argument("--die", action="store_true", help="end before saying anything")
    FakeEngine(options.parse_args(sys.argv[1:])).run()


if __name__ == "__main__":
    main()
