"""A break, what came of it, and "not now" as a state with its ways out."""

from datetime import date, time

from care.schedule.plans import schedule_greeting
from db.people import accounts
from programme.schedule.reason_code import ReasonCode
from tests.stories.schedule.test_a_course import come, evening
from tests.stories.town import DAYS, Someone, Town


async def test_a_break_of_three_days(town: Town, lee: Someone, sam: Someone) -> None:
    """Sam takes a break on Monday; no check-in comes, Lee sees "paused", and on Thursday at 8:00 comes one hello."""
    await sam.writes("/pause")
    await sam.sees("Nothing is lost", "How long?")
    await sam.taps("3 days")
    await sam.sees("Paused until Thursday 5 March, 08:00", "one short hello", "Lee sees")
    await lee.writes("/summary")
    await lee.sees("Paused")
    await town.reaches("Wed 22:00")
    await sam.sees_nothing_new()
    await town.reaches("Thu 07:59")
    await sam.sees_nothing_new()
    await town.reaches("Thu 08:00")
    await sam.sees("Your break is over", "Next hello: today, 18:30")
    await sam.taps("Why this?")
    await sam.sees("You took a break until 08:00", "Nobody was told")
    await town.reaches("Thu 18:30")
    await sam.sees("How is your mood")
    sam.phone.looks()
    await lee.writes("/summary")
    assert "Paused" not in (await lee.sees("Left out for a break: 3")).text


async def test_back_before_it_is_over(town: Town, lee: Someone, sam: Someone) -> None:
    """Sam breaks off a check-in for a week's break, is back the next day, and no hello follows."""
    await town.reaches("Mon 18:30")
    await sam.sees("How is your mood")
    await sam.writes("/pause")
    await sam.sees("How long?")
    await sam.taps("A week")
    await sam.sees("Closed for your break")
    await sam.sees("Paused until Monday 9 March, 08:00")
    await town.reaches("Tue 12:00")
    await sam.writes("/pause")
    await sam.sees("Paused until Monday")
    await sam.taps("I'm back")
    await sam.sees("Good to have you back", "Next hello: today, 18:30")
    await town.reaches("Tue 18:30")
    await sam.sees("How is your mood")
    sam.phone.looks()
    await town.reaches("Mon 07:59")
    sam.phone.looks()
    await town.reaches("Mon 12:00")
    await sam.sees_nothing_new()
    await lee.sees("Mon 9 Mar · 1 person")


async def test_until_i_am_back(town: Town, sam: Someone) -> None:
    """A break without an end is quiet for as long as it takes, and help goes on meanwhile."""
    await sam.writes("/pause")
    await sam.sees("How long?")
    await sam.taps("Until I'm back")
    await sam.sees("Paused until you're back")
    await town.reaches("Sun 12:00")
    await sam.sees_nothing_new()
    await sam.writes("/checkin")
    await sam.sees("How is your mood")
    await sam.writes("/next")
    await sam.sees("Paused until you're back", "Nothing is planned")


async def test_the_next_seven_days(town: Town, lee: Someone, sam: Someone) -> None:
    """Each check-in of the week is named with its day and time; somebody without plans hears that there is nothing."""
    await sam.writes("/next")
    said = (await sam.sees("Mon 2 Mar 18:30 · check-in", "Sun 8 Mar 18:30 · check-in")).text
    assert said.count("check-in ") + said.count("check-in\n") >= 7
    assert "Mon 9 Mar" not in said
    await lee.writes("/next")
    await lee.sees("Mon 9 Mar 08:00 · your summary")
    eve = town.someone("Eve")
    await eve.writes("/next")
    await eve.sees("Nothing is planned")


async def test_the_morning_after(town: Town, sam: Someone) -> None:
    """A hello that was promised for the next morning comes once, asks nothing, and says why it came."""
    found = await town.database.read(lambda tx: accounts.find(tx, sam.phone.id))
    assert found is not None
    now = town.clock.now()
    await town.database.write(
        lambda tx: schedule_greeting(tx.at(now), found, date(2026, 3, 3), time(8), ReasonCode.LAPSE)
    )
    await town.reaches("Mon 18:30")
    await sam.taps("Not now", "Skip today")
    sam.phone.looks()
    await town.reaches("Tue 07:59")
    await sam.sees_nothing_new()
    await town.reaches("Tue 08:00")
    await sam.sees("Hello, Sam", "Here I am, as promised. No questions this morning", "Next hello: today, 18:30")
    await sam.taps("Why this?")
    await sam.sees("I said I'd say hello at 08:00", "Nobody was told")
    await sam.taps("Back")
    sam.phone.looks()
    await town.reaches("Tue 18:29")
    await sam.sees_nothing_new()


async def test_why_a_reminder_came(town: Town, sam: Someone) -> None:
    """The reminder says why it came, and leads to a break too."""
    await town.reaches("Mon 18:30")
    sam.phone.looks()
    await town.reaches("Mon 20:15")
    await sam.sees("Still here if you want it")
    await sam.taps("Why this?")
    await sam.sees("check-in at 18:30", "I remind you once", "Lee sees your answer")
    await sam.taps("Back")
    await sam.sees("Still here if you want it")
    await sam.taps("OK today")
    sam.phone.looks()


async def not_now(sam: Someone) -> None:
    """Sam says so on the quit date's screen."""
    await sam.writes("/quitdate")
    await sam.taps("No check-ins for now")
    await sam.sees("Fine. No check-ins for now. In two weeks I'll ask how the timing is")


async def test_not_now_is_one_question_a_fortnight(town: Town, lee: Someone, sam: Someone) -> None:
    """Nothing comes for two weeks but that question; "not yet" is two weeks more; one tap brings check-ins back."""
    await not_now(sam)
    before = come(sam)
    for _ in range(3):
        await town.reaches("Mon 18:29")
    assert come(sam) == before
    await town.reaches("Mon 18:30")
    await sam.sees("How is the timing for stopping, these days?")
    await sam.taps("Not yet")
    await sam.sees("That's fine. I'll ask in two weeks")
    await town.reaches("Mon 18:30")
    await sam.sees_nothing_new()
    await town.reaches("Mon 18:30")
    await sam.sees("How is the timing")
    await sam.taps("Now is good")
    await sam.sees("Good to have you back", "Next hello: tomorrow, 18:30")
    await town.reaches("Tue 18:30")
    await sam.sees("Evening, Sam")
    await evening(sam)
    lee.phone.looks()


async def test_stop_asking_is_the_end_of_it(town: Town, lee: Someone, sam: Someone) -> None:
    """Asked no more, the way back stays open: on the same message, and on the quit date's screen."""
    await not_now(sam)
    for _ in range(2):
        await town.reaches("Sun 12:00")
    await town.reaches("Mon 18:30")
    await sam.taps("Stop asking")
    await sam.sees("Fine, I won't ask")
    for _ in range(3):
        await town.reaches("Mon 18:30")
    await sam.sees_nothing_new()
    await sam.writes("/quitdate")
    await sam.sees("You asked for no check-ins for now")
    await sam.taps("Now is good")
    await sam.sees("Good to have you back")
    await town.reaches("Tue 18:30")
    await sam.sees("Evening, Sam")
    await evening(sam)
    lee.phone.looks()


async def test_a_quit_date_ends_not_now(town: Town, sam: Someone) -> None:
    """Whoever picks a day is back by that."""
    await not_now(sam)
    await sam.writes("/quitdate")
    await sam.taps("6")
    await sam.sees("Friday 6 March", "From Saturday 7 March I'll say hello in the morning too")
    await town.reaches("Mon 18:30")
    await sam.sees("Evening, Sam")
    await evening(sam)


async def test_two_silent_days_bring_one_kind_question(town: Town, sam: Someone) -> None:
    """Two silent days on: four ways to go on, and fewer messages is one of them, at once."""
    await town.reaches("Thu 18:29")
    sam.phone.looks()
    await town.reaches("Thu 18:30")
    await sam.sees("It's been quiet for two days, and that's fine", "Lee sees “no reply”, nothing more")
    await sam.taps("Fewer messages")
    await sam.sees("Fewer it is, from now on", "Next hello:")
    await town.reaches("Fri 12:00")
    sam.phone.looks()


async def test_its_one_tap_is_a_whole_answer(town: Town, sam: Someone) -> None:
    """Hard today: kept with one tap, and thanked for."""
    await town.reaches("Thu 18:30")
    sam.phone.looks()
    await sam.taps("It's hard")
    await sam.sees("Thank you for telling me. Hard days count too", "Next hello: tomorrow, 18:30")
    await town.reaches("Fri 18:30")
    await sam.sees("Evening, Sam")
    await evening(sam)


async def test_the_last_word_asks_nothing(town: Town, lee: Someone, sam: Someone) -> None:
    """After ten silent days one last word, then quiet; any word from Sam brings the check-ins back."""
    for _ in range(3):
        for day in DAYS:
            await town.reaches(f"{day} 22:30")
    last = [one for one in sam.phone.messages if "I'm still here" in one.text]
    assert len(last) == 1
    assert "I'll be quiet from now on" in last[0].text
    lee.phone.looks()
    sam.phone.looks()
    before = come(sam)
    await town.reaches("Fri 22:30")
    assert come(sam) == before
    await sam.writes("/next")
    sam.phone.looks()
    await town.reaches("Sat 18:30")
    await sam.sees("Evening, Sam")
    await evening(sam)
    lee.phone.looks()
