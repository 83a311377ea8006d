"""Whom a client's request goes to: their practitioner, then who covers. Set by the practitioner and by the operator."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from care.delivery import say
from care.people.accounts import names_of
from db.people import accounts, clients
from db.practice import requests
from db.practice.requests import OwnRoute
from db.store import service_facts
from db.tx import Tx
from programme.people.person import HOME, Person
from programme.practice.requests import (
    OFFICE,
    AlertRoute,
    Fault,
    Hours,
    hours_code,
    named,
    opens_at,
    parse_hours,
    parse_route,
)

ROUTE_FACT = "alert_route"


@dataclass(frozen=True, slots=True)
class Receiver:
    """Somebody who gets a request, and the hours in which they look, by their own clock."""

    person: Person
    hours: Hours

    @property
    def zone(self) -> str:
        """The IANA zone of their hours."""
        return self.person.zone or HOME.zone

    @property
    def is_reachable(self) -> bool:
        """Whether Telegram lets us write to them."""
        return self.person.cannot_reach_since is None

    def opens_at(self, now: datetime) -> datetime:
        """From when on they look (UTC)."""
        return opens_at(self.hours, now, self.zone)


async def keep_route(tx: Tx, text: str) -> None:
    """Use the operator's route of that text from now on, in every process ("" for none)."""
    await service_facts.put(tx, ROUTE_FACT, text)


async def operators_text(tx: Tx) -> str:
    """What the operator says, as it is written; "" for nothing."""
    return await service_facts.get(tx, ROUTE_FACT) or ""


async def operators_route(tx: Tx) -> AlertRoute:
    """What the operator says."""
    return _parsed(await operators_text(tx))


@lru_cache(maxsize=4)
def _parsed(text: str) -> AlertRoute:
    route = parse_route(text)
    return AlertRoute() if isinstance(route, Fault) else route


async def receivers_of_client(tx: Tx, person: Person) -> Sequence[Receiver]:
    """Who gets what that client asks, in order; nobody for somebody who is no client."""
    client = await clients.get(tx, person.id)
    if client is None or client.left_at is not None:
        return ()
    return [one for one in await receivers_of(tx, client.practitioner_id) if one.person.id != person.id]


async def receivers_of(tx: Tx, practitioner_id: int) -> Sequence[Receiver]:
    """Who gets what is asked of that practitioner, in order.

    - The practitioner, then the cover that they named, then the one whom the operator names.
    - Hours are those that somebody set, else those that the operator names, else those of whom they cover for.
    - Nobody who is no practitioner here any more.
    """
    own, by_operator = await requests.get_route(tx, practitioner_id), await operators_route(tx)
    ids = [practitioner_id, *((own.cover_id,) if own.cover_id else ())]
    known: dict[int, Person] = {}
    if by_operator != AlertRoute():
        known = await accounts.get_many(tx, await requests.practitioners_with_route(tx))
        ids += _covers(practitioner_id, by_operator, known)
    known |= await accounts.get_many(tx, [one for one in ids if one not in known])
    line: list[Receiver] = []
    for one in dict.fromkeys(ids):
        if one in known and known[one].is_practitioner:
            hours = await _hours(tx, one, by_operator, known)
            line.append(Receiver(known[one], hours or (line[0].hours if line else OFFICE)))
    return line


def _covers(practitioner_id: int, route: AlertRoute, known: dict[int, Person]) -> list[int]:
    names = {one: person.name for one, person in known.items()}
    mine = (cover for name, cover in route.covers.items() if named(name, names) == [practitioner_id])
    wanted = next(mine, route.for_all)
    found = named(wanted, names) if wanted else ()
    return [one for one in found if one != practitioner_id] if len(found) == 1 else []


async def _hours(tx: Tx, practitioner_id: int, route: AlertRoute, known: dict[int, Person]) -> Hours | None:
    own = parse_hours((await requests.get_route(tx, practitioner_id)).hours or "")
    if not isinstance(own, Fault):
        return own
    names = {one: person.name for one, person in known.items()}
    return next((hours for name, hours in route.hours.items() if named(name, names) == [practitioner_id]), None)


async def nobody_named_so(tx: Tx, text: str) -> Sequence[str]:
    """Names in the operator's route of that text that are no practitioner's here, or those of several."""
    found = await accounts.get_many(tx, await requests.practitioners_with_route(tx))
    names = {one: person.name for one, person in found.items()}
    return [name for name in _parsed(text).names if len(named(name, names)) != 1]


async def colleagues_of(tx: Tx, practitioner: Person) -> Mapping[int, str | None]:
    """The names of the other practitioners here, who may cover for that one."""
    found = await names_of(tx, await requests.practitioners_with_route(tx))
    return {one: name for one, name in found.items() if one != practitioner.id}


async def covers_for(tx: Tx, cover: Person, practitioner_id: int) -> bool:
    """Whether that practitioner named them as their cover."""
    return (await requests.get_route(tx, practitioner_id)).cover_id == cover.id


async def set_hours(tx: Tx, practitioner: Person, hours: Hours) -> bool:
    """That practitioner (locked) looks in these hours from now on; False for somebody who is none."""
    if not practitioner.is_practitioner:
        return False
    own = await requests.get_route(tx, practitioner.id)
    await requests.put_route(tx, practitioner.id, OwnRoute(hours_code(hours), own.cover_id))
    return True


async def set_cover(tx: Tx, practitioner: Person, cover_id: int | None) -> bool:
    """That colleague covers for them from now on (None: nobody whom they name); both who begins and who ends is told.

    False for anybody who is no practitioner here, or is the same.
    """
    before = await requests.get_route(tx, practitioner.id)
    if not practitioner.is_practitioner or cover_id == practitioner.id:
        return False
    cover = None if cover_id is None else await accounts.get(tx, cover_id)
    if cover_id is not None and (cover is None or not cover.is_practitioner):
        return False
    if before.cover_id == cover_id:
        return True
    await requests.put_route(tx, practitioner.id, OwnRoute(before.hours, cover_id))
    for one in (before.cover_id, cover_id):
        if one is not None:
            await say.retire_named(tx, one, "cover", practitioner.id)
            await say.show(tx, one, "cover", subject_id=practitioner.id)
    return True


async def end_cover(tx: Tx, cover: Person, practitioner_id: int) -> bool:
    """They do not cover for that practitioner any more, who is told so; False where they did not."""
    own = await requests.get_route(tx, practitioner_id)
    if own.cover_id != cover.id:
        return False
    await requests.put_route(tx, practitioner_id, OwnRoute(own.hours, None))
    await say.show(tx, practitioner_id, "cover_ended", subject_id=cover.id)
    return True


async def leave_route(tx: Tx, practitioner: Person) -> None:
    """They are no practitioner any more: whom they covered for is told."""
    for one in await requests.covered_by(tx, practitioner.id):
        await end_cover(tx, practitioner, one)
    await requests.remove_route(tx, practitioner.id)
