"""The command line answers before anything is set up."""

import subprocess
import sys
from pathlib import Path

import pytest

DRAWING = {"matplotlib", "numpy", "PIL"}
COMMANDS = [
    [],
    ["run"],
    ["demo"],
    ["migrate"],
    ["doctor"],
    ["check"],
    ["faults"],
    ["invite", "practitioner"],
    ["restore"],
    ["drill"],
    ["keys", "rotate"],
    ["erase"],
    ["export", "person"],
]


def alongside(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Runs the command in an empty folder without any setting."""
    command = [sys.executable, "-m", "alongside", *words]
    return subprocess.run(command, cwd=folder, env={"COLUMNS": "100"}, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_help_needs_no_setting_and_makes_nothing(tmp_path: Path, words: list[str]) -> None:
    """--help explains each command, and leaves no file behind."""
    seen = alongside(tmp_path, *words, "--help")
    assert seen.returncode == 0, seen.stderr
    assert seen.stdout.startswith("Usage:")
    assert seen.stderr == ""
    assert not list(tmp_path.iterdir())


def test_help_brings_no_heavy_library_along(tmp_path: Path) -> None:
    """What takes seconds to import is not imported to show a page of help."""
    heavy = {"aiogram", "sqlalchemy", "alembic", "aiohttp", "rich", "cryptography", *DRAWING}
    assert brought(tmp_path, "alongside.cli") & heavy == set()


def test_nothing_draws_before_there_is_a_picture(tmp_path: Path) -> None:
    """The whole service stands without the library that draws: it comes with the first picture."""
    assert brought(tmp_path, "alongside.house, bot.sending.in_flight") & DRAWING == set()
    assert brought(tmp_path, "bot.kit.paint") >= DRAWING


def brought(folder: Path, modules: str) -> set[str]:
    """What a fresh Python has imported once it imported these modules."""
    command = [sys.executable, "-c", f"import sys, {modules}; print(*sys.modules)"]
    return set(subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout.split())


def test_an_unknown_command_is_refused(tmp_path: Path) -> None:
    """A slip of the finger gets a sentence on stderr, exit code 2 and no traceback."""
    seen = alongside(tmp_path, "chekc")
    assert seen.returncode == 2
    assert "chekc" in seen.stderr
    assert "Traceback" not in seen.stderr
