"""What lies in deploy/ knows the program as it is: its settings, its figures, its commands, its time to stop."""

import ast
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import typer

from alongside.cli import app
from alongside.house import STOPPING
from alongside.settings import Settings
from tests.house.test_pins import pins
from tests.rows import each_row
from tests.tree import ROOT, tracked

DEPLOY = [name for name in tracked("deploy") if not name.endswith((".md", ".json"))]
PAGES = ["docs/operators-guide.md", "deploy/README.md", "docs/runbook.md"]
TOLD_TO_STOP = {
    "deploy/compose.yaml": r"&alongside\n(?:.*\n)*?  stop_grace_period: (\d+)s",
    "deploy/systemd/alongside.service": r"^TimeoutStopSec=(\d+)$",
}


def text(name: str) -> str:
    """A file of the repository."""
    return (ROOT / name).read_text(encoding="utf-8")


@each_row("name", DEPLOY)
def test_it_sets_what_is_a_setting(name: str) -> None:
    """No file sets what the program would refuse at start as unknown."""
    known = {f"ALONGSIDE_{field.upper()}" for field in Settings.model_fields}
    assert set(re.findall(r"ALONGSIDE_[A-Z_]+", text(name))) - known == set()


@each_row("name", TOLD_TO_STOP)
def test_it_is_given_the_time_to_stop(name: str) -> None:
    """Whoever stops the service waits longer than it takes to end what is under way."""
    found = re.search(TOLD_TO_STOP[name], text(name), flags=re.MULTILINE)
    assert found is not None
    assert int(found[1]) > STOPPING


@each_row("page", PAGES)
def test_a_page_for_operators_types_what_there_is(page: str) -> None:
    """Each `alongside` command on a page is a command, with options that it has."""
    assert [line for line in commands(text(page)) if not known(line.split())] == []


def commands(page: str) -> list[str]:
    """What stands after `alongside` or `operator` where a line of code types it, in blocks and in running text."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", page, flags=re.MULTILINE | re.DOTALL)
    lines = [line.split("#")[0].strip() for block in blocks for line in block.splitlines()]
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", page, flags=re.MULTILINE | re.DOTALL))
    typed = [
        re.match(r"(?:sudo )?(?:alongside|docker compose run --rm operator) (\S.*)", line) for line in lines + spans
    ]
    return [found[1] for found in typed if found and not found[1].startswith("...")]


def known(words: list[str]) -> bool:
    """Is there such a command, and has it the options that are typed?"""
    command: Any = typer.main.get_command(app)
    while words and words[0] in getattr(command, "commands", {}):
        command, words = command.commands[words[0]], words[1:]
    options = {one for parameter in command.params for one in parameter.opts} | {"--help"}
    typed = {word.partition("=")[0] for word in words if word.startswith("--")}
    is_whole = not hasattr(command, "commands") or command.invoke_without_command or bool(typed)
    return is_whole and typed <= options


@each_row("name", ["deploy/grafana/alongside.json", "deploy/alerts.yml"])
def test_it_asks_for_figures_that_there_are(name: str) -> None:
    """A panel or an alarm over a figure that nobody gives would be quiet for ever."""
    source = ast.walk(ast.parse(text("alongside/health.py")))
    words = {one.value for one in source if isinstance(one, ast.Constant) and isinstance(one.value, str)}
    asked = {one.removesuffix("_total") for one in re.findall(r"alongside_([a-z_]+)", text(name))}
    assert {one for one in asked if not {one, one.removesuffix("_age_seconds")} & words} == set()


def test_a_command_that_is_none_is_noticed() -> None:
    """A slip in a page is found, in a block and in a sentence."""
    page = "Type `alongside relaese`, or `alongside backup --to x`.\n```\nsudo alongside doctr\nalongside doctor\n```\n"
    assert [known(line.split()) for line in commands(page)] == [False, True, False, False]


def test_the_list_of_parts_names_every_pin_and_nothing_of_the_day(tmp_path: Path) -> None:
    """script/sbom writes what requirements.txt pins; nothing of the moment stands in it, so equal pins give
    equal bytes."""
    subprocess.run([ROOT / "script" / "sbom", tmp_path / "parts.json"], check=True, capture_output=True)
    found = json.loads((tmp_path / "parts.json").read_text())
    assert "serialNumber" not in found
    assert "timestamp" not in found["metadata"]
    parts = {part["name"] for part in found["components"]}
    assert set(pins("requirements.txt")) - {name.lower().replace("_", "-").replace(".", "-") for name in parts} == set()
