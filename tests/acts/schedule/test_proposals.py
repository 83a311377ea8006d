"""S14: another time is proposed with evidence, answered, and never taken by itself."""

from datetime import UTC, datetime, time, timedelta

import pytest

from care.check_in.answers import answer, finish
from care.check_in.starting import start_now
from care.people.joining import set_preference
from care.schedule.change_slot import answer_proposal, are_proposals_unwelcome, welcome_proposals
from care.schedule.course import set_own_plan, set_window
from db import quitting
from db.schedule import days, plans
from programme.check_in.answers import Question
from programme.people.person import Person, Switch
from programme.schedule.pause import Proposal, ProposalReply
from tests.acts.town import Town

FIRST = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)


def iso(day: int, **later: int) -> str:
    """18:30 of that day, and so much later, as the town says it."""
    return (FIRST + timedelta(days=day, **later)).strftime("%Y-%m-%dT%H:%M")


async def evening(town: Town, sam: Person, day: int, mood: str = "ok", urge: str = "0") -> None:
    """That day's check-in is answered two hours after it came."""
    prompt = await town.asked(sam, iso(day))
    for question, value in ((Question.MOOD, mood), (Question.URGE, urge), (Question.CIGARETTES, "0")):
        await town.do(answer, iso(day, hours=2), sam, prompt.id, question, value)
    await town.do(finish, iso(day, hours=2), sam, prompt.id)


async def put(town: Town, sam: Person) -> list[Proposal]:
    """All that was proposed."""
    return list(await town.ask(days.proposals_of_person, sam.id))


async def at(town: Town, sam: Person) -> time:
    """When the check-in comes."""
    [plan] = [one for one in await town.ask(plans.of_person, sam.id) if one.kind == "check_in"]
    return plan.rule.times[0]


async def habit(town: Town, days: int = 7) -> Person:
    """Somebody who answered two hours late on so many evenings."""
    sam = await town.client(since=iso(-1, hours=1))
    await town.do(set_preference, iso(-1, hours=1), sam, Switch.SAFETY, on=False)  # whose card would go first
    for day in range(days):
        await evening(town, sam, day)
    return sam


async def test_six_evenings_are_not_enough_and_seven_are(town: Town) -> None:
    """With the seventh answer 20:30 is proposed, with its evidence; the check-in stays at 18:30 until they say."""
    sam = await habit(town, 6)
    assert await put(town, sam) == []
    await evening(town, sam, 6)
    [one] = await put(town, sam)
    assert (one.value, one.answer) == ("20:30", None)
    assert (await town.events(sam, "Proposed"))[0].data["answers"] == 7
    assert await at(town, sam) == time(18, 30)


async def test_yes_moves_it_and_the_evidence_starts_anew(town: Town) -> None:
    """Yes: tomorrow at 20:30, nothing more today; a second yes to it changes nothing."""
    sam = await habit(town)
    [one] = await put(town, sam)
    said = iso(6, hours=2, minutes=1)
    assert await town.do(answer_proposal, said, sam, one.id, ProposalReply.YES) is not None
    assert await town.do(answer_proposal, said, sam, one.id, ProposalReply.NEVER) is None
    assert await at(town, sam) == time(20, 30)
    assert (await town.open_due(iso(6, hours=3))).opened == 0
    assert (await town.open_due(iso(7))).opened == 0
    assert (await town.open_due(iso(7, hours=2))).opened == 1


@pytest.mark.parametrize(("reply", "days"), [(None, 14), (ProposalReply.NOT_NOW, 29), (ProposalReply.NEVER, None)])
async def test_it_is_not_put_too_often(town: Town, reply: ProposalReply | None, days: int | None) -> None:
    """At most once in two weeks, after "not now" in four, after "never ask" no more; nothing changes meanwhile."""
    sam = await habit(town)
    [one] = await put(town, sam)
    if reply is not None:
        await town.do(answer_proposal, iso(6, hours=2, minutes=5), sam, one.id, reply)
    seen = {}
    for day in range(7, 7 + 30):
        await evening(town, sam, day)
        seen[day - 6] = len(await put(town, sam))
    assert min((ahead for ahead, count in seen.items() if count > 1), default=None) == days
    assert await at(town, sam) == time(18, 30)


async def test_never_is_taken_back(town: Town) -> None:
    """S14: "never ask" has a way back: it counts as the "not now" that it was, and four weeks later it is put again."""
    sam = await habit(town)
    [one] = await put(town, sam)
    await town.do(answer_proposal, iso(6, hours=2, minutes=5), sam, one.id, ProposalReply.NEVER)
    assert await town.ask(are_proposals_unwelcome, sam)
    assert await town.do(welcome_proposals, iso(8), sam)
    assert not await town.do(welcome_proposals, iso(8), sam)
    assert not await town.ask(are_proposals_unwelcome, sam)
    for day in range(7, 7 + 30):
        await evening(town, sam, day)
    assert len(await put(town, sam)) == 2


@pytest.mark.parametrize(("mood", "urge"), [("very_low", "0"), ("low", "0"), ("ok", "4")])
async def test_not_on_a_hard_day(town: Town, mood: str, urge: str) -> None:
    """On a hard day nothing is proposed; on the next good one it is."""
    sam = await habit(town, 6)
    await evening(town, sam, 6, mood, urge)
    assert await put(town, sam) == []
    await evening(town, sam, 7)
    assert len(await put(town, sam)) == 1


async def test_not_after_a_lapse(town: Town) -> None:
    """In the week after a lapse nothing is proposed."""
    sam = await habit(town, 6)
    told = FIRST + timedelta(days=5, hours=3)
    await town.do(quitting.add_smoked, told.strftime("%Y-%m-%dT%H:%M"), sam.id, told.date(), 1)
    await evening(town, sam, 6)
    assert await put(town, sam) == []


async def test_not_where_they_chose_otherwise(town: Town) -> None:
    """Where a time is drawn by chance, or several are picked, that is what they chose."""
    sam = await habit(town, 6)
    await town.do(set_window, iso(5, hours=4), sam, 60)
    await town.do(set_own_plan, iso(5, hours=4), sam, [time(12), time(18, 30)])
    await evening(town, sam, 6)
    assert await put(town, sam) == []


async def test_what_they_began_by_themselves_counts(town: Town) -> None:
    """Begun two hours before it is due, evening after evening, the earlier time is proposed."""
    sam = await town.client(since=iso(-1, hours=1))
    await town.do(set_preference, iso(-1, hours=1), sam, Switch.SAFETY, on=False)  # whose card would go first
    for day in range(8):
        early = iso(day, hours=-2)
        await town.open_due(early)
        await town.do(start_now, early, sam)
        prompt = (await town.prompts(sam))[-1]
        await town.do(answer, early, sam, prompt.id, Question.MOOD, "ok")
        await town.do(finish, early, sam, prompt.id)
        await town.open_due(iso(day))
    [one] = await put(town, sam)
    assert one.value == "16:30"


async def test_nobody_answers_for_another(town: Town) -> None:
    """Somebody else's proposal, and one that is long over, cannot be answered."""
    sam, kim = await habit(town), await town.client(5, since=iso(-1, hours=1))
    [one] = await put(town, sam)
    assert await town.do(answer_proposal, iso(7), kim, one.id, ProposalReply.YES) is None
    assert await town.do(answer_proposal, iso(6 + 14, hours=2), sam, one.id, ProposalReply.YES) is None
    assert await at(town, sam) == time(18, 30)
