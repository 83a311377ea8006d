"""Outcomes keep the local day they were told on, the days they are about, and who entered them."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from alembic import op
from sqlalchemy import BigInteger, Column, Connection, Date, Integer, String, column, select, table, text, update

from db.types import Json, Moment
from programme.people.person import HOME

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None
Id = BigInteger().with_variant(Integer, "sqlite")
ONE_OF_EACH = "uq_outcomes_attempt_id_milestone"
_A_DAY = timedelta(days=1)
_HEARD_BESIDE = """
    DELETE FROM outcomes WHERE entered_by IS NOT NULL
    AND (attempt_id, milestone) IN (SELECT attempt_id, milestone FROM outcomes WHERE entered_by IS NULL)
"""
_AT = column("answered_at", Moment)
_ON = column("told_on", Date)
OUTCOMES = table("outcomes", column("id"), column("person_id"), column("attempt_id"), column("milestone"), _AT, _ON,
                 column("last_on", Date))  # fmt: skip
EVENTS = table("events", column("id"), column("person_id"), column("kind"), column("data", Json), column("at", Moment))
ATTEMPTS = table(
    "quit_attempts", column("id"), column("person_id"), column("made_at", Moment), column("ended_on", Date)
)
PROMPTS = table("prompts", column("person_id"), column("due_at", Moment), column("decision", Json))
PEOPLE = table("people", column("id"), column("zone", String))


def upgrade() -> None:
    """Adds them. Where somebody was on the day of an old answer is read off what was due for them then."""
    op.add_column("outcomes", Column("told_on", Date))
    op.add_column("outcomes", Column("last_on", Date))
    op.add_column("outcomes", Column("entered_by", Id))
    raw = op.get_bind()
    _tell_days(raw)
    _name_days(raw)
    _name_tries(raw)
    with op.batch_alter_table("outcomes", table_kwargs={"sqlite_autoincrement": True}) as changed:
        changed.alter_column("told_on", existing_type=Date, nullable=False)
        changed.alter_column("last_on", existing_type=Date, nullable=False)
        changed.drop_constraint(ONE_OF_EACH, type_="unique")
    for name, where in (("told", "entered_by IS NULL"), ("heard", "entered_by IS NOT NULL")):
        op.create_index(f"uq_outcomes_{name}", "outcomes", ["attempt_id", "milestone"], unique=True,
                        sqlite_where=text(where), postgresql_where=text(where))  # fmt: skip


def downgrade() -> None:
    """Takes them away. An older program has room for one answer: what a practitioner heard goes where there are two."""
    op.execute(text(_HEARD_BESIDE))
    for name in ("told", "heard"):
        op.drop_index(f"uq_outcomes_{name}", "outcomes")
    with op.batch_alter_table("outcomes", table_kwargs={"sqlite_autoincrement": True}) as changed:
        changed.create_unique_constraint(ONE_OF_EACH, ["attempt_id", "milestone"])
        for name in ("told_on", "last_on", "entered_by"):
            changed.drop_column(name)


def _tell_days(raw: Connection) -> None:
    """The first telling counts: a correction keeps its day. An answer was about all days up to that one."""
    first: dict[tuple[int, int], datetime] = {}
    for row in raw.execute(select(EVENTS).where(EVENTS.c.kind == "OutcomeTold").order_by(EVENTS.c.id)):
        first.setdefault((row.data["attempt"], row.data["milestone"]), row.at)
    for row in raw.execute(select(OUTCOMES)).all():
        on = _local(raw, row.person_id, first.get((row.attempt_id, row.milestone), row.answered_at))
        raw.execute(update(OUTCOMES).where(OUTCOMES.c.id == row.id).values(told_on=on, last_on=on))


def _name_days(raw: Connection) -> None:
    """On which of their days somebody named a relapse; a try that ended with it says so by itself."""
    ended = {row.id: row.ended_on for row in raw.execute(select(ATTEMPTS))}
    for row in raw.execute(select(EVENTS).where(EVENTS.c.kind == "RelapseNamed")).all():
        on, end = _local(raw, row.person_id, row.at), ended.get(row.data["attempt"])
        near = end is not None and abs(end - on) <= _A_DAY and row.data["choice"] != "keep_going"
        _keep(raw, row.id, {**row.data, "on": (end if near and end is not None else on).isoformat()})


def _name_tries(raw: Connection) -> None:
    """Which try a practitioner called treated: the last one made by then, or else the first."""
    made: dict[int, list[Any]] = {}
    for row in raw.execute(select(ATTEMPTS).order_by(ATTEMPTS.c.id)):
        made.setdefault(row.person_id, []).append(row)
    for row in raw.execute(select(EVENTS).where(EVENTS.c.kind == "TreatedSaid")).all():
        theirs = made.get(row.person_id, [])
        before = [one.id for one in theirs if one.made_at <= row.at] or [one.id for one in theirs[:1]]
        if before:
            _keep(raw, row.id, {**row.data, "attempt": before[-1]})


def _keep(raw: Connection, event_id: int, data: Mapping[str, Any]) -> None:
    raw.execute(update(EVENTS).where(EVENTS.c.id == event_id).values(data=data))


def _local(raw: Connection, person_id: int, at: datetime) -> date:
    """The date where they were: by the last thing that was due for them till then, or else by where they are now."""
    due = select(PROMPTS.c.decision).where(PROMPTS.c.person_id == person_id, PROMPTS.c.due_at <= at)
    last = raw.execute(due.order_by(PROMPTS.c.due_at.desc()).limit(1)).scalar()
    now = raw.execute(select(PEOPLE.c.zone).where(PEOPLE.c.id == person_id)).scalar()
    known = (one for one in ((last or {}).get("zone"), now, HOME.zone) if one in _zones())
    return at.astimezone(ZoneInfo(next(known))).date()


@cache
def _zones() -> set[str]:
    return available_timezones()
