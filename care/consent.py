"""Changing one's mind: each yes or no can be turned round at any time, with effect at once."""

from enum import StrEnum

from care import same_day, say
from care.course import begin_anew
from care.outcomes import promise_outcomes
from care.plans import end_plans
from care.promise_anew import promise_anew
from care.unshow import unshow
from db import answers, clients, consents, events, smoked
from db.tx import Tx
from programme import consent
from programme.consent import Choices, Item
from programme.occurrence import DAY
from programme.people import Person
from programme.places import HOME
from programme.smoking import is_left_in_peace

SHOWN = "ChoicesShown"


class Changed(StrEnum):
    """What became of a yes or no."""

    DONE = "done"
    SAME = "same"  # it was so before
    NEEDS_TIME = "needs_time"  # kept; check-ins begin when a time is chosen
    NO_CLIENT = "no_client"


async def set_consent(tx: Tx, person: Person, item: Item, granted: bool) -> Changed:
    """That client says yes or no to one item.

    - No check-ins: the plan ends, and what waits to be asked is cancelled. Yes: it begins anew at the last time.
    - Answers not kept: those that are kept go at once, with smoking, cravings and outcomes told of, and notes for a
      session. The toolkit stays, and how it went after four weeks is not asked.
    - No summary: what stands on the practitioner's phone shows it no more (care.unshow).
    - Nothing told on the same day: what went by itself and nobody opened yet is taken back.
    """
    client = await clients.get(tx, person.id)
    if client is None or client.left_at is not None:
        return Changed.NO_CLIENT
    before = await consents.in_force(tx, person.id)
    if (item in before.granted) is granted:
        return Changed.SAME
    await consents.add(tx, person.id, {item: granted})
    await events.add(tx, "ConsentSet", person.id, person.id, {"item": item.value, "granted": granted})
    match item:
        case Item.CHECK_IN if granted:
            return await _begin(tx, person)
        case Item.CHECK_IN:
            await end_plans(tx, person.id)
        case Item.KEEP_ANSWERS:
            if not granted:
                await answers.forget_answers(tx, person.id)
            await promise_outcomes(tx, person)
        case Item.SAME_DAY if not granted:
            await same_day.take_back(tx, person)
    shown = say.refresh_client if granted else unshow
    await shown(tx, client.practitioner_id, person.id)
    return Changed.DONE


async def say_same_day(tx: Tx, person: Person, *, granted: bool) -> bool:
    """That client answers whether the team is told by itself: a no is kept too, so that it is asked once."""
    changed = await set_consent(tx, person, Item.SAME_DAY, granted)
    if changed is Changed.SAME and not granted and not await same_day.is_asked(tx, person):
        await consents.add(tx, person.id, {Item.SAME_DAY: False})
        await events.add(tx, "ConsentSet", person.id, person.id, {"item": Item.SAME_DAY.value, "granted": False})
    return (await consents.in_force(tx, person.id)).same_day


async def choose_anew(tx: Tx, person: Person, choices: Choices) -> None:
    """That client says yes or no to each item, in the words of today: what stays as it was is said again as well."""
    for item in Item:
        await set_consent(tx, person, item, item in choices.granted)
    older = await consents.to_older_words(tx, person.id)
    if older:
        await consents.add(tx, person.id, older)
        said = {"granted": choices.codes(), "version": consent.VERSION}
        await events.add(tx, "ConsentSet", person.id, person.id, said)


async def are_to_be_shown(tx: Tx, person: Person) -> bool:
    """Whether the words of the choices changed since that client answered, and were not shown to them so far; from
    then on they were. Until they answer, their old yes holds as it was given.

    Not on the evening of a lapse, which is theirs: then the next day.
    """
    if not await consents.to_older_words(tx, person.id):
        return False
    lapses = [one.told_at for one in await smoked.since(tx, person.id, tx.now - 2 * DAY) if one.is_lapse]
    shown = await events.of_person(tx, person.id, kind=SHOWN)
    if is_left_in_peace(tx.now, lapses, person.zone or HOME.zone):
        return False
    if any(event.data["version"] == consent.VERSION for event in shown):
        return False
    await events.add(tx, SHOWN, person.id, None, {"version": consent.VERSION})
    return True


async def _begin(tx: Tx, person: Person) -> Changed:
    plan = await begin_anew(tx, person)
    await promise_anew(tx, person)
    return Changed.NEEDS_TIME if plan is None else Changed.DONE
