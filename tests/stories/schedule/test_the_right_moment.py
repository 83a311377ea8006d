"""The scheduler's rules as people live them: what comes, what does not, and what is remembered of it."""

from datetime import timedelta

from care.schedule.course import set_own_plan
from db.people import accounts
from db.schedule import prompts
from programme.people.person import Person
from programme.schedule.course import Form
from programme.schedule.prompt import Prompt, PromptState
from tests.stories.town import Someone, Town


async def person_of(town: Town, someone: Someone) -> Person:
    """Who that is to the service."""
    found = await town.database.read(lambda tx: accounts.find(tx, someone.phone.id))
    assert found is not None
    return found


async def records(town: Town, someone: Someone) -> list[Prompt]:
    """Everything that was due to them, oldest first."""
    person, since = await person_of(town, someone), town.clock.now().replace(year=2020)
    return await town.database.read(lambda tx: prompts.of_person(tx, person.id, since))


async def times(town: Town, sam: Someone, *walls: str) -> None:
    """Sam is asked at these times, each day."""
    person, now = await person_of(town, sam), town.clock.now()
    own = [town.next(wall).astimezone(town.zone).time() for wall in walls]
    await town.database.write(lambda tx: set_own_plan(tx.at(now), person, own))


async def test_every_message_leaves_a_record(town: Town, sam: Someone) -> None:
    """S1: when it was due, opened, first tapped, answered and closed, by which version of the plan, and why."""
    await town.reaches("Mon 18:30")
    await sam.sees("How is your mood")
    await town.reaches("Mon 18:40")
    await sam.taps("Good", "0", "None")
    sam.phone.looks()
    (record,) = await records(town, sam)
    assert (record.state, record.plan_version, record.slot) == (PromptState.DONE, 1, "18:30")
    assert record.due_at == record.opened_at
    assert record.seen_at == record.answered_at == town.next("Tue 18:40") - timedelta(days=1)
    assert record.closed_at is not None
    assert (record.decision["rule"], record.decision["phase"]) == ("course", "planning")


async def test_another_time_sends_nothing_once_more(town: Town, sam: Someone) -> None:
    """S2: whoever changes the time after today's check-in hears nothing more today; yesterday's record stays."""
    await town.reaches("Mon 18:30")
    await sam.taps("Good", "0", "None")
    sam.phone.looks()
    await times(town, sam, "20:00")
    await town.reaches("Tue 19:59")
    await sam.sees_nothing_new()
    await town.reaches("Tue 20:00")
    await sam.sees("How is your mood")
    first, second = await records(town, sam)
    assert [(one.plan_version, one.slot) for one in (first, second)] == [(1, "18:30"), (2, "20:00")]


async def test_what_was_done_before_is_not_asked(town: Town, sam: Someone) -> None:
    """S7: Sam's own check-in in the afternoon is the evening's too."""
    await town.reaches("Mon 16:00")
    await sam.writes("/checkin")
    await sam.taps("Good", "0", "None")
    sam.phone.looks()
    await town.reaches("Mon 22:00")
    await sam.sees_nothing_new()
    assert [one.reason for one in await records(town, sam)] == [None, "already done"]


async def test_a_newer_question_waits_until_the_older_one_is_done(town: Town, sam: Someone) -> None:
    """S8: at 18:00 Sam is at the question of three o'clock: that is finished first, then the next comes."""
    await times(town, sam, "15:00", "18:00")
    await town.reaches("Mon 17:59")
    await sam.taps("Good", "0")
    sam.phone.looks()
    await town.reaches("Mon 18:00")
    await sam.sees_nothing_new()
    await sam.taps("None")
    await sam.sees("Saved, thank you")
    await town.reaches("Mon 18:01")
    await sam.sees("How is your mood")


async def test_left_in_the_middle_the_newer_one_comes(town: Town, sam: Someone) -> None:
    """S6, S8: ten minutes after Sam's last tap the older one closes, what was said is kept, and the newer comes."""
    await times(town, sam, "15:00", "18:00")
    await town.reaches("Mon 17:58")
    await sam.taps("Good", "0")
    sam.phone.looks()
    await town.reaches("Mon 18:07")
    await sam.sees_nothing_new()
    await town.reaches("Mon 18:08")
    assert "What you said is kept" in (await sam.sees("Closed, no problem")).text
    await sam.sees("How is your mood")
    assert [one.state for one in await records(town, sam)] == [PromptState.PART, PromptState.OPEN]


async def test_nothing_comes_beside_a_crisis_card(town: Town, sam: Someone) -> None:
    """S8: words of danger bring the card at once; for half an hour the check-in leaves it alone, then it is soft."""
    await town.reaches("Mon 18:20")
    await sam.writes("I can't go on")
    await sam.sees("999")
    await town.reaches("Mon 18:49")
    await sam.sees_nothing_new()
    await town.reaches("Mon 18:50")
    await sam.sees("How is it now?")


async def test_an_ordinary_day_has_two_messages_at_most(town: Town, sam: Someone) -> None:
    """S10: unanswered, an evening brings the check-in and one reminder; two own times bring these and no reminder."""
    before = len(sam.phone.messages)
    await town.reaches("Mon 23:00")
    assert len(sam.phone.messages) - before == 2
    sam.phone.looks()
    await times(town, sam, "09:00", "18:00")
    before = len(sam.phone.messages)
    await town.reaches("Tue 23:00")
    assert len(sam.phone.messages) - before == 2
    sam.phone.looks()


async def test_a_silence_is_met_with_less(town: Town, lee: Someone, sam: Someone) -> None:
    """Sixteen days without a word: asked thrice, then kindly, then seldom, one last word; a word of Sam's ends it."""
    await town.reaches("Mon 18:30")
    for _ in range(15):
        await town.reaches("18:30")
    sam.phone.looks()
    lee.phone.looks()
    came = [one.form for one in await records(town, sam) if one.opened_at is not None]
    assert came == [
        *[Form.EVENING] * 3, Form.QUIET, *[Form.EVENING] * 3, Form.LAST,
    ]  # fmt: skip
    assert {one.reason for one in await records(town, sam) if one.opened_at is None} == {"quiet"}
    await lee.writes("/summary")
    await lee.sees("No reply")
    await sam.writes("/next")
    sam.phone.looks()
    await town.reaches("18:30")
    await sam.sees("How is your mood")
