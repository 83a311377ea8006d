"""A craving: rated, one thing tried, and rated once more after ten minutes."""

from datetime import timedelta

from sqlalchemy import select

from db.tables import cravings
from db.tx import Tx
from tests.stories.town import Someone, Town

MINUTE = timedelta(minutes=1)
TEN_MINUTES = 10 * MINUTE


async def test_a_craving_is_rated_twice(town: Town, sam: Someone) -> None:
    """Sam taps how strong it is, tries a walk, and ten minutes later the difference is said and kept."""
    await sam.writes("Craving")
    await sam.sees("How strong is it right now?")
    await sam.taps("4", "A walk")
    await sam.sees("Try this for a few minutes: A walk", "I'll ask how it is in ten minutes")
    await town.goes_on(TEN_MINUTES - MINUTE)
    await sam.sees_nothing_new()
    await town.goes_on(MINUTE)
    await sam.sees("Ten minutes on. You said 4")
    await sam.taps("2")
    await sam.sees("From 4 to 2. You rode that one out")
    await sam.writes("/progress")
    await sam.sees("Cravings you rode out: 1")


async def test_who_says_so_earlier_is_not_asked(town: Town, sam: Someone) -> None:
    """Rated before the ten minutes are over: nothing comes after that."""
    await sam.writes("/craving")
    await sam.taps("3", "Breathe with me", "Tell me now", "3")
    await sam.sees("Still 3")
    await town.goes_on(TEN_MINUTES)
    await sam.sees_nothing_new()


async def test_who_smoked_is_not_asked_how_the_craving_is(town: Town, sam: Someone) -> None:
    """Telling of a cigarette lets go of the question."""
    await sam.writes("Craving")
    await sam.taps("5", "Wait five minutes")
    sam.phone.looks()
    await sam.writes("I smoked")
    sam.phone.looks()
    await town.goes_on(TEN_MINUTES)
    await sam.sees_nothing_new()


async def test_a_stranger_is_helped_and_nothing_is_kept(town: Town) -> None:
    """Without any consent there is help, and no rating."""
    kim = town.someone("Kim")
    await kim.writes("/craving")
    await kim.sees("Most cravings ease within minutes")
    await kim.taps("Breathe with me")
    await kim.sees("count to 4")
    await kim.taps("It's easing")
    await kim.sees("Well done")


async def test_a_rough_day(town: Town, lee: Someone, sam: Someone) -> None:
    """A rough day is met without smoking, and nothing of it is kept or told."""
    await sam.writes("Rough day")
    await sam.sees("Smoking can wait", "I keep nothing of this")
    await sam.taps("Something calming")
    await sam.sees("five things you can see")
    await sam.writes("More")
    await sam.sees("What would you like?")
    assert sam.phone.keyboard == [["Craving", "I smoked"], ["Rough day", "More"]]


async def test_a_finger_that_taps_twice(town: Town, lee: Someone, sam: Someone) -> None:
    """Rated twice before the answer came is one craving, as strong as was tapped last; and so on the quit morning."""
    await sam.writes("Craving")
    sam.phone.looks()
    sam.phone.taps("4")
    await sam.taps("5")
    sam.phone.looks()
    assert await town.database.read(_cravings) == [5]
    await sam.writes("/quitdate")
    await sam.taps("3")
    await town.reaches("Tue 08:00")
    sam.phone.looks()
    sam.phone.taps("2")
    await sam.taps("2")
    assert await town.database.read(_cravings) == [5, 2]
    await town.goes_on(MINUTE)
    sam.phone.looks()


async def _cravings(tx: Tx) -> list[int]:
    return list((await tx.run(select(cravings.c.before).order_by(cravings.c.id))).scalars())
