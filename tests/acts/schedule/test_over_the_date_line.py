"""Who moves to another date gets no more on any local date than its cap, and no question of another date."""

from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from care.delivery.check_before_send import check_before_send, on_not_sent
from care.delivery.say import NotYet, Unwanted
from care.people.joining import travel
from care.quitting.dates import set_quit_date
from care.schedule.course import set_morning
from db.delivery.outbox import OutboxRow
from db.people import accounts
from db.schedule import plans
from db.tables import outbox
from db.tx import Tx
from programme.people.person import Person
from programme.schedule.prompt import PromptState
from tests.acts.town import Town, utc

APIA, DOUALA, HONOLULU = "Pacific/Apia", "Africa/Douala", "Pacific/Honolulu"
ZONES = (APIA, DOUALA, HONOLULU, "Pacific/Kiritimati", "Pacific/Niue", "Asia/Tokyo", "America/Los_Angeles")
DAY = timedelta(days=1)
USUAL = 2  # the cap of an ordinary day


@dataclass
class Traveller:
    """A client a week after their quit date, and when what nobody asked for came, on the clock of the place."""

    town: Town
    person: Person
    zone: str
    came: list[tuple[datetime, str]] = field(default_factory=list)
    waits: dict[int, datetime] = field(default_factory=dict)  # rows that are looked at again, and when

    async def goes_to(self, zone: str, at: datetime) -> None:
        """They say that they are there, before anything that is due at that moment."""
        here = await self.town.ask(accounts.get, self.person.id)
        await self.town.do(travel, _text(at), here, zone)
        self.zone = zone

    async def lives(self, until: datetime) -> None:
        """Everything comes in its time."""
        async for at in self._moments(until):
            await self.tends(at)

    async def _moments(self, until: datetime) -> AsyncIterator[datetime]:
        while True:
            due = [one.next_due_at for one in await self.town.ask(plans.of_person, self.person.id)]
            steps = [one.next_at for one in await self.town.prompts(self.person) if one.next_at is not None]
            if (at := min([*due, *steps, *self.waits.values()])) > until:
                return
            yield at

    async def tends(self, at: datetime) -> None:
        """What is due at that moment opens, and what waits is looked at and arrives."""
        self.waits = {row: until for row, until in self.waits.items() if until > at}
        await self.town.tend(_text(at))
        await self.town.open_due(_text(at))
        for row in await self.town.outbox(self.person):
            if row.state == "waiting" and row.id not in self.waits:
                await self._looks(row, at)

    async def _looks(self, row: OutboxRow, at: datetime) -> None:
        verdict = await self.town.do(check_before_send, _text(at), row)
        if isinstance(verdict, NotYet):
            self.waits[row.id] = verdict.until
        elif isinstance(verdict, Unwanted):
            await self.town.do(_give_up, _text(at), row, verdict.reason)
        else:
            await self.town.do(_deliver, _text(at), row)
            if row.verb == "send" and row.key:
                self.came.append((at.astimezone(ZoneInfo(self.zone)), row.key.partition(":")[2]))


async def _give_up(tx: Tx, row: OutboxRow, reason: str) -> None:
    await tx.run(update(outbox).where(outbox.c.id == row.id).values(state="cancelled", reason=reason, ended_at=tx.now))
    await on_not_sent(tx, row, reason)


async def _deliver(tx: Tx, row: OutboxRow) -> None:
    await tx.run(update(outbox).where(outbox.c.id == row.id).values(state="delivered", attempts=1, ended_at=tx.now))


def _text(at: datetime) -> str:
    return at.astimezone(UTC).replace(tzinfo=None).isoformat()


async def traveller(town: Town, zone: str, since: str, number: int = 1) -> Traveller:
    """Somebody there who stopped a week before, asked at eight and at half past six."""
    person = await town.client(number, since=since, zone=zone)
    await town.do(set_morning, since, person, time(8))
    await town.do(set_quit_date, since, person, (utc(since) - 7 * DAY).date())
    return Traveller(town, person, zone)


async def test_an_evening_that_is_over_there_is_not_asked_of_the_next_morning(town: Town) -> None:
    """S10: an evening that is late, and yesterday where they are by now, is missed by us; today is asked in full."""
    sam = await traveller(town, DOUALA, "2027-04-27T12:00")
    landed = utc("2027-04-27T18:52")  # 19:52 in Douala, 07:52 of the next day in Apia
    await sam.goes_to(APIA, landed)
    await sam.tends(landed)
    await sam.lives(utc("2027-04-28T06:00"))
    missed = [one for one in await town.prompts(sam.person) if one.state is PromptState.MISSED_BY_US]
    assert [(one.local_date, one.slot, one.reason) for one in missed] == [(date(2027, 4, 27), "18:30", "too late")]
    assert [f"{at:%d %H:%M} {what}" for at, what in sam.came] == ["28 08:00 ask", "28 18:30 ask"]


async def test_no_reminder_follows_over_the_date_line(town: Town) -> None:
    """S10: what was asked yesterday, where they were, is not reminded of on the day where they are."""
    sam = await traveller(town, DOUALA, "2027-04-27T12:00")
    asked = utc("2027-04-27T17:30")
    await sam.lives(asked)
    await sam.goes_to(APIA, asked + timedelta(minutes=20))
    await sam.lives(utc("2027-04-28T06:00"))
    assert [f"{at:%d %H:%M} {what}" for at, what in sam.came] == ["27 18:30 ask", "28 08:00 ask", "28 18:30 ask"]


@pytest.mark.parametrize("seed", [0, 2])
async def test_no_local_date_gets_more_than_its_cap(town: Town, seed: int) -> None:
    """S10: whoever moves, twice, at the moment at which something is due or late, gets two on each date where they are
    then, reminders counted."""
    chance, landed = Random(seed), utc("2027-04-20T00:00")
    sam = await traveller(town, chance.choice(ZONES), _text(landed))
    for _ in range(2):
        await sam.lives(landed + timedelta(hours=chance.randrange(6, 30)))
        due = min(one.next_due_at for one in await town.ask(plans.of_person, sam.person.id))
        landed = due + chance.choice((timedelta(), timedelta(minutes=50), timedelta(hours=2)))
        await sam.goes_to(chance.choice([one for one in ZONES if one != sam.zone]), landed)
        await sam.tends(landed)
    await sam.lives(landed + DAY)
    assert max(Counter(at.date() for at, _ in sam.came).values()) == USUAL, sam.came
