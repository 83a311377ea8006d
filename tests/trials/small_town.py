"""A town that is small enough to plant a fault in: a few people over nine days, each there for one kind of trouble."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

from db import quitting
from db.event_replay import memory
from db.store.keys import new_key
from db.store.opening import open_in_loop
from db.store.vault import open_vault
from db.tx import Tx
from programme.people.person import HOME, Place, Role
from programme.schedule.course import Level
from programme.schedule.pause import Length, PauseScope
from trials.simulate.life import TownLife
from trials.simulate.living import live_town
from trials.simulate.residents import Dial, Habits, Happening, LifeTurn, Population, Resident, Standstill
from trials.simulate.town import Town

MONDAY = datetime(2026, 3, 2, tzinfo=UTC)  # London keeps UTC until the 29th
DAYS = 9
NINE = time(9)
CALM = Habits(answers=1, minutes=(1, 5), stops_halfway=0, pauses_halfway=0)
HALF = Habits(answers=1, minutes=(1, 5), stops_halfway=1, pauses_halfway=0)
LATER = Habits(answers=0, minutes=(1, 5), taps_reminder=0, puts_off=1, not_today=0)
MUTE = Habits(answers=0, taps_reminder=0, puts_off=0, not_today=0)
NEPAL = Place("NP", "Asia/Kathmandu")


def at(day: int, wall: str) -> datetime:
    """That time in London on that day; Monday is 0."""
    return datetime.combine(MONDAY.date() + timedelta(days=day), time.fromisoformat(wall), UTC)


def _client(name: str, habits: Habits) -> Resident:
    return Resident(name, Role.CLIENT, name, HOME, habits, NINE, with_whom="lee")


def _eve() -> Iterator[LifeTurn]:
    """Leaves on her quit day and is back; a card, and a look at what comes; a lapse told of while we stand still, and
    no check-ins that evening, for a while."""
    yield LifeTurn(at(1, "10:00"), "eve", Happening.NAME_QUIT_DATE, 1)
    yield LifeTurn(at(2, "13:00"), "eve", Happening.LEAVE)
    yield LifeTurn(at(3, "13:00"), "eve", Happening.JOIN)
    yield LifeTurn(at(3, "13:10"), "eve", Happening.MY_SESSION, at(4, "10:00"))
    yield LifeTurn(at(4, "20:00"), "eve", Happening.DANGER)
    yield LifeTurn(at(4, "20:30"), "eve", Happening.LOOK_AHEAD)
    yield LifeTurn(at(6, "13:30"), "eve", Happening.SMOKED, False)
    yield LifeTurn(at(6, "20:00"), "eve", Happening.NO_CHECK_INS)
    yield LifeTurn(at(7, "13:00"), "eve", Happening.CHECK_INS)


PEOPLE = {
    one.name: one
    for one in (
        Resident("lee", Role.PRACTITIONER, "practitioner", HOME, CALM),
        _client("sam", CALM),
        _client("half", HALF),
        _client("ada", MUTE),
        _client("uli", MUTE),
        _client("kim", CALM),
        _client("bea", CALM),
        _client("mo", CALM),
        _client("vic", MUTE),
        _client("liv", MUTE),
        _client("pat", LATER),
        _client("rob", CALM),
        replace(_client("eve", CALM), check_at=time(11, 30)),
        Resident("jo", Role.SUPPORTER, "supporter", HOME, CALM, with_whom="sam"),
    )
}
TURNS = (
    LifeTurn(at(0, "00:00"), "lee", Happening.JOIN),
    *(LifeTurn(at(0, "07:30"), one.name, Happening.JOIN) for one in PEOPLE.values() if one.role is Role.CLIENT),
    LifeTurn(at(0, "10:00"), "sam", Happening.NAME_QUIT_DATE, 3),
    LifeTurn(at(0, "11:00"), "sam", Happening.ASK_SUPPORTER, "jo"),
    LifeTurn(at(0, "12:00"), "jo", Happening.ANSWER_INVITE, True),
    LifeTurn(at(1, "10:00"), "sam", Happening.NAME_QUIT_DATE, 3),
    *(
        LifeTurn(at(day, "12:00"), "sam", Happening.LOOK_AHEAD) for day in (2, 3)
    ),  # the quit morning comes first on the second
    LifeTurn(at(1, "23:00"), "jo", Happening.ENCOURAGE),
    LifeTurn(at(2, "08:00"), "sam", Happening.CHECK_IN_NOW),
    LifeTurn(at(5, "08:30"), "sam", Happening.SMOKED, False),
    *(LifeTurn(at(7, "08:30"), "sam", Happening.SMOKED, taken_back) for taken_back in (False, True)),
    LifeTurn(at(2, "08:30"), "ada", Happening.CHECK_IN_NOW),
    LifeTurn(at(2, "20:00"), "ada", Happening.DANGER),
    LifeTurn(at(4, "14:00"), "ada", Happening.CHECK_IN_TIME, time(18)),
    LifeTurn(at(5, "17:55"), "ada", Happening.DANGER),
    LifeTurn(at(5, "08:40"), "sam", Happening.LOOK_AHEAD),
    LifeTurn(at(0, "12:30"), "half", Happening.MY_SESSION, at(3, "11:00")),
    LifeTurn(at(1, "12:00"), "half", Happening.LOOK_AHEAD),
    LifeTurn(at(0, "10:10"), "liv", Happening.HOW_OFTEN, (Dial.LEVEL, Level.LIGHTER)),
    LifeTurn(at(0, "12:40"), "liv", Happening.MY_SESSION, at(4, "07:00")),
    LifeTurn(at(4, "10:00"), "liv", Happening.CHECK_IN_NOW),
    LifeTurn(at(1, "10:00"), "vic", Happening.NAME_QUIT_DATE, -5),
    LifeTurn(at(1, "10:05"), "vic", Happening.HOW_OFTEN, (Dial.WINDOW, 60)),
    *(LifeTurn(at(day, f"{hour}:05"), "bea", Happening.WRITE_DOWN) for day in (0, 1) for hour in (11, 13, 15, 17)),
    LifeTurn(at(1, "10:00"), "rob", Happening.NAME_QUIT_DATE, -1),
    LifeTurn(at(1, "10:05"), "rob", Happening.HOW_OFTEN, (Dial.WINDOW, 60)),
    LifeTurn(at(3, "12:00"), "rob", Happening.SMOKED, False),
    LifeTurn(at(4, "09:01"), "rob", Happening.HOW_OFTEN, (Dial.WINDOW, None)),
    LifeTurn(at(2, "14:00"), "kim", Happening.TRAVEL, NEPAL),
    *(LifeTurn(at(day, f"1{hour}:00"), "kim", Happening.PLAN) for day in range(8) for hour in range(5)),
    LifeTurn(at(1, "12:00"), "bea", Happening.PAUSE, (Length.THREE_DAYS, PauseScope.ALL)),
    LifeTurn(at(1, "12:00"), "mo", Happening.BLOCK, False),
    *_eve(),
)
STILL = Standstill(at(6, "08:30"), at(6, "14:00"))


async def lived(folder: Path, *names: str) -> TownLife:
    """These people (and Lee) live their nine days over a database in that folder."""
    there = {name: PEOPLE[name] for name in ("lee", *names)}
    turns = tuple(sorted((turn for turn in TURNS if turn.who in there), key=lambda turn: turn.at))
    population = Population(MONDAY, at(DAYS, "00:00"), there, turns, (STILL,))
    vault = open_vault(folder / "vault", (new_key(),))
    database = await open_in_loop(f"sqlite:///{folder}/town.db", vault=vault)
    try:
        town = Town(1, population)
        await live_town(database, town, lambda now: None)
        found = await database.read(memory)

        async def tries(tx: Tx) -> dict[int, Any]:
            return {number: await quitting.attempts_of_person(tx, number) for number in town.names}

        return TownLife(population, town.truth, found, town.names, await database.read(tries))
    finally:
        await database.close()
        vault.close()
