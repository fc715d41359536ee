"""Children that never were: what was started is written down, and the test says what each prints and when it ends."""

from collections.abc import Callable, Sequence

from sparc_desktop.services.models.telling import Told, told_json


class FakeChild:
    """One of them; it keeps the contract of `ui.child_process`: stopping ends it, and it ends once."""

    def __init__(self, command: Sequence[str], hear: Callable[[bytes], None], ended: Callable[[], None]) -> None:
        self.command, self._hear, self._ended = list(command), hear, ended
        self.is_stopped = False
        self._is_over = False

    def says(self, *lines: Told | bytes) -> None:
        for line in lines:
            assert not self._is_over
            self._hear(line if isinstance(line, bytes) else told_json(line).encode())

    def ends(self, *lines: Told | bytes) -> None:
        """After saying these."""
        self.says(*lines)
        self._is_over = True
        self._ended()

    def stop(self) -> None:
        if not self._is_over:
            self.is_stopped = True
            self.ends()


class FakeChildren:
    """`run` starts one."""

    def __init__(self) -> None:
        self.started: list[FakeChild] = []

    def run(
        self, command: Sequence[str], hear: Callable[[bytes], None], ended: Callable[[], None]
    ) -> Callable[[], None]:
        self.started.append(FakeChild(command, hear, ended))
        return self.started[-1].stop

    @property
    def last(self) -> FakeChild:
        return self.started[-1]
