"""Links that people were given. Tokens and codes come and lie here hashed; labels lie sealed under who made them."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, exists, insert, or_, select, update

from db.tables import clients, invites
from db.tx import Tx
from programme.people.invite import Invite
from programme.people.person import Role

SERVICE = 0  # whose key seals the label of an invite from the command line
_COLUMNS = tuple(invites.c[name] for name in Invite.__slots__)


def _invite(tx: Tx, row: Row[Any]) -> Invite:
    values: dict[str, Any] = dict(zip(Invite.__slots__, row, strict=True))
    values["role"] = Role(values["role"])
    values["label"] = tx.unseal(values["issued_by"] or SERVICE, values["label"])
    return Invite(**values)


async def add(
    tx: Tx,
    role: Role,
    *,
    token_hash: bytes,
    code_hash: bytes | None,
    label: str | None,
    issued_by: int | None,
    expires_at: datetime,
) -> int:
    """Keep a new invite; returns its id."""
    made = await tx.run(
        insert(invites)
        .values(
            role=role.value,
            token_hash=token_hash,
            code_hash=code_hash,
            label=None if label is None else tx.seal(issued_by or SERVICE, label),
            issued_by=issued_by,
            made_at=tx.now,
            expires_at=expires_at,
        )
        .returning(invites.c.id)
    )
    return int(made.scalar_one())


async def _one(tx: Tx, condition: Any) -> Invite | None:
    row = (await tx.run(select(*_COLUMNS).where(condition).order_by(invites.c.id.desc()).limit(1))).one_or_none()
    return None if row is None else _invite(tx, row)


async def get(tx: Tx, invite_id: int) -> Invite | None:
    """The invite of that id, or None."""
    return await _one(tx, invites.c.id == invite_id)


async def find(tx: Tx, token_hash: bytes) -> Invite | None:
    """The invite whose token has that hash, or None."""
    return await _one(tx, invites.c.token_hash == token_hash)


async def open_hashes(tx: Tx, token_hashes: Collection[bytes]) -> set[bytes]:
    """Those of these that are of an invite which is not used, nor run out at `now`."""
    open_now = invites.c.used_at.is_(None), invites.c.taken_back_at.is_(None), invites.c.expires_at > tx.now
    return set(
        (await tx.run(select(invites.c.token_hash).where(invites.c.token_hash.in_(token_hashes), *open_now))).scalars()
    )


async def hashes(tx: Tx, invite_id: int) -> tuple[bytes, bytes | None]:
    """The hashes of the invite's token and of its six digits; None where it has no digits."""
    row = (await tx.run(select(invites.c.token_hash, invites.c.code_hash).where(invites.c.id == invite_id))).one()
    return row.token_hash, row.code_hash


async def on_the_way(tx: Tx, person_id: int, role: Role = Role.CLIENT) -> Invite | None:
    """The invite that person opened and has not used yet, or None."""
    return await _one(
        tx, (invites.c.opened_by == person_id) & (invites.c.role == role.value) & invites.c.used_at.is_(None)
    )


async def of_practitioner(tx: Tx, practitioner_id: int) -> Sequence[Invite]:
    """Every invite that practitioner made, newest first."""
    rows = await tx.run(select(*_COLUMNS).where(invites.c.issued_by == practitioner_id).order_by(invites.c.id.desc()))
    return [_invite(tx, row) for row in rows]


async def unused(tx: Tx, practitioner_id: int, most: int) -> Sequence[Invite]:
    """At most that many of the links for clients that practitioner made and nobody joined with, newest first."""
    wanted = select(*_COLUMNS).where(
        invites.c.issued_by == practitioner_id, invites.c.role == Role.CLIENT.value, invites.c.used_at.is_(None)
    )
    return [_invite(tx, row) for row in await tx.run(wanted.order_by(invites.c.id.desc()).limit(most))]


async def labels_of(tx: Tx, person_ids: Collection[int]) -> dict[int, str]:
    """What stands on the link with which each of these clients joined last; who has none is left out."""
    wanted = select(*_COLUMNS).where(
        invites.c.opened_by.in_(list(person_ids)), invites.c.role == Role.CLIENT.value, invites.c.used_at.is_not(None)
    )
    found = [_invite(tx, row) for row in await tx.run(wanted.order_by(invites.c.id))]
    return {one.opened_by: one.label for one in found if one.opened_by is not None and one.label}


async def bind(tx: Tx, invite_id: int, person_id: int, *, take_over: bool) -> bool:
    """Bind the invite to that person, unless it is used; `take_over`: also where somebody else opened it before."""
    unused = invites.c.used_at.is_(None), invites.c.taken_back_at.is_(None)
    chosen = update(invites).where(invites.c.id == invite_id, *unused)
    free = chosen if take_over else chosen.where(invites.c.opened_by.is_(None))
    bound = await tx.run(free.values(opened_by=person_id, opened_at=tx.now, declined_at=None))
    return bound.rowcount == 1


async def reopen(tx: Tx, person_id: int, role: Role) -> None:
    """Let go of the invites of that role that the person opened and did not use: others may open them."""
    await tx.run(
        update(invites)
        .where(invites.c.opened_by == person_id, invites.c.role == role.value, invites.c.used_at.is_(None))
        .values(opened_by=None, opened_at=None)
    )


async def decline(tx: Tx, invite_id: int) -> None:
    """Whoever opened that invite does not join with it. Nobody has opened it any more, and others may."""
    opened = update(invites).where(invites.c.id == invite_id, invites.c.used_at.is_(None))
    await tx.run(opened.values(opened_by=None, opened_at=None, declined_at=tx.now))


async def take_back(tx: Tx, invite_id: int) -> bool:
    """Nobody can join with that invite any more, whoever opened it; False where somebody has, or it was taken back."""
    unused = invites.c.used_at.is_(None), invites.c.taken_back_at.is_(None)
    open_ = update(invites).where(invites.c.id == invite_id, *unused)
    return (
        await tx.run(open_.values(opened_by=None, opened_at=None, taken_back_at=tx.now, expires_at=tx.now))
    ).rowcount == 1


async def end_opened(tx: Tx, before: datetime) -> int:
    """Links for clients that were opened before that moment, and not joined with, run out; how many.

    Not of who was a client before: what they kept is there while they are on the way back.
    """
    comes_back = exists().where(clients.c.person_id == invites.c.opened_by)
    opened = update(invites).where(
        invites.c.role == Role.CLIENT.value, invites.c.used_at.is_(None), invites.c.opened_at < before, ~comes_back
    )
    return (await tx.run(opened.values(opened_by=None, opened_at=None, expires_at=tx.now))).rowcount


async def every_open(tx: Tx) -> Sequence[Invite]:
    """Every link that somebody may still join with at that moment (UTC), oldest first."""
    waits = or_(invites.c.opened_by.is_not(None), invites.c.expires_at > tx.now)
    rows = await tx.run(
        select(*_COLUMNS)
        .where(invites.c.used_at.is_(None), invites.c.taken_back_at.is_(None), waits)
        .order_by(invites.c.id)
    )
    return [_invite(tx, row) for row in rows]


async def let_go(tx: Tx, invite_id: int) -> None:
    """Nobody has opened that invite any more, if it was not used."""
    opened = update(invites).where(invites.c.id == invite_id, invites.c.used_at.is_(None))
    await tx.run(opened.values(opened_by=None, opened_at=None))


async def use(tx: Tx, invite_id: int, person_id: int) -> bool:
    """Use the invite up. False where somebody did meanwhile, or it is not bound to that person."""
    used = await tx.run(
        update(invites)
        .where(invites.c.id == invite_id, invites.c.opened_by == person_id, invites.c.used_at.is_(None))
        .values(used_at=tx.now)
    )
    return used.rowcount == 1


async def count_try(tx: Tx, invite_id: int, tries: int) -> None:
    """Keep how many wrong codes were typed for it lately."""
    await tx.run(update(invites).where(invites.c.id == invite_id).values(tries=tries, last_try_at=tx.now))
