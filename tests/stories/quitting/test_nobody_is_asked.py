"""A year later, and where nobody is to be asked any more: outcomes as the practitioner sees and ends them."""

from collections.abc import Iterator
from datetime import date

import pytest

from care.quitting.outcomes import schedule_outcomes
from db import quitting
from db.people import accounts
from db.tx import Tx
from tests.stories.quitting.test_an_outcome import a_day, stopped_two_weeks_ago, two_weeks
from tests.stories.schedule.test_a_course import come
from tests.stories.supporters.test_a_supporter import supporter
from tests.stories.town import DAYS, Someone, Town


@pytest.fixture(autouse=True)
def the_rest_is_told_elsewhere(town: Town) -> Iterator[None]:
    """Months go by in these stories: what comes to Lee on a Monday, and to Sam otherwise, is told elsewhere."""
    yield
    for someone in town.people:
        someone.phone.looks()


async def outcomes(lee: Someone) -> None:
    """Lee opens Sam's four outcomes."""
    await lee.writes("/summary")
    lee.phone.looks()
    await lee.taps("Outcomes")


async def stopped_a_year_ago(town: Town, sam: Someone) -> None:
    """Sam's quit date was Tuesday 4 March 2025, so that Tuesday 3 March 2026 is day 364."""

    async def backdate(tx: Tx) -> None:
        person = await accounts.find(tx, sam.phone.id)
        assert person is not None
        await quitting.add_attempt(tx.at(town.clock.now()), person.id, date(2025, 3, 4))
        await schedule_outcomes(tx.at(town.clock.now()), person)

    await town.database.write(backdate)


async def test_a_year_later_it_is_asked_once_and_once_more(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 2.2 (outcome 2): on day 364 and a week on, unless there is an answer; then the Russell Standard has it."""
    await stopped_a_year_ago(town, sam)
    await town.reaches("Tue 09:59")
    sam.phone.looks()
    await town.reaches("Tue 10:00")
    await sam.sees("It's a year since your quit date", "since Wednesday 19 March", "You and Lee can see your answers")
    for day in (*DAYS[2:], "Mon"):
        await town.reaches(f"{day} 22:00")
        await sam.writes("/next")
        sam.phone.looks()
    assert sum("It's a year since" in one.text for one in sam.phone.messages) == 1, (
        "closed by now, and open to an answer"
    )
    await town.reaches("Tue 10:00")
    await sam.sees("It's a year since your quit date")
    await sam.taps("Not at all")
    await sam.sees("Kept as you said it: Not at all", "That was the last time I ask this")
    await outcomes(lee)
    await lee.sees("Trials, 12 months: quit, self-reported")
    await town.reaches("Mon 08:00")
    await lee.sees("Sam, 52 weeks on, smoked: Not at all")


async def test_lee_reads_what_was_told(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 4.7, 2.2: "due" becomes what Sam said, on the Monday and in Sam's week, as it was said."""
    await stopped_two_weeks_ago(sam)
    await two_weeks(town, lee, sam)
    await town.reaches("Mon 10:00")
    await sam.taps("1 to 5")
    await town.reaches("Mon 18:30")
    sam.phone.looks()
    await sam.taps("OK", "1", "None")
    await lee.writes("/summary")
    await lee.sees("4 weeks on, smoked: 1 to 5")
    for day in DAYS[1:]:
        await a_day(town, sam, day)
    await town.reaches("Mon 08:00")
    await lee.sees("Sam, 4 weeks on, smoked: 1 to 5")


@pytest.mark.parametrize("why", ["They died", "They moved, and nobody can find them"])
async def test_follow_up_ends(town: Town, lee: Someone, sam: Someone, why: str) -> None:
    """FIELD 2.2, H13: after a death nothing more reaches that chat or Jo; after a move how it went is not asked;
    both can be taken back."""
    jo = await supporter(town, sam)
    jo.phone.looks()
    await stopped_two_weeks_ago(sam)
    sam.phone.looks()
    died = why == "They died"
    await outcomes(lee)
    await lee.taps("No more follow-up", why)
    await lee.sees("When did Sam die?" if died else "Since when can nobody find Sam?")
    await lee.taps("1")
    await lee.sees("Written down: Sam died" if died else "Written down: nobody can find Sam")
    before, nudged = come(sam), come(jo)
    for _ in range(3):
        for day in DAYS:
            await town.reaches(f"{day} 21:59")
    asked = [one.text for one in sam.phone.messages if "four weeks" in one.text]
    assert asked == []
    assert (come(sam) == before) is died
    assert (come(jo) == nudged) is died
    sam.phone.looks()
    jo.phone.looks()
    await outcomes(lee)
    await lee.sees("NHS, 4 weeks: not counted until somebody says treated")
    await lee.taps("Treated smoker")
    await lee.sees("Trials, 6 months", "NHS, 4 weeks: not known, lost to follow-up")
    lee.phone.looks()
    await lee.taps("Follow-up has ended", "Take it back")
    lee.phone.looks()
    await sam.writes("/next")
    sam.phone.looks()
    before = come(sam)
    for day in DAYS:
        await town.reaches(f"{day} 21:59")
    assert come(sam) > before
