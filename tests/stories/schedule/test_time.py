"""Clock changes, standstills, restarts, other time zones, and people who cannot be reached."""

import asyncio
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from alongside.clock import TurnedClock
from alongside.house import House
from care.schedule.due import next_due_at
from db.event_replay import memory
from programme.schedule.plan import CHECK_IN
from programme.schedule.prompt import PromptState
from tests.stories.town import Someone, Town

SPRING = datetime(2026, 3, 28, 12, 0, tzinfo=UTC)  # the Saturday before London's clocks go forward
AUTUMN = datetime(2026, 10, 24, 11, 0, tzinfo=UTC)  # the Saturday before they go back


async def answered(sam: Someone) -> None:
    """Sam answers in three taps and looks."""
    await sam.taps("Good", "0", "None")
    sam.phone.looks()


@pytest.mark.parametrize("start", [SPRING, AUTUMN], ids=["forward", "back"])
async def test_the_clocks_change(town: Town, lee: Someone, sam: Someone) -> None:
    """S3: over a clock-change night Sam's check-in stays at 18:30 on the wall, once a day, Lee's summary at 8:00."""
    for day in ("Sat", "Sun", "Mon"):
        await town.reaches(f"{day} 18:29")
        await sam.sees_nothing_new()
        await town.reaches(f"{day} 18:30")
        await sam.sees("How is your mood")
        await answered(sam)
    assert (await lee.sees("STEADY (1)")).date.astimezone(town.zone).hour == 8


async def test_a_short_standstill(town: Town, sam: Someone) -> None:
    """S13: the service was down at the due time and is back within the window: the check-in comes late, once."""
    await town.is_down("Mon 19:40")
    await town.restarts()
    await sam.sees("How is your mood")
    await town.restarts()
    await sam.sees_nothing_new()


async def test_a_long_standstill(town: Town, lee: Someone, sam: Someone) -> None:
    """S13: after three days down one check-in comes, and the days we missed do not count against Sam."""
    await town.is_down("Thu 18:45")
    await town.restarts()
    await sam.sees("How is your mood")
    await answered(sam)
    await lee.writes("/summary")
    await lee.sees("Not asked by us: 3", "Today so far: replied")


async def test_a_standstill_into_the_night(town: Town, sam: Someone) -> None:
    """S4, S13: down until late at night: nothing is sent then, and the evening is recorded as missed by us."""
    await town.is_down("Mon 23:30")
    await town.restarts()
    await town.goes_on(timedelta(hours=10))
    await sam.sees_nothing_new()
    await town.reaches("Tue 18:30")
    await sam.sees("How is your mood")


async def test_blocked_is_not_silence(town: Town, lee: Someone, sam: Someone) -> None:
    """S15: blocked by Sam, nothing is sent and Lee reads that we cannot reach Sam; unblocked, the next slot comes."""
    await sam.does(lambda phone: phone.blocks())
    await town.reaches("Wed 12:00")
    await lee.writes("/summary")
    summary = (await lee.sees("Sam")).text
    assert "reach" in summary
    assert "Replied 0 of 2" not in summary
    await sam.does(lambda phone: phone.unblocks())
    await sam.sees_nothing_new()
    await town.reaches("Wed 18:30")
    await sam.sees("How is your mood")


async def test_a_new_check_in_takes_the_place_of_an_old_one(town: Town, sam: Someone) -> None:
    """S6: there is one open question at a time: yesterday's check-in is closed when today's comes."""
    await town.reaches("Tue 18:30")
    sam.phone.looks()
    asking = [bubble for bubble in sam.phone.messages if "How is your mood" in bubble.text]
    assert len(asking) == 1


async def test_the_clock_is_set_back_a_day(town: Town, sam: Someone) -> None:
    """The wall clock jumps back a day after a check-in was sent: it does not come a second time."""
    await town.reaches("Mon 18:30")
    await sam.sees("How is your mood")
    await answered(sam)
    town.clock.step_wall(-86_400)
    await town.goes_on(timedelta(hours=24))
    await sam.sees_nothing_new()
    await town.goes_on(timedelta(hours=24))
    await sam.sees("How is your mood")


async def test_what_was_said_while_we_were_down_is_heard_before_we_speak(town: Town, stopped: Someone) -> None:
    """Sam tells of a lapse while the service is down: back at 19:00, it hears that first, and asks nothing."""
    await stopped.taps("OK", "1", "None")
    await town.house.close()
    await town.is_down("Thu 19:00")
    stopped.phone.looks()
    stopped.phone.writes("I smoked")
    running = TurnedClock(town.clock.now(), running=True)
    house = House(town.database, running, token=town.simulator.token, api=town.simulator.base_url)
    stop = asyncio.Event()
    alive = asyncio.create_task(house.run(stop))
    await town.simulator.until(lambda: "Thanks for telling me" in str(stopped.phone.messages[-1].text))
    while (due := await town.database.read(next_due_at)) is None or due <= running.now():
        await running.sleep(0.02)
    stop.set()
    await alive
    await house.close()
    assert [one.text.partition(".")[0] for one in stopped.phone.unseen] == ["Thanks for telling me"]
    stopped.phone.looks()
    last = (await town.database.read(memory)).prompts[-1]
    assert (last.kind, last.state, last.opened_at) == (CHECK_IN, PromptState.SKIPPED, None)


BERLIN, TOKYO = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Tokyo")


async def test_two_taps_to_another_zone(town: Town, sam: Someone) -> None:
    """S3: in two taps Sam is in Paris: the check-in stays at 18:30, there, an hour earlier; Undo brings it home."""
    await sam.writes("/settings")
    await sam.sees("Settings")
    await sam.taps("I'm in another time zone", "13:00 Paris")
    await sam.sees("Welcome to Paris time: it's 13:00 now.", "Still at 18:30 there: check-in.", "/help shows")
    await sam.sees("Telegram can be down", "local emergency number")
    await town.reaches("Mon 17:29")
    await sam.sees_nothing_new()
    await town.reaches("Mon 17:30")
    asked = await sam.sees("How is your mood")
    assert asked.date.astimezone(BERLIN).hour == 18
    await sam.taps("Not now", "Skip today")
    sam.phone.looks()
    await sam.taps("Undo")
    await sam.sees("Place: London")
    await sam.sees("Telegram can be down", "call 999")
    await town.reaches("Mon 22:00")
    await sam.sees_nothing_new()
    await town.reaches("Tue 18:30")
    await sam.sees("How is your mood")


async def test_far_away_by_name(town: Town, sam: Someone) -> None:
    """S3, S6: a typed city will do; a day that had its check-in has no second one because it is another day there."""
    await town.reaches("Mon 18:30")
    await sam.taps("Good", "0", "None")
    sam.phone.looks()
    await sam.writes("/next")
    await sam.sees("Next seven days")
    await sam.taps("I'm in another time zone")
    await sam.sees("What time is it where you are?")
    await sam.writes("Atlantis")
    await sam.sees("I don't know that place")
    await sam.writes("tokyo")
    await sam.sees("Welcome to Tokyo time: it's 03:30 now.", "Still at 18:30 there")
    await sam.sees("Telegram can be down", "local emergency number")
    town.zone = TOKYO
    await town.reaches("Tue 18:29")
    await sam.sees_nothing_new()
    await town.reaches("Tue 18:30")
    await sam.sees("How is your mood")


async def test_a_country_with_many_clocks(town: Town, sam: Someone) -> None:
    """A typed country with several clocks asks which; Sam looks at one and taps it."""
    await sam.writes("/settings")
    await sam.sees("Settings")
    await sam.taps("I'm in another time zone", "Later times", "Earlier times")
    await sam.sees("What time is it where you are?")
    await sam.writes("USA")
    await sam.sees("What time is it where you are?")
    await sam.taps("07:00 New York")
    await sam.sees("Welcome to New York time")
    await sam.sees("Telegram can be down", "local emergency number")


async def test_tonight_and_tomorrow(town: Town, sam: Someone) -> None:
    """S4: each choice says when it comes back; none is in the night, and tomorrow is tomorrow's own."""
    await town.reaches("Mon 18:30")
    await sam.sees("How is your mood")
    await sam.taps("Not now")
    assert sam.labels()[:3] == ["Later today, 19:30", "Tonight, 20:00", "Tomorrow, 18:30"]
    await sam.taps("Tonight")
    await sam.sees("See you at 20:00.")
    await town.reaches("Mon 19:59")
    await sam.sees_nothing_new()
    await town.reaches("Mon 20:00")
    await sam.sees("How is your mood")
    await town.reaches("Mon 21:10")
    await sam.taps("Not now")
    assert sam.labels() == ["Tomorrow, 18:30", "Skip today", "Back"]
    await sam.taps("Tomorrow")
    await sam.sees("Next hello: tomorrow, 18:30.")
    await town.reaches("Tue 18:29")
    await sam.sees_nothing_new()
    await town.reaches("Tue 18:30")
    await sam.sees("How is your mood")


async def test_a_break_until_a_day(town: Town, lee: Someone, sam: Someone) -> None:
    """Sam picks a day: quiet until then, one hello at 8:00, and what Lee sees is told."""
    await sam.writes("/pause")
    await sam.sees("How long?")
    await sam.taps("Pick a day", "Fri 6 Mar")
    await sam.sees("Paused until Friday 6 March, 08:00", "one short hello", "Lee sees")
    await town.reaches("Fri 07:59")
    await sam.sees_nothing_new()
    await town.reaches("Fri 08:00")
    await sam.sees("Your break is over")
    await lee.writes("/summary")
    assert "Paused" not in (await lee.sees("Left out for a break: 4")).text


async def test_another_time_is_proposed(town: Town, lee: Someone, sam: Someone) -> None:
    """S14: after seven evenings at about 20:30 it is asked whether that suits better; not before Sam's yes it moves."""
    for evening in range(7):
        await town.reaches("18:30")
        await sam.sees("How is your mood")
        await town.goes_on(timedelta(hours=1, minutes=55))
        sam.phone.looks()
        await sam.taps("Good", "0", "None")
        proposed = any("You mostly answer at about 20:30" in one.text for one in sam.phone.messages)
        assert proposed is (evening == 6)
        sam.phone.looks()
    await sam.taps("Yes, move it")
    await sam.sees("Your check-in comes at 20:30 from tomorrow on")
    await town.reaches("23:00")
    await town.reaches("20:29")
    await sam.sees_nothing_new()
    await town.reaches("20:30")
    await sam.sees("How is your mood")
    lee.phone.looks()
