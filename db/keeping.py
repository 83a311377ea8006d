"""What goes by its age: all of somebody who left, what was told long ago, and logs that outlived an account."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Table, Update, delete, exists, func, or_, select, update

from db.answers import ANSWERS, OF_ANSWERS
from db.tables import (
    aids,
    check_ins,
    clients,
    consents,
    cravings,
    encouragements,
    events,
    hsi,
    invites,
    medicines,
    mpss,
    own_words,
    pauses,
    people,
    practitioners,
    prompts,
    proposals,
    quit_attempts,
    reasons,
    received,
    screens,
    session_notes,
    sessions,
    smoked,
    soft,
    supporters,
    tonight,
    toolkit_items,
)
from db.tx import Tx
from programme.event_kinds import OF_CLIENT, OUTLIVES, Stays, staying
from programme.own_words import TOOLS, Purpose
from programme.people import Role

_OF_CLIENT: Final = (
    *ANSWERS, toolkit_items, reasons, quit_attempts, own_words, received, proposals, tonight, soft, sessions, pauses,
    clients,
)  # fmt: skip


async def undated(tx: Tx, limit: int) -> list[int]:
    """At most so many clients who left before a day was named up to which their answers are kept."""
    left = select(clients.c.person_id).where(clients.c.left_at.is_not(None), clients.c.keep_until.is_(None))
    return list((await tx.run(left.order_by(clients.c.person_id).limit(limit))).scalars())


async def name_day(tx: Tx, person_id: int, keep_until: date) -> None:
    """Up to and with that day what that client left is kept."""
    await tx.run(update(clients).where(clients.c.person_id == person_id).values(keep_until=keep_until))


async def over(tx: Tx, before: date, limit: int) -> list[int]:
    """At most so many clients who left, whose day was before that one, and who are not on the way back."""
    on_the_way = exists().where(
        invites.c.opened_by == clients.c.person_id, invites.c.role == Role.CLIENT.value, invites.c.used_at.is_(None)
    )
    left = clients.c.left_at.is_not(None), clients.c.keep_until < before, ~on_the_way
    return list((await tx.run(select(clients.c.person_id).where(*left).limit(limit))).scalars())


async def forget_clients(tx: Tx, ids: Collection[int]) -> None:
    """Nothing of what these people told, kept or set as clients is there any more; they were none, but for the logs."""
    for table in _OF_CLIENT:
        await tx.run(delete(table).where(table.c.person_id.in_(ids)))
    theirs = select(supporters.c.id).where(supporters.c.client_id.in_(ids))
    await tx.run(delete(encouragements).where(encouragements.c.support_id.in_(theirs)))
    await tx.run(delete(supporters).where(supporters.c.client_id.in_(ids)))
    await tx.run(delete(events).where(events.c.person_id.in_(ids), events.c.kind.in_(OF_CLIENT)))
    await tx.run(update(screens).where(screens.c.person_id.in_(ids), screens.c.name.in_(OF_ANSWERS)).values(args={}))
    used = invites.c.opened_by.in_(ids), invites.c.role == Role.CLIENT.value
    await tx.run(update(invites).where(*used).values(opened_by=None, label=None))
    no_role = ~exists().where(practitioners.c.person_id == people.c.id)
    await tx.run(update(people).where(people.c.id.in_(ids), no_role).values(name=None))


# What is left after a year of a check-in, a cigarette, a craving: its day, and the numbers that progress is made of.
_THINNED: Final[tuple[tuple[Table, Any, tuple[str, ...]], ...]] = (
    (check_ins, None, ("day", "mood", "urge", "moment", "helped", "barrier", "words")),
    (
        smoked, smoked.c.told_at,
        ("was_at", "zone", "moment", "mood", "feeling", "place", "company", "function", "stress", "stress_after",
         "stress_after_at"),
    ),
    (
        cravings, cravings.c.at,
        ("was_at", "zone", "moment", "tried", "item_id", "code", "feeling", "place", "company", "function"),
    ),
)  # fmt: skip
# What holds by its newest row, whenever that was said.
_NEWEST: Final = ((hsi, hsi.c.at), (medicines, medicines.c.asked_at), (aids, aids.c.at))
# Own words that something else still stands on, or that are what got easier: no answer to a question.
_STAYS: Final = frozenset({*TOOLS, Purpose.PATTERN, Purpose.SAFE_SHOWN, Purpose.EASIER})


async def thin(tx: Tx, before: datetime) -> int:
    """Of what was told before that moment what is no count of days goes; how many rows that were."""
    changed = 0
    for table, at, names in _THINNED:
        there = or_(*(table.c[name].is_not(None) for name in names))
        changed += (await tx.run(_long_ago(table, at, before).where(there).values(dict.fromkeys(names)))).rowcount
    for newest, at in _NEWEST:
        last = select(func.max(newest.c.id)).group_by(newest.c.person_id)
        changed += (await tx.run(delete(newest).where(at < before, newest.c.id.not_in(last)))).rowcount
    written = own_words.c.made_at < before, own_words.c.kind.not_in([one.value for one in _STAYS])
    for gone in (
        delete(own_words).where(*written),
        delete(session_notes).where(session_notes.c.made_at < before),
        delete(mpss).where(mpss.c.made_at < before),
        delete(events).where(events.c.at < before, events.c.kind.in_(staying(Stays.YEAR))),
    ):
        changed += (await tx.run(gone)).rowcount
    return changed


def _long_ago(table: Table, at: Any, before: datetime) -> Update:
    if at is not None:
        return update(table).where(at < before)
    asked = select(prompts.c.id).where(prompts.c.due_at < before)
    return update(table).where(table.c.prompt_id.in_(asked))


_GONE: Final = select(people.c.id).where(people.c.telegram_id.is_(None))


async def drop_logs(tx: Tx, decisions: datetime, yeses: datetime) -> int:
    """Of people who are here no more: what was asked before `decisions`, and every yes and no before `yeses`."""
    logged = events.c.person_id.in_(_GONE), events.c.kind.in_(OUTLIVES - staying(Stays.SIX_YEARS))
    gone = 0
    for log in (
        delete(prompts).where(prompts.c.person_id.in_(_GONE), prompts.c.due_at < decisions),
        delete(events).where(*logged, events.c.at < decisions),
        delete(events).where(events.c.person_id.in_(_GONE), events.c.at < yeses),
        delete(consents).where(consents.c.person_id.in_(_GONE), consents.c.at < yeses),
    ):
        gone += (await tx.run(log)).rowcount
    return gone
