"""Everyone who ever wrote to us, with what they are to the service now."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BindParameter, RowMapping, Select, bindparam, exists, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.delivery import screens
from db.store.errors import SealBroken
from db.tables import clients, people, practitioners, supporters
from db.tx import Tx
from programme.people.person import Person, Role

A_MINUTE = timedelta(minutes=1)
_IS_CLIENT = exists().where(clients.c.person_id == people.c.id, clients.c.left_at.is_(None))
_IS_PRACTITIONER = exists().where(practitioners.c.person_id == people.c.id)
_IS_SUPPORTER = exists().where(supporters.c.person_id == people.c.id)


def _select() -> Select[Any]:
    """People who are still here; an erased one leaves a row without a telegram id, so that no number comes round."""
    return select(
        people.c.id,
        people.c.telegram_id,
        people.c.name,
        people.c.locale,
        people.c.country,
        people.c.nation,
        people.c.zone,
        people.c.cannot_reach_since,
        people.c.hold_until,
        people.c.awaiting,
        people.c.awaiting_screen,
        people.c.pinned_at,
        _IS_CLIENT.label("is_client"),
        _IS_PRACTITIONER.label("is_practitioner"),
        _IS_SUPPORTER.label("is_supporter"),
    ).where(people.c.telegram_id.is_not(None))


_ONE = _select().where(people.c.id == bindparam("person"))
_SEVERAL = _select().where(people.c.id.in_(bindparam("people", expanding=True)))


def _person(tx: Tx, row: RowMapping) -> Person:
    values = dict(row)
    roles = {role: values.pop(f"is_{role.value}") for role in Role}
    values["name"] = _name(tx, row)
    return Person(**values, roles=frozenset(role for role, has in roles.items() if has))


def _name(tx: Tx, row: RowMapping) -> str | None:
    """The name. None also where another key sealed it, as in an older vault: people are read many at once, and one of
    them may not keep a crisis card from the others."""
    try:
        return tx.unseal(row["id"], row["name"])
    except SealBroken:
        return None


async def get(tx: Tx, person_id: int) -> Person | None:
    """The person of that id, or None where there is none or they were erased."""
    row = (await tx.run(_ONE, {"person": person_id})).mappings().one_or_none()
    return None if row is None else _person(tx, row)


async def get_many(tx: Tx, person_ids: Collection[int]) -> dict[int, Person]:
    """People by their id, in one statement; who is not there is left out."""
    rows = await tx.run(_SEVERAL, {"people": list(set(person_ids))})
    return {row["id"]: _person(tx, row) for row in rows.mappings()}


async def in_zones(tx: Tx, zones: Collection[str]) -> dict[int, Person]:
    """Everybody in these IANA zones, by id."""
    rows = await tx.run(_select().where(people.c.zone.in_(set(zones))))
    return {row["id"]: _person(tx, row) for row in rows.mappings()}


async def find(tx: Tx, telegram_id: int) -> Person | None:
    """The person behind that Telegram account, or None."""
    return (await find_many(tx, [telegram_id])).get(telegram_id)


async def find_many(tx: Tx, telegram_ids: Collection[int]) -> dict[int, Person]:
    """People by their Telegram account, in one statement; who is not there is left out."""
    rows = await tx.run(_select().where(people.c.telegram_id.in_(set(telegram_ids))))
    return {row["telegram_id"]: _person(tx, row) for row in rows.mappings()}


async def ensure(tx: Tx, telegram_id: int, locale: str) -> Person:
    """The person behind that Telegram account, made here if they never wrote before. `locale` counts only then."""
    return (await ensure_many(tx, {telegram_id: locale}))[telegram_id]


async def ensure_many(tx: Tx, locales: Mapping[int, str]) -> dict[int, Person]:
    """The same for several: people by their account, for the locale of each account."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    made = await tx.run(
        make(people).on_conflict_do_nothing(index_elements=["telegram_id"]).returning(people.c.id),
        [{"telegram_id": one, "locale": locales[one], "first_seen_at": tx.now} for one in sorted(locales)],
    )
    new_ids = list(made.scalars())
    if new_ids:
        tx.keys_for_new(new_ids)
    return await find_many(tx, locales)


async def lock(tx: Tx, person_ids: Iterable[int]) -> None:
    """Hold these people's rows until the transaction ends, in id order so that two writers never wait for each other.

    SQLite has one writer at a time, so there is nothing to hold. Rows that name a person (foreign keys) may still be
    written by others meanwhile: FOR UPDATE would make two people who write about each other wait in a circle.
    """
    ids = set(person_ids)
    if ids and tx.dialect != "sqlite":
        await tx.run(
            select(people.c.id).where(people.c.id.in_(ids)).order_by(people.c.id).with_for_update(key_share=True)
        )


async def lock_accounts(tx: Tx, telegram_ids: Collection[int]) -> None:
    """As `lock`, by Telegram account, with everybody whom a client among them asked to be on their side.

    What a client does may end it with those, and whoever is taken later may be held by somebody who waits for the rest.
    Who has no row yet is made, and so held, by `ensure`.
    """
    if not telegram_ids or tx.dialect == "sqlite":
        return
    client, accounts = people.alias("client"), set(telegram_ids)
    asked = (
        select(supporters.c.person_id)
        .join(client, client.c.id == supporters.c.client_id)
        .where(client.c.telegram_id.in_(accounts), supporters.c.person_id.is_not(None))
    )
    wanted = select(people.c.id).where(or_(people.c.telegram_id.in_(accounts), people.c.id.in_(asked)))
    await tx.run(wanted.order_by(people.c.id).with_for_update(key_share=True))


async def _set(tx: Tx, person_id: int, **values: Any) -> None:
    await tx.run(update(people).where(people.c.id == person_id).values(**values))


async def await_words(tx: Tx, person_id: int, what: str | None, screen_id: int | None = None) -> None:
    """Remember what the person's next words are for and which screen asked; None: for nothing.

    What an older screen asked for stays asked for there.
    """
    await _set(tx, person_id, awaiting=what, awaiting_screen=screen_id if what else None)
    if what and screen_id:
        await screens.asks_for(tx, screen_id, what)


_NOW: BindParameter[Any] = bindparam("now", type_=people.c.heard_at.type)
_BEFORE: BindParameter[Any] = bindparam("before", type_=people.c.heard_at.type)
_LONG_AGO = or_(people.c.heard_at.is_(None), people.c.heard_at < _BEFORE, people.c.heard_at > _NOW)
_HEARD = update(people).where(people.c.id.in_(bindparam("people", expanding=True)), _LONG_AGO).values(heard_at=_NOW)
_HEARD_AT = select(people.c.heard_at, people.c.awaiting).where(people.c.id == bindparam("person"))


async def touch_last_seen(tx: Tx, person_ids: Collection[int]) -> None:
    """Something came from these people now; kept to the minute, in one statement."""
    if person_ids:
        await tx.run(_HEARD, {"people": list(set(person_ids)), "now": tx.now, "before": tx.now - A_MINUTE})


async def acted(tx: Tx, person_id: int, at: datetime) -> bool:
    """Whether that person did something shortly before `at`, or has since: what was put down then is their doing."""
    last, _ = await last_seen_at(tx, person_id)
    return last is not None and last >= at - 2 * A_MINUTE


async def last_seen_at(tx: Tx, person_id: int) -> tuple[datetime | None, str | None]:
    """When anything last came from that person (UTC; None: never), and what their next words are for."""
    row = (await tx.run(_HEARD_AT, {"person": person_id})).one()
    return row.heard_at, row.awaiting


async def set_name(tx: Tx, person_id: int, name: str) -> None:
    """Keep, sealed, what the person wants to be called."""
    await _set(tx, person_id, name=tx.seal(person_id, name))


async def set_locale(tx: Tx, person_id: int, locale: str) -> None:
    """Keep the language the person reads."""
    await _set(tx, person_id, locale=locale)


async def set_place(tx: Tx, person_id: int, *, country: str, zone: str) -> None:
    """Keep where the person is: the country for the crisis card, the IANA zone for their clock."""
    await _set(tx, person_id, country=country, zone=zone)


async def set_nation(tx: Tx, person_id: int, nation: str, country: str | None) -> None:
    """Keep whose crisis numbers the person wants, and the country that goes with it."""
    await _set(tx, person_id, nation=nation, country=country)


async def set_cannot_reach(tx: Tx, person_id: int, since: datetime | None) -> None:
    """Telegram lets us write to them no more since then (UTC); None: it does."""
    await _set(tx, person_id, cannot_reach_since=since)


async def set_hold(tx: Tx, person_id: int, until: datetime | None) -> None:
    """Telegram asked us to leave this chat alone until then (UTC)."""
    await _set(tx, person_id, hold_until=until)


async def set_pinned(tx: Tx, person_id: int) -> None:
    """The message that is pinned was put down for them."""
    await tx.run(update(people).where(people.c.id == person_id).values(pinned_at=tx.now))
