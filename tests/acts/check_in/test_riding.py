"""What rides in the closing words of a check-in: one card, and beside a session's question what belongs to its day."""

from datetime import date

from care.check_in.answers import answer, finish
from care.check_in.closing_card import card_shown_in, session_in
from care.people.joining import set_preference
from care.planning.occasions import is_brought_up
from care.practice.sessions import set_session
from care.quitting.dates import set_quit_date
from care.quitting.outcomes import answer_outcome, asks_next
from care.quitting.preparing import preparing_about, read_preparing_about
from care.schedule.course import set_level
from care.schedule.pause import stop_kind
from programme.check_in.answers import Question
from programme.check_in.closing_card import Card
from programme.people.person import Person, Switch
from programme.schedule.course import Level
from programme.schedule.plan import OUTCOME, SESSION_BEFORE
from programme.schedule.prompt import Prompt, PromptState
from tests.acts.town import Town, utc

NOON = "2026-11-20T12:00"
EVE = "2026-11-24T18:30"
AFTER = "2026-11-24T18:40"


async def evening(town: Town, sam: Person, at: str, mood: str = "ok") -> Prompt:
    """The check-in of that evening, answered."""
    await town.open_due(at)
    await town.deliver(at)
    prompt = next(one for one in await town.prompts(sam) if one.is_open and one.kind == "check_in")
    for question, value in ((Question.MOOD, mood), (Question.URGE, "1"), (Question.CIGARETTES, "0")):
        await town.do(answer, at, sam, prompt.id, question, value)
    await town.do(finish, at, sam, prompt.id)
    return prompt


async def test_the_list_of_the_day_before_comes_beside_a_session(town: Town) -> None:
    """The quit date and a session are both tomorrow: what to bring is asked, and the list is brought up."""
    sam = await town.client(since=NOON)
    await town.do(set_quit_date, NOON, sam, date(2026, 11, 25))
    await town.do(set_session, NOON, sam, sam.id, utc("2026-11-25T11:00"))
    prompt = await evening(town, sam, EVE)
    told = await town.ask(card_shown_in, prompt)
    assert told is not None
    assert (told[0], read_preparing_about(told[1])) == (Card.PREPARE, (date(2026, 11, 25), 1))
    assert await town.ask(session_in, sam.id, date(2026, 11, 24), utc(NOON)) == SESSION_BEFORE


async def test_the_list_comes_with_the_last_check_in_before_the_date(town: Town) -> None:
    """Asked every other day there is none the day before: the list comes the evening before that."""
    sam = await town.client(since=NOON)
    await town.do(set_level, NOON, sam, Level.LIGHTER)
    await town.do(set_quit_date, NOON, sam, date(2026, 11, 26))
    while (await town.open_due("2026-11-24T12:00")).more:
        pass
    assert await town.ask(card_shown_in, await evening(town, sam, EVE)) == (
        Card.PREPARE,
        preparing_about(date(2026, 11, 26), 1),
    )


async def test_an_occasion_is_promised_where_a_check_in_can_carry_it(town: Town) -> None:
    """Every evening it can; of one a month it cannot, unless it is near; without check-ins nothing is promised."""
    sam = await town.client(since=NOON)
    assert await town.ask(is_brought_up, sam, date(2027, 3, 30))
    await town.do(set_quit_date, NOON, sam, date(2026, 11, 20))
    await town.do(set_level, NOON, sam, Level.LIGHTER)
    assert not await town.ask(is_brought_up, sam, date(2027, 3, 30))
    assert await town.ask(is_brought_up, sam, date(2027, 3, 13))
    await town.do(stop_kind, NOON, sam, "check_in")
    assert not await town.ask(is_brought_up, sam, date(2026, 11, 22))


async def test_all_else_waits_where_a_session_is_asked_about(town: Town) -> None:
    """Nothing but the session's question, where nothing belongs to that day."""
    sam = await town.client(since=NOON)
    await town.do(set_session, NOON, sam, sam.id, utc("2026-11-25T11:00"))
    assert await town.ask(card_shown_in, await evening(town, sam, EVE)) is None


async def test_how_it_went_is_asked_inside_and_answered_there(town: Town) -> None:
    """Day 28: left open until the evening it rides, is answered, and the next is promised."""
    sam = await town.client(since=NOON)
    await town.do(set_preference, NOON, sam, Switch.SAFETY, on=False)
    await town.do(set_quit_date, NOON, sam, date(2026, 11, 6))
    week_4 = "2026-12-04T18:30"
    while (await town.open_due("2026-12-04T09:00")).more:
        pass
    await town.open_due("2026-12-04T10:00")
    await town.deliver("2026-12-04T10:00")
    asked = next(one for one in await town.prompts(sam) if one.kind == OUTCOME and one.is_open)
    prompt = await evening(town, sam, week_4)
    assert (await town.prompt(asked)).state is PromptState.REPLACED
    assert await town.ask(card_shown_in, prompt) == (Card.OUTCOME, asked.id)
    assert await town.do(answer_outcome, week_4, sam, asked.id, "0") is not None
    assert await town.ask(asks_next, sam) == 84
