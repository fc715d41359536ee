"""The set-up script on machines that lack something: it stops with one sentence that says what, and what to do."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ("awk", "bash", "cat", "comm", "dirname", "echo", "grep", "mkdir", "sha256sum", "sort", "xargs")

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the script is for Linux")


class Machine:
    """A checkout without .venv on a machine that has the shell's tools and the programs it is given."""

    def __init__(self, folder: Path) -> None:
        self.checkout, self.bin = folder / "checkout", folder / "bin"
        shutil.copytree(ROOT / "scripts", self.checkout / "scripts")
        for name in ("constraints.txt", "pyproject.toml"):
            shutil.copy(ROOT / name, self.checkout)
        self.bin.mkdir()
        for tool in TOOLS:
            (self.bin / tool).symlink_to(shutil.which(tool) or pytest.skip(f"no {tool}"))
        self.has("df", "echo header; echo / 1 1 99999999 1% /")
        self.has("id", "echo 0")

    def has(self, program: str, does: str = "exit 0") -> None:
        """Add a program that does this, in shell."""
        (self.bin / program).write_text(f"#!{shutil.which('bash')}\n{does}\n")
        (self.bin / program).chmod(0o755)

    def set_up(self, level: str = "runtime", **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", self.checkout / "scripts/setup.sh", level],
            env={"PATH": str(self.bin), **environment},
            text=True,
            capture_output=True,
            check=False,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def reason(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    return done.stderr


def test_without_apt_it_names_what_to_install_by_hand(machine: Machine) -> None:
    assert "neither Debian nor Ubuntu; install these packages by hand" in (told := reason(machine.set_up()))
    assert "espeak-ng" in told
    assert "SKIP_APT=1" in told
    assert "xvfb" not in told


def test_only_the_tests_need_a_screen_of_their_own(machine: Machine) -> None:
    assert "xvfb" in reason(machine.set_up("dev"))


def test_without_root_or_sudo(machine: Machine) -> None:
    machine.has("apt-get")
    machine.has("id", "echo 1000")
    assert "needs root or sudo" in reason(machine.set_up())


def test_a_user_whom_sudo_refuses(machine: Machine) -> None:
    machine.has("apt-get")
    machine.has("id", "echo 1000")
    machine.has("sudo", "exit 1")
    assert "sudo refused" in reason(machine.set_up())


@pytest.mark.parametrize(
    ("says", "told"),
    [
        ("Temporary failure resolving 'server'", "check the network"),
        ("E: You don't have enough free space in /var/cache/apt/archives/.", "the disk is full"),
        ("dpkg: error processing package", "the end of out/setup.log says why"),
    ],
)
def test_when_apt_fails(machine: Machine, says: str, told: str) -> None:
    machine.has("apt-get", f'echo "{says}"; exit 100')
    machine.has("env", 'while [[ $1 == *=* ]]; do shift; done; "$@"')
    assert told in reason(machine.set_up())


def test_a_disk_that_is_too_small(machine: Machine) -> None:
    machine.has("df", "echo header; echo / 1 1 1000 1% /")
    assert "takes 4 GB" in reason(machine.set_up(SKIP_APT="1"))


def test_without_a_python_that_suits(machine: Machine) -> None:
    assert "no Python from 3.11 to 3.14" in reason(machine.set_up(SKIP_APT="1", PYTHON="false"))


def test_when_pip_finds_no_server(machine: Machine) -> None:
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9", "PIP_RETRIES": "1", "PIP_CONFIG_FILE": os.devnull}
    done = machine.set_up(SKIP_APT="1", PYTHON=sys.executable, **nowhere)
    assert "no package server answers; check the network" in reason(done)
    assert done.stdout.splitlines()[-1].startswith("set-up: Installing torch")


def test_a_second_run_installs_nothing_until_a_version_changes(machine: Machine) -> None:
    python = machine.checkout / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    (python.parent / "activate").write_text(f"VIRTUAL_ENV={machine.checkout}/.venv")
    machine.has("python", f'[[ "$*" == *install* ]] && echo "$*" >>{machine.checkout}/installed; exit 0')
    python.symlink_to(machine.bin / "python")
    counts = []
    for change in ("", "", "# changed"):
        with (machine.checkout / "constraints.txt").open("a") as constraints:
            constraints.write(change)
        assert machine.set_up(SKIP_APT="1").returncode == 0
        counts.append(len((machine.checkout / "installed").read_text().splitlines()))
    assert counts == [2, 2, 4]
    first = (machine.checkout / "installed").read_text().splitlines()[0]
    assert "-c constraints.txt torch" in first  # so that what follows brings no other build of it
