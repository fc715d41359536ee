"""A picture of the screen under Wayland, through the real portal: sway without a screen shows a known picture."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sparc_desktop.capture.label import with_size
from sparc_desktop.domain.capture import Capture
from tests.contract.screen_capture_contract import SIZE, decoded, painting, same
from tests.support.sway import Sway, missing

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"Wayland needs {', '.join(missing())}")
SCRIPT = """
from pathlib import Path
from sparc_desktop.capture.select import choose_screen
from sparc_desktop.domain.target import WholeScreen
screen = choose_screen()
capture = screen.capture(WholeScreen())
Path("captured.png").write_bytes(capture.untrusted_data)
print(screen.name, capture.label)
"""


@pytest.fixture
def sway(tmp_path: Path) -> Iterator[Sway]:
    painting(*SIZE).save(tmp_path / "picture.png")
    with Sway(tmp_path / "picture.png") as sway:
        yield sway


def test_the_screen_is_captured_through_the_portal(sway: Sway) -> None:
    assert sway.run(sys.executable, "-c", SCRIPT).strip() == with_size("portal Screen", *SIZE)
    capture = Capture("", (sway.home / "captured.png").read_bytes())
    assert same(decoded(capture), painting(*SIZE))
    assert not Path("/tmp/out.png").exists()  # where the portal for sway puts it
