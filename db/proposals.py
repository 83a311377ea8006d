"""Proposals as they are stored: what was put to somebody, and what they said."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from db.tables import proposals
from db.tx import Tx
from programme.proposal import Proposal, Reply

_COLUMNS = tuple(proposals.c[name] for name in Proposal.__slots__)


def _proposal(values: Iterable[Any]) -> Proposal:
    named = dict(zip(Proposal.__slots__, values, strict=True))
    return Proposal(**named | {"answer": named["answer"] and Reply(named["answer"])})


async def add(tx: Tx, person_id: int, what: str, value: str) -> Proposal:
    """That is put to that person now."""
    values = {"person_id": person_id, "what": what, "value": value, "made_at": tx.now}
    return _proposal((await tx.run(insert(proposals).values(values).returning(*_COLUMNS))).one())


_OF_PERSON = select(*_COLUMNS).where(proposals.c.person_id == bindparam("person")).order_by(proposals.c.id)


async def of_person(tx: Tx, person_id: int) -> Sequence[Proposal]:
    """All that was ever put to that person, oldest first."""
    return [_proposal(row) for row in await tx.run(_OF_PERSON, {"person": person_id})]


async def lift(tx: Tx, person_id: int) -> bool:
    """What that person wanted never to be asked is "not now", as of then; False where there was none."""
    never = update(proposals).where(proposals.c.person_id == person_id, proposals.c.answer == Reply.NEVER.value)
    return (await tx.run(never.values(answer=Reply.NOT_NOW.value))).rowcount > 0


async def answer(tx: Tx, proposal_id: int, reply: Reply) -> None:
    """That is what they said."""
    said = update(proposals).where(proposals.c.id == proposal_id)
    await tx.run(said.values(answer=reply.value, answered_at=tx.now))
