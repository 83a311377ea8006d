"""A name says one thing: a public class stands once in the tree, and a function that stands often says why it may."""

import ast
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tests.tree import FLOORS, ROOT

OFTEN: Final = 3  # more functions of one name want a reason below
# A function is called by its module (`events.add`, `toolkit.get`) where one of these stands.
ROWS: Final = "what a table's module does with its rows, called by the module: inbox.add, toolkit.get"
TAPS: Final = "what a tap or a command of that subject does; only its own router or tap table calls it"
ALLOWED: Final[Mapping[str, str]] = {
    "upgrade": "Alembic asks for it in each step",
    "downgrade": "Alembic asks for it in each step",
    "take_back": "withdraws what was entered, asked for or given out: an act, the rows of it and three taps",
    **dict.fromkeys(("add", "get", "get_many", "of_person", "change", "end", "find", "take", "drop", "due"), ROWS),
    **dict.fromkeys(("opened", "show", "typed", "keep", "ask", "pin", "edit", "share", "rate", "back", "undo"), TAPS),
    "not_joined": "the answer of a subject's command to somebody who has not joined",
}


def definitions(kind: type[ast.AST] | tuple[type[ast.AST], ...]) -> dict[str, list[str]]:
    """The public names defined at the top of a module as one of that kind, each with the files that define it."""
    found = defaultdict(list)
    for floor in FLOORS:
        for path in sorted((ROOT / floor).rglob("*.py")):
            for name in sorted(names_in(path, kind)):
                found[name].append(str(path.relative_to(ROOT)))
    return found


def names_in(path: Path, kind: type[ast.AST] | tuple[type[ast.AST], ...]) -> set[str]:
    """Those of one module. Overloads of one function count once."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    return {node.name for node in body if isinstance(node, kind) and not node.name.startswith("_")}  # type: ignore[attr-defined]


def test_a_class_stands_once() -> None:
    """No two modules define a public class of one name."""
    twice = {name: files for name, files in definitions(ast.ClassDef).items() if len(files) > 1}
    assert twice == {}


def test_a_function_that_stands_often_says_why() -> None:
    """A public function that more than three modules define is listed with its reason, and nothing else is listed."""
    found = definitions((ast.FunctionDef, ast.AsyncFunctionDef))
    often = {name: files for name, files in found.items() if len(files) > OFTEN}
    assert {name: files for name, files in often.items() if name not in ALLOWED} == {}
    assert set(ALLOWED) - set(often) == set()
