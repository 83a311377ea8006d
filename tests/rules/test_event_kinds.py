"""Every event that is written anywhere stands in one table, which says with which yes it goes."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from alongside import put_down
from care import closing, cycle, entered, ratings
from care.heard import HEARD
from programme.consent import Item
from programme.event_kinds import EVENT_KINDS, Stays, What, going_with, parted_with, staying
from programme.kinds import KINDS

ROOT = Path(__file__).parents[2]
FOLDERS = ("programme", "db", "care", "jobs", "bot", "alongside")
WRITERS = {"events.add": 1, "NewEvent": 0}  # by the place of the kind among their arguments
HAND_ON = {f"care/{name}.py" for name in ("craving", "smoked", "tonight", "toolkit")}  # their _note hands its kind on
PROMPTED = {f"{kind.event}{end}" for kind in KINDS.values() for end in ("Opened", "Closed")}
COMPUTED = {  # kinds that no constant names: what they can be
    ("care/ratings.py", "what.value"): {one.value for one in ratings.Rated},
    ("care/closing.py", "_KEPT_FROM.get(state, happened)"): {*closing._KEPT_FROM.values(), *PROMPTED},
    ("care/set_aside.py", "kind"): {"UpdateRetried", "UpdateDropped"},
    ("care/sharing_ends.py", "cycle.UNSHARED"): {cycle.UNSHARED},
    ("alongside/put_down.py", "kind"): set(get_args(put_down.Kind)),
    ("db/events.py", "kind"): set(EVENT_KINDS),  # the one writer itself
}


def names(tree: ast.Module) -> dict[str, set[str]]:
    """The texts that each name of a file is given, anywhere in it."""
    found: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                for name, value in pairs(target, node.value):
                    found.setdefault(name, set()).update(texts(value, {}))
    return found


@cache
def names_in(path: Path) -> dict[str, set[str]]:
    """The same of the file there."""
    return names(ast.parse(path.read_text()))


def pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    """A name with what it is given, also of several at once."""
    if isinstance(target, ast.Name):
        yield target.id, value
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, other in zip(target.elts, value.elts, strict=True):
            yield from pairs(one, other)


def texts(value: ast.expr, known: dict[str, set[str]]) -> set[str]:
    """The texts that an expression may be; none where that cannot be told."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return {value.value}
    if isinstance(value, ast.IfExp):
        return texts(value.body, known) | texts(value.orelse, known)
    return known.get(value.id, set()) if isinstance(value, ast.Name) else set()


def imported(tree: ast.Module) -> dict[str, set[str]]:
    """The constants that a file takes from others of ours."""
    found: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] in FOLDERS:
            path = ROOT / f"{node.module.replace('.', '/')}.py"
            theirs = names_in(path) if path.exists() else {}
            found |= {one.asname or one.name: theirs[one.name] for one in node.names if one.name in theirs}
    return found


def written(path: Path) -> Iterator[tuple[str, set[str]]]:
    """Each place of a file that writes an event: the place, and the kinds it may write (none: it cannot be told)."""
    text, where = path.read_text(), path.relative_to(ROOT).as_posix()
    if not any(f"{one}(" in text for one in WRITERS):
        return
    tree = ast.parse(text)
    known = imported(tree) | names(tree)
    writers = WRITERS | ({"_note": 2} if where in HAND_ON else {})
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or (place := writers.get(ast.unparse(node.func))) is None:
            continue
        kind = ast.unparse(node.args[place])
        if where not in HAND_ON or kind != "kind":
            yield f"{where}:{node.lineno}", COMPUTED.get((where, kind)) or texts(node.args[place], known)


@cache
def everywhere() -> dict[str, set[str]]:
    """The kinds that are written in each place of the product."""
    files = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py") if "migrations" not in path.parts]
    return {place: kinds for path in sorted(files) for place, kinds in written(path)}


def test_every_kind_that_is_written_stands_in_the_table() -> None:
    """A new one fails here, until the table says what it is, with which yes it goes and how long it stays."""
    places = everywhere()
    assert len(places) > 100
    assert [place for place, kinds in places.items() if not kinds] == [], "say in COMPUTED what it can be"
    missing = {kind for kinds in places.values() for kind in kinds} - EVENT_KINDS.keys()
    assert missing == set()


def test_the_table_names_nothing_that_is_never_written() -> None:
    """What no code writes stands there no more."""
    assert EVENT_KINDS.keys() - {kind for kinds in everywhere().values() for kind in kinds} == set()


@pytest.mark.parametrize("code", ['events.add(tx, "Unheard", 1)', 'NewEvent("Unheard", 1)', "NewEvent(x(), 1)"])
def test_a_kind_that_is_planted_is_found(code: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Written by either way, or by a name that cannot be told."""
    (tmp_path / "planted.py").write_text(code)
    monkeypatch.setattr(f"{__name__}.ROOT", tmp_path)
    [(_, kinds)] = written(tmp_path / "planted.py")
    assert not kinds or kinds - EVENT_KINDS.keys()


def test_every_answer_goes_with_the_answers_and_nothing_else_does() -> None:
    """Whatever is an answer, or shows that there was one, goes when answers are not kept any more."""
    answers = {name for name, kind in EVENT_KINDS.items() if kind.what is What.ANSWER}
    assert going_with(Item.KEEP_ANSWERS) | parted_with(Item.KEEP_ANSWERS) == answers
    assert parted_with(Item.KEEP_ANSWERS) == {"CheckInAnswered"}
    assert {"LookBackFits", "PassedOnRated", "MedicineChecked"} <= going_with(Item.KEEP_ANSWERS)


def test_every_yes_and_no_is_kept_for_six_years_and_nothing_else_is() -> None:
    """The log of consents outlives the rest."""
    assert staying(Stays.SIX_YEARS) == {name for name, kind in EVENT_KINDS.items() if kind.what is What.CONSENT}


def test_what_outcomes_are_reckoned_from_outlives_a_year() -> None:
    """A trial asks at twelve months, and weeks after: readings, "treated" and a relapse are there."""
    assert {EVENT_KINDS[kind].stays for kind in (*entered.KINDS, HEARD)} == {Stays.HERE}
