"""Small things of a day that several stories need."""

from tests.stories.town import Someone, Town


async def a_morning(town: Town, sam: Someone, day: str) -> None:
    """That morning's one tap."""
    await town.reaches(f"{day} 08:00")
    await sam.taps("1")
    await sam.sees("Saved, thank you")
