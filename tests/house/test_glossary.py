"""The glossary names, for each word, where it stands in the code; and it stands there."""

import ast
import re
from functools import cache
from pathlib import Path

from tests.tree import ROOT

GLOSSARY = ROOT / "GLOSSARY.md"
NOWHERE = "-"  # a word for people alone
ROW = re.compile(r"^\| (?P<word>[^|]+) \| (?P<code>[^|]+) \| (?P<means>.+) \|$")
PLACE = re.compile(r"^`(?P<module>[\w/]+)(?::(?P<name>\w+)(?:\.(?P<member>\w+))?)?`$")


def rows() -> list[tuple[str, str]]:
    """Each word of the glossary with what its column "in code" says."""
    lines = GLOSSARY.read_text(encoding="utf-8").splitlines()
    found = [(row["word"], row["code"]) for line in lines if (row := ROW.match(line))]
    return [(word, code) for word, code in found if word != "word" and set(word) != {"-"}]


def is_there(code: str) -> bool:
    """Whether that place is in the tree: a folder or module, a name at the top of one, or a member of a class."""
    place = PLACE.match(code)
    if place is None:
        return False
    if place["name"] is None:
        return (ROOT / place["module"]).is_dir() or _file(place["module"]).is_file()
    names = _names(_file(place["module"]))
    return place["name"] in names and (place["member"] is None or place["member"] in names[place["name"]])


def _file(module: str) -> Path:
    return ROOT / f"{module}.py"


@cache
def _names(path: Path) -> dict[str, set[str]]:
    """What a module defines at its top, each with the members that it defines itself."""
    return _defined(ast.parse(path.read_text(encoding="utf-8")).body) if path.is_file() else {}


def _defined(body: list[ast.stmt]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for node in body:
        if isinstance(node, ast.ClassDef):
            found[node.name] = set(_defined(node.body))
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found[node.name] = set()
        elif isinstance(node, ast.AnnAssign | ast.Assign):
            targets = [node.target] if isinstance(node, ast.AnnAssign) else node.targets
            found |= {name.id: set() for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)}
    return found


def test_each_word_stands_in_the_code_where_the_glossary_says() -> None:
    """Every name in the column "in code" is in the tree."""
    assert [(word, code) for word, code in rows() if code != NOWHERE and not is_there(code)] == []


def test_every_row_of_the_glossary_is_read() -> None:
    """No line of a table is left out because it has another shape."""
    lines = GLOSSARY.read_text(encoding="utf-8").splitlines()
    tables = [line for line in lines if line.startswith("|") and not line.startswith(("| word |", "|---"))]
    assert [line for line in tables if ROW.match(line) is None] == []
    assert len(rows()) == len(tables)


def test_a_name_that_is_not_there_is_noticed() -> None:
    """A module, a name and a member that nobody has are each found."""
    assert is_there("`programme/schedule/prompt:PromptState.OPEN`")
    gone = "programme/schedule/prompts", "programme/schedule/prompt:Promise", "programme/schedule/prompt:Prompt.promise"
    assert not any(is_there(f"`{place}`") for place in gone)
