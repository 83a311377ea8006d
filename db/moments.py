"""When something next happens by itself, all in one look: for trials that turn the time from one moment to the next."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, bindparam, exists, func, select

from db.outbox import OutboxState
from db.picking import OPEN
from db.tables import outbox, plans, prompts, requests
from db.tx import Tx
from programme.plan import NEVER

_WAITING = and_(OPEN, outbox.c.state == OutboxState.WAITING.value)


_NEXT = select(
    select(func.min(plans.c.next_due_at)).where(plans.c.next_due_at < NEVER).scalar_subquery(),
    select(func.min(prompts.c.next_at)).where(prompts.c.next_at.is_not(None)).scalar_subquery(),
    select(func.min(requests.c.due_at)).scalar_subquery(),
    select(func.min(outbox.c.not_before)).where(_WAITING, outbox.c.not_before > bindparam("now")).scalar_subquery(),
    exists().where(_WAITING, outbox.c.not_before <= bindparam("now")),
)


@dataclass(frozen=True, slots=True)
class Moments:
    """The earliest (UTC) of a plan, of an open prompt's step, of a request and of a row for later.

    `may_go`: a row may go now.
    """

    plan: datetime | None
    step: datetime | None
    request: datetime | None
    row: datetime | None
    may_go: bool


async def next_moments(tx: Tx) -> Moments:
    """The next moments of the whole service, in one statement."""
    found = await tx.run(_NEXT, {"now": tx.now})
    plan, step, request, row, may_go = tuple(found.one())
    return Moments(plan, step, request, row, bool(may_go))
