"""How it went: asked, heard in a session, not to be asked any more, and counted another way."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from alongside.house import HOUSEKEEPING
from care.quitting.outcomes import schedule_outcomes
from db import quitting
from db.migrate import downgrade, migrate
from db.people import accounts
from db.store.vault import Vault
from db.tables import errata
from db.tx import Tx
from jobs.timetable import Timetable
from tests.stories.schedule.test_a_course import evening
from tests.stories.town import DAYS, Someone, Town


async def stopped_two_weeks_ago(sam: Someone) -> None:
    """Sam stopped on Monday 16 February, so four weeks are over on Monday 16 March."""
    await sam.writes("/quitdate")
    await sam.taps("← February", "16")
    await sam.sees("You stopped on Monday 16 February")


async def a_day(town: Town, sam: Someone, day: str) -> None:
    """Sam answers what comes that day; other things are looked at."""
    await town.reaches(f"{day} 12:00")
    if "0" in sam.labels():
        sam.phone.looks()
        await sam.taps("1")
    sam.phone.looks()
    await town.reaches(f"{day} 18:30")
    sam.phone.looks()
    if "OK" in sam.labels():
        await evening(sam)


async def two_weeks(town: Town, lee: Someone, sam: Someone) -> None:
    """From Monday 2 March to the evening of Sunday 15 March."""
    await town.reaches("Mon 18:30")
    await sam.sees("Evening, Sam")
    await evening(sam)
    for day in (*DAYS[1:], *DAYS):
        await a_day(town, sam, day)
        lee.phone.looks()


async def test_four_weeks_after_it_is_asked_and_kept(town: Town, lee: Someone, sam: Someone) -> None:
    """Day 28: one tap, kept as it was said; the two that would follow do not come, nor stand in /next; Lee's list says
    "due" until then."""
    await stopped_two_weeks_ago(sam)
    await two_weeks(town, lee, sam)
    await town.reaches("Mon 08:00")
    await lee.sees("COUNTS TO LOOK AT", "Sam: week-4 result due by Mon 30 Mar")
    await town.reaches("Mon 10:00")
    await sam.sees("It's four weeks since your quit date", "since Tuesday 3 March", "You and Lee can see your answers")
    await sam.taps("Not at all")
    await sam.sees("Kept as you said it: Not at all", "at twelve weeks")
    await sam.taps("Change", "1 to 5")
    await sam.sees("Kept as you said it: 1 to 5")
    await sam.writes("/next")
    assert "how stopping went" not in (await sam.sees("Next seven days")).text
    for day in DAYS:
        await a_day(town, sam, day) if day != "Mon" else await a_day_after(town, sam)
        told = [one for one in sam.phone.messages if "four weeks" in one.text or "Kept as you said" in one.text]
        assert len(told) == 1
    await town.reaches("Mon 08:00")
    assert "week-4" not in (await lee.sees("STEADY")).text
    sam.phone.looks()


async def a_day_after(town: Town, sam: Someone) -> None:
    """That evening."""
    await town.reaches("Mon 18:30")
    sam.phone.looks()
    await evening(sam)


async def test_beside_an_own_check_in_it_waits_and_is_shown_after(town: Town, lee: Someone, sam: Someone) -> None:
    """S6: a check-in that Sam asks for closes the question; its closing words lead back to it, and it is answered."""
    await stopped_two_weeks_ago(sam)
    await two_weeks(town, lee, sam)
    await town.reaches("Mon 10:00")
    await sam.sees("It's four weeks since your quit date")
    await sam.writes("/checkin")
    await sam.sees("How is your mood")
    assert "Closed, no problem. You can tell me late if you like" in sam.phone.screen()
    await evening(sam)
    assert "It's four weeks since your quit date" in sam.phone.messages[-1].text
    await sam.taps("Not at all")
    await sam.sees("Saved", "Kept as you said it: Not at all", "I'll ask you at twelve weeks too")
    await sam.taps("Change that answer", "Change", "1 to 5")
    await sam.sees("Kept as you said it: 1 to 5")
    await town.reaches("Thu 12:00")
    assert not any("four weeks" in one.text for one in sam.phone.messages)
    sam.phone.looks()
    lee.phone.looks()


async def test_left_open_it_rides_in_the_evening(town: Town, lee: Someone, sam: Someone) -> None:
    """Day 28: nobody answers it by the evening, and the check-in comes on the minute that was said, with it inside."""
    await stopped_two_weeks_ago(sam)
    await two_weeks(town, lee, sam)
    await town.reaches("Mon 10:00")
    await sam.sees("It's four weeks since your quit date")
    await sam.writes("/next")
    today, *_ = (await sam.sees("Next seven days")).text.splitlines()[1:]
    assert today.endswith("18:30 · check-in")
    await town.reaches("Mon 18:30")
    await sam.sees("Evening, Sam")
    await evening(sam)
    assert "Have you smoked since Tuesday 3 March?" in sam.phone.messages[-1].text
    assert "Next hello: Thursday" in sam.phone.messages[-1].text
    await sam.taps("1 to 5")
    await sam.sees("Kept as you said it: 1 to 5")
    lee.phone.looks()
    sam.phone.looks()


async def test_unanswered_it_comes_twice_more_and_a_late_answer_counts(town: Town, lee: Someone, sam: Someone) -> None:
    """Days 28, 31 and 35, and no more; each closes kindly, and what is closed still takes an answer."""
    await stopped_two_weeks_ago(sam)
    await two_weeks(town, lee, sam)
    for day in ("Mon", "Thu", "Mon"):
        await town.reaches(f"{day} 09:59")
        sam.phone.looks()
        await town.reaches(f"{day} 10:00")
        await sam.sees("It's four weeks since your quit date")
        await town.reaches(f"{day} 22:00")
        assert "Closed, no problem. You can tell me late if you like" in sam.phone.screen()
        sam.phone.looks()
        await sam.writes("/next")
        sam.phone.looks()
    await town.reaches("Thu 10:00")
    assert "four weeks" not in (sam.phone.messages[-1].text)
    await sam.taps("6 or more")
    await sam.sees("Kept as you said it: 6 or more")
    lee.phone.looks()
    sam.phone.looks()


async def test_a_new_try_is_asked_about_anew(town: Town, lee: Someone, sam: Someone) -> None:
    """S12: moved to a later day, nothing is asked about the try before."""
    await stopped_two_weeks_ago(sam)
    await sam.taps("Change the day", "6")
    sam.phone.looks()
    await town.reaches("Mon 18:30")
    await sam.sees("Evening, Sam")
    await evening(sam)
    for day in (*DAYS[1:], *DAYS):
        await a_day(town, sam, day)
        lee.phone.looks()
    await town.reaches("Mon 12:00")
    assert not any("four weeks" in one.text for one in sam.phone.messages)
    lee.phone.looks()
    sam.phone.looks()


async def stopped_four_weeks_ago(town: Town, sam: Someone) -> None:
    """Sam's quit date was Monday 2 February 2026, so that Monday 2 March is day 28."""

    async def backdate(tx: Tx) -> None:
        person = await accounts.find(tx, sam.phone.id)
        assert person is not None
        await quitting.add_attempt(tx.at(town.clock.now()), person.id, date(2026, 2, 2))
        await schedule_outcomes(tx.at(town.clock.now()), person)

    await town.database.write(backdate)


async def opens_outcomes(lee: Someone) -> None:
    """Lee looks at Sam's."""
    await lee.writes("/summary")
    lee.phone.looks()
    await lee.taps("Outcomes")


async def test_heard_and_read_on_day_28_and_entered_on_day_29(town: Town, lee: Someone, sam: Someone) -> None:
    """Nothing counts before "treated" is said; then none heard and 3 ppm make it checked; a slip is taken back; and
    what Sam tells later stands beside it, and counts where it tells of smoking."""
    await stopped_four_weeks_ago(town, sam)
    await town.reaches("Tue 09:00")
    sam.phone.looks()
    await opens_outcomes(lee)
    await lee.sees("Is Sam a treated smoker", "not counted until somebody says treated")
    await lee.taps("Heard in the session")
    await lee.sees("How many did Sam say they smoked on days 15 to 28, Tue 17 Feb to Mon 2 Mar", "today, Tue 3 Mar")
    await lee.taps("Yesterday")
    await lee.sees("You heard it: Mon 2 Mar")
    await lee.taps("None")
    await lee.sees("not counted until somebody says treated")
    await lee.taps("Treated smoker")
    await lee.sees("quit, self-reported", "Lee heard it on Mon 2 Mar (day 28). They said: none.")
    await lee.taps("CO reading")
    await lee.sees("today, Tue 3 Mar")
    await lee.writes("3 ppm 2 Mar")
    await lee.sees(
        "quit, CO checked", "A treated smoker, as Lee said on Tue 3 Mar.", "CO on Mon 2 Mar: 3 ppm, under 10."
    )
    await lee.taps("CO reading", "Another day", "1")
    await lee.sees("It was taken: Sun 1 Mar")
    await lee.writes("30")
    await lee.sees("quit, CO checked", "30 ppm")
    await lee.taps("What was told and entered")
    await lee.sees("heard “None”, Mon 2 Mar, entered by Lee, Tue 3 Mar", "CO 30 ppm, Sun 1 Mar, entered by Lee")
    await lee.taps("Take back: CO 30 ppm")
    assert "30 ppm" not in (await lee.sees("CO 3 ppm, Mon 2 Mar")).text
    await town.reaches("Thu 10:00")
    await sam.sees("Did you smoke on days 15 to 28, that is Tuesday 17 February to Monday 2 March?")
    await sam.taps("1 to 5")
    sam.phone.looks()
    lee.phone.looks()
    await opens_outcomes(lee)
    await lee.sees("NHS, 4 weeks: not quit", "The two answers differ", "These don't fit together",
                   "Days 15 to 28: “Not at all”, told on Mon 2 Mar, entered by Lee",
                   "Days 15 to 28: “1 to 5”, told on Thu 5 Mar", "0 of 7 days told of")  # fmt: skip
    await sam.writes("/privacy")
    await sam.sees("2 CO readings", "1 answer you gave in a session", "Lee can also write down here your CO reading")


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
