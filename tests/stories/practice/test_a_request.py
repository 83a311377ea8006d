"""A request for help is never in the air: who gets it and when is said before it goes, and what becomes of it after."""

from datetime import UTC, datetime, timedelta

import pytest

from care.practice.route import keep_route
from db.delivery.sight import figures
from simulator import Call
from tests.stories.town import Someone, Town

CARD = "I want to kill myself"


@pytest.fixture
def start() -> datetime:
    """Friday 6 March 2026, 09:00."""
    return datetime(2026, 3, 6, 9, 0, tzinfo=UTC)


def last_sent(town: Town) -> Call:
    """What was sent last to any phone."""
    return next(call for call in reversed(town.simulator.log.of(Call)) if call.method == "sendMessage")


async def with_cover(town: Town, lee: Someone) -> Someone:
    """Dr Ade, whom Lee names as cover under Settings."""
    ade = await town.practitioner("Dr Ade")
    await lee.writes("/settings")
    await lee.taps("Hours and cover", "Who covers", "Dr Ade")
    await lee.sees("It comes to you, weekdays 9 to 5", "Dr Ade, who covers")
    await ade.sees("Lee has named you as cover")
    return ade


async def from_the_card(sam: Someone) -> None:
    """Words of danger, the card, and the way to telling."""
    await sam.writes(CARD)
    await sam.sees("please reach a person")
    await sam.taps("Tell Lee")


async def test_from_the_card_on_a_friday_night(town: Town, lee: Someone, sam: Someone) -> None:
    """Sam reads the very words, and both names with hours; unopened by eleven on Monday, Sam is told whom to call and
    Dr Ade has it too; Dr Ade opens it, and Sam, Lee and the figures know."""
    ade = await with_cover(town, lee)
    await town.reaches("Fri 21:10")
    sam.phone.looks()
    await from_the_card(sam)
    seen = await sam.sees(
        "Lee or Dr Ade reads these words", "“Sam asks you to get in touch. Sam asked from the crisis card.”",
        "Lee, weekdays 9 to 5.", "If Lee hasn't opened it by 11:00 on Monday 9 March: Dr Ade, who covers",
        "before 09:00 on Monday 9 March", "999",
    )  # fmt: skip
    await lee.sees_nothing_new()
    await sam.taps("Send it")
    await sam.sees("It's with Lee", "before 09:00 on Monday", "by 11:00 on Monday 9 March, I'll tell you")
    got = await lee.sees("Sam asks you to get in touch. Sam asked from the crisis card.", "Sent today, 21:10")
    assert "“Sam asks you to get in touch. Sam asked from the crisis card.”" in seen.text
    assert got.text.startswith("Sam asks you to get in touch. Sam asked from the crisis card.\n")
    await town.reaches("Mon 08:00")
    sam.phone.looks()
    await lee.sees("ASKED FOR YOU (1)", "Sam, Fri 6 Mar 21:10. Not opened")
    await lee.taps("Asked: Sam")
    await lee.sees("Sam asks you to get in touch")
    await town.reaches("Mon 10:59")
    sam.phone.looks()
    assert (await town.database.read(lambda tx: figures(tx.at(town.clock.now())))).requests_late == 0
    assert "ASKED" not in (await ade.sees("Nobody has joined yet")).text
    await town.reaches("Mon 11:01")
    await sam.sees("Lee has not opened your message yet", "Call 116 123 or 999", "Dr Ade has it now too")
    await ade.sees("Sam asks you to get in touch. Sam asked from the crisis card.", "You cover for Lee")
    assert (await town.database.read(lambda tx: figures(tx.at(town.clock.now())))).requests_late == 1
    await ade.taps("I've seen this")
    ade.phone.looks()
    await sam.sees("Dr Ade has opened your message")
    await lee.sees("Dr Ade opened this today, 11:01")
    found = await town.database.read(lambda tx: figures(tx.at(town.clock.now())))
    assert (found.requests_waiting, found.requests_late) == (0, 0)


async def test_asked_elsewhere_the_card_is_not_mentioned(town: Town, lee: Someone, sam: Someone) -> None:
    """After the card was shown, Rough day leads to the same question without a word of it; asking twice says that it is
    there; the summary is no part of it, and taking that back, or a break, leaves it with Lee."""
    await sam.writes(CARD)
    sam.phone.looks()
    await sam.writes("Rough day")
    await sam.taps("Tell Lee")
    assert "crisis card" not in (await sam.sees("“Sam asks you to get in touch.”")).text
    await sam.taps("Send it")
    sam.phone.looks()
    assert "crisis card" not in (await lee.sees("Sam asks you to get in touch")).text
    await sam.writes("Rough day")
    await sam.taps("Tell Lee")
    await sam.sees("Lee already has your message, sent today, 09:00")
    for writes, taps in (("/settings", ("Sharing", "☑ Show", "Continue")), ("/pause", ("Until I'm back",))):
        await sam.writes(writes)
        await sam.taps(*taps)
        sam.phone.looks()
    await lee.writes("/clients")
    await lee.sees("ASKED FOR YOU (1)", "Sam, Fri 6 Mar 09:00. Not opened")
    await lee.writes("/summary")
    await lee.sees("ASKED FOR YOU (1)", "Sam has not chosen to show you a summary")
    await lee.taps("Asked: Sam", "I've seen this")
    await lee.sees("You opened this today")
    await sam.sees("Lee has opened your message")
    await lee.writes("/clients")
    assert "ASKED" not in (await lee.sees("People who joined")).text


async def test_who_cannot_be_reached_is_said_before(town: Town, lee: Someone, sam: Someone) -> None:
    """Lee has blocked the bot: Sam reads so before sending, and Lee has it when Lee is back; the operator's cover gets
    it meanwhile, in hours of their own."""
    ade = await town.practitioner("Dr Ade")
    await lee.does(lambda phone: phone.blocks())
    await sam.writes("Rough day")
    await sam.taps("Tell Lee")
    await sam.sees(
        "I can't reach Lee at the moment. I'll send it to Lee as soon as I can.", "Nobody sees this until I reach them"
    )
    await sam.taps("Not now")
    sam.phone.looks()
    await town.database.write(lambda tx: keep_route(tx, "lee Mon-Fri 9-17; cover:ade Mon-Sun 8-20"))
    await sam.writes("Rough day")
    await sam.taps("Tell Lee or Dr Ade")
    await sam.sees("I can't reach Lee at the moment", "It goes to Dr Ade now, who covers, every day 8 to 8.")
    await sam.taps("Send it")
    await sam.sees("It's with Dr Ade")
    sam.phone.looks()
    await ade.sees("Sam asks you to get in touch", "You cover for Lee")
    await lee.does(lambda phone: phone.unblocks())
    await lee.writes("/clients")
    await lee.sees("ASKED FOR YOU (1)")
    await lee.sees("Sam asks you to get in touch")


async def test_at_night_without_a_sound(town: Town, lee: Someone, sam: Someone) -> None:
    """Hours that end in Sam's night: asked from the card, Sam is told at once and no phone makes a sound; asked
    elsewhere, in the morning."""
    await lee.writes("/settings")
    await lee.taps("Hours and cover", "My hours")
    await lee.writes("at weekends mostly")
    await lee.sees("I can't read these hours")
    await lee.writes("every day 0-24")
    await lee.sees("It comes to you, every day at any hour")
    await town.reaches("Fri 21:00")
    sam.phone.looks()
    await from_the_card(sam)
    await sam.taps("Send it")
    await town.goes_on(timedelta(minutes=1))
    await sam.writes("Rough day")
    await sam.taps("Tell Lee", "Send it")
    await sam.sees("It's with Lee", "If nobody has opened it by 07:00 tomorrow, I'll tell you")
    sam.phone.looks()
    lee.phone.looks()
    await town.reaches("Fri 23:01")
    await sam.sees("Lee has not opened your message yet")
    assert last_sent(town).params.get("disable_notification") is True
    sam.phone.looks()
    await town.reaches("Sat 06:59")
    sam.phone.sees_nothing_new()
    await town.reaches("Sat 07:00")
    await sam.sees("Lee has not opened your message yet")
    assert "disable_notification" not in last_sent(town).params


@pytest.mark.parametrize(("button", "says"), [("Keep it", "has left since"), ("Take it back", "took this back")])
async def test_leaving_asks_about_it_first(town: Town, lee: Someone, sam: Someone, button: str, says: str) -> None:
    """Kept, it stays with Lee as a first name and a time, and Sam hears once it is opened; taken back, it says so."""
    await sam.writes("Rough day")
    await sam.taps("Tell Lee", "Send it")
    sam.phone.looks()
    lee.phone.looks()
    await sam.writes("/leave")
    await sam.taps("Leave, keep my answers")
    await sam.sees("You asked Lee to get in touch, and it isn't opened yet. Keep that, or take it back?")
    await sam.taps(button)
    sam.phone.looks()
    await lee.sees(says)
    await lee.writes("/clients")
    if button == "Take it back":
        assert "ASKED" not in (await lee.sees("Nobody has joined yet")).text
        return
    await lee.sees("ASKED FOR YOU (1)", "Sam, who has left, Fri 6 Mar 09:00. Not opened")
    await lee.taps("Asked: Sam, who has left", "I've seen this")
    lee.phone.looks()
    await sam.sees("Lee has opened your message")


@pytest.mark.parametrize("opened", [True, False])
async def test_who_was_away_hears_what_became_of_it(town: Town, lee: Someone, sam: Someone, *, opened: bool) -> None:
    """Sam blocks the bot after asking; back again, Sam is told that it was opened, or late, once."""
    await town.reaches("Fri 10:00")
    await from_the_card(sam)
    await sam.taps("Send it")
    await sam.sees("It's with Lee")
    await lee.sees("Sam asks you to get in touch")
    await sam.does(lambda phone: phone.blocks())
    if opened:
        await lee.taps("I've seen this")
        await lee.sees("You opened this")
    await town.reaches("Fri 13:00")
    sam.phone.looks()
    await sam.does(lambda phone: phone.unblocks())
    [news] = [seen.text for seen in sam.phone.looks() if "your message" in seen.text]
    assert ("has opened" in news) is opened
    await sam.does(lambda phone: phone.blocks())
    await sam.does(lambda phone: phone.unblocks())
    assert not [seen for seen in sam.phone.looks() if "your message" in seen.text]
    lee.phone.looks()
