"""The one read of everything that was said about cigarettes, as many people as there are in the same statements."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import BindParameter, bindparam, func, select

from db.tables import check_ins, prompts, quit_attempts, smoked
from db.tx import Tx
from programme.outcomes.record import Amount, Said
from programme.outcomes.said_in import said_in
from programme.plan import NEVER
from programme.quitting import Attempt

_BY: BindParameter[Any] = bindparam("by", type_=smoked.c.told_at.type)  # what was told after it is left out
_ATTEMPT = tuple(quit_attempts.c[name] for name in Attempt.__slots__)
_ATTEMPTS = (
    select(*_ATTEMPT)
    .where(quit_attempts.c.person_id.in_(bindparam("people", expanding=True)), quit_attempts.c.made_at <= _BY)
    .order_by(quit_attempts.c.id)
)
_CHECK_INS = (
    select(
        check_ins.c.person_id, prompts.c.local_date, check_ins.c.cigarettes_from, check_ins.c.cigarettes_to,
        check_ins.c.since, check_ins.c.smoked_on,
    )
    .join(prompts, prompts.c.id == check_ins.c.prompt_id)
    .where(check_ins.c.person_id.in_(bindparam("people", expanding=True)), check_ins.c.cigarettes_from.is_not(None))
    .where(func.coalesce(prompts.c.answered_at, prompts.c.due_at) <= _BY)
    .order_by(prompts.c.local_date, prompts.c.id)
)  # fmt: skip
_BETWEEN = (
    select(smoked.c.person_id, smoked.c.local_date, smoked.c.cigarettes_from, smoked.c.cigarettes_to)
    .where(smoked.c.person_id.in_(bindparam("people", expanding=True)), smoked.c.told_at <= _BY)
    .order_by(smoked.c.local_date, smoked.c.id)
)


async def attempts_of(tx: Tx, person_ids: Collection[int], by: datetime = NEVER) -> Mapping[int, Sequence[Attempt]]:
    """Every attempt of these people, in the order in which they were made."""
    found: dict[int, list[Attempt]] = defaultdict(list)
    for row in await tx.run(_ATTEMPTS, {"people": list(person_ids), "by": by}):
        attempt = Attempt(*tuple(row))
        found[attempt.person_id].append(attempt)
    return found


async def in_check_ins(tx: Tx, person_ids: Collection[int], by: datetime = NEVER) -> Mapping[int, Sequence[Said]]:
    """What they said in check-ins, as the answers stand now, late ones and those about several days among them."""
    found: dict[int, list[Said]] = defaultdict(list)
    for row in await tx.run(_CHECK_INS, {"people": list(person_ids), "by": by}):
        whose, on, least, most, since, smoked_on = tuple(row)
        found[whose] += said_in(on, (least, most), since, smoked_on)
    return found


async def told_between(
    tx: Tx, person_ids: Collection[int], by: datetime = NEVER
) -> Mapping[int, Sequence[tuple[date, Amount]]]:
    """Each "I smoked" that was not taken back, by its local date, and how many it was; one at least, if not said."""
    found: dict[int, list[tuple[date, Amount]]] = defaultdict(list)
    for row in await tx.run(_BETWEEN, {"people": list(person_ids), "by": by}):
        whose, on, least, most = tuple(row)
        found[whose].append((on, (1, None) if least is None else (least, most)))
    return found
