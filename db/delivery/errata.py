"""Who is to be told that we were wrong, and who read which text."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, delete, exists, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.delivery.outbox import OutboxState
from db.tables import clients, errata, outbox, people, plans, screens
from db.tx import Tx
from programme.operators import Erratum

SCREEN = "erratum"
_GOING = [
    one.value for one in OutboxState if one not in (OutboxState.REFUSED, OutboxState.CANCELLED, OutboxState.BLOCKED)
]


@dataclass(frozen=True, slots=True)
class UntoldErratum:
    """One that nobody has heard of so far: its id, to whom, of what, and where they are (IANA; None: not known).

    `as_of` (UTC): of a count that was wrong, up to when it was counted so.
    """

    id: int
    person_id: int
    what: Erratum
    zone: str | None
    as_of: datetime | None


@dataclass(frozen=True, slots=True)
class ErratumRow:
    """What it is about, when they were told, and up to when a count was wrong (all UTC)."""

    what: Erratum
    told_at: datetime | None
    as_of: datetime | None


async def untold(tx: Tx) -> Sequence[UntoldErratum]:
    """All that are to be told and are not on their way, to whoever can be reached."""
    on_its_way = (
        exists()
        .where(screens.c.person_id == errata.c.person_id, screens.c.name == SCREEN)
        .where(screens.c.subject_id == errata.c.id, outbox.c.screen_id == screens.c.id)
        .where(outbox.c.verb == "send", outbox.c.state.in_(_GOING))
    )
    rows = await tx.run(
        select(errata.c.id, errata.c.person_id, errata.c.what, people.c.zone, errata.c.as_of)
        .join(people, people.c.id == errata.c.person_id)
        .where(errata.c.told_at.is_(None), people.c.cannot_reach_since.is_(None), ~on_its_way)
        .order_by(errata.c.id)
    )
    return [UntoldErratum(row.id, row.person_id, Erratum(row.what), row.zone, row.as_of) for row in rows]


async def add(tx: Tx, person_id: int, what: Erratum, as_of: datetime | None = None) -> None:
    """That person is to be told; once is enough. Of a count, up to when it was wrong (UTC)."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    values = {"person_id": person_id, "what": what.value, "as_of": as_of}
    await tx.run(make(errata).values(values).on_conflict_do_nothing())


async def get(tx: Tx, erratum_id: int) -> ErratumRow | None:
    """That one, also after they were told."""
    wanted = select(errata.c.what, errata.c.told_at, errata.c.as_of).where(errata.c.id == erratum_id)
    row = (await tx.run(wanted)).one_or_none()
    return None if row is None else ErratumRow(Erratum(row.what), row.told_at, row.as_of)


async def drop(tx: Tx, erratum_id: int) -> None:
    """There is nothing to tell of it."""
    await tx.run(delete(errata).where(errata.c.id == erratum_id))


async def told(tx: Tx, erratum_id: int, on: date) -> None:
    """They have heard of it, on that local date; the first time counts."""
    first = update(errata).where(errata.c.id == erratum_id, errata.c.told_at.is_(None))
    await tx.run(first.values(told_at=tx.now, told_on=on))


_TOLD_ON = select(errata.c.person_id, errata.c.told_on).where(
    errata.c.told_at > bindparam("since"), errata.c.person_id.in_(bindparam("people", expanding=True))
)


async def days_of(tx: Tx, person_ids: Collection[int], since: datetime) -> dict[int, tuple[date, ...]]:
    """The local dates on which these people were told one, since that moment, by person; who was not is left out."""
    found: dict[int, tuple[date, ...]] = {}
    for row in await tx.run(_TOLD_ON, {"since": since, "people": list(person_ids)}):
        found[row.person_id] = (*found.get(row.person_id, ()), row.told_on)
    return found


async def practitioners(tx: Tx, what: Erratum, before: datetime) -> Sequence[int]:
    """Whose present clients were told of that before that moment."""
    rows = await tx.run(
        select(clients.c.practitioner_id)
        .distinct()
        .join(errata, errata.c.person_id == clients.c.person_id)
        .where(errata.c.what == what.value, errata.c.told_at < before, clients.c.left_at.is_(None))
    )
    return sorted(rows.scalars())


async def told_clients(tx: Tx, practitioner_id: int, what: Erratum) -> Sequence[int]:
    """Which of that practitioner's present clients were told of that."""
    rows = await tx.run(
        select(errata.c.person_id)
        .join(clients, clients.c.person_id == errata.c.person_id)
        .where(
            clients.c.practitioner_id == practitioner_id,
            clients.c.left_at.is_(None),
            errata.c.what == what.value,
            errata.c.told_at.is_not(None),
        )
        .order_by(errata.c.person_id)
    )
    return list(rows.scalars())


_ARRIVED = (OutboxState.DELIVERED.value, OutboxState.UNCERTAIN.value)
_SHOWS = ("send", "edit")


@dataclass(frozen=True, slots=True)
class WordingSaid:
    """One sending or edit that reached somebody, or may have (`uncertain`), and which wording it had."""

    person_id: int
    screen_id: int
    wording_id: int
    at: datetime
    uncertain: bool


async def said_with_wordings(
    tx: Tx, wording_ids: Collection[int], since: datetime | None = None
) -> Sequence[WordingSaid]:
    """All that went with one of these wordings, oldest first; from that moment on, where there is one."""
    columns = outbox.c.person_id, outbox.c.screen_id, outbox.c.wording_id, outbox.c.ended_at, outbox.c.state
    wanted = select(*columns).where(outbox.c.wording_id.in_(list(wording_ids)), outbox.c.state.in_(_ARRIVED))
    if since is not None:
        wanted = wanted.where(outbox.c.ended_at >= since)
    rows = await tx.run(wanted.order_by(outbox.c.id))
    uncertain = OutboxState.UNCERTAIN.value
    return [
        WordingSaid(row.person_id, row.screen_id, row.wording_id, row.ended_at, row.state == uncertain) for row in rows
    ]


async def shown_now(tx: Tx, wording_ids: Collection[int]) -> dict[int, int | None]:
    """By screen that ever had one of these wordings: the wording that stands on the phone now, as far as we know.

    None: another one that is not known, or the message was deleted by us.
    """
    had = select(outbox.c.screen_id).where(outbox.c.wording_id.in_(list(wording_ids)))
    newest = (
        select(func.max(outbox.c.id))
        .where(outbox.c.screen_id.in_(had), outbox.c.verb.in_([*_SHOWS, "delete"]), outbox.c.state.in_(_ARRIVED))
        .group_by(outbox.c.screen_id)
    )
    rows = await tx.run(select(outbox.c.screen_id, outbox.c.wording_id).where(outbox.c.id.in_(newest)))
    return {row.screen_id: row.wording_id for row in rows}


async def said_unknown(tx: Tx, since: datetime) -> int:
    """How many messages arrived since then of which it is not known any more which texts they had."""
    wanted = select(func.count()).where(
        outbox.c.wording_id.is_(None),
        outbox.c.verb.in_(_SHOWS),
        outbox.c.state.in_(_ARRIVED),
        outbox.c.ended_at >= since,
    )
    return int((await tx.run(wanted)).scalar_one())


async def said_to_plans(tx: Tx, kinds: Collection[str], before: datetime) -> int:
    """How many people have something of these kinds due before that moment and can be reached."""
    wanted = (
        select(func.count(plans.c.person_id.distinct()))
        .join(people, people.c.id == plans.c.person_id)
        .where(plans.c.kind.in_(list(kinds)), plans.c.next_due_at < before, people.c.cannot_reach_since.is_(None))
    )
    return int((await tx.run(wanted)).scalar_one())
