"""Who supports whom, as it is stored. The client's own words about a supporter are sealed under the client's key."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, insert, select, update

from db.errors import ReadBefore
from db.tables import supporters
from db.tx import Tx
from programme.plan import Rule
from programme.support import Shared, Support, SupportState

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
