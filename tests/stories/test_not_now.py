""" "Not now" as a state, and the ways out of a silence: fewer messages, one tap, the last word."""

from tests.stories.test_a_course import come, evening
from tests.stories.town import DAYS, Someone, Town


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
