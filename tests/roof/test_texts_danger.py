"""`alongside texts danger`: counts by label and kind, each line with its rule, and a line that is none."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from alongside.cli import app

LINES = "crisis\texplicit\tI want to die\nharmless\tpills\ttook my tablets\ncrisis\tgiving-up\twhat's the point\r\n\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Three lines of two labels."""
    path = tmp_path / "lines.tsv"
    path.write_text(LINES, "utf-8")
    return path


def run(*arguments: object) -> tuple[int, str, str]:
    """Exit code, what is printed, and what is said of trouble."""
    ended = CliRunner().invoke(app, ["texts", "danger", *map(str, arguments)])
    return ended.exit_code, ended.stdout, ended.stderr


def test_counts(file: Path) -> None:
    """As JSON a list of counts for each label and kind; for people a table."""
    code, out, _ = run(file, "--json")
    assert code == 0
    assert json.loads(out) == [
        {"label": "crisis", "kind": "explicit", "lines": 1, "card": 1, "check": 0},
        {"label": "harmless", "kind": "pills", "lines": 1, "card": 0, "check": 0},
        {"label": "crisis", "kind": "giving-up", "lines": 1, "card": 0, "check": 1},
    ]
    code, out, _ = run(file)
    assert code == 0
    assert "giving-up" in out


def test_each_line(file: Path) -> None:
    """With --all each line says what it brings and which rule saw it."""
    code, out, _ = run(file, "--all")
    assert code == 0
    assert [line.split("\t")[3].split(" (")[0] for line in out.splitlines()] == ["life", "nothing", "check"]
    assert "to (die" in json.loads(run(file, "--all", "--json")[1])[0]["rule"]


def test_a_line_that_is_none(file: Path) -> None:
    """A line without its three columns is named with its number, and so is a file that cannot be read."""
    file.write_text(LINES + "crisis\texplicit\n", "utf-8")
    code, _, trouble = run(file)
    assert (code, "line 5" in trouble) == (1, True)
    code, _, trouble = run(file.parent / "none.tsv")
    assert (code, "cannot be read" in trouble) == (1, True)
