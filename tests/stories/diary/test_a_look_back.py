"""The look-back: stress at a cigarette and forty minutes later, for who wants it, before the quit date."""

from datetime import timedelta

import pytest

from programme.diary.entries import StressAnswer
from tests.stories.diaries import looked
from tests.stories.town import Someone, Town

MINUTE = timedelta(minutes=1)
LOOK = 41 * MINUTE  # the town takes a few seconds for each tap


async def smokes(sam: Someone, stress: str | None = None) -> None:
    """Sam writes a cigarette down, in as few taps as there are."""
    await sam.writes("I smoked")
    sam.phone.looks()
    await sam.taps(*([stress] if stress else []), "Home, alone", "Bored", "A break")
    sam.phone.looks()


@pytest.fixture
async def willing(town: Town, sam: Someone) -> Someone:
    """Sam was asked once, at the first cigarette with a feeling, and said yes. It is Tuesday morning."""
    await smokes(sam)
    await sam.taps("Yes, ask me")
    await sam.sees("I'll ask with the next cigarette")
    await town.reaches("Mon 18:30")
    await sam.taps("OK", "0", "None")
    sam.phone.looks()
    await town.reaches("Tue 09:00")
    return sam


async def test_asked_once_whether(town: Town, sam: Someone) -> None:
    """FIELD 1.4: off until they say yes; asked with the first cigarette that has a feeling, and never by itself after
    that; settings has it."""
    await sam.writes("I smoked")
    sam.phone.looks()
    await sam.taps("Skip", "Skip", "Not sure")
    await sam.sees("Kept, thank you")
    assert "Yes, ask me" not in sam.labels()
    await town.goes_on(3 * MINUTE)
    await smokes(sam)
    assert {"Yes, ask me", "No, thanks"} <= set(sam.labels())
    await town.goes_on(3 * MINUTE)
    await smokes(sam)
    assert "Yes, ask me" not in sam.labels(), "left unanswered is not asked for once more"
    await town.goes_on(LOOK)
    await sam.sees_nothing_new()
    await sam.writes("/settings")
    sam.phone.looks()
    await sam.taps("Stress look-back: off")
    sam.phone.looks()
    assert "Stress look-back: on" in sam.labels()
    await sam.writes("I smoked")
    await sam.sees("How stressed are you right now?")


async def test_stress_then_and_later(town: Town, lee: Someone, willing: Someone) -> None:
    """FIELD 1.4: asked at the cigarette and once more forty minutes later, by nobody seen; both are kept."""
    await smokes(willing, "4")
    await town.goes_on(38 * MINUTE)
    await willing.sees_nothing_new()
    await town.goes_on(3 * MINUTE)
    await willing.sees("About 40 minutes ago you smoked", "your stress was 4", "Nobody else can see this")
    await willing.taps("2")
    await willing.sees("From 4 to 2. Noted, thank you.")
    assert [(one.then, one.later) for one in await looked(willing)] == [(4, 2)]
    await lee.writes("/summary")
    assert "tress" not in (await lee.sees("Sam")).text


async def test_their_own_counts_as_a_question(town: Town, willing: Someone) -> None:
    """FIELD 1.4: with the seventh pair their own counts are told, and asked about; what does not fit is told no more.
    Three a day at the most."""
    pairs = [("4", "2"), ("4", "4"), ("3", "1"), ("2", "3"), ("4", "4"), ("5", "5"), ("1", "4")] + [("3", "3")] * 7
    for number, (then, later) in enumerate(pairs):
        await smokes(willing, then)
        await town.goes_on(LOOK)
        await willing.sees("About 40 minutes ago")
        await willing.taps(later)
        noted = await willing.sees(f"From {then} to {later}")
        assert ("You told me" in noted.text) is (number == 6)
        if number == 6:
            assert "stress was lower: 2, the same: 3, higher: 2. Does that fit" in noted.text
            await willing.taps("Not really")
            await willing.sees("You know it best")
        if number % 3 == 2:
            await willing.writes("I smoked")
            await willing.sees("Where were you")
            await willing.taps("Skip", "Skip", "Not sure", "Undo")
            willing.phone.looks()
            await town.reaches("09:00")
            willing.phone.looks()


async def test_a_late_answer_says_nothing(town: Town, willing: Someone) -> None:
    """FIELD 1.4: after ninety minutes it is about another moment, and is not kept."""
    await smokes(willing, "4")
    await town.goes_on(LOOK)
    await willing.sees("About 40 minutes ago")
    await town.goes_on(60 * MINUTE)
    await willing.taps("2")
    await willing.sees("That was a while ago, so I leave it out")
    assert [(one.then, one.later) for one in await looked(willing)] == [(4, None)]


async def test_one_at_a_time(town: Town, willing: Someone) -> None:
    """FIELD 1.4: while one is open no other begins; who smoked since is not asked about the first."""
    await smokes(willing, "4")
    await town.goes_on(20 * MINUTE)
    await willing.writes("I smoked")
    await willing.sees("Where were you")
    await willing.taps("Skip", "Skip", "Not sure")
    willing.phone.looks()
    await town.goes_on(80 * MINUTE)
    await willing.sees_nothing_new()


async def test_not_at_night(town: Town, willing: Someone) -> None:
    """FIELD 1.4: what would come after ten at night is not asked for; nor is anything said of it in the morning."""
    await town.reaches("Tue 18:30")
    await willing.taps("OK", "0", "None")
    willing.phone.looks()
    await town.reaches("Tue 21:30")
    await willing.writes("I smoked")
    await willing.sees("Where were you")
    await willing.taps("Skip", "Skip", "Not sure")
    willing.phone.looks()
    await town.reaches("Wed 08:00")
    await willing.sees_nothing_new()


WAYS = {
    "undo": ("Undo",),
    "earlier": ("It was earlier", "1 hour earlier"),
}


@pytest.mark.parametrize("taps", WAYS.values(), ids=WAYS.keys())
async def test_what_was_taken_back_is_not_asked(town: Town, willing: Someone, taps: tuple[str, ...]) -> None:
    """FIELD 1.4: a cigarette that was none, or was earlier, is not looked back at."""
    await smokes(willing, "4")
    await willing.taps(*taps)
    willing.phone.looks()
    await town.goes_on(LOOK)
    await willing.sees_nothing_new()
    assert await looked(willing) == []
    await smokes(willing, "3")
    await town.goes_on(LOOK)
    await willing.sees("your stress was 3")


async def test_not_in_a_break(town: Town, willing: Someone) -> None:
    """FIELD 1.4: in a break nothing comes."""
    await smokes(willing, "4")
    await willing.writes("/pause")
    await willing.taps("Today")
    willing.phone.looks()
    await town.goes_on(2 * LOOK)
    await willing.sees_nothing_new()


async def test_no_longer_wanted(town: Town, willing: Someone) -> None:
    """FIELD 1.4: stopped in the message itself, or in settings while one waits: none comes, and none is asked for."""
    await smokes(willing, "4")
    await town.goes_on(LOOK)
    await willing.sees("About 40 minutes ago")
    await willing.taps("Stop asking this")
    await willing.sees("Settings has it")
    await town.goes_on(60 * MINUTE)
    await willing.writes("/settings")
    willing.phone.looks()
    await willing.taps("Stress look-back: off")
    willing.phone.looks()
    await smokes(willing, "4")
    await willing.writes("/settings")
    willing.phone.looks()
    await willing.taps("Stress look-back: on")
    willing.phone.looks()
    await town.goes_on(LOOK)
    await willing.sees_nothing_new()


async def test_not_once_the_quit_date_is_there(town: Town, willing: Someone) -> None:
    """FIELD 1.4: the quit date was set to today meanwhile: nobody is asked about the cigarette before it."""
    await smokes(willing, "4")
    await willing.writes("/quitdate")
    await willing.taps("3")
    willing.phone.looks()
    await town.goes_on(2 * LOOK)
    assert not any("40 minutes ago" in bubble.text for bubble in willing.phone.messages)
    willing.phone.looks()


async def test_not_where_nothing_is_kept(town: Town, willing: Someone) -> None:
    """FIELD 1.4: answers are not to be kept any more: what was said goes, and nothing is asked."""
    await smokes(willing, "4")
    assert [type(one) for one in await looked(willing)] == [StressAnswer]
    await willing.writes("/settings")
    await willing.taps("Sharing", "☑ Keep", "Continue")
    willing.phone.looks()
    await town.goes_on(2 * LOOK)
    await willing.sees_nothing_new()
    assert await looked(willing) == []
    await willing.writes("I smoked")
    await willing.sees("Where were you")
