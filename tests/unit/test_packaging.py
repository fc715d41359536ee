"""What is installed: exact versions of everything, and a package that carries its pictures and its model."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import sparc_desktop

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LINES = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
CONSTRAINTS = [Requirement(line) for line in LINES if not line.startswith("#")]
PINNED = {canonicalize_name(pin.name): next(iter(pin.specifier)).version for pin in CONSTRAINTS}
EXTRAS = [line for lines in PROJECT["optional-dependencies"].values() for line in lines]


def test_every_constraint_is_one_exact_version() -> None:
    for pin in CONSTRAINTS:
        assert pin.url is None
        assert re.fullmatch(r"==[\w.]+", str(pin.specifier)), pin


@pytest.mark.parametrize("line", [*PROJECT["dependencies"], *EXTRAS])
def test_what_the_project_asks_for_is_pinned_within_its_range(line: str) -> None:
    wanted = Requirement(line)
    assert wanted.specifier.contains(PINNED[canonicalize_name(wanted.name)])


def test_no_package_server_is_named() -> None:
    for name in ("pyproject.toml", "constraints.txt", "Makefile", "scripts/setup.sh"):
        assert not re.search(r"https?://|--(extra-)?index-url|--find-links", (ROOT / name).read_text("utf-8")), name


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and the wheel that is made from it."""
    folder = tmp_path_factory.mktemp("built")
    build(ROOT, folder, "sdist")
    subprocess.run(["tar", "-xzf", next(folder.glob("*.tar.gz")), "-C", folder], check=True)
    build(folder / f"sparc_desktop-{sparc_desktop.__version__}", folder, "wheel")
    return folder


def build(source: Path, folder: Path, target: str) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(folder)]
    done = subprocess.run(command, cwd=source, text=True, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_wheel_carries_the_assets_and_the_model_but_not_its_recipe(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        names = wheel.namelist()
    assert any(re.fullmatch(r"sparc_desktop/bundled/assets/samples/.+\.png", name) for name in names)
    assert "sparc_desktop/bundled/assets/translations/zh_CN.ts" in names
    assert "sparc_desktop/bundled/assets/manual/zh_CN.html" in names
    assert "sparc_desktop/bundled/models/starter/config.json" in names
    assert any(re.fullmatch(r"sparc_desktop/bundled/models/starter/.+\.safetensors", name) for name in names)
    assert not [name for name in names if "recipe" in name or "tests" in name]


def test_the_installed_wheel_finds_what_it_carries(built: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        wheel.extractall(tmp_path)
    code = "from sparc_desktop import resources; print(resources.assets(), resources.starter_model(), sep='\\n')"
    found = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, text=True, capture_output=True, check=True)
    assert [Path(line) for line in found.stdout.splitlines()] == [
        tmp_path / "sparc_desktop/bundled/assets",
        tmp_path / "sparc_desktop/bundled/models/starter",
    ]


def test_main_starts_what_the_installed_command_starts() -> None:
    module, function = PROJECT["scripts"]["sparc-desktop"].split(":")
    assert f"from {module} import {function}\n" in (ROOT / "main.py").read_text("utf-8")
