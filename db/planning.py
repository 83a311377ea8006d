"""What clients write for themselves, by what it is for, sealed under their own key."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, delete, insert, select, update

from db.tables import own_words, reasons
from db.tx import Tx
from programme.planning.reasons import PARTS, TAKEN_OFF, OwnWords, Purpose, Reason, ReasonSide

_OWN_COLUMNS = tuple(own_words.c[name] for name in ("id", "person_id", "kind", "words", "about_id", "on_date", "code"))


def _own(tx: Tx, row: Row[Any]) -> OwnWords:
    words = tx.unseal(row.person_id, row.words) or ""
    purpose = Purpose(row.kind)
    return OwnWords(
        row.id, row.person_id, purpose, words, row.about_id, row.on_date, row.code, row.ended_at is not None
    )


async def add_own_words(
    tx: Tx,
    person_id: int,
    purpose: Purpose,
    words: str,
    *,
    about_id: int | None = None,
    on_date: date | None = None,
    code: str | None = None,
) -> int:
    """Keep these words for that; gives their id."""
    values = {"person_id": person_id, "kind": purpose.value, "words": tx.seal(person_id, words), "made_at": tx.now}
    rest = {"about_id": about_id, "on_date": on_date, "code": code}
    made = await tx.run(insert(own_words).values(**values, **rest).returning(own_words.c.id))
    return int(made.scalar_one())


_OF_PERSON = (
    select(*_OWN_COLUMNS, own_words.c.ended_at)
    .where(own_words.c.person_id == bindparam("person"), own_words.c.kind.in_(bindparam("kinds", expanding=True)))
    .order_by(own_words.c.id)
)
_STANDING = _OF_PERSON.where(own_words.c.ended_at.is_(None))


async def own_words_of_person(
    tx: Tx, person_id: int, purposes: Collection[Purpose], *, also_ended: bool = False
) -> Sequence[OwnWords]:
    """What that person wrote for these purposes, oldest first."""
    asked = {"person": person_id, "kinds": [one.value for one in purposes]}
    return [_own(tx, row) for row in await tx.run(_OF_PERSON if also_ended else _STANDING, asked)]


async def get_own_words(tx: Tx, own_id: int, person_id: int) -> OwnWords | None:
    """These words, where they are that person's."""
    wanted = select(*_OWN_COLUMNS, own_words.c.ended_at).where(
        own_words.c.id == own_id, own_words.c.person_id == person_id
    )
    row = (await tx.run(wanted)).one_or_none()
    return None if row is None else _own(tx, row)


async def change_own_words(tx: Tx, own: OwnWords) -> None:
    """Keep `own` as it is now: words, day, code and what it belongs to; nothing where it is not its person's."""
    rest = {"about_id": own.about_id, "on_date": own.on_date, "code": own.code}
    values = {"words": tx.seal(own.person_id, own.words), **rest}
    await tx.run(_my_own_words(own.id, own.person_id).values(**values))


async def end_own_words(tx: Tx, own_id: int, person_id: int, at: datetime | None) -> bool:
    """Not shown any more from that moment on (UTC); None: shown again. False where it is not theirs."""
    return (await tx.run(_my_own_words(own_id, person_id).values(ended_at=at))).rowcount > 0


async def remove_own_words(tx: Tx, own_id: int, person_id: int) -> bool:
    """Forget these words for good; False where they are not theirs."""
    mine = and_(own_words.c.id == own_id, own_words.c.person_id == person_id)
    return (await tx.run(delete(own_words).where(mine))).rowcount > 0


async def drop_taken_off(tx: Tx, before: datetime) -> int:
    """What its person took off before that moment is gone, and what was about it. How many that were."""
    kinds = own_words.c.kind.in_([one.value for one in TAKEN_OFF])
    gone = delete(own_words).where(kinds, own_words.c.code.is_(None), own_words.c.ended_at < before)
    count = (await tx.run(gone)).rowcount
    parts, whole = own_words.c.kind.in_([one.value for one in PARTS]), own_words.alias("whole")
    orphans = delete(own_words).where(parts, own_words.c.about_id.not_in(select(whole.c.id)))
    return count + (await tx.run(orphans)).rowcount


async def remove_own_words_about(
    tx: Tx, person_id: int, purposes: Collection[Purpose], about_id: int, code: str
) -> None:
    """What that person wrote about that row, for these purposes and with that code, goes with it."""
    kinds = [one.value for one in purposes]
    await tx.run(
        delete(own_words).where(
            own_words.c.person_id == person_id,
            own_words.c.kind.in_(kinds),
            own_words.c.about_id == about_id,
            own_words.c.code == code,
        )
    )


def _my_own_words(own_id: int, person_id: int) -> Any:
    return update(own_words).where(own_words.c.id == own_id, own_words.c.person_id == person_id)


_REASON_COLUMNS = (reasons.c.id, reasons.c.person_id, reasons.c.words, reasons.c.side, reasons.c.pinned)


def _reason(tx: Tx, row: Row[Any]) -> Reason:
    return Reason(row.id, tx.unseal(row.person_id, row.words) or "", ReasonSide(row.side), row.pinned)


async def add_reason(tx: Tx, person_id: int, words: str, side: ReasonSide = ReasonSide.WHY) -> int:
    """Keep another reason on that list; returns its id."""
    values = {"person_id": person_id, "words": tx.seal(person_id, words), "made_at": tx.now, "side": side.value}
    return int((await tx.run(insert(reasons).values(values).returning(reasons.c.id))).scalar_one())


async def reasons_of_person(tx: Tx, person_id: int) -> Sequence[Reason]:
    """The person's reasons on all lists, oldest first."""
    wanted = select(*_REASON_COLUMNS).where(reasons.c.person_id == person_id, reasons.c.ended_at.is_(None))
    return [_reason(tx, row) for row in await tx.run(wanted.order_by(reasons.c.id))]


async def change_reason(tx: Tx, person_id: int, reason_id: int, words: str) -> bool:
    """Other words for it; False where it is not theirs."""
    return (await tx.run(_my_reason(person_id, reason_id).values(words=tx.seal(person_id, words)))).rowcount > 0


async def pin_reason(tx: Tx, person_id: int, reason_id: int | None) -> bool:
    """That one is the pinned one, and no other is (None: none is); False where it is not theirs."""
    await tx.run(update(reasons).where(reasons.c.person_id == person_id, reasons.c.pinned).values(pinned=False))
    if reason_id is None:
        return True
    return (await tx.run(_my_reason(person_id, reason_id).values(pinned=True))).rowcount > 0


async def end_reason(tx: Tx, person_id: int, reason_id: int, at: datetime | None) -> ReasonSide | None:
    """Off its list from that moment on (UTC); None: on it again. Gives the list, None where it is not theirs."""
    side = (
        await tx.run(_my_reason(person_id, reason_id).values(ended_at=at).returning(reasons.c.side))
    ).scalar_one_or_none()
    return None if side is None else ReasonSide(side)


def _my_reason(person_id: int, reason_id: int) -> Any:
    return update(reasons).where(reasons.c.id == reason_id, reasons.c.person_id == person_id)
