"""The people of a seed: the same seed, size and dates give the same people, and the same things happen to them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from programme.people.person import HOME, Place, Role
from trials.simulate.behaviour import BEHAVIOURS, CLIENTS_EACH, DAY, ClientLife, every_place, supporter_turns, turns_of
from trials.simulate.residents import Habits, Happening, LifeTurn, Population, Resident, Standstill

SPANS = (timedelta(minutes=7), timedelta(minutes=50), timedelta(hours=5), timedelta(hours=27))
STANDSTILL_EVERY = 12  # days


def populate(seed: int, clients: int, weeks: int, first: date) -> Population:
    """That many clients, a practitioner for every few of them, and the supporters they ask; for that many weeks."""
    days = weeks * 7
    chance = Random(f"{seed}:town")
    start = datetime.combine(first, time(), UTC)
    practitioners = [_practitioner(seed, number) for number in range(-(-clients // CLIENTS_EACH))]
    lots = list(_lots(seed, clients, days, first, chance))
    turns = [turn for lot in lots for turn in turns_of(lot)]
    asked = [turn for turn in turns if turn.what is Happening.ASK_SUPPORTER]
    supporters = {turn.arg: _supporter(seed, turn.arg, turn.who, lots) for turn in asked}
    turns += [turn for ask in asked for turn in supporter_turns(seed, ask, supporters[ask.arg], first + days * DAY)]
    turns += [turn for one in practitioners for turn in _practitioner_turns(seed, one, lots, start, days)]
    everybody = [*practitioners, *(lot.resident for lot in lots), *supporters.values()]
    end = start + days * DAY
    return Population(
        start,
        end,
        {one.name: one for one in everybody},
        tuple(sorted((turn for turn in turns if turn.at < end), key=lambda turn: turn.at)),
        tuple(_standstills(chance, start, days)),
    )


def _lots(seed: int, clients: int, days: int, first: date, chance: Random) -> Iterator[ClientLife]:
    places, ways = list(every_place()[:clients]), [*BEHAVIOURS]
    chance.shuffle(ways)
    while len(places) < clients:
        places.append(chance.choice(every_place()))
    chance.shuffle(places)
    for number, place in enumerate(places):
        name = f"client-{number + 1:03}"
        own = Random(f"{seed}:{name}")
        way = ways[number % len(ways)]
        whom = f"practitioner-{number // CLIENTS_EACH + 1}"
        at = time(own.randrange(7, 21), own.choice((0, 0, 15, 30, 30, 45, 5))) if way.at is None else way.at
        resident = Resident(name, Role.CLIENT, way.name, place, way.habits, at, with_whom=whom)
        yield _settled(ClientLife(resident, way, own, first, days))


def _settled(lot: ClientLife) -> ClientLife:
    """The same with the dates on which they react to nothing."""
    return replace(lot, resident=replace(lot.resident, silent=tuple(lot.way.silent(lot))))


def _practitioner(seed: int, number: int) -> Resident:
    name = f"practitioner-{number + 1}"
    own = Random(f"{seed}:{name}")
    place = HOME if number == 0 else own.choice(every_place()[:20])
    return Resident(name, Role.PRACTITIONER, "practitioner", place, Habits(answers=0.8, minutes=(5, 600)))


def _practitioner_turns(
    seed: int, one: Resident, lots: list[ClientLife], start: datetime, days: int
) -> Iterator[LifeTurn]:
    own = Random(f"{seed}:{one.name}:turns")
    yield LifeTurn(start, one.name, Happening.JOIN)
    if own.random() < 0.5:
        yield LifeTurn(
            start + timedelta(days=9, hours=10), one.name, Happening.SUMMARY_TIME, (own.randrange(7), time(17, 15))
        )
    for lot in lots:
        if lot.resident.with_whom != one.name:
            continue
        day = lot.joins + own.randrange(2, 8)
        while day < days:
            at = start + timedelta(days=day, hours=own.randrange(8, 17), minutes=own.randrange(60))
            meet = at + timedelta(days=own.randrange(1, 7), hours=own.randrange(0, 6))
            at += timedelta(seconds=own.randrange(1, 60))  # as in Lot.at
            yield LifeTurn(at, one.name, Happening.SET_SESSION, (lot.resident.name, meet))
            day += own.randrange(6, 15)


def _supporter(seed: int, name: str, client: str, lots: list[ClientLife]) -> Resident:
    own = Random(f"{seed}:{name}")
    where: Place = next(lot.resident.place for lot in lots if lot.resident.name == client)
    habits = Habits(answers=own.choice((0.9, 0.6, 0.2)), minutes=own.choice(((2, 40), (60, 700))))
    return Resident(name, Role.SUPPORTER, "supporter", where, habits, with_whom=client)


def _standstills(chance: Random, start: datetime, days: int) -> Iterator[Standstill]:
    """The service stands still now and then: for minutes, hours, or longer than a day."""
    for number, day in enumerate(range(5, days, STANDSTILL_EVERY)):
        since = start + timedelta(days=day, minutes=chance.randrange(24 * 60))
        yield Standstill(since, since + SPANS[(number + 2) % len(SPANS)])
