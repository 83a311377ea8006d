"""Changing one's mind, what is held about a person, and who is responsible for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from care import medicines
from care.delivery import say
from care.practice.clients import unshow
from care.quitting.outcomes import schedule_outcomes
from care.schedule.course import begin_anew
from care.schedule.pause import reschedule_all
from care.schedule.plans import end_plans
from db import events, quitting
from db.people import clients, consents, erasing
from db.people import data_inventory as kept
from db.store import service_facts
from db.tx import Tx
from programme.people import consent
from programme.people.consent import Choices, ConsentItem
from programme.people.events import ChoicesShown, ConsentSet
from programme.people.person import HOME, Person, Switch
from programme.quitting.lapses import is_quiet_evening
from programme.schedule.slots import DAY


@dataclass(frozen=True, slots=True)
class Responsible:
    """What the service is called, and who answers for the data (UK GDPR article 4(7)); None where it is not said."""

    service: str | None = None
    controller: str | None = None


async def keep_responsible(tx: Tx, said: Responsible) -> None:
    """Say this from now on, in every process."""
    await service_facts.put(tx, service_facts.SERVICE_NAME, said.service or "")
    await service_facts.put(tx, service_facts.CONTROLLER, said.controller or "")


async def responsible(tx: Tx, person: Person) -> Responsible:
    """Who is responsible; nothing for somebody who never had a role. Who left may still want to ask for their data.

    A service's name can tell that somebody is in treatment, so it waits until their link or code has said who they
    are (FIELD.md section 7).
    """
    if not person.roles and await clients.get(tx, person.id) is None:
        return Responsible()
    service = await service_facts.get(tx, service_facts.SERVICE_NAME)
    controller = await service_facts.get(tx, service_facts.CONTROLLER)
    return Responsible(service or None, controller or None)


async def choices_of(tx: Tx, person: Person) -> Choices:
    """What that person says yes to now, as their screens show it; what was never asked is a no."""
    return await consents.in_force(tx, person.id)


async def wants(tx: Tx, person: Person, switch: Switch) -> bool:
    """Whether that is on for them: as they turned it, or as it usually is."""
    return await consents.has_preference(tx, person.id, switch)


@dataclass(frozen=True, slots=True)
class HeldData:
    """What is held since that moment (UTC).

    `counts` by kind: see db.people.data_inventory.
    `practitioner_id` is whose client they are (None: nobody's); they see the week if `choices.summary`.
    `keep_until`: of who left, the last day on which it is held.
    """

    since: datetime
    named: bool
    counts: Mapping[str, int]
    practitioner_id: int | None
    choices: Choices
    keep_until: date | None = None


async def held_data(tx: Tx, person: Person) -> HeldData:
    """What is held about that person now."""
    client = await clients.get(tx, person.id)
    return HeldData(
        since=await kept.held_since(tx, person.id),
        named=person.name is not None,
        counts=await kept.held_counts(tx, person.id),
        practitioner_id=client.practitioner_id if client and client.left_at is None else None,
        choices=await consents.in_force(tx, person.id),
        keep_until=client.keep_until if client else None,
    )


class Changed(StrEnum):
    """What became of a yes or no."""

    DONE = "done"
    SAME = "same"  # it was so before
    NEEDS_TIME = "needs_time"  # kept; check-ins begin when a time is chosen
    NO_CLIENT = "no_client"


async def set_consent(tx: Tx, person: Person, item: ConsentItem, granted: bool) -> Changed:
    """That client says yes or no to one item.

    - No check-ins: the plan ends, and what waits to be asked is cancelled. Yes: it begins again at the last time.
    - Answers not kept: those that are kept go at once, with smoking, cravings and outcomes told of, and notes for a
      session. The toolkit stays, and how it went after four weeks is not asked.
    - No summary: what stands on the practitioner's phone shows it no more (care.practice.clients).
    - Nothing told on the same day: what went by itself and nobody opened yet is taken back.
    """
    client = await clients.get(tx, person.id)
    if client is None or client.left_at is not None:
        return Changed.NO_CLIENT
    before = await consents.in_force(tx, person.id)
    if (item in before.granted) is granted:
        return Changed.SAME
    await consents.add(tx, person.id, {item: granted})
    await events.add(tx, person.id, ConsentSet(item=item, granted=granted), actor=person.id)
    match item:
        case ConsentItem.CHECK_IN if granted:
            return await _begin(tx, person)
        case ConsentItem.CHECK_IN:
            await end_plans(tx, person.id)
        case ConsentItem.KEEP_ANSWERS:
            if not granted:
                await erasing.forget_answers(tx, person.id)
            await schedule_outcomes(tx, person)
        case ConsentItem.SAME_DAY if not granted:
            await medicines.take_back_same_day(tx, person)
    shown = say.refresh_client if granted else unshow
    await shown(tx, client.practitioner_id, person.id)
    return Changed.DONE


async def say_same_day(tx: Tx, person: Person, *, granted: bool) -> bool:
    """That client answers whether the team is told by itself: a no is kept too, so that it is asked once."""
    changed = await set_consent(tx, person, ConsentItem.SAME_DAY, granted)
    if changed is Changed.SAME and not granted and not await medicines.is_same_day_asked(tx, person):
        await consents.add(tx, person.id, {ConsentItem.SAME_DAY: False})
        await events.add(tx, person.id, ConsentSet(item=ConsentItem.SAME_DAY, granted=False), actor=person.id)
    return (await consents.in_force(tx, person.id)).same_day


async def reconsent(tx: Tx, person: Person, choices: Choices) -> None:
    """That client says yes or no to each item, in the words of today: what stays as it was is said again as well."""
    for item in ConsentItem:
        await set_consent(tx, person, item, item in choices.granted)
    older = await consents.to_older_words(tx, person.id)
    if older:
        await consents.add(tx, person.id, older)
        said = ConsentSet(granted=choices.items(), version=consent.VERSION)
        await events.add(tx, person.id, said, actor=person.id)


async def are_to_be_shown(tx: Tx, person: Person) -> bool:
    """Whether the words of the choices changed since that client answered, and were not shown to them so far; from
    then on they were. Until they answer, their old yes holds as it was given.

    Not on the evening of a lapse, which is theirs: then the next day.
    """
    if not await consents.to_older_words(tx, person.id):
        return False
    lapses = [one.told_at for one in await quitting.smoked_since(tx, person.id, tx.now - 2 * DAY) if one.is_lapse]
    shown = await events.of_person(tx, person.id, kind=ChoicesShown)
    if is_quiet_evening(tx.now, lapses, person.zone or HOME.zone):
        return False
    if any(one.event.version == consent.VERSION for one in shown):
        return False
    await events.add(tx, person.id, ChoicesShown(consent.VERSION))
    return True


async def _begin(tx: Tx, person: Person) -> Changed:
    plan = await begin_anew(tx, person)
    await reschedule_all(tx, person)
    return Changed.NEEDS_TIME if plan is None else Changed.DONE
