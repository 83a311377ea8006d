"""Screens and taps read through `care`: what they take from `db` is types, and no sentence stands in handlers."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.rows import each_row
from tests.tree import ROOT

DOORS = {"door", "sending"}  # they claim, admit and send: the inbox and the outbox are theirs to read
OF_OPERATORS = {Path("care/people/retention.py")}  # names what went, for the log of who runs the service
WORDS = 3  # a string of so many words is a sentence; of fewer it is a code


def subjects() -> list[Path]:
    """The folders and files of `bot` that show and answer, without the two doors."""
    return [path for path in sorted((ROOT / "bot").iterdir()) if path.stem not in DOORS and _is_module(path)]


def _is_module(path: Path) -> bool:
    return (path / "__init__.py").is_file() or (path.suffix == ".py" and path.stem != "__init__")


def calls_of_db(source: str) -> list[str]:
    """What `source` imports from `db` and calls, beside classes, which hold values and read nothing."""
    tree = ast.parse(source)
    nodes = list(ast.walk(tree))
    froms = [node for node in nodes if isinstance(node, ast.ImportFrom) and _of_db(node.module)]
    plain = [alias for node in nodes if isinstance(node, ast.Import) for alias in node.names if _of_db(alias.name)]
    names = {alias.asname or alias.name for node in froms for alias in node.names}
    names |= {alias.asname or alias.name.partition(".")[0] for alias in plain}
    called = (_path(node.func) for node in nodes if isinstance(node, ast.Call))
    return sorted({".".join(path) for path in called if path and path[0] in names and not path[-1][0].isupper()})


def _of_db(module: str | None) -> bool:
    return (module or "").partition(".")[0] == "db"


def _path(node: ast.expr) -> list[str]:
    """The names of `a.b.c`; nothing for what is called otherwise."""
    if isinstance(node, ast.Name):
        return [node.id]
    if isinstance(node, ast.Attribute):
        owner = _path(node.value)
        return [*owner, node.attr] if owner else []
    return []


def sentences(source: str) -> list[str]:
    """Strings of `source` that somebody could be meant to read: neither docstrings nor what an error says."""
    tree = ast.parse(source)
    aside = {id(inner) for node in ast.walk(tree) for part in _not_for_people(node) for inner in ast.walk(part)}
    texts = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in aside)
    return [text.value for text in texts if isinstance(text.value, str) and len(text.value.split()) >= WORDS]


def _not_for_people(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node
    elif isinstance(node, ast.Assert) and node.msg is not None:
        yield node.msg
    elif isinstance(node, ast.Raise) and node.exc is not None:
        yield node.exc


def test_screens_and_taps_call_nothing_of_db() -> None:
    """No subject of `bot` calls a function of `db`, whatever it may import from there for an annotation."""
    found = {
        str(path.relative_to(ROOT)): calls
        for subject in subjects()
        for path in (subject.rglob("*.py") if subject.is_dir() else [subject])
        if (calls := calls_of_db(path.read_text(encoding="utf-8")))
    }
    assert not found


def test_every_subject_is_under_the_contract() -> None:
    """A folder that is added to `bot` reads through `care` from its first day."""
    rules = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    named = next(rule["source_modules"] for rule in rules if rule["id"] == "reads")
    assert sorted(named) == sorted(f"bot.{subject.stem}" for subject in subjects())


@each_row(
    "source, found",
    [
        ("from db import quitting\nquitting.current_attempt(tx, 1)", ["quitting.current_attempt"]),
        ("from db.people import accounts as who\nwho.get(tx, 1)", ["who.get"]),
        ("from db.people.accounts import get\nget(tx, 1)", ["get"]),
        ("import db.quitting\ndb.quitting.current_attempt(tx, 1)", ["db.quitting.current_attempt"]),
        ("def f():\n    from db import events\n    events.add(tx)", ["events.add"]),
        ("from db.delivery.wordings import Wording\nWording('menu')", []),
        ("from db.tx import Tx\nfrom care import toolkit\ntoolkit.items_of(tx)", []),
    ],
)
def test_a_planted_call_is_found(source: str, found: list[str]) -> None:
    """A query is found under whatever name it was imported; a class that holds values is none."""
    assert calls_of_db(source) == found


def test_no_sentence_stands_in_handlers_or_care() -> None:
    """What people read is written in bot/texts alone."""
    files = [*(ROOT / "care").rglob("*.py"), *(ROOT / "bot").rglob("*handlers.py")]
    found = {
        str(path.relative_to(ROOT)): said
        for path in sorted(files)
        if path.relative_to(ROOT) not in OF_OPERATORS and (said := sentences(path.read_text(encoding="utf-8")))
    }
    assert not found


@each_row(
    "source, found",
    [
        ("say('See you tomorrow')", ["See you tomorrow"]),
        ("say(f'See you on {day}')", ["See you on "]),
        ("def f():\n    '''What it does here.'''\n    assert x, 'it was read before'", []),
        ("raise ValueError(f'no such time as {at}')", []),
        ("texts('toast-old')", []),
    ],
)
def test_a_planted_sentence_is_found(source: str, found: list[str]) -> None:
    """A sentence is found wherever it stands, but not a docstring, a reason of an assert or what an error says."""
    assert sentences(source) == found
