"""Check-ins about several days: what is asked, what is known of the days between, and what a price is at its time."""

from datetime import date, time, timedelta

import pytest

from care.check_in.answering import AnswerStatus, asked_since
from care.check_in.answers import answer, skip_question, type_cigarettes
from care.diary.pictures import in_pictures_of
from care.measures.scales import tell_usual, was_so_before
from care.practice.caseload import of_clients
from care.quitting.dates import set_quit_date
from care.quitting.lapses import amend_smoked, take_back_smoked, tell_smoked
from care.quitting.outcomes import answer_outcome
from care.quitting.progress import LivedDays, lived_of, not_asked, progress_of, said_by
from care.quitting.readings import enter_heard
from care.schedule.due import settle
from care.schedule.pause import pause
from db import check_in
from db.people import accounts, clients
from db.schedule.prompts import of_person
from db.tx import Tx
from programme.check_in.answers import CheckIn, Question
from programme.check_in.counts import Share
from programme.people.person import Person
from programme.quitting.days import HowKnown
from programme.schedule.course import Course
from programme.schedule.pause import Length
from programme.schedule.plan import CHECK_IN, OUTCOME
from programme.schedule.prompt import Prompt
from tests.acts.town import EPOCH, Town, utc

Q = Question
QUIT = date(2026, 11, 20)


def at(day: int, hour: str = "18:31") -> str:
    """That day since the quit date, by the clock in London, where it is winter."""
    return f"{QUIT + timedelta(days=day)}T{hour}"


@pytest.fixture
async def sam(town: Town) -> Person:
    """A client who stops on the day they join."""
    person = await town.client(1)
    await town.do(set_quit_date, at(0, "12:00"), person, QUIT)
    return person


async def says(town: Town, sam: Person, day: int, amount: str) -> Prompt:
    """Their own check-in of that evening: mood, urge and cigarettes."""
    prompt = await town.begins(sam, at(day))
    for question, value in ((Q.MOOD, "ok"), (Q.URGE, "1"), (Q.CIGARETTES, amount)):
        await town.do(answer, at(day), sam, prompt.id, question, value)
    return prompt


async def lived(town: Town, sam: Person, day: int) -> LivedDays:
    """What their days come to on that one."""
    return await town.ask(lambda tx: progress_of(tx.at(utc(at(day, "20:00"))), sam))


async def test_none_since_the_last_answer_fills_the_days_between(town: Town, sam: Person) -> None:
    """Three days on, with nothing asked in between, one answer is about all of them, and each was told in one go."""
    await says(town, sam, 0, "0")
    prompt = await says(town, sam, 3, "0")
    said = await town.said(prompt)
    assert said is not None
    assert said.since == QUIT + timedelta(days=1)
    assert (await lived(town, sam, 4)).days.smoke_free == 4
    days = (await town.ask(said_by, sam.id)).days()
    assert days[QUIT + timedelta(days=2)].known is HowKnown.TOGETHER


async def test_one_of_several_days_may_be_named(town: Town, sam: Person) -> None:
    """Two cigarettes since Friday: the day they name is smoked and the others are not; unnamed, one day at least is."""
    await says(town, sam, 0, "0")
    prompt = await says(town, sam, 4, "2-5")
    found = await lived(town, sam, 5)
    assert found.days.not_known == 3, "one day at least, and nothing is known of the others"
    assert await town.ask(not_asked, sam, found) == 0, "all of them were asked about"
    day = QUIT + timedelta(days=2)
    await town.do(answer, at(4), sam, prompt.id, Q.CIGARETTES, day.isoformat())
    found = await lived(town, sam, 5)
    assert (found.days.smoke_free, found.days.smoked, found.last) == (4, 1, day)
    prompt = await says(town, sam, 6, "6+")
    assert (await town.do(skip_question, at(6), sam, prompt.id, Q.CIGARETTES)).question is Q.MOMENT
    assert (await lived(town, sam, 7)).days.smoked == 2


async def test_the_day_may_be_typed(town: Town, sam: Person) -> None:
    """Which day it was is taken as people type it; a number is no day, and changes no amount."""
    await says(town, sam, 0, "0")
    prompt = await says(town, sam, 4, "2-5")
    for words in ("1", "about 3", "last month", "5 days ago"):
        assert (await town.do(type_cigarettes, at(4), sam, prompt.id, words)).status is AnswerStatus.UNKNOWN
    await town.do(type_cigarettes, at(4), sam, prompt.id, "Two days ago.")
    said = await town.said(prompt)
    assert said is not None
    assert (said.smoked_on, said.cigarettes_from, said.cigarettes_to) == (QUIT + timedelta(days=2), 2, 5)
    prompt = await says(town, sam, 5, "1")
    await town.do(type_cigarettes, at(5), sam, prompt.id, "about three cigs")
    said = await town.said(prompt)
    assert said is not None
    assert (said.cigarettes_from, said.cigarettes_to) == (3, 3)


async def test_what_was_asked_day_by_day_is_not_asked_anew(town: Town, sam: Person) -> None:
    """Two evenings of silence are nothing to catch up on; a break, and what we missed, are asked about."""
    await says(town, sam, 0, "0")
    for day in (1, 2):
        await town.asked(sam, at(day))
        await town.tend(at(day, "23:00"))
    prompt = await town.asked(sam, at(3))
    said = await town.do(_asked_since, at(3), sam, prompt)
    assert said.since is None
    found = await lived(town, sam, 3)
    assert (found.days.not_known, await town.ask(not_asked, sam, found)) == (2, 0)
    await town.do(answer, at(3), sam, prompt.id, Q.CIGARETTES, "0")
    await town.do(pause, at(3, "19:00"), sam, Length.THREE_DAYS)
    later = await town.begins(sam, at(6))
    assert (await town.do(_asked_since, at(6), sam, later)).since == QUIT + timedelta(days=4)
    found = await lived(town, sam, 6)
    assert (found.days.not_known, await town.ask(not_asked, sam, found)) == (4, 2)


async def _asked_since(tx: Tx, person: Person, prompt: Prompt) -> CheckIn:
    found = await check_in.taken_up(tx, prompt.id, person.id)
    assert found is not None
    return await asked_since(tx, found[0], found[1])


async def test_before_the_quit_date_a_day_is_a_day(town: Town) -> None:
    """How many a day is what counts then, so nothing is asked of the days between."""
    kim = await town.client(2)
    await says(town, kim, 0, "6+")
    prompt = await says(town, kim, 5, "2-5")
    said = await town.said(prompt)
    assert said is not None
    assert (said.since, said.cigarettes_to) == (None, 5)


async def test_a_lapse_put_to_two_days_ago_and_taken_back(town: Town, sam: Person) -> None:
    """Golden case 6: six smoke-free days become five, and six once it is taken back; on every screen the same days."""
    await says(town, sam, 0, "0")
    await says(town, sam, 5, "0")
    assert (await lived(town, sam, 6)).days.smoke_free == 6
    told = await town.do(tell_smoked, at(6, "12:00"), sam)
    await town.do(_amend, at(6, "12:01"), sam, told.smoked.id)
    assert ((await lived(town, sam, 6)).days.smoke_free, (await lived(town, sam, 6)).days.smoked) == (5, 1)
    week = await _week(town, sam, 6)
    assert (week.count, week.of) == (1, 6)
    drawn = (await town.ask(lambda tx: in_pictures_of(tx.at(utc(at(8))), sam))).smoked
    assert drawn is None, "six days are no picture"
    assert await town.do(take_back_smoked, at(6, "13:00"), sam, told.smoked.id)
    assert (await lived(town, sam, 6)).days.smoke_free == 6


async def _amend(tx: Tx, person: Person, smoked_id: int) -> None:
    await amend_smoked(tx, person, smoked_id, days_back=2)


async def _week(town: Town, sam: Person, day: int) -> Share:
    theirs = await town.ask(clients.get, sam.id)
    assert theirs is not None
    [found] = await town.ask(lambda tx: of_clients(tx.at(utc(at(day, "20:00"))), [theirs], {}))
    assert found.week is not None
    return found.week.smoked


async def test_each_day_counts_at_the_price_of_its_time(town: Town, sam: Person) -> None:
    """Golden case 15: 20 days at 13.00 a packet, then 15.00; or it was 15.00 all along."""
    await town.do(tell_usual, at(0, "13:00"), sam, a_day=20, price=(1300, "GBP"))
    await says(town, sam, 0, "0")
    await says(town, sam, 20, "0")
    await town.do(tell_usual, at(20, "19:00"), sam, price=(1400, "GBP"))
    await town.do(tell_usual, at(20, "19:01"), sam, price=(1500, "GBP"))

    async def money() -> int | None:
        counted = await town.ask(lambda tx: lived_of(tx.at(utc(at(21))), sam))
        assert counted is not None
        return counted.lived.money

    assert await money() == 20 * 1300 + 1500
    assert await town.do(was_so_before, at(20, "19:02"), sam)
    assert await money() == 21 * 1500


async def test_months_of_smoke_free_days_come_once_and_on_their_day(town: Town, sam: Person) -> None:
    """Asked twice a week and once a fortnight, always "none": two to six months, each in the check-in of its day."""
    course = Course(quit_on=QUIT)
    for day in range(183):
        if day % 7 == 0 or (day > 28 and course.asked_on(QUIT + timedelta(days=day), time(18, 30), months=True)):
            await says_how_it_went(town, sam, day)
            await town.do(settle, at(day), sam.id)
            last = (await town.ask(of_person, sam.id, EPOCH, kind=CHECK_IN))[-1]
            await says_to(town, sam, day, last if last.is_open else await town.begins(sam, at(day)))
    told = [(one.at - utc(at(0))).days for one in await town.events(sam, "MilestoneReached")]
    assert [day for day in told if day > 28] == [61, 92, 122, 153, 182]
    assert (await lived(town, sam, 183)).days.smoke_free == 183


async def says_how_it_went(town: Town, sam: Person, day: int) -> None:
    """Not at all since day 15, where that is asked on that day."""
    await town.do(settle, at(day, "16:31"), sam.id)
    for prompt in await town.ask(of_person, sam.id, utc(at(day, "00:00")), kind=OUTCOME):
        await town.do(answer_outcome, at(day, "16:31"), sam, prompt.id, "0")


async def says_to(town: Town, sam: Person, day: int, prompt: Prompt) -> None:
    """All of it, and none."""
    for question, value in ((Q.MOOD, "ok"), (Q.URGE, "1"), (Q.CIGARETTES, "0")):
        await town.do(answer, at(day), sam, prompt.id, question, value)


async def test_what_was_heard_in_a_session_leaves_its_days_to_be_asked_about(town: Town, sam: Person) -> None:
    """Lee's entry of "not a puff" fills no day of the client's own count, so the next check-in asks about them."""
    lee = await town.ask(accounts.find, 999_999)
    assert lee is not None
    await says(town, sam, 24, "0")
    assert await town.do(enter_heard, at(30, "12:00"), lee, sam.id, "0")
    await says(town, sam, 31, "0")
    assert (await lived(town, sam, 32)).days.smoke_free == 8
