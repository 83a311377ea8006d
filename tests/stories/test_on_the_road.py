"""In another time zone, putting off, breaks of a part, and another time that is proposed."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from tests.stories.town import Someone, Town

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
