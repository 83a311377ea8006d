"""Milestones: told to the client inside a check-in that is over, once each, and to a supporter by the client alone."""

from collections.abc import Sequence

from care.progress import progress_of
from care.supporters import listed
from db import attempts, events, people, smoked
from db.tx import Tx
from programme.check_in import CheckIn, Day, Mood
from programme.course import WHOLE
from programme.milestone import Milestone, milestone_at
from programme.occurrence import DAY
from programme.people import Person
from programme.places import HOME
from programme.prompt import Prompt
from programme.smoking import evening_of
from programme.support import Support

REACHED = "MilestoneReached"


async def milestone_now(tx: Tx, person: Person, *, is_last: bool = False) -> Milestone | None:
    """The highest that person has reached; None also on a day on which they told of smoking: it waits for the next.

    `is_last`: nothing is asked by itself after today, so that a smoke-free today counts before it is over.
    """
    if await _told_of_smoking(tx, person):
        return None
    lived = await progress_of(tx, person)
    if lived.known.get(lived.today):
        return None
    return milestone_at(lived.days.smoke_free + int(is_last and lived.known.get(lived.today) is False))


async def _told_of_smoking(tx: Tx, person: Person) -> bool:
    zone = person.zone or HOME.zone
    lately = await smoked.since(tx, person.id, tx.now - 2 * DAY)
    return any(evening_of(one.told_at, zone) == evening_of(tx.now, zone) for one in lately)


async def tell_milestone(tx: Tx, prompt: Prompt, said: CheckIn) -> None:
    """That check-in is answered: a milestone which was not told before is told in its closing words.

    Not in the short words after one tap, not after a cigarette, and not on a very low or hard day: it rides in a later
    one. Nothing is sent for it: a course asks on the day of a month, and what was missed rides in the next check-in.
    """
    if said.form not in WHOLE or said.smoked or said.mood is Mood.VERY_LOW or said.day is Day.HARD:
        return
    if await attempts.current(tx, prompt.person_id) is None:
        return
    person = await people.get(tx, prompt.person_id)
    is_last = bool(prompt.decision.get("final"))
    reached = await milestone_now(tx, person, is_last=is_last) if person else None
    told = await events.of_person(tx, prompt.person_id, kind=REACHED)
    if reached is not None and all(event.data["days"] < reached.days for event in told):
        data = {"prompt_id": prompt.id, "days": reached.days}
        await events.add(tx, REACHED, prompt.person_id, prompt.person_id, data)


async def told_in(tx: Tx, prompt: Prompt) -> Milestone | None:
    """The milestone that is told in the closing words of that check-in, or None."""
    told = await events.of_person(tx, prompt.person_id, kind=REACHED)
    days = next((event.data["days"] for event in told if event.data["prompt_id"] == prompt.id), None)
    return None if days is None else milestone_at(days)


async def may_be_told(tx: Tx, person: Person) -> Sequence[Support]:
    """The supporters to whom that person said that they may want to tell good news."""
    return [one for one in await listed(tx, person) if one.holds and one.may_be_told]
