"""The newest rows of a few tables for a look behind the scenes: codes and times, never a sealed column."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, select

from db.tables import events, outbox, people, plans, screens
from db.tx import Tx

_WHO = people.c.telegram_id.label("who")  # an account's number, which the demo's phones have too


def _of(table: FromClause, *columns: ColumnElement[Any]) -> Select[Any]:
    return select(*columns, _WHO).outerjoin(people, people.c.id == table.c.person_id)


EVENTS = _of(events, events.c.id, events.c.at, events.c.kind, events.c.data).order_by(events.c.id.desc())
PLANS = _of(
    plans, plans.c.id, plans.c.kind, plans.c.next_due_at, plans.c.rule, plans.c.zone, plans.c.version, plans.c.ended_at
).order_by(plans.c.next_due_at, plans.c.id)
OUTBOX = (
    _of(
        outbox,
        *(outbox.c[name] for name in ("id", "made_at", "verb", "rank", "state", "reason", "attempts", "ended_at")),
        screens.c.name.label("screen"),
    )
    .outerjoin(screens, screens.c.id == outbox.c.screen_id)
    .order_by(outbox.c.id.desc())
)


async def look(tx: Tx, wanted: Select[Any], limit: int) -> list[dict[str, Any]]:
    """At most `limit` rows of EVENTS, PLANS or OUTBOX; `who` is the Telegram number of whom a row is about, or None."""
    return [dict(row) for row in (await tx.run(wanted.limit(limit))).mappings()]
