"""The floors hold, and the contracts that say so can break."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.tree import FLOORS, ROOT

PLANTED = [
    ("bot", "import jobs", "bot -> jobs"),
    ("jobs", "import bot", "jobs -> bot"),
    ("db", "import care", "db -> care"),
    ("bot", "import simulator", "bot -> simulator"),
    ("care", "import alongside", "care -> alongside"),
    ("simulator", "import programme", "simulator -> programme"),
    ("trials", "import alongside.settings", "trials -> alongside.settings"),
    ("programme", "import asyncio", "programme -> asyncio"),
    ("jobs", "from aiogram import Bot", "jobs -> aiogram"),
    ("alongside", "import apscheduler", "alongside -> apscheduler"),
    ("care", "from sqlalchemy import select", "care -> sqlalchemy"),
    ("simulator", "import typer", "simulator -> typer"),
    ("bot/kit", "import db", "bot.kit -> db"),
]


@pytest.fixture(scope="module")
def bare_house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The floors without anything on them, under this project's own contracts."""
    house = tmp_path_factory.mktemp("house")
    for floor in FLOORS:
        (house / floor).mkdir()
        (house / floor / "__init__.py").touch()
    (house / "alongside" / "settings.py").touch()
    for part in reading_parts():
        (house / "bot" / part).mkdir()
        (house / "bot" / part / "__init__.py").touch()
    shutil.copy(ROOT / "pyproject.toml", house)
    return house


def reading_parts() -> list[str]:
    """The parts of `bot` that a contract names one by one."""
    rules = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    return [name.removeprefix("bot.") for rule in rules if rule["id"] == "reads" for name in rule["source_modules"]]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs import-linter over the floors in `folder`."""
    command = "import sys; from importlinter.cli import lint_imports_command as main; main(['--no-cache', '--no-logo'])"
    return subprocess.run([sys.executable, "-c", command], cwd=folder, capture_output=True, text=True, check=False)


def test_the_floors_hold() -> None:
    """No floor sees another that is not below it."""
    seen = lint(ROOT)
    assert seen.returncode == 0, seen.stdout + seen.stderr


@pytest.mark.parametrize(("floor", "line", "named"), PLANTED, ids=[named for *_, named in PLANTED])
def test_a_planted_import_breaks_a_contract(bare_house: Path, floor: str, line: str, named: str) -> None:
    """An import that goes up or sideways is found and named."""
    planted = bare_house / floor / "__init__.py"
    planted.write_text(line + "\n")
    seen = lint(bare_house)
    planted.write_text("")
    assert seen.returncode == 1
    assert named in re.sub(r"[\n ]+", " ", seen.stdout)


def test_an_empty_house_keeps_every_contract(bare_house: Path) -> None:
    """What breaks the contracts above is the planted line and nothing else."""
    seen = lint(bare_house)
    assert seen.returncode == 0, seen.stdout + seen.stderr


def test_the_programme_needs_the_standard_library_alone() -> None:
    """What the words mean can be read and run without any tool, but for rapidfuzz (docs/decisions/0021)."""
    allowed = sys.stdlib_module_names | {"programme", "rapidfuzz"}
    strangers = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in (ROOT / "programme").rglob("*.py")
        for name in imported(path)
        if name not in allowed
    }
    assert not strangers


def imported(path: Path) -> set[str]:
    """The top-level names that a file imports."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return {name.partition(".")[0] for name in names}
