"""When we write next is said in one way: whatever comes first, as /next has it."""

import ast
from datetime import date, time

import pytest

from bot.check_in.facts import next_hello
from care.practice.sessions import set_session
from care.quitting.dates import set_quit_date
from care.quitting.lapses import tell_smoked
from care.schedule.course import set_level, set_own_plan
from care.schedule.pause import pause, stop_kind
from care.schedule.plans import schedule_greeting
from care.schedule.upcoming import next_word, upcoming
from db.tx import Tx
from programme.people.person import Person
from programme.schedule.course import Level
from programme.schedule.pause import Length
from programme.schedule.plan import CHECK_IN, HELLO, OUTCOME, QUIT_DAY, SESSION_AFTER, SESSION_BEFORE
from programme.schedule.reason_code import ReasonCode
from tests.acts.town import Town, utc
from tests.tree import ROOT

NOON = "2026-11-20T12:00"
SCREENS = ROOT / "bot"


async def says(town: Town, sam: Person, now: str = NOON) -> tuple[str, str]:
    """What comes first, and that the closing words and /next say so."""
    moment = utc(now)

    async def both(tx: Tx) -> tuple[str, str]:
        first, said = await next_word(tx.at(moment), sam), await next_hello(tx.at(moment), sam)
        assert first is not None
        assert said == first.at
        lines = [one for one in await upcoming(tx.at(moment), sam) if one.comes]
        assert not lines or lines[0] == first
        return first.kind, f"{first.at:%m-%dT%H:%M}"

    return await town.ask(both)


async def test_the_closing_words_say_what_comes_first(town: Town) -> None:
    """A check-in, the quit morning, a hello, how it went, a session's question: whichever is the next."""
    sam = await town.client(since=NOON)
    assert await says(town, sam) == (CHECK_IN, "11-20T18:30")
    await town.do(set_quit_date, NOON, sam, date(2026, 11, 21))
    assert await says(town, sam, "2026-11-20T20:00") == (QUIT_DAY, "11-21T08:00")
    await town.do(schedule_greeting, NOON, sam, date(2026, 11, 20), time(16), ReasonCode.LAPSE)
    assert await says(town, sam) == (HELLO, "11-20T16:00")


async def test_a_week_or_more_ahead_it_is_still_what_comes_first(town: Town) -> None:
    """Without check-ins for a while a session's question, or how it went, is the next hello."""
    sam = await town.client(since=NOON)
    await town.do(set_level, NOON, sam, Level.LIGHTER)
    await town.do(set_quit_date, NOON, sam, date(2026, 11, 20))
    late = "2027-02-20T12:00"
    while (await town.open_due(late)).more:
        pass
    assert await says(town, sam, late) == (CHECK_IN, "03-12T18:30")
    await town.do(set_session, late, sam, sam.id, utc("2027-03-01T11:00"))
    assert await says(town, sam, late) == (SESSION_BEFORE, "02-28T18:30")
    await town.do(stop_kind, late, sam, SESSION_BEFORE)
    await town.do(stop_kind, late, sam, CHECK_IN)
    assert await says(town, sam, late) == (SESSION_AFTER, "03-01T18:30")
    await town.do(stop_kind, late, sam, SESSION_AFTER)
    assert await says(town, sam, late) == (OUTCOME, "05-21T09:00")


async def test_peace_until_eight_is_peace_until_eight(town: Town) -> None:
    """After a lapse the next hello is the hello; where a whole check-in is due that morning, and comes, it is that."""
    sam = await town.client(since=NOON)
    await town.do(set_quit_date, NOON, sam, date(2026, 11, 19))
    await town.do(tell_smoked, NOON, sam)
    assert await says(town, sam) == (HELLO, "11-21T08:00")
    kim = await town.client(2, since=NOON)
    await town.do(set_quit_date, NOON, kim, date(2026, 11, 19))
    await town.do(set_own_plan, NOON, kim, [time(7, 30), time(20)])
    await town.do(tell_smoked, NOON, kim)
    assert await says(town, kim) == (CHECK_IN, "11-21T07:30")


@pytest.mark.parametrize("length", [Length.TODAY, Length.THREE_DAYS])
async def test_a_break_ends_with_its_hello(town: Town, length: Length) -> None:
    """Paused until then, and nothing before it."""
    sam = await town.client(since=NOON)
    held = await town.do(pause, NOON, sam, length)
    assert held is not None
    assert await says(town, sam) == (HELLO, f"{held.until:%m-%dT%H:%M}")


def test_no_screen_reckons_it_for_itself() -> None:
    """What knows it is called in one place, and every screen asks there."""
    users = {
        path.relative_to(SCREENS).as_posix()
        for path in SCREENS.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Name) and node.id in ("next_word", "next_check_in", "due_after")
    }
    assert users == {"check_in/facts.py"}
