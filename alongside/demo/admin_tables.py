"""A look behind the scenes of the demo: events, plans and the outbox as tables of codes and times, read-only."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from db.delivery import sight
from db.tx import Tx
from programme.schedule.plan import NEVER

SHOWN = 60
RANKS = {-1: "card", 0: "answer", 1: "prompt", 2: "stranger", 3: "strip"}
Row = Mapping[str, Any]
Names = Mapping[int, str]
Cell = Callable[[Row, Names], str | None]
Column = tuple[str, str, Cell]


def _moment(name: str) -> Cell:
    def cell(row: Row, _: Names) -> str | None:
        at: datetime | None = row[name]
        return None if at is None or at >= NEVER else at.isoformat()

    return cell


def _code(name: str) -> Cell:
    return lambda row, _: "" if row[name] is None else str(row[name])


def _facts(name: str) -> Cell:
    return lambda row, _: " · ".join(f"{key} {_short(value)}" for key, value in row[name].items() if value is not None)


def _short(value: object) -> str:
    if isinstance(value, list):
        return "every day" if value == list(range(7)) else ", ".join(map(str, value)) or "none"
    return str(value)


def _who(row: Row, names: Names) -> str:
    return names.get(row["who"], "")


EVENTS: tuple[Column, ...] = (
    ("When", "time", _moment("at")),
    ("About", "text", _who),
    ("What happened", "code", _code("kind")),
    ("Facts", "text", _facts("data")),
)
PLANS: tuple[Column, ...] = (
    ("Due next", "time", _moment("next_due_at")),
    ("Whose", "text", _who),
    ("Kind", "code", _code("kind")),
    ("Rule", "text", _facts("rule")),
    ("Clock", "text", _code("zone")),
    ("Version", "text", _code("version")),
    ("Ended", "time", _moment("ended_at")),
)
OUTBOX: tuple[Column, ...] = (
    ("Made", "time", _moment("made_at")),
    ("To", "text", _who),
    ("Screen", "code", _code("screen")),
    ("Does", "text", _code("verb")),
    ("As", "text", lambda row, _: RANKS[row["rank"]]),
    ("State", "state", _code("state")),
    ("Because", "text", _code("reason")),
    ("Tries", "text", _code("attempts")),
    ("Ended", "time", _moment("ended_at")),
)
TABLES = (
    (
        "events",
        "Events",
        "What happened, in order. Written in the same moment as its effect.",
        EVENTS,
        sight.EVENT_ROWS,
    ),
    ("plans", "Plans", "The only schedule: what comes due next, and for whom.", PLANS, sight.PLAN_ROWS),
    (
        "outbox",
        "Outbox",
        "What is to be said, and what came of it. Names of screens, never words.",
        OUTBOX,
        sight.OUTBOX_ROWS,
    ),
)


async def tables(tx: Tx, names: Names) -> list[dict[str, Any]]:
    """The tables as simulator.stage wants them; `names` are those of the phones, by account number."""
    return [
        {
            "key": key,
            "title": title,
            "about": about,
            "columns": [{"name": name, "kind": kind} for name, kind, _ in columns],
            "rows": [
                {"key": row["id"], "cells": [cell(row, names) for *_, cell in columns]}
                for row in await sight.newest_rows(tx, wanted, SHOWN)
            ],
        }
        for key, title, about, columns, wanted in TABLES
    ]
