"""A town that is small enough to plant a fault in: a few people over nine days, each there for one kind of trouble."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

from db import attempts
from db.in_loop import open_in_loop
from db.keys import new_key
from db.proof import memory
from db.tx import Tx
from db.vault import open_vault
from programme.course import Level
from programme.pause import Length
from programme.pause import What as Break
from programme.people import Role
from programme.places import HOME, Place
from trials.simulate.life import Life
from trials.simulate.living import live
from trials.simulate.residents import Dial, Habits, Population, Resident, Standstill, Turn, What
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


def _eve() -> Iterator[Turn]:
    """Leaves on her quit day and is back; a card, and a look at what comes; a lapse told of while we stand still, and
    no check-ins that evening, for a while."""
    yield Turn(at(1, "10:00"), "eve", What.NAME_QUIT_DATE, 1)
    yield Turn(at(2, "13:00"), "eve", What.LEAVE)
    yield Turn(at(3, "13:00"), "eve", What.JOIN)
    yield Turn(at(3, "13:10"), "eve", What.MY_SESSION, at(4, "10:00"))
    yield Turn(at(4, "20:00"), "eve", What.DANGER)
    yield Turn(at(4, "20:30"), "eve", What.LOOK_AHEAD)
    yield Turn(at(6, "13:30"), "eve", What.SMOKED, False)
    yield Turn(at(6, "20:00"), "eve", What.NO_CHECK_INS)
    yield Turn(at(7, "13:00"), "eve", What.CHECK_INS)


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
    Turn(at(0, "00:00"), "lee", What.JOIN),
    *(Turn(at(0, "07:30"), one.name, What.JOIN) for one in PEOPLE.values() if one.role is Role.CLIENT),
    Turn(at(0, "10:00"), "sam", What.NAME_QUIT_DATE, 3),
    Turn(at(0, "11:00"), "sam", What.ASK_SUPPORTER, "jo"),
    Turn(at(0, "12:00"), "jo", What.ANSWER_INVITE, True),
    Turn(at(1, "10:00"), "sam", What.NAME_QUIT_DATE, 3),
    *(Turn(at(day, "12:00"), "sam", What.LOOK_AHEAD) for day in (2, 3)),  # the quit morning comes first on the second
    Turn(at(1, "23:00"), "jo", What.ENCOURAGE),
    Turn(at(2, "08:00"), "sam", What.CHECK_IN_NOW),
    Turn(at(5, "08:30"), "sam", What.SMOKED, False),
    *(Turn(at(7, "08:30"), "sam", What.SMOKED, taken_back) for taken_back in (False, True)),
    Turn(at(2, "08:30"), "ada", What.CHECK_IN_NOW),
    Turn(at(2, "20:00"), "ada", What.DANGER),
    Turn(at(4, "14:00"), "ada", What.CHECK_IN_TIME, time(18)),
    Turn(at(5, "17:55"), "ada", What.DANGER),
    Turn(at(5, "08:40"), "sam", What.LOOK_AHEAD),
    Turn(at(0, "12:30"), "half", What.MY_SESSION, at(3, "11:00")),
    Turn(at(1, "12:00"), "half", What.LOOK_AHEAD),
    Turn(at(0, "10:10"), "liv", What.HOW_OFTEN, (Dial.LEVEL, Level.LIGHTER)),
    Turn(at(0, "12:40"), "liv", What.MY_SESSION, at(4, "07:00")),
    Turn(at(4, "10:00"), "liv", What.CHECK_IN_NOW),
    Turn(at(1, "10:00"), "vic", What.NAME_QUIT_DATE, -5),
    Turn(at(1, "10:05"), "vic", What.HOW_OFTEN, (Dial.WINDOW, 60)),
    *(Turn(at(day, f"{hour}:05"), "bea", What.WRITE_DOWN) for day in (0, 1) for hour in (11, 13, 15, 17)),
    Turn(at(1, "10:00"), "rob", What.NAME_QUIT_DATE, -1),
    Turn(at(1, "10:05"), "rob", What.HOW_OFTEN, (Dial.WINDOW, 60)),
    Turn(at(3, "12:00"), "rob", What.SMOKED, False),
    Turn(at(4, "09:01"), "rob", What.HOW_OFTEN, (Dial.WINDOW, None)),
    Turn(at(2, "14:00"), "kim", What.TRAVEL, NEPAL),
    *(Turn(at(day, f"1{hour}:00"), "kim", What.PLAN) for day in range(8) for hour in range(5)),
    Turn(at(1, "12:00"), "bea", What.PAUSE, (Length.THREE_DAYS, Break.ALL)),
    Turn(at(1, "12:00"), "mo", What.BLOCK, False),
    *_eve(),
)
STILL = Standstill(at(6, "08:30"), at(6, "14:00"))


async def lived(folder: Path, *names: str) -> Life:
    """These people (and Lee) live their nine days over a database in that folder."""
    there = {name: PEOPLE[name] for name in ("lee", *names)}
    turns = tuple(sorted((turn for turn in TURNS if turn.who in there), key=lambda turn: turn.at))
    population = Population(MONDAY, at(DAYS, "00:00"), there, turns, (STILL,))
    vault = open_vault(folder / "vault", (new_key(),))
    database = await open_in_loop(f"sqlite:///{folder}/town.db", vault=vault)
    try:
        town = Town(1, population)
        await live(database, town, lambda now: None)
        found = await database.read(memory)

        async def tries(tx: Tx) -> dict[int, Any]:
            return {number: await attempts.of_person(tx, number) for number in town.names}

        return Life(population, town.truth, found, town.names, await database.read(tries))
    finally:
        await database.close()
        vault.close()
