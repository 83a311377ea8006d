"""My plan as acts: whose it is, what goes and when, and what stays."""

from datetime import date
from typing import Any

from care.people.consent import set_consent
from care.people.leaving import erase
from care.people.retention import OFF_LISTS, retention
from care.planning import goals, occasions
from care.practice import clients
from care.quitting import preparing
from db import planning
from db.people import accounts
from db.people import clients as db_clients
from db.tables import links as links_table
from db.tables import own_words as own_table
from db.tables import prepared as prepared_table
from db.tables import reasons as reasons_table
from programme.people.consent import ConsentItem
from programme.people.person import Person
from programme.planning.goals import GoalOutcome, IdeaResult
from programme.planning.occasions import HowWas, OccasionPart
from programme.planning.reasons import OwnWords, Purpose, ReasonSide
from programme.practice.sessions import Link
from programme.quitting.attempts import Thing
from tests.acts.town import Town

NOON = "2026-11-22T12:00"
LATER = "2026-11-23T12:01"
TODAY = date(2026, 11, 22)
LEE = 999_999


async def lee_of(town: Town) -> Person:
    """The practitioner of the town."""
    found = await town.ask(accounts.find, LEE)
    assert found is not None
    return found


async def lived(town: Town, sam: Person) -> dict[str, int]:
    """One of everything, by what it is; gives the ids."""
    made: dict[str, Any] = {
        "goal": await town.do(goals.set_goal, NOON, sam, "Tea first"),
        "problem": await town.do(goals.name_problem, NOON, sam, "The shop"),
        "idea": await town.do(goals.add_idea, NOON, sam, "Take the bus"),
        "own": await town.do(preparing.add_own, NOON, sam, "Buy carrots"),
        "draft": await town.do(preparing.add_draft, NOON, sam, "I'm stopping."),
        "who": await town.do(preparing.add_who, NOON, sam, "Mum"),
        "occasion": await town.do(occasions.plan_occasion, NOON, sam, "Pub quiz"),
        "reason": await town.do(occasions.add_reason, NOON, sam, "Mia", ReasonSide.SMOKING_LATER),
    }
    await town.do(occasions.write_part, NOON, sam, made["occasion"], OccasionPart.SAY, "No thanks")
    await town.do(preparing.tick, NOON, sam, Thing.HOME)
    await town.do(goals.pick_idea, NOON, sam, made["idea"], TODAY)
    return made


async def words(town: Town, *, also_ended: bool = True) -> list[str]:
    """Everything that anybody wrote for themselves."""
    kept: list[OwnWords] = []
    for person_id in range(1, 5):
        kept += await town.ask(planning.own_words_of_person, person_id, set(Purpose), also_ended=also_ended)
    return [one.words for one in kept]


async def test_nobody_elses_words_can_be_touched(town: Town) -> None:
    """Each id of somebody else's does nothing, whatever is asked of it."""
    sam, eve = await town.client(), await town.client(2)
    made = await lived(town, sam)
    before = await words(town)
    await lived(town, eve)
    for refused in (
        await town.do(goals.review_goal, NOON, eve, made["goal"], GoalOutcome.DID),
        await town.do(goals.drop_goal, NOON, eve, made["goal"]),
        await town.do(goals.keep_goal, NOON, eve, made["goal"]),
        await town.do(goals.pick_idea, NOON, eve, made["idea"], TODAY),
        await town.do(goals.tell_tried, NOON, eve, made["idea"], IdeaResult.HELPED),
        await town.do(goals.end_problem, NOON, eve, made["problem"]),
        await town.do(preparing.tick_own, NOON, eve, made["own"]),
        await town.do(preparing.remove_own, NOON, eve, made["own"]),
        await town.do(preparing.tick_knows, NOON, eve, made["who"]),
        await town.do(preparing.remove_told, NOON, eve, made["draft"]),
        await town.do(occasions.set_day, NOON, eve, made["occasion"], TODAY),
        await town.do(occasions.write_part, NOON, eve, made["occasion"], OccasionPart.SAY, "Yes please"),
        await town.do(occasions.tell_how, NOON, eve, made["occasion"], HowWas.HARD),
        await town.do(occasions.remove_occasion, NOON, eve, made["occasion"]),
        await town.do(occasions.edit_reason, NOON, eve, made["reason"], "x"),
        await town.do(occasions.pin_reason, NOON, eve, made["reason"]),
        await town.do(occasions.remove_reason, NOON, eve, made["reason"]),
    ):
        assert not refused
    assert (await words(town, also_ended=False))[: len(before)] == before


async def test_what_is_of_another_kind_cannot_be_touched(town: Town) -> None:
    """An id of their own, given for something that it is not, does nothing."""
    sam = await town.client()
    made = await lived(town, sam)
    assert not await town.do(goals.review_goal, NOON, sam, made["who"], GoalOutcome.DID)
    assert not await town.do(preparing.tick_own, NOON, sam, made["goal"])
    assert not await town.do(preparing.remove_told, NOON, sam, made["goal"])
    assert not await town.do(occasions.tell_how, NOON, sam, made["problem"], HowWas.WELL)
    assert not await town.do(goals.end_problem, NOON, sam, made["occasion"])


async def test_what_was_taken_off_goes_a_day_later(town: Town) -> None:
    """For a day it can be undone; then it is gone with its parts, and what they said something of stays."""
    sam = await town.client()
    made = await lived(town, sam)
    await town.do(goals.review_goal, NOON, sam, made["goal"], GoalOutcome.PART)
    await town.do(goals.end_problem, NOON, sam, made["problem"])
    await town.do(occasions.remove_occasion, NOON, sam, made["occasion"])
    await town.do(preparing.remove_told, NOON, sam, made["who"])
    await town.do(occasions.remove_reason, NOON, sam, made["reason"])
    assert OFF_LISTS not in await town.do(retention, "2026-11-23T11:59")
    tally = await town.do(retention, LATER)
    assert tally[OFF_LISTS] == 6  # the problem with its idea, the occasion with its part, who, the reason
    assert await words(town) == ["Tea first", "Buy carrots", "I'm stopping."]
    assert await town.count(reasons_table) == 0


async def test_what_was_tried_is_history(town: Town) -> None:
    """A problem on which something was tried is left, and what was tried stays."""
    sam = await town.client()
    made = await lived(town, sam)
    await town.do(goals.tell_tried, NOON, sam, made["idea"], IdeaResult.A_BIT)
    await town.do(goals.end_problem, NOON, sam, made["problem"])
    await town.do(retention, LATER)
    assert [one.words for one in await town.ask(goals.tried_before, sam)] == ["Take the bus"]


async def test_taking_back_the_yes_forgets_it(town: Town) -> None:
    """No more answers kept: what they wrote and ticked goes at once, with the history of it; reasons stay, as tools."""
    sam = await town.client()
    made = await lived(town, sam)
    await town.do(goals.review_goal, NOON, sam, made["goal"], GoalOutcome.DID)
    await town.do(set_consent, LATER, sam, ConsentItem.KEEP_ANSWERS, False)
    assert await town.count(own_table) + await town.count(prepared_table) == 0
    assert await town.events(sam, "GoalReviewed") + await town.events(sam, "Prepared") == []
    assert await town.count(reasons_table) == 1
    assert await town.do(goals.set_goal, LATER, sam, "Tea first") is None
    assert not await town.do(preparing.tick, LATER, sam, Thing.HOME)
    assert await town.do(preparing.add_who, LATER, sam, "Mum") is None


async def passed_on(town: Town, lee: Person, whom: Person | None) -> int:
    """A link of Lee's, for that client or for all."""
    made = await town.do(clients.add_link, NOON, lee, "https://www.nhs.uk/live")
    assert made is not None
    assert await town.do(clients.pass_on_link, NOON, lee, made, whom and whom.id)
    return made


async def seen_by(town: Town, client: Person) -> list[str]:
    """Where the links lead that this client sees."""
    found: list[Link] = list(await town.ask(clients.links_for, client))
    return [one.host for one in found]


async def test_who_sees_a_link(town: Town) -> None:
    """One for all is seen by all of them, one for one by that one; by nobody before it is passed on, or once they
    left; and never by a stranger."""
    sam, eve = await town.client(), await town.client(2)
    lee = await lee_of(town)
    await town.do(clients.add_link, NOON, lee, "https://example.org")
    assert await seen_by(town, sam) == []
    await passed_on(town, lee, sam)
    assert (await seen_by(town, sam), await seen_by(town, eve)) == (["nhs.uk"], [])
    await passed_on(town, lee, None)
    assert (await seen_by(town, sam), await seen_by(town, eve)) == (["nhs.uk", "nhs.uk"], ["nhs.uk"])
    await town.do(db_clients.leave, NOON, eve.id)
    assert await seen_by(town, eve) == []
    assert await seen_by(town, lee) == []
    await town.do(erase, NOON, sam)
    assert await town.count(links_table) == 2  # what was for Sam alone went with Sam


async def test_nobody_elses_links_can_be_touched(town: Town) -> None:
    """A link of another practitioner's, or for somebody else's client, does nothing."""
    sam = await town.client()
    lee = await lee_of(town)
    made = await passed_on(town, lee, None)
    other = await town.do(accounts.ensure, NOON, 555, "en")
    await town.do(db_clients.add_practitioner, NOON, other.id)
    kit = await town.ask(accounts.find, 555)
    assert kit is not None
    own = await passed_on(town, kit, None)
    assert not await town.do(clients.pass_on_link, NOON, kit, own, sam.id)
    assert not await town.do(clients.pass_on_link, NOON, kit, made, None)
    assert not await town.do(clients.remove_link, NOON, kit, made)
    assert not await town.do(clients.check_link, NOON, kit, made)
    assert await town.ask(clients.describe_link, kit, made, title="x") is None
    assert await town.do(clients.add_link, NOON, sam, "https://example.org") is None
    assert [one.id for one in await town.ask(clients.links_of, lee)] == [made]


async def test_a_link_that_is_old_on_the_shelf(town: Town) -> None:
    """A look dates it anew; the date it was added stays."""
    await town.client()
    lee = await lee_of(town)
    made = await passed_on(town, lee, None)
    await town.do(clients.check_link, "2028-01-05T12:00", lee, made)
    [link] = await town.ask(clients.links_of, lee)
    assert (link.added_on, link.checked_on) == (TODAY, date(2028, 1, 5))
