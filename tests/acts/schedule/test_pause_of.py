"""A pause of check-ins, or of supporters' nudges, alone; and until a day."""

from datetime import date

import pytest

from care.schedule.pause import come_back, pause
from care.schedule.plans import greeting_at
from care.schedule.upcoming import upcoming, upcoming_as_seen_by
from db.people import accounts
from programme.schedule.pause import Length, PauseScope
from programme.schedule.plan import CHECK_IN, NUDGE
from tests.acts.schedule.test_kinds import FRIDAY, LEE, jo, states
from tests.acts.town import Town, utc


async def test_a_pause_of_nudges_leaves_check_ins(town: Town) -> None:
    """Jo is left alone, Sam is asked as ever; no hello is promised for its end, and Lee does not see a pause."""
    sam = await town.client()
    helper, lee = await jo(town, sam), await town.ask(accounts.find, LEE)
    held = await town.do(pause, FRIDAY, sam, Length.WEEK, PauseScope.NUDGES)
    assert held is not None
    assert not held.of_client
    assert await town.ask(greeting_at, sam.id) is None
    seen = await town.do(upcoming_as_seen_by, FRIDAY, lee, sam.id)
    assert seen is not None
    assert (seen.pause, len(seen.upcoming)) == (None, 7)
    await town.open_due("2026-11-20T18:30")
    assert await states(town, helper) == [(NUDGE, "paused")]
    assert await states(town, sam) == [(CHECK_IN, "open")]
    assert await town.do(come_back, "2026-11-20T19:00", sam)
    assert len(await town.do(upcoming, "2026-11-20T19:00", helper)) == 7


async def test_a_pause_of_check_ins_leaves_nudges(town: Town) -> None:
    """Sam is left alone and gets the hello at its end; Jo is nudged as ever."""
    sam = await town.client()
    helper = await jo(town, sam)
    await town.do(pause, FRIDAY, sam, date(2026, 11, 24), PauseScope.CHECK_INS)
    assert await town.ask(greeting_at, sam.id) == utc("2026-11-24T08:00")
    await town.open_due("2026-11-20T18:30")
    assert await states(town, helper) == [(NUDGE, "open")]
    assert await states(town, sam) == [(CHECK_IN, "paused")]
    assert await town.do(pause, "2026-11-20T19:00", sam, Length.WEEK, PauseScope.NUDGES) is not None
    assert await town.ask(greeting_at, sam.id) is None


@pytest.mark.parametrize("day", [date(2026, 11, 20), date(2026, 11, 19), date(2027, 3, 1)])
async def test_a_pause_ends_on_a_day_to_come(town: Town, day: date) -> None:
    """From tomorrow to three months on; of any other day nothing changes."""
    sam = await town.client()
    assert await town.do(pause, FRIDAY, sam, day) is None
    assert await town.events(sam, "PauseBegan") == []


async def test_only_their_own_practitioner_sees_what_comes(town: Town) -> None:
    """S11: whoever is not Sam's practitioner sees nothing, nor does Lee once Sam shows no summary."""
    sam, kim = await town.client(1), await town.client(2)
    lee = await town.ask(accounts.find, LEE)
    assert lee is not None
    seen = await town.do(upcoming_as_seen_by, FRIDAY, lee, sam.id)
    assert seen is not None
    assert [one.at for one in seen.upcoming] == [one.at for one in await town.do(upcoming, FRIDAY, sam)]
    assert await town.do(upcoming_as_seen_by, FRIDAY, kim, sam.id) is None
    await town.choose(FRIDAY, sam, summary=False)
    assert await town.do(upcoming_as_seen_by, FRIDAY, lee, sam.id) is None
