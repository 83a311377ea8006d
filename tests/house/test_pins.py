"""The pins are whole: every dependency, by version and hash, and the same for tests as for people."""

import re
import tomllib
from importlib.metadata import packages_distributions
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.rows import each_row
from tests.tree import FLOORS, ROOT

FILES = ("requirements.txt", "requirements-dev.txt")


def entries(name: str) -> list[str]:
    """The entries of a requirements file, each on one line with its hashes."""
    text = re.sub(r"^\s*#.*\n", "", (ROOT / name).read_text(encoding="utf-8"), flags=re.MULTILINE)
    return text.replace("\\\n", " ").splitlines()


PIN = re.compile(r"(\S+?)==(\S+)(?: ; .*?)?\s+--hash=.*")


def pins(name: str) -> dict[str, str]:
    """Version by package; of one that differs by Python, the newest's."""
    found = [PIN.fullmatch(entry) for entry in entries(name)]
    return {canonicalize_name(pin[1]): pin[2] for pin in found if pin}


def project() -> dict[str, Any]:
    """The [project] table of pyproject.toml."""
    table: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return table


@each_row("name", FILES)
def test_every_line_is_a_version_with_hashes(name: str) -> None:
    """No entry is loose, and none is an option or an address."""
    assert [entry for entry in entries(name) if not PIN.fullmatch(entry)] == []
    assert len(pins(name)) > 20


def test_tests_run_what_people_run() -> None:
    """A version that is pinned for the service is pinned the same for development."""
    development = pins("requirements-dev.txt")
    assert {name: development.get(name) for name in pins("requirements.txt")} == pins("requirements.txt")


@each_row(("name", "extras"), [("requirements.txt", ["build"]), ("requirements-dev.txt", ["build", "dev"])])
def test_what_the_project_asks_for_is_pinned(name: str, extras: list[str]) -> None:
    """pyproject.toml asks for nothing that script/lock has not pinned; run it after a change."""
    asked = project()["dependencies"] + [line for extra in extras for line in project()["optional-dependencies"][extra]]
    wanted = [need for need in map(Requirement, asked) if need.name != project()["name"]]
    pinned = pins(name)
    loose = [str(need) for need in wanted if pinned.get(canonicalize_name(need.name), "") not in need.specifier]
    assert not loose


# Libraries that no line of ours imports, and who does.
BY_OTHERS = {"tzdata": "zoneinfo, where a machine has no zones"}


def test_what_the_service_asks_for_is_imported() -> None:
    """A library that nothing uses any more is a hole to be watched for nothing."""
    code = "\n".join(path.read_text("utf-8") for floor in FLOORS for path in (ROOT / floor).rglob("*.py"))
    imported = set(re.findall(r"^\s*(?:from|import) (\w+)", code, flags=re.MULTILINE))
    used = {
        canonicalize_name(one)
        for name, all_of in packages_distributions().items()
        if name in imported
        for one in all_of
    }
    asked = {canonicalize_name(Requirement(line).name) for line in project()["dependencies"]}
    assert asked - used == set(BY_OTHERS)
