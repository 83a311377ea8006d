"""Messages as people see them: which screen stands in which message, and whether its buttons are still there."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, bindparam, exists, insert, select, text, update

from db.people.consents import ever_kept
from db.tables import clients, screens
from db.tx import Tx

_COLUMNS = (
    screens.c.id,
    screens.c.person_id,
    screens.c.name,
    screens.c.args,
    screens.c.subject_id,
    screens.c.message_id,
    screens.c.live,
    screens.c.bare,
    screens.c.awaits,
)
_SEVERAL = select(*_COLUMNS).where(screens.c.id.in_(bindparam("screens", expanding=True)))
_ADOPT = update(screens).where(screens.c.id == bindparam("screen")).values(message_id=bindparam("message"))


@dataclass(frozen=True, slots=True)
class ScreenRow:
    """One screen: `args` holds ids and codes, never words; `message_id` is None until it was sent.

    `live`: taps on its buttons count. `bare`: its message is known to have no buttons. `awaits`: the words it asks for.
    """

    id: int
    person_id: int
    name: str
    args: Mapping[str, Any]
    subject_id: int | None
    message_id: int | None
    live: bool
    bare: bool = False
    awaits: str | None = None


def _row(row: Row[Any]) -> ScreenRow:
    return ScreenRow(*tuple(row))


async def add(tx: Tx, person_id: int, name: str, args: Mapping[str, Any], subject_id: int | None) -> int:
    """Remember a new screen; returns its id."""
    result = await tx.run(
        insert(screens)
        .values(person_id=person_id, name=name, args=dict(args), subject_id=subject_id, made_at=tx.now, live=True)
        .returning(screens.c.id)
    )
    return int(result.scalar_one())


async def get(tx: Tx, screen_id: int) -> ScreenRow | None:
    """The screen, or None where there is none of that id."""
    row = (await tx.run(select(*_COLUMNS).where(screens.c.id == screen_id))).one_or_none()
    return None if row is None else _row(row)


async def get_many(tx: Tx, screen_ids: Collection[int]) -> dict[int, ScreenRow]:
    """Screens by their id, in one statement; who is not there is left out."""
    rows = await tx.run(_SEVERAL, {"screens": list(screen_ids)})
    return {row.id: _row(row) for row in rows}


async def live_of(tx: Tx, person_id: int, name: str | None = None, subject_id: int | None = None) -> list[ScreenRow]:
    """The person's screens whose buttons are still there, oldest first; narrowed by name and subject."""
    wanted = select(*_COLUMNS).where(screens.c.person_id == person_id, screens.c.live)
    if name is not None:
        wanted = wanted.where(screens.c.name == name)
    if subject_id is not None:
        wanted = wanted.where(screens.c.subject_id == subject_id)
    return [_row(row) for row in await tx.run(wanted.order_by(screens.c.id))]


async def sent_of(
    tx: Tx, person_id: int, names: Collection[str], *, subject_id: int | None = None, since: datetime | None = None
) -> list[ScreenRow]:
    """The person's screens of these names that stand in a message, or are on their way to, with buttons or without;
    narrowed by subject, and by when they were made."""
    wanted = select(*_COLUMNS).where(screens.c.person_id == person_id, screens.c.name.in_(names))
    wanted = wanted.where(screens.c.live | screens.c.message_id.is_not(None))
    if subject_id is not None:
        wanted = wanted.where(screens.c.subject_id == subject_id)
    if since is not None:
        wanted = wanted.where(screens.c.made_at > since)
    return [_row(row) for row in await tx.run(wanted.order_by(screens.c.id))]


async def any_since(tx: Tx, person_id: int, names: Collection[str], since: datetime) -> bool:
    """Whether one of these screens, made since then, still has its buttons at that person's."""
    wanted = select(screens.c.id).where(
        screens.c.person_id == person_id, screens.c.name.in_(names), screens.c.live, screens.c.made_at > since
    )
    return (await tx.run(wanted.limit(1))).first() is not None


async def made_since(tx: Tx, person_id: int, names: Collection[str], since: datetime) -> bool:
    """Whether one of these screens was made for that person since then, whatever became of it."""
    wanted = select(screens.c.id).where(
        screens.c.person_id == person_id, screens.c.name.in_(names), screens.c.made_at > since
    )
    return (await tx.run(wanted.limit(1))).first() is not None


# Said as the partial index says it, or SQLite does not use the index.
_PASSING = text("screens.name IN ('crisis', 'quiet_line')")


async def passing_between(tx: Tx, since: datetime, before: datetime) -> list[ScreenRow]:
    """Everybody's crisis cards and quiet lines made between the two moments, oldest first."""
    wanted = select(*_COLUMNS).where(_PASSING, screens.c.made_at > since, screens.c.made_at <= before)
    return [_row(row) for row in await tx.run(wanted.order_by(screens.c.made_at))]


async def keep_args(tx: Tx, screen_id: int, args: Mapping[str, Any]) -> None:
    """The same screen with these args only."""
    await tx.run(update(screens).where(screens.c.id == screen_id).values(args=dict(args)))


async def forget_args(tx: Tx, screen_ids: Collection[int]) -> None:
    """The same screens without any args."""
    if screen_ids:
        await tx.run(update(screens).where(screens.c.id.in_(list(screen_ids))).values(args={}))


async def with_codes(
    tx: Tx, names: Collection[str], since: datetime, before: datetime, *, unkept: bool = False
) -> list[ScreenRow]:
    """Everybody's screens of these names that were made between the two moments and have args.

    `unkept`: of clients who never agreed to have answers kept only.
    """
    wanted = select(*_COLUMNS).where(screens.c.name.in_(names), screens.c.made_at > since, screens.c.made_at < before)
    if unkept:
        joined = exists().where(clients.c.person_id == screens.c.person_id)
        wanted = wanted.where(joined, ~ever_kept(screens.c.person_id, screens.c.made_at))
    return [row for row in map(_row, await tx.run(wanted)) if row.args]


async def become(tx: Tx, screen_id: int, name: str, args: Mapping[str, Any], subject_id: int | None) -> None:
    """The same message, showing another screen from now on."""
    await tx.run(
        update(screens)
        .where(screens.c.id == screen_id)
        .values(name=name, args=dict(args), subject_id=subject_id, live=True, awaits=None)
    )


async def asks_for(tx: Tx, screen_id: int, what: str | None) -> None:
    """It shows a question that is answered by words of that kind from now on; None: by none any more."""
    await tx.run(update(screens).where(screens.c.id == screen_id).values(awaits=what))


async def asking(tx: Tx, person_id: int) -> list[ScreenRow]:
    """The person's screens, made within a day, that show a question which is answered by words; the newest first."""
    wanted = select(*_COLUMNS).where(
        screens.c.person_id == person_id,
        screens.c.live,
        screens.c.awaits.is_not(None),
        screens.c.made_at > tx.now - timedelta(days=1),
    )
    return [_row(row) for row in await tx.run(wanted.order_by(screens.c.id.desc()))]


async def in_message(tx: Tx, person_id: int, message_id: int) -> ScreenRow | None:
    """The newest of that person's screens that stands in that message; None: none that is known."""
    wanted = select(*_COLUMNS).where(screens.c.person_id == person_id, screens.c.message_id == message_id)
    row = (await tx.run(wanted.order_by(screens.c.id.desc()).limit(1))).one_or_none()
    return None if row is None else _row(row)


async def retire(tx: Tx, screen_id: int) -> None:
    """Its buttons no longer count."""
    await tx.run(update(screens).where(screens.c.id == screen_id).values(live=False))


async def retire_many(tx: Tx, screen_ids: Collection[int]) -> None:
    """The same for several: they were never shown."""
    await tx.run(update(screens).where(screens.c.id.in_(screen_ids)).values(live=False))


async def adopt(tx: Tx, screen_id: int, message_id: int | None) -> None:
    """The screen stands in that message: Telegram told us so, or a tap did. None: in none any more."""
    await tx.run(update(screens).where(screens.c.id == screen_id).values(message_id=message_id))


async def adopt_many(tx: Tx, messages: Mapping[int, int]) -> None:
    """The same for several screens at once: message ids by screen id."""
    pairs = sorted(messages.items())
    await tx.run(_ADOPT, [{"screen": screen_id, "message": message_id} for screen_id, message_id in pairs])


async def set_bare(tx: Tx, screen_ids: Collection[int], *, bare: bool) -> None:
    """Whether their messages are known to have no buttons."""
    if screen_ids:
        await tx.run(update(screens).where(screens.c.id.in_(screen_ids)).values(bare=bare))


async def forget_token(tx: Tx, screen_id: int) -> None:
    """An invite link is shown once: from now on its secret is kept nowhere."""
    row = await get(tx, screen_id)
    if row is not None and "token" in row.args:
        args = {name: value for name, value in row.args.items() if name != "token"}
        await tx.run(update(screens).where(screens.c.id == screen_id).values(args=args))
