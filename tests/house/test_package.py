"""What is built for others holds everything the service needs."""

import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from tests.tree import FLOORS, ROOT, tracked

TRAP = "raise ImportError('the {} of somebody else was taken for ours')"


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
        assert {_in_wheel(name) for name in tracked(*FLOORS)} - set(wheel.namelist()) == set()


def _in_wheel(name: str) -> str:
    return name if name.startswith("alongside/") else f"alongside/floors/{name}"


def test_the_wheel_brings_the_command_and_no_tests(built: Path) -> None:
    """One command, one package and the licence; nothing else lands among other people's packages."""
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        names = wheel.namelist()
        points = next(name for name in names if name.endswith("entry_points.txt"))
        assert "alongside = alongside.cli:main" in wheel.read(points).decode()
    assert {name.partition("/")[0] for name in names if ".dist-info/" not in name} == {"alongside"}
    assert any(name.endswith("licenses/LICENSE") for name in names)


@pytest.fixture
def installed(built: Path, tmp_path: Path) -> Path:
    """The Python of a fresh environment that has the wheel, and beside it distributions with the floors' names."""
    venv.create(tmp_path / "env", symlinks=True)
    place = next((tmp_path / "env").glob("lib/python*/site-packages"))
    for floor in ("db", "simulator", "trials", "bot"):
        (place / f"{floor}.py").write_text(TRAP.format(floor))
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        wheel.extractall(place)
    libraries = Path(sysconfig.get_path("purelib"))
    (place / "libraries.pth").write_text(f"{libraries}\n")  # without what makes this checkout importable there
    return tmp_path / "env" / "bin" / "python"


def test_other_peoples_names_are_not_taken_for_ours(installed: Path, tmp_path: Path) -> None:
    """The installed command and `python -m alongside` work in a folder with a db.py, and beside distributions called as
    our floors are."""
    folder = tmp_path / "work"
    folder.mkdir()
    for floor in ("db", "simulator", "trials", "care", "jobs", "programme"):
        (folder / f"{floor}.py").write_text(TRAP.format(floor))
    for way in (["-c", "from alongside.cli import main; main()"], ["-m", "alongside"]):
        words = [*way, "trial", "operator", "--only", "Nothing"]
        done = subprocess.run([installed, *words], cwd=folder, capture_output=True, text=True, check=False)
        assert done.stdout.startswith("The trials:"), done.stderr


def test_the_source_archive_can_be_tested(built: Path) -> None:
    """Whoever gets the source gets the tests, the pins and the two commands with it."""
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"script/run", "script/test", "requirements.txt", "tests/conftest.py", "LICENSE", "README.md"} <= names
