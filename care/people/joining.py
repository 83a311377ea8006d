"""Joining, step by step, preferences, and being in another time zone for a while."""

from datetime import time

from care.people.consent import reconsent
from care.practice.weekly import set_summary_time, summary_plan
from care.safety.cards import renew_numbers
from care.schedule.course import set_check_in_time
from care.schedule.pause import move_pause, reschedule_all
from care.schedule.plans import move_plans
from db import events, toolkit
from db.people import accounts, clients, consents, invites
from db.schedule import plans
from db.tx import Tx
from programme.people.consent import JOINING, Choices, JoiningState, JoiningStep, choices_in_force, may_join, next_step
from programme.people.events import ClientJoined, ConsentSet, NameSet, PlaceSet, PractitionerJoined
from programme.people.invite import Invite
from programme.people.person import HOME, Person, Place, Switch, clean_name, has_place, is_place, place_of
from programme.schedule.events import Switched
from programme.schedule.plan import CHECK_IN
from programme.schedule.slots import may_be_asked_at
from programme.toolkit.items import clean_words


async def set_preference(tx: Tx, person: Person, switch: Switch, *, on: bool) -> None:
    """That client has it on or off from now on."""
    if person.is_client:
        await consents.set_preference(tx, person.id, switch, on=on)
        await events.add(tx, person.id, Switched(switch=switch, on=on), actor=person.id)


async def join_practitioner(tx: Tx, person: Person, invite: Invite) -> None:
    """Make that person a practitioner, called as the invite says. Their place is guessed until they change it.

    The weekly summary comes on Mondays at 8:00 until they choose another time.
    """
    await clients.add_practitioner(tx, person.id)
    if invite.label:
        await accounts.set_name(tx, person.id, invite.label)
    await _place_if_none(tx, person)
    _came_back(tx, person)
    await events.add(tx, person.id, PractitionerJoined(invite.id), actor=person.id)
    joined = await accounts.get(tx, person.id)
    if joined is not None and await summary_plan(tx, person.id) is None:
        await set_summary_time(tx, joined)


async def joining_state(tx: Tx, person: Person) -> JoiningState:
    """What is remembered of that person's joining."""
    fresh = await accounts.get(tx, person.id) or person
    return JoiningState(
        choices=await _choices(tx, fresh),
        has_name=fresh.name is not None,
        has_time=await _has_time(tx, person),
        has_helped=bool(await toolkit.of_person(tx, person.id)),
    )


async def _has_time(tx: Tx, person: Person) -> bool:
    """Whether a time for the check-in is known, or there is to be none."""
    there = any(plan.kind == CHECK_IN for plan in await plans.of_person(tx, person.id))
    return there or (person.is_client and CHECK_IN in await consents.stopped_kinds(tx, person.id))


async def choose_items(tx: Tx, person: Person, choices: Choices) -> JoiningStep:
    """The answers to what is asked at joining, confirmed together. A client who went back changes what they said."""
    if person.is_client:
        await reconsent(tx, person, choices)
        return next_step(await joining_state(tx, person))
    if await invites.on_the_way(tx, person.id) is None:
        return JoiningStep.WELCOME
    await consents.add(tx, person.id, {item: item in choices.granted for item in JOINING})
    await events.add(tx, person.id, ConsentSet(granted=choices.items()), actor=person.id)
    return await _move_on(tx, person)


async def set_name(tx: Tx, person: Person, text: str) -> JoiningStep | None:
    """What they want to be called; None where there is no name in the text."""
    name = clean_name(text)
    if name is None:
        return None
    await accounts.set_name(tx, person.id, name)
    await events.add(tx, person.id, NameSet(), actor=person.id)
    return await _move_on(tx, person)


async def set_place(tx: Tx, person: Person, place: Place) -> bool:
    """Where they are; False for a zone that is not in that country. Plans and a break keep their wall time there."""
    if not is_place(place):
        return False
    await accounts.set_place(tx, person.id, country=place.country, zone=place.zone)
    await events.add(tx, person.id, PlaceSet(country=place.country, zone=place.zone), actor=person.id)
    await renew_numbers(tx, person.id)
    await move_plans(tx, person.id, place.zone)
    await move_pause(tx, person, place.zone)
    if moved := await accounts.get(tx, person.id):
        await reschedule_all(tx, moved)  # a session's date, or whether a morning is over, may be another there
    return True


async def set_time(tx: Tx, person: Person, moment: time) -> JoiningStep | None:
    """The wall time of the daily check-in, where they are (the guess that was shown, if they said nothing).

    None where that time is in the night, or no check-in was agreed to.
    """
    choices = await _choices(tx, person)
    if not may_be_asked_at(moment) or choices is None or not choices.check_in:
        return None
    place = await _place_if_none(tx, person)
    if not await _join(tx, person):
        return JoiningStep.WELCOME
    await set_check_in_time(tx, person, moment, place.zone)
    await reschedule_all(tx, person)
    return next_step(await joining_state(tx, person))


async def set_helped(tx: Tx, person: Person, text: str | None) -> JoiningStep | None:
    """What has helped before: the first item of the toolkit. None as `text`: passed over. None back: no words in it."""
    if text is None:
        return await _after_helped(tx, person)
    words = clean_words(text)
    if words is None:
        return None
    choices = await _choices(tx, person)
    there = {item.words for item in await toolkit.of_person(tx, person.id)}
    if choices is not None and choices.keep_answers and words not in there:
        await toolkit.add(tx, person.id, words)
    return await _after_helped(tx, person)


async def _after_helped(tx: Tx, person: Person) -> JoiningStep:
    step = next_step(await joining_state(tx, person))
    return JoiningStep.READY if step is JoiningStep.HELPED else step


async def _move_on(tx: Tx, person: Person) -> JoiningStep:
    remembered = await joining_state(tx, person)
    if may_join(remembered):
        await _place_if_none(tx, person)
        await _join(tx, person)
    return next_step(remembered)


async def _choices(tx: Tx, person: Person) -> Choices | None:
    """In force for a client; on the way to be one, only what was said since the link was opened."""
    if person.is_client:
        return await consents.in_force(tx, person.id)
    invite = await invites.on_the_way(tx, person.id)
    if invite is None:
        return None
    return choices_in_force(await consents.of_person(tx, person.id), invite.opened_at)


async def _join(tx: Tx, person: Person) -> bool:
    """Make them a client; True also where they are one. False where no link of theirs is open."""
    if person.is_client:
        return True
    invite = await invites.on_the_way(tx, person.id)
    if invite is None or invite.issued_by is None or not await invites.use(tx, invite.id, person.id):
        return False
    await clients.join(tx, person.id, invite.issued_by)
    _came_back(tx, person)
    await events.add(tx, person.id, ClientJoined(practitioner=invite.issued_by, invite=invite.id), actor=person.id)
    return True


def _came_back(tx: Tx, person: Person) -> None:
    """Somebody who was erased, or left, and joins of their own will is to be there after a restore."""
    tx.vault.note_back(person.id)
    if tx.vault.is_suppressed(person.telegram_id):
        tx.vault.lift_suppression(person.telegram_id)


async def _place_if_none(tx: Tx, person: Person) -> Place:
    fresh = await accounts.get(tx, person.id) or person
    if fresh.country and fresh.zone:
        return Place(fresh.country, fresh.zone)
    await accounts.set_place(tx, person.id, country=HOME.country, zone=HOME.zone)
    return HOME


async def travel(tx: Tx, person: Person, zone: str) -> Place | None:
    """That person (locked) is in the IANA `zone` from now on; gives where they were, to go back to. None: no such zone.

    - What was said today is not said a second time because the day is another there (FIELD S3, S6).
    - Their country is the one of that zone, for what to call in danger is another there.
    """
    if not has_place(zone) or person.zone is None or person.country is None:
        return None
    before = Place(person.country, person.zone)
    if not await set_place(tx, person, place_of(zone)):
        return None
    return before


async def go_back(tx: Tx, person: Person, before: Place) -> bool:
    """That person (locked) is where they were after all."""
    return await set_place(tx, person, before)
