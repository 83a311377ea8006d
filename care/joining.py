"""Joining, step by step. Each step is kept when it is answered, so a restart or a week's break loses nothing.

A client is one as soon as enough is known (programme.joining.may_join); there is no last button to forget.
"""

from datetime import time

from care.consent import choose_anew
from care.course import set_check_in_time
from care.pause import move_pause
from care.pinned import renew_numbers
from care.plans import move_plans
from care.promise_anew import promise_anew
from care.weekly import set_summary_time, summary_plan
from db import clients, consents, events, invites, people, plans, stopped, toolkit
from db.tx import Tx
from programme.consent import JOINING, Choices, choices_in_force
from programme.invite import Invite
from programme.joining import Known, Step, may_join, next_step
from programme.people import Person, clean_name
from programme.places import HOME, Place, is_place
from programme.plan import CHECK_IN
from programme.quiet import may_be_asked_at
from programme.toolkit import clean_words


async def join_practitioner(tx: Tx, person: Person, invite: Invite) -> None:
    """Make that person a practitioner, called as the invite says. Their place is guessed until they change it.

    The weekly summary comes on Mondays at 8:00 until they choose another time.
    """
    await clients.add_practitioner(tx, person.id)
    if invite.label:
        await people.set_name(tx, person.id, invite.label)
    await _place_if_none(tx, person)
    _came_back(tx, person)
    await events.add(tx, "PractitionerJoined", person.id, person.id, {"invite": invite.id})
    joined = await people.get(tx, person.id)
    if joined is not None and await summary_plan(tx, person.id) is None:
        await set_summary_time(tx, joined)


async def known(tx: Tx, person: Person) -> Known:
    """What is remembered of that person's joining."""
    fresh = await people.get(tx, person.id) or person
    return Known(
        choices=await _choices(tx, fresh),
        has_name=fresh.name is not None,
        has_time=await _has_time(tx, person),
        has_helped=bool(await toolkit.of_person(tx, person.id)),
    )


async def _has_time(tx: Tx, person: Person) -> bool:
    """Whether a time for the check-in is known, or there is to be none."""
    there = any(plan.kind == CHECK_IN for plan in await plans.of_person(tx, person.id))
    return there or (person.is_client and CHECK_IN in await stopped.of_person(tx, person.id))


async def choose(tx: Tx, person: Person, choices: Choices) -> Step:
    """The answers to what is asked at joining, confirmed together. A client who went back changes what they said."""
    if person.is_client:
        await choose_anew(tx, person, choices)
        return next_step(await known(tx, person))
    if await invites.on_the_way(tx, person.id) is None:
        return Step.WELCOME
    await consents.add(tx, person.id, {item: item in choices.granted for item in JOINING})
    await events.add(tx, "ConsentSet", person.id, person.id, {"granted": choices.codes()})
    return await _move_on(tx, person)


async def set_name(tx: Tx, person: Person, text: str) -> Step | None:
    """What they want to be called; None where there is no name in the text."""
    name = clean_name(text)
    if name is None:
        return None
    await people.set_name(tx, person.id, name)
    await events.add(tx, "NameSet", person.id, person.id)
    return await _move_on(tx, person)


async def set_place(tx: Tx, person: Person, place: Place) -> bool:
    """Where they are; False for a zone that is not in that country. Plans and a break keep their wall time there."""
    if not is_place(place):
        return False
    await people.set_place(tx, person.id, country=place.country, zone=place.zone)
    await events.add(tx, "PlaceSet", person.id, person.id, {"country": place.country, "zone": place.zone})
    await renew_numbers(tx, person.id)
    await move_plans(tx, person.id, place.zone)
    await move_pause(tx, person, place.zone)
    if moved := await people.get(tx, person.id):
        await promise_anew(tx, moved)  # a session's date, or whether a morning is over, may be another there
    return True


async def set_time(tx: Tx, person: Person, moment: time) -> Step | None:
    """The wall time of the daily check-in, where they are (the guess that was shown, if they said nothing).

    None where that time is in the night, or no check-in was agreed to.
    """
    choices = await _choices(tx, person)
    if not may_be_asked_at(moment) or choices is None or not choices.check_in:
        return None
    place = await _place_if_none(tx, person)
    if not await _join(tx, person):
        return Step.WELCOME
    await set_check_in_time(tx, person, moment, place.zone)
    await promise_anew(tx, person)
    return next_step(await known(tx, person))


async def set_helped(tx: Tx, person: Person, text: str | None) -> Step | None:
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


async def _after_helped(tx: Tx, person: Person) -> Step:
    step = next_step(await known(tx, person))
    return Step.READY if step is Step.HELPED else step


async def _move_on(tx: Tx, person: Person) -> Step:
    remembered = await known(tx, person)
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
    data = {"practitioner": invite.issued_by, "invite": invite.id}
    await events.add(tx, "ClientJoined", person.id, person.id, data)
    return True


def _came_back(tx: Tx, person: Person) -> None:
    """Somebody who was erased, or left, and joins of their own will is to be there after a restore."""
    tx.vault.note_back(person.id)
    if tx.vault.is_suppressed(person.telegram_id):
        tx.vault.lift_suppression(person.telegram_id)


async def _place_if_none(tx: Tx, person: Person) -> Place:
    fresh = await people.get(tx, person.id) or person
    if fresh.country and fresh.zone:
        return Place(fresh.country, fresh.zone)
    await people.set_place(tx, person.id, country=HOME.country, zone=HOME.zone)
    return HOME
