"""The command line answers before anything is set up."""

import subprocess
import sys
from pathlib import Path

import pytest

COMMANDS = [[], ["run"], ["demo"], ["migrate"], ["doctor"], ["check"], ["faults"], ["invite", "practitioner"]]


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
    heavy = "{'aiogram', 'sqlalchemy', 'alembic', 'aiohttp', 'rich', 'cryptography'}"
    program = f"import sys, alongside.cli; print(*sorted({heavy} & sys.modules.keys()))"
    command = [sys.executable, "-c", program]
    seen = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert seen.stdout.strip() == ""


def test_an_unknown_command_is_refused(tmp_path: Path) -> None:
    """A slip of the finger gets a sentence on stderr, exit code 2 and no traceback."""
    seen = alongside(tmp_path, "chekc")
    assert seen.returncode == 2
    assert "chekc" in seen.stderr
    assert "Traceback" not in seen.stderr
