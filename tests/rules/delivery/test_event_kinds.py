"""Each kind of event is a class that says with which consent it goes; each is written somewhere, and what is held for
as long as somebody is here is read."""

import ast
import json
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, fields
from datetime import date
from functools import cache
from typing import Any

import pytest

from programme.event import EVENTS, Category, Event, HeldAnswer, Stays, event, from_data, roles_in, to_data
from programme.event_kinds import SUBJECTS, going_with, parted_with, staying
from programme.people.consent import ConsentItem
from programme.quitting.events import CoEntered, HeardEntered, QuitDateMoved, TreatedSaid
from programme.quitting.relapses import RelapseNamed
from programme.schedule.events import CLOSED, OPENED
from programme.schedule.kinds import KINDS
from tests.tree import ROOT

FOLDERS = ("programme", "db", "care", "jobs", "bot", "alongside")
# Where a class is handed on to what writes it.
HAND_ON = {
    "alongside/operating/copies.py",
    "alongside/keys.py",
    "bot/quitting/lapse_handlers.py",
    "bot/quitting/handlers.py",
}
DECLARED = {f"{one.__name__.replace('.', '/')}.py" for one in SUBJECTS}
ON = date(2026, 6, 8)
OF_PROMPTS = {one.kind_name for one in (*OPENED.values(), *CLOSED.values())}


@cache
def trees() -> dict[str, ast.Module]:
    """The files of the product."""
    files = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py") if "migrations" not in path.parts]
    return {path.relative_to(ROOT).as_posix(): ast.parse(path.read_text("utf-8")) for path in files}


def made(tree: ast.AST) -> Iterator[ast.Name]:
    """The names that are called, where one of two may be also both."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            found = [node.func.body, node.func.orelse] if isinstance(node.func, ast.IfExp) else [node.func]
            yield from (one for one in found if isinstance(one, ast.Name))


def written(where: str, tree: ast.AST) -> set[str]:
    """The events that a file writes."""
    names = named(tree) if where in HAND_ON else [*made(tree)]
    return {one.id for one in names} & EVENTS.keys()


def named(tree: ast.AST) -> list[ast.Name]:
    """Every name in it."""
    return [node for node in ast.walk(tree) if isinstance(node, ast.Name)]


def read(where: str, tree: ast.AST) -> set[str]:
    """The events that a file looks for."""
    calls = {id(one) for one in made(tree)}
    return {one.id for one in named(tree) if id(one) not in calls} & EVENTS.keys()


def test_every_event_is_written_somewhere() -> None:
    """What no code writes is declared nowhere."""
    found = {kind for where, tree in trees().items() if where not in DECLARED for kind in written(where, tree)}
    relapses = written("", trees()["programme/quitting/relapses.py"])
    assert EVENTS.keys() - found - relapses - OF_PROMPTS - {"MissedByUs"} == set()
    assert "MissedByUs" in read("", trees()["care/schedule/closing.py"])


def test_what_is_held_is_read() -> None:
    """An answer that stays as long as somebody is here stays because something is read off it; the rest is for the
    record, and for what a class that is read says by itself."""
    found = {
        kind for where, tree in trees().items() if where != "programme/event_kinds.py" for kind in read(where, tree)
    }
    assert {name for name, kind in EVENTS.items() if issubclass(kind, HeldAnswer)} - found == set()


def test_no_code_names_an_event_by_a_text() -> None:
    """It names the class, so that a slip is seen by the types."""
    texts = {
        (where, node.value)
        for where, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and node.value in EVENTS
    }
    assert texts == set()


def test_an_event_is_frozen_and_declared_once() -> None:
    """Neither a field nor a kind is changed afterwards."""
    one = CoEntered(3, ON)
    with pytest.raises(FrozenInstanceError):
        one.ppm = 4  # type: ignore[misc]
    with pytest.raises(ValueError, match="CoEntered"):
        event(type("CoEntered", (HeldAnswer,), {}))
    assert EVENTS["CoEntered"] is CoEntered


def test_each_kind_of_prompt_has_two() -> None:
    """That it was opened, and that it ended."""
    assert {f"{kind.event}{end}" for kind in KINDS.values() for end in ("Opened", "Closed")} == OF_PROMPTS


def test_every_answer_goes_with_the_answers_and_nothing_else_does() -> None:
    """Whatever is an answer, or shows that there was one, goes when answers are not kept any more."""
    answers = {name for name, kind in EVENTS.items() if kind.category is Category.ANSWER}
    assert going_with(ConsentItem.KEEP_ANSWERS) | parted_with(ConsentItem.KEEP_ANSWERS) == answers
    assert parted_with(ConsentItem.KEEP_ANSWERS) == {"CheckInAnswered"}
    assert {"LookBackFits", "PassedOnRated", "MedicineChecked"} <= going_with(ConsentItem.KEEP_ANSWERS)


def test_every_yes_and_no_is_kept_for_six_years_and_nothing_else_is() -> None:
    """The log of consents outlives the rest."""
    assert staying(Stays.SIX_YEARS) == {name for name, kind in EVENTS.items() if kind.category is Category.CONSENT}


def test_what_outcomes_are_reckoned_from_outlives_a_year() -> None:
    """A trial asks at twelve months, and weeks after: readings, "treated" and a relapse are there."""
    kinds: set[type[Event]] = {CoEntered, HeardEntered, TreatedSaid, RelapseNamed}
    assert {kind.stays for kind in kinds} == {Stays.HERE}


CLOSED_ROW = (
    '{"prompt_id": 3, "plan_id": null, "local_date": "2026-06-08", "slot": "18:30", "state": "skipped", "reason": null}'
)
ROWS: list[tuple[str, str]] = [  # as this version and older ones have written them
    ("CheckInAnswered", '{"prompt_id": 3, "question": "cigarettes", "value": "4", "late": false}'),
    ("CheckInAnswered", '{"prompt_id": 3, "question": "words", "skipped": true, "late": true}'),
    ("CheckInAnswered", '{"prompt_id": 3, "question": "mood", "late": false}'),
    ("QuitDateSet", '{"attempt": 1, "to": "2026-06-01", "from": null}'),
    ("QuitDateMoved", '{"attempt": 1, "from": "2026-06-01", "to": "2026-06-08"}'),
    ("ConsentSet", '{"item": "same_day", "granted": false}'),
    ("ConsentSet", '{"granted": ["check_in", "keep_answers"], "version": 2}'),
    ("PauseBegan", '{"length": "week", "until": null}'),
    ("PauseBegan", '{"length": "day", "until": "2026-06-08T20:00:00+00:00", "what": "check_ins"}'),
    ("RelapseNamed", '{"attempt": 1, "choice": "not_now", "on": "2026-06-08", "most_days": false}'),
    ("TreatedSaid", '{"treated": true}'),
    ("CoEntered", '{"ppm": 3, "on": "2026-06-08"}'),
    ("ReasonAdded", '{"reason": 4}'),
    ("ToolkitAdded", '{"item": 4, "moment": "stress"}'),
    ("ToolkitAdded", '{"item": 4, "moment": null, "code": "walk"}'),
    ("SlotChanged", '{"plan_id": 4, "on": "2026-06-08", "slot": "18:30", "to": "19:05"}'),
    ("Proposed", '{"what": "time", "from": "18:30", "to": "20:00", "answers": 5}'),
    ("HandedOver", '{"from": 4, "to": null, "unopened": true, "by": "operator"}'),
    ("RequestMade", '{"request": 4, "line": [2, 3], "due": "2026-06-08T20:00:00+00:00"}'),
    ("RequestLate", '{"request": 4, "to": null}'),
    ("CannotReach", '{"since": "2026-06-08T20:00:00+00:00"}'),
    ("Prepared", '{"own": 4, "done": true}'),
    ("CycleShared", '{"moment": ["stress", 3, 7], "felt": null, "later": [1, 2, 3]}'),
    ("CheckInClosed", CLOSED_ROW),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "row"), ROWS)
def test_a_row_is_read_and_written_as_it_was(kind: str, row: str) -> None:
    """Its keys in their order, and what is left out where there is nothing to say."""
    assert json.dumps(to_data(from_data(EVENTS[kind], json.loads(row)))) == row


@pytest.mark.parametrize(("kind", "row", "name", "value"), [
    ("RelapseNamed", {"attempt": 1, "choice": "not_now"}, "most_days", True),
    ("RelapseNamed", {"attempt": 1, "choice": "not_now"}, "on", None),
    ("RequestMade", {"request": 4}, "line", ()),
    ("OutcomeTold", {"attempt": 1, "milestone": 28, "value": "none"}, "on", None),
    ("CannotReach", {"prompt_id": 3, "plan_id": 1, "state": "cannot_reach", "reason": None}, "since", None),
    ("SmokedTold", {"smoked": 1, "local_date": "2026-06-08", "lapse": True, "gone": 7}, "smoked", 1),
    ("CardTold", {"prompt_id": 3, "card": "one that is none any more", "about": 1}, "about", 1),
])  # fmt: skip
def test_a_row_with_fewer_or_more_keys_is_read(kind: str, row: dict[str, Any], name: str, value: object) -> None:
    """What an older version did not write is not known, and what this one does not know is left out."""
    assert getattr(from_data(EVENTS[kind], row), name) == value


def test_who_else_stands_in_an_event_is_named_by_its_type() -> None:
    """An export reads it there: a new field that holds somebody's number says so."""
    found = {(name, key): role for name, kind in EVENTS.items() for key, role in roles_in(kind).items()}
    assert set(found.values()) == {"practitioner"}
    assert found.keys() == {
        ("ClientJoined", "practitioner"), ("ClientLeft", "practitioner"), ("HandedOver", "from"), ("HandedOver", "to"),
        ("RequestHanded", "line"), ("RequestLate", "to"), ("RequestMade", "line"),
    }  # fmt: skip
    names = {"practitioner", "supporter", "client", "cover", "person", "line"}
    assert {(name, one.name) for name, kind in EVENTS.items() for one in fields(kind) if one.name in names} <= {  # type: ignore[arg-type]
        *found
    }
    assert roles_in(QuitDateMoved) == {}
