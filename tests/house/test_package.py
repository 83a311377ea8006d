"""What is built for others holds everything the service needs."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.tree import FLOORS, ROOT, tracked


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source archive of this project and the wheel made out of that archive."""
    folder = tmp_path_factory.mktemp("built")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_the_wheel_holds_every_file_of_every_floor(built: Path) -> None:
    """Texts, pages and migrations are in the wheel, beside the code."""
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        assert set(tracked(*FLOORS)) - set(wheel.namelist()) == set()


def test_the_wheel_brings_the_command_and_no_tests(built: Path) -> None:
    """One command, our packages and the licence; nothing else lands among other people's packages."""
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        names = wheel.namelist()
        points = next(name for name in names if name.endswith("entry_points.txt"))
        assert "alongside = alongside.cli:main" in wheel.read(points).decode()
    assert {name.partition("/")[0] for name in names if ".dist-info/" not in name} == set(FLOORS)
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_source_archive_can_be_tested(built: Path) -> None:
    """Whoever gets the source gets the tests, the pins and the two commands with it."""
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"script/run", "script/test", "requirements.txt", "tests/conftest.py", "LICENSE", "README.md"} <= names
