"""What stories of scales and medicines share: evenings that are answered, a quit date, nine answers in a row."""

from tests.stories.town import Someone, Town

EASY = ("OK", "1", "None")


async def stops_on(sam: Someone, day: int) -> None:
    """Sam picks that day of March, and says "not now" to the question about medicines."""
    await sam.writes("/quitdate")
    await sam.taps(str(day))
    sam.phone.looks()
    await sam.taps("Not now")
    sam.phone.looks()


async def evening(town: Town, sam: Someone, day: str, *answers: str) -> None:
    """That day's evening check-in is answered; its closing words are left to be seen."""
    await town.reaches(f"{day} 18:30")
    sam.phone.looks()
    await sam.taps(*(answers or EASY))


async def evenings(town: Town, sam: Someone, *days: str) -> None:
    """Evening after evening, answered as on an easy day."""
    for day in days:
        await evening(town, sam, day)
        sam.phone.looks()


async def nine(sam: Someone, *answers: str) -> None:
    """Seven answers, and the last two as on an easy day; what they come to is left to be seen."""
    for one in (*answers, "A little of the time"):
        await sam.taps(one)
        sam.phone.looks()
    await sam.taps("Slight")
