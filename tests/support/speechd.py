"""A speech-dispatcher for tests: its real socket and protocol, but what is to be spoken is written down.

It answers as speech-dispatcher 0.11 does, checked against that: one message at a time, each of a later client waits for
those before it, BEGIN and END (or CANCELED) are told to the client of a message. A word takes a while, as in speech.
The beginning and the end of each message are lines of JSON on standard output: its client, its priority, its text
without marks, and "begun", or "said": whether to its end. Killing this process is killing the daemon.

    python -m tests.support.speechd [--word SECONDS]
"""

import argparse
import json
import os
import re
import signal
import socketserver
import sys
import threading
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from tests.support.desktop import Lines, until

SET = {
    "CLIENT_NAME": "208 OK CLIENT NAME SET",
    "PRIORITY": "202 OK PRIORITY SET",
    "LANGUAGE": "201 OK LANGUAGE SET",
    "RATE": "203 OK RATE SET",
    "PITCH": "204 OK PITCH SET",
    "PITCH_RANGE": "263 OK PITCH RANGE SET",
    "PUNCTUATION": "205 OK PUNCTUATION SET",
    "CAP_LET_RECOGN": "206 OK CAP LET RECOGNITION SET",
    "SPELLING": "207 OK SPELLING SET",
    "VOICE_TYPE": "209 OK VOICE SET",
    "SYNTHESIS_VOICE": "209 OK VOICE SET",
    "OUTPUT_MODULE": "216 OK OUTPUT MODULE SET",
    "VOLUME": "218 OK VOLUME SET",
    "SSML_MODE": "219 OK SSML MODE SET",
    "NOTIFICATION": "220 OK NOTIFICATION SET",
}
LISTS = {
    "OUTPUT_MODULES": ["250-espeak-ng", "250 OK MODULE LIST SENT"],
    "VOICES": ["249-MALE1", "249 OK VOICE LIST SENT"],
    "SYNTHESIS_VOICES": ["249-English\ten\tnone", "249 OK VOICE LIST SENT"],
}
ANSWERS = {"STOP": "210 OK STOPPED", "PAUSE": "211 OK PAUSED", "RESUME": "212 OK RESUMED", "CANCEL": "213 OK CANCELED"}
CLIENT = "sparc-desktop"
MARK = re.compile(r"<[^>]*>")


@dataclass(eq=False)
class Utterance:
    """One message of a client, from its arrival to its end."""

    number: int
    client: "Client"
    text: str
    gone: threading.Event = field(default_factory=threading.Event)


class Server(socketserver.ThreadingUnixStreamServer):
    """Speaks the messages one after the other."""

    daemon_threads = True

    def __init__(self, path: Path, word: float) -> None:
        super().__init__(str(path), Client)
        self._word = word
        self._changed = threading.Condition()
        self._waiting: deque[Utterance] = deque()
        self._numbers = 0
        threading.Thread(target=self._speak, daemon=True).start()

    def queue(self, client: "Client", text: str) -> int:
        with self._changed:
            self._numbers += 1
            self._waiting.append(Utterance(self._numbers, client, text))
            self._changed.notify()
            return self._numbers

    def cancel(self, client: "Client | None") -> None:
        """Drop the messages of a client, or of all: what is being said ends by itself, what waits ends here."""
        with self._changed:
            dropped = [each for each in self._waiting if client in (None, each.client)]
            for each in dropped:
                each.gone.set()
                if each in self._waiting and each is not self._waiting[0]:
                    self._waiting.remove(each)
                    self._end(each, said=False)

    def _speak(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting)
                utterance = self._waiting[0]
            said = self._say(utterance)
            with self._changed:
                self._waiting.popleft()
            self._end(utterance, said)

    def _end(self, utterance: Utterance, said: bool) -> None:
        self._write(utterance, said=said)
        utterance.client.tell(utterance, "702" if said else "703", "END" if said else "CANCELED")

    @staticmethod
    def _write(utterance: Utterance, **fate: bool) -> None:
        client = utterance.client
        line = {"client": client.name, "priority": client.priority, "language": client.language}
        line |= {"rate": client.rate, "text": utterance.text, **fate}
        print(json.dumps(line, ensure_ascii=False), flush=True)

    def _say(self, utterance: Utterance) -> bool:
        if not utterance.gone.is_set():
            self._write(utterance, begun=True)
            utterance.client.tell(utterance, "701", "BEGIN")
        return not any(utterance.gone.wait(self._word) for _ in utterance.text.split())


class Client(socketserver.StreamRequestHandler):
    """One connection."""

    name = priority = language = rate = ""

    def setup(self) -> None:
        super().setup()
        self._sending = threading.Lock()
        self.priority = "text"
        self.language = "en-GB"

    def handle(self) -> None:
        for line in self.rfile:
            command = line.decode().strip()
            match command.upper().split():
                case ["QUIT"]:
                    self._answer("231 HAPPY HACKING")
                    return
                case ["SPEAK" | "CHAR" | "KEY" | "SOUND_ICON" as kind, *_]:
                    self._queue(kind, command)
                case ["SET", _, name, *_]:
                    self._set(name, command)
                case ["CANCEL" | "STOP" as kind, whose, *_]:
                    self._server.cancel(self if whose == "SELF" else None)
                    self._answer(ANSWERS[kind])
                case [name, *_] if name in ANSWERS:
                    self._answer(ANSWERS[name])
                case ["LIST", name, *_] if name in LISTS:
                    self._answer(*LISTS[name])
                case ["HISTORY", *_]:
                    self._answer("245-1", "245 OK CLIENT ID SENT")
                case ["GET", "LANGUAGE"]:
                    self._answer(f"251-{self.language}", "251 OK GET RETURNED")
                case ["GET", *_]:
                    self._answer("251-0", "251 OK GET RETURNED")
                case _:
                    self._answer("500 ERR INVALID COMMAND")

    def tell(self, utterance: Utterance, code: str, event: str) -> None:
        """What has become of a message."""
        self._answer(f"{code}-{utterance.number}", f"{code}-1", f"{code} {event}")

    @property
    def _server(self) -> Server:
        return cast(Server, self.server)

    def _queue(self, kind: str, command: str) -> None:
        text = command.partition(" ")[2]
        if kind == "SPEAK":
            self._answer("230 OK RECEIVING DATA")
            lines = iter(self.rfile.readline, b".\r\n")
            text = " ".join(line.decode().strip("\r\n").removeprefix(".") for line in lines if line)
        number = self._server.queue(self, MARK.sub("", text).strip())
        self._answer(f"225-{number}", "225 OK MESSAGE QUEUED")

    def _set(self, name: str, command: str) -> None:
        value = command.split(maxsplit=3)[3]
        if name == "CLIENT_NAME":
            self.name = value.split(":")[1]
        elif name == "PRIORITY":
            self.priority = value.lower()
        elif name == "RATE":
            self.rate = value
        elif name == "LANGUAGE":
            self.language = value
        self._answer(SET[name])

    def _answer(self, *lines: str) -> None:
        try:
            with self._sending:
                self.wfile.write("".join(f"{line}\r\n" for line in lines).encode())
        except OSError:  # the client has gone
            self._server.cancel(self)


def socket_path() -> Path:
    """Where clients look for it."""
    return Path(os.environ["XDG_RUNTIME_DIR"], "speech-dispatcher", "speechd.sock")


class Daemon:
    """A recorder that runs in a process of its own, for the programs of an environment."""

    def __init__(self, environment: dict[str, str], *arguments: str) -> None:
        command = [sys.executable, "-m", "tests.support.speechd", *arguments]
        self._program = Lines(command, environment)
        until(lambda: self._program.lines, "the speech daemon")

    def lines(self) -> list[dict[str, Any]]:
        """What it has written down so far."""
        return [json.loads(line) for line in self._program.lines[1:]]

    def said(self, client: str = CLIENT) -> list[str]:
        """What was said to its end for a client."""
        return [line["text"] for line in self.lines() if line["client"] == client and line.get("said")]

    def is_speaking(self, client: str = CLIENT) -> bool:
        """Is a message of the client begun and not at its end?"""
        fates = ["begun" in line for line in self.lines() if line["client"] == client]
        return bool(fates) and fates[-1]

    def hang(self) -> None:
        """Answer nobody any more; only `kill` ends it."""
        self._program.process.send_signal(signal.SIGSTOP)

    def kill(self) -> None:
        """Gone, in the middle of a word."""
        self._program.process.kill()
        self._program.end()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--word", type=float, default=0.03, help="seconds that a word takes")
    options = parser.parse_args()
    path = socket_path()
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    with Server(path, options.word) as server:
        print(json.dumps({"listening": str(path)}), flush=True)
        server.serve_forever()


if __name__ == "__main__":
    sys.exit(main())
