"""Whoever lived through the version before is told once what was counted another way, by day and with both values."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from alongside.house import HOUSEKEEPING
from db.migrate import downgrade, migrate
from db.tables import errata
from db.tx import Tx
from db.vault import Vault
from jobs.timetable import Timetable
from tests.stories.test_a_course import evening
from tests.stories.test_an_outcome import stopped_two_weeks_ago
from tests.stories.town import Someone, Town


async def is_upgraded(town: Town, vault: Vault) -> None:
    """The database is that of the version before, and the service of this one begins over it."""
    await town.house.close()
    await downgrade(town.database.url, vault=vault, to="0019")
    await migrate(town.database.url, vault=vault)
    town.house = town.build()
    await town.settle()


async def hours(town: Town, *at: str) -> None:
    """At each of these housekeeping looks what is due."""
    for one in at:
        await town.reaches(one)
        await Timetable(town.database, town.clock, HOUSEKEEPING).ask()
        await town.settle()


async def rows(tx: Tx) -> list[Any]:
    """Who is to be told of what, and when they were."""
    return list((await tx.run(select(errata.c.what, errata.c.told_at).order_by(errata.c.what))).all())


async def answered_at_four_weeks(town: Town, lee: Someone, sam: Someone) -> None:
    """Sam stopped on 16 February, answers one evening, and after two weeks that we slept says on day 28: not at all."""
    await stopped_two_weeks_ago(sam)
    await town.reaches("Mon 18:30")
    sam.phone.looks()
    await evening(sam)
    for _ in range(2):
        await town.is_down("Mon 08:05")
    await town.settle()
    for one in town.people:
        one.phone.looks()
    await town.reaches("Mon 10:00")
    await sam.sees("It's four weeks since your quit date")
    await sam.taps("Not at all")
    await sam.sees("Kept as you said it")
    for one in (sam, lee):
        one.phone.looks()


@pytest.mark.parametrize("beginning", ["sqlite"], indirect=True)
async def test_sam_and_lee_are_told_once(town: Town, lee: Someone, sam: Someone, vault: Vault) -> None:
    """In the daytime after the upgrade: Sam the days, Lee that Mondays lacked an evening and that Sam's result waits;
    Kim, who answered nothing of the kind, hears nothing; nobody hears it twice. A later "no" takes the name back."""
    kim = await town.client(lee, "Kim")
    await answered_at_four_weeks(town, lee, sam)
    kim.phone.looks()
    await lee.writes("/clients")
    await lee.taps("Sam")
    await lee.taps("Outcomes")
    assert "not counted until somebody says treated" in lee.phone.screen()
    lee.phone.looks()
    await is_upgraded(town, vault)
    assert [one.what for one in await town.database.read(rows)] == ["days", "weeks"]
    await hours(town, "Tue 00:01", "Tue 03:01")
    for one in (sam, kim, lee):
        assert not [each for each in one.phone.unseen if "I'm sorry" in each.text]
    await hours(town, "Tue 09:01", "Tue 10:01")
    told = await sam.sees("too few smoke-free days", "had counted 1. It's 14.", "/progress")
    assert "?" not in told.text
    read = await lee.sees("Monday evenings", "Sam", "I counted “quit, self-reported”")
    assert "Kim" not in read.text
    await hours(town, "Tue 11:01", "Wed 09:01", "Thu 09:01")
    for one in (sam, lee, kim):
        assert sum("I'm sorry" in each.text for each in one.phone.messages) == (0 if one is kim else 1)
        one.phone.looks()
    assert all(isinstance(one.told_at, datetime) for one in await town.database.read(rows))
    await sam.writes("/settings")
    await sam.taps("Sharing", "☑ Show", "Continue")
    await town.goes_on(timedelta(minutes=1))
    mondays = [each for each in lee.phone.messages if "Monday evenings" in each.text]
    assert [("Sam" in each.text) for each in mondays] == [False]
    for one in (sam, lee, kim):
        one.phone.looks()
