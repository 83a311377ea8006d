"""A few counts by which an operator sees that all is well, or where it is not."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from sqlalchemy import ColumnElement, func, or_, select

from db import counters, events, set_aside, text_stops
from db.tables import inbox, outbox, plans, prompts, requests
from db.tx import Tx

AN_HOUR: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of rows; `late_seconds` is how long the oldest due plan has been waiting to be opened (0: none is).

    `updates_dropped` counts all since the beginning for which there was no room.
    `requests_waiting` are requests for help that nobody has opened, `requests_late` those of them that nobody opened
    in the time that was promised. `texts_stopped` are kinds of messages and texts that an operator stopped.
    `wrong_links_last_hour` counts links and six-digit codes that were tried and are none: somebody may be guessing.
    """

    inbox_waiting: int
    inbox_dead: int
    updates_dropped: int
    outbox_waiting: int
    outbox_uncertain: int
    prompts_open: int
    late_seconds: float
    requests_waiting: int = 0
    requests_late: int = 0
    texts_stopped: int = 0
    wrong_links_last_hour: int = 0


async def figures(tx: Tx) -> Figures:
    """The counts as they are at this moment."""

    async def count(table_column: object, *states: str) -> int:
        found = select(func.count()).where(table_column.in_(states))  # type: ignore[attr-defined]
        return int((await tx.run(found)).scalar_one())

    oldest = (await tx.run(select(func.min(plans.c.next_due_at)))).scalar_one_or_none()
    return Figures(
        inbox_waiting=await count(inbox.c.state, "waiting"),
        inbox_dead=await set_aside.count_dead(tx),
        updates_dropped=await counters.last(tx, "updates_dropped"),
        outbox_waiting=await count(outbox.c.state, "waiting", "sending"),
        outbox_uncertain=await set_aside.count_uncertain(tx),
        prompts_open=await _open_prompts(tx),
        wrong_links_last_hour=await events.count_of_kind(tx, "InviteTried", tx.now - AN_HOUR),
        texts_stopped=len(await text_stops.every(tx)),
        requests_waiting=await _requests(tx),
        requests_late=await _requests(tx, or_(requests.c.late_at.is_not(None), requests.c.due_at <= tx.now)),
        late_seconds=max(0.0, (tx.now - oldest).total_seconds()) if oldest else 0.0,
    )


async def _open_prompts(tx: Tx) -> int:
    """Every open one has a next step: so they are found by its index."""
    found = select(func.count()).where(prompts.c.next_at.is_not(None), prompts.c.state == "open")
    return int((await tx.run(found)).scalar_one())


async def _requests(tx: Tx, *where: ColumnElement[bool]) -> int:
    waits = requests.c.opened_at.is_(None), requests.c.taken_back_at.is_(None)
    return int((await tx.run(select(func.count()).select_from(requests).where(*waits, *where))).scalar_one())
