"""What Sam says in a session is written down by Lee, beside what Sam tells the bot: each with who and when."""

from datetime import date

from care.outcomes import promise_outcomes
from db import attempts, people
from db.tx import Tx
from tests.stories.town import Someone, Town


async def stopped_four_weeks_ago(town: Town, sam: Someone) -> None:
    """Sam's quit date was Monday 2 February 2026, so that Monday 2 March is day 28."""

    async def backdate(tx: Tx) -> None:
        person = await people.find(tx, sam.phone.id)
        assert person is not None
        await attempts.add(tx.at(town.clock.now()), person.id, date(2026, 2, 2))
        await promise_outcomes(tx.at(town.clock.now()), person)

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
