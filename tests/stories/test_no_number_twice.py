"""What is gone takes its number with it: what comes after it is told as what it is."""

from datetime import timedelta

from tests.stories.town import Someone, Town


async def test_a_request_after_somebody_was_erased(town: Town, lee: Someone, sam: Someone) -> None:
    """Kim asked for Lee, and was erased; Sam's request reaches Lee as well, and Kim's message opens none of it."""
    kim = await town.client(lee, "Kim")
    for client in (kim, sam):
        await client.writes("Rough day")
        await client.taps("Tell Lee", "Send it")
        await client.sees("It's with Lee")
        await lee.sees(f"{client.phone.name} asks you to get in touch")
        if client is kim:
            await kim.writes("/leave")
            await kim.taps("Leave and erase all", "Take it back", "Yes, erase it")
            kim.phone.looks()
            await lee.sees("This was taken back")


async def test_a_craving_after_answers_went(town: Town, sam: Someone) -> None:
    """Keep is taken back, and given: the next craving is asked about after ten minutes, as the first one was."""
    for _ in range(2):
        await sam.writes("Craving")
        await sam.taps("4", "Skip", "A walk")
        sam.phone.looks()
        await town.goes_on(timedelta(minutes=10))
        await sam.taps("2")
        await sam.sees("From 4 to 2")
        for box in ("☑ Keep", "☐ Keep"):
            await sam.writes("/settings")
            await sam.taps("Sharing", box, "Continue")
            sam.phone.looks()
