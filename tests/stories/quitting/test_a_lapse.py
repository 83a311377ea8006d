"""Smoking after the quit date: kept, never a reset, and silence until the morning."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from care.toolkit import MOST_ITEMS, add_item
from db.people import accounts
from db.tx import Tx
from tests.stories.days import a_morning
from tests.stories.town import Someone, Town


async def test_a_lapse_evening_is_two_taps_and_then_silence(town: Town, lee: Someone, stopped: Someone) -> None:
    """Sam taps "I smoked" and "That's all tonight": the check-in closes, nothing comes before 8:00, then one hello."""
    await town.reaches("Wed 19:00")
    sent = len(stopped.phone.messages)
    await stopped.writes("I smoked")
    await stopped.sees("Thanks for telling me", "Your 2 smoke-free days still count", "tomorrow, 08:00")
    assert (await stopped.sees("Skipped for today")).edited
    await stopped.taps("That's all tonight")
    await stopped.sees("I'll leave you in peace until tomorrow, 08:00")
    assert len(stopped.phone.messages) - sent == 2, "one tap of Sam's, one answer"
    await town.reaches("Thu 07:59")
    await stopped.sees_nothing_new()
    await town.reaches("Thu 08:00")
    await stopped.sees("Hello, Sam", "still count")
    await town.reaches("Thu 18:30")
    await stopped.sees("How is your mood")
    await lee.writes("/summary")
    await lee.sees("Replied 5 of 5", "Smoked 1 of 3")
    await stopped.writes("/progress")
    await stopped.sees("Smoke-free days: 2", "Longest stretch: 2 days", "1 day I didn't ask about")


async def test_nobody_is_told_of_days_that_are_not_there(town: Town, sam: Someone) -> None:
    """Smoked on the very quit day: there is no smoke-free day, and neither that evening nor the hello speaks of one."""
    await sam.writes("/quitdate")
    await sam.taps("2")
    await sam.sees("Your quit date is today")
    await sam.writes("I smoked")
    assert "still count" not in (await sam.sees("Thanks for telling me")).text
    await sam.taps("That's all for today")
    sam.phone.looks()
    await town.reaches("Tue 08:00")
    hello = await sam.sees("Hello, Sam", "Here I am, as promised. No questions this morning")
    assert "still count" not in hello.text


async def test_a_lapse_before_the_check_in_is_due(town: Town, stopped: Someone) -> None:
    """Told on Thursday at noon: that evening's check-in is not asked, and counts for nothing against Sam."""
    await stopped.taps("OK", "1", "None")
    stopped.phone.looks()
    await town.reaches("Thu 12:00")
    await stopped.writes("/smoked")
    await stopped.sees("Your 3 smoke-free days still count")
    await stopped.taps("That's all for today")
    stopped.phone.looks()
    await town.reaches("Fri 07:59")
    await stopped.sees_nothing_new()
    await town.reaches("Fri 08:00")
    await stopped.sees("Hello, Sam")


async def test_a_word_in_the_morning_stays_promised(town: Town, lee: Someone) -> None:
    """Told at noon with a check-in due next morning, which Pat then moves to the evening: a hello comes instead."""
    pat = await town.client(lee, "Pat", at="09:00")
    await pat.writes("/quitdate")
    await pat.taps("2")
    pat.phone.looks()
    await pat.writes("I smoked")
    await pat.sees("Thanks for telling me", "I'll leave you in peace until tomorrow, 08:00")  # the morning's one tap
    await pat.taps("That's all for today")
    await pat.writes("/next")
    await pat.taps("How often", "Time", "18:30")
    pat.phone.looks()
    await town.reaches("Tue 07:59")
    await pat.sees_nothing_new()
    await town.reaches("Tue 08:00")
    await pat.sees("Hello, Pat", "Here I am, as promised")
    await town.reaches("Tue 12:00")
    await pat.sees_nothing_new()


async def test_working_out_what_happened_keeps_an_idea(town: Town, stopped: Someone) -> None:
    """What was going on, an own idea first, and it is there at the next craving."""
    await stopped.writes("I smoked")
    stopped.phone.looks()
    await stopped.taps("Work out what happened")
    await stopped.sees("What was going on")
    await stopped.taps("Stress")
    await stopped.sees("Your idea first")
    await stopped.writes("I'll walk to the shop and back")
    await stopped.sees("Kept for next time. If I'm stressed, then: “I'll walk to the shop and back”")
    stopped.phone.looks()
    await stopped.taps("Next craving", "4", "Stress")
    await stopped.sees("Pick one thing")
    assert stopped.labels()[:2] == ["I'll walk to the shop and back", "A walk"]


async def test_one_of_their_own_is_shown_if_they_ask(town: Town, stopped: Someone) -> None:
    """No idea of their own just now: what they said helps is shown on request."""
    await stopped.writes("I smoked")
    stopped.phone.looks()
    await stopped.taps("Work out what happened", "Bored", "Show me one of mine")
    await stopped.sees("For moments like being bored, you told me: A walk")
    await stopped.taps("That's all tonight")
    stopped.phone.looks()


async def test_a_mistake_is_taken_back(town: Town, lee: Someone, stopped: Someone) -> None:
    """Tapped by mistake: it goes, no hello comes for it, and today's check-in can be done after all."""
    await stopped.writes("I smoked")
    stopped.phone.looks()
    await stopped.taps("I tapped by mistake")
    await stopped.sees("Taken back", "/checkin")
    await stopped.writes("/checkin")
    await stopped.taps("OK", "0", "None")
    stopped.phone.looks()
    await a_morning(town, stopped, "Thu")
    await town.reaches("Thu 12:00")
    await stopped.sees_nothing_new()
    await stopped.writes("/progress")
    await stopped.sees("Smoke-free days: 3")
    await lee.writes("/summary")
    await lee.sees("Smoked 0 of 3")


async def test_the_buttons_at_hand_come_before_awaited_words(town: Town, stopped: Someone) -> None:
    """While own words are asked for, a tap on "I smoked" is no word of a check-in."""
    await stopped.taps("OK", "4", "None", "Stress", "A walk")
    await stopped.sees("own words")
    await stopped.writes("I smoked")
    await stopped.sees("Thanks for telling me")
    assert "What you said is kept" in (await stopped.sees("Closed, no problem")).text
    stopped.phone.looks()
    await town.reaches("Thu 08:00")
    stopped.phone.looks()


async def test_help_that_is_opened_ends_the_question(town: Town, lee: Someone, stopped: Someone) -> None:
    """A rough day or a craving, by whichever way: words typed then are no idea for next time."""
    ways: tuple[Callable[[], Awaitable[None]], ...] = (
        lambda: stopped.writes("Rough day"),
        lambda: stopped.writes("Craving"),
        lambda: stopped.writes("/craving"),
    )
    for goes in ways:
        await stopped.writes("I smoked")
        await stopped.taps("Work out what happened", "Stress")
        await stopped.sees("Your idea first")
        await goes()
        stopped.phone.looks()
        await stopped.writes("Nobody can bear me today")
        await stopped.sees("Thank you for telling me", "Nobody can bear me today")
        await town.goes_on(timedelta(minutes=3))
        stopped.phone.looks()


async def test_a_cigarette_of_before_is_noted_on_its_day(town: Town, sam: Someone) -> None:
    """Told on the quit day and put to the day before, it is of the diary, and of that day, with no hour."""
    await sam.writes("/quitdate")
    await sam.taps("2")
    sam.phone.looks()
    await sam.writes("I smoked")
    await sam.taps("Work out what happened", "It was earlier", "Yesterday")
    noted = await sam.sees("Noted: a cigarette, Sunday 1 March.")
    assert "today" not in noted.text


async def test_an_idea_for_a_full_list(town: Town, stopped: Someone) -> None:
    """Where the list is full that is said, not that no words are kept, and the question stays with its ways on."""

    async def fill(tx: Tx) -> None:
        person = await accounts.find(tx, stopped.phone.id)
        assert person is not None
        for number in range(MOST_ITEMS):
            await add_item(tx.at(town.clock.now()), person, f"One of many, {number}")

    await town.database.write(fill)
    await stopped.writes("I smoked")
    await stopped.taps("Work out what happened", "Stress")
    await stopped.sees("Your idea first")
    await stopped.writes("Ring Mia")
    await stopped.sees("That's a full list")
    await stopped.taps("Show me one of mine", "Keep it for next time")
    await stopped.sees("Kept for next time", "If I'm stressed, then:")


async def test_told_twice_is_told_once(town: Town, lee: Someone, stopped: Someone) -> None:
    """A second tap of the same moment shows what was told and says so, and adds nothing."""
    await stopped.writes("I smoked")
    await stopped.sees("Thanks for telling me", "How many?")
    await stopped.writes("I smoked")
    await stopped.sees("You told me a moment ago, so I have it once. Was it more?")
    await stopped.taps("I tapped by mistake")
    stopped.phone.looks()
    await lee.writes("/summary")
    await lee.sees("Smoked 0 of 2")


async def test_how_many_is_for_who_wants_to_say(town: Town, lee: Someone, stopped: Someone) -> None:
    """A range by one tap, a number by typing it, corrected by another; days are counted as before, and it can be taken
    back whole."""
    await stopped.writes("I smoked")
    await stopped.sees("Thanks for telling me", "How many? Tap a number if you want to say")
    stopped.phone.looks()
    await stopped.taps("2–5")
    await stopped.sees("Number noted: 2–5")
    await stopped.taps("Type it")
    await stopped.writes("loads")
    await stopped.sees("I need a number from 1 to 200")
    await stopped.writes("0")
    await stopped.sees("I need a number from 1 to 200")
    stopped.phone.looks()
    await stopped.writes("7")
    await stopped.sees("Thanks for telling me", "Number noted: 7")
    await stopped.taps("Type it", "Back")
    await stopped.sees("Number noted: 7")
    await stopped.writes("12")
    await stopped.sees("I'm a program, so I can't chat")
    await lee.writes("/summary")
    await lee.sees("Today so far: replied, smoked", "Smoked 0 of 2 days")
    await stopped.taps("I tapped by mistake")
    await stopped.sees("Taken back. Nothing of it is kept. /checkin")
    await lee.writes("/summary")
    await lee.sees("Smoked 0 of 2 days")
    stopped.phone.looks()
