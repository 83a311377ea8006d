"""Who supports whom, and the words that pass between them, as they are stored."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, insert, select, update

from db.store.errors import ReadBefore
from db.tables import encouragements, supporters
from db.tx import Tx
from programme.schedule.plan import Rule
from programme.supporters.support import PassedWords, Shared, Support, SupportState

_COLUMNS = tuple(supporters.c[name] for name in Support.__slots__)


def _support(tx: Tx, row: Row[Any]) -> Support:
    values: dict[str, Any] = dict(zip(Support.__slots__, row, strict=True))
    client_id = values["client_id"]
    return Support(
        **values
        | {
            "label": tx.unseal(client_id, values["label"]) or "",
            "wish": tx.unseal(client_id, values["wish"]),
            "waits": tx.unseal(client_id, values["waits"]),
            "shares": frozenset(map(Shared, values["shares"])),
            "rule": Rule.from_json(values["rule"]),
            "state": SupportState(values["state"]),
        }
    )


async def add(tx: Tx, client_id: int, label: str, rule: Rule, seed: int) -> Support:
    """Somebody whom the client may ask; nothing is shown to them so far."""
    values = {
        "client_id": client_id,
        "label": tx.seal(client_id, label),
        "shares": [],
        "rule": rule.to_json(),
        "state": SupportState.MADE.value,
        "seed": seed,
        "made_at": tx.now,
    }
    made = await tx.run(insert(supporters).values(values).returning(*_COLUMNS))
    return _support(tx, made.one())


async def get(tx: Tx, support_id: int) -> Support | None:
    """The one of that id, or None."""
    return next(iter(await _of(tx, supporters.c.id == support_id)), None)


async def of_client(tx: Tx, client_id: int) -> Sequence[Support]:
    """Everybody whom that client asked and did not take off the list, in that order."""
    return await _of(tx, supporters.c.client_id == client_id)


async def of_supporter(tx: Tx, person_id: int) -> Sequence[Support]:
    """Everybody who asked that person, in that order, whatever became of it."""
    return await _of(tx, supporters.c.person_id == person_id)


async def of_invite(tx: Tx, invite_id: int) -> Support | None:
    """The one whom that link is for, or None."""
    return next(iter(await _of(tx, supporters.c.invite_id == invite_id)), None)


async def _of(tx: Tx, condition: Any) -> list[Support]:
    rows = await tx.run(select(*_COLUMNS).where(condition).order_by(supporters.c.id))
    return [_support(tx, row) for row in rows]


async def change(tx: Tx, before: Support, after: Support) -> None:
    """Keep what differs between the two. Raises ReadBefore where it does not stand any more as it did `before`.

    Whoever opens a link is not held by the client, who does not know them yet: two processes may both have read.
    """
    changed = {
        name: getattr(after, name) for name in Support.__slots__ if getattr(after, name) != getattr(before, name)
    }
    if "shares" in changed:
        changed["shares"] = sorted(after.shares)
    if "rule" in changed:
        changed["rule"] = after.rule.to_json()
    for name in changed.keys() & {"label", "wish", "waits"}:
        changed[name] = None if changed[name] is None else tx.seal(after.client_id, changed[name])
    if changed and (await tx.run(update(supporters).where(*_stands_as(before)).values(changed))).rowcount != 1:
        raise ReadBefore


def _stands_as(before: Support) -> tuple[ColumnElement[bool], ...]:
    return (
        supporters.c.id == before.id,
        supporters.c.state == before.state.value,
        supporters.c.invite_id.is_not_distinct_from(before.invite_id),
        supporters.c.person_id.is_not_distinct_from(before.person_id),
    )


_ENCOURAGEMENT_COLUMNS = tuple(encouragements.c[name] for name in PassedWords.__slots__)


def _passed_on(tx: Tx, row: Row[Any]) -> PassedWords:
    values: dict[str, Any] = dict(zip(PassedWords.__slots__, row, strict=True))
    return PassedWords(**values | {"words": tx.unseal(values["person_id"], values["words"]) or ""})


async def add_encouragement(tx: Tx, support_id: int, person_id: int, to_id: int, words: str) -> int:
    """Keep words that are not sent yet; returns their id."""
    sealed = tx.seal(person_id, words)
    values = {"support_id": support_id, "person_id": person_id, "to_id": to_id, "words": sealed}
    made = await tx.run(insert(encouragements).values(**values, made_at=tx.now).returning(encouragements.c.id))
    return int(made.scalar_one())


async def get_encouragement(tx: Tx, passed_id: int) -> PassedWords | None:
    """The words of that id, or None."""
    row = (await tx.run(select(*_ENCOURAGEMENT_COLUMNS).where(encouragements.c.id == passed_id))).one_or_none()
    return None if row is None else _passed_on(tx, row)


async def encouragements_since(tx: Tx, support_id: int, person_id: int, since: datetime) -> int:
    """How often that person sent words to the other one since then."""
    mine = (encouragements.c.support_id == support_id) & (encouragements.c.person_id == person_id)
    wanted = select(func.count()).where(mine, encouragements.c.sent_at >= since)
    return int((await tx.run(wanted)).scalar_one())


async def send_encouragement(tx: Tx, passed_id: int) -> bool:
    """They are sent now; False where they were before."""
    unsent = update(encouragements).where(encouragements.c.id == passed_id, encouragements.c.sent_at.is_(None))
    return (await tx.run(unsent.values(sent_at=tx.now))).rowcount == 1


async def rate_encouragement(tx: Tx, passed_id: int, *, helped: bool) -> None:
    """The reader says whether it helped."""
    await tx.run(update(encouragements).where(encouragements.c.id == passed_id).values(helped=helped))
