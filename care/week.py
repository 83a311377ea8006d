"""The week of a client, for their own practitioner alone, and only while the client says yes to it."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from db import check_ins, clients, consents, events, people, prompts, requests, toolkit
from db.tx import Tx
from programme.consent import Choices
from programme.counts import Reply
from programme.people import Person
from programme.places import HOME
from programme.summary import DAYS, Week, first_day, week

_LOOK_BACK = timedelta(days=2 * DAYS + 1)  # two weeks of local days, wherever the client is


async def week_of(tx: Tx, now: datetime, practitioner: Person, client_id: int) -> Week | None:
    """The client's last seven local days; None where they are not this practitioner's, or do not show it.

    It reads alone: whoever asks for it on a practitioner's behalf calls `week_asked` once.
    """
    client, choices = await clients.get(tx, client_id), await _shown(tx, practitioner, client_id)
    person = await people.get(tx, client_id)
    if client is None or choices is None or person is None:
        return None
    items = {item.id: item.words for item in await toolkit.of_person(tx, client_id, also_hidden=True)}
    waiting = await requests.waiting(tx, practitioner.id, person_id=client_id)
    replies = await _replies(tx, now, client_id, kept=choices.keep_answers)
    return week(replies, _day(now, person), items, waiting, _day(client.joined_at, person))


async def week_asked(tx: Tx, now: datetime, practitioner: Person, client_id: int) -> bool:
    """Write down, as an event of the client's, that the practitioner asks for their week (OWASP ASVS 5.0 16.3.2).

    False, and nothing written, where it is not shown to them.
    """
    person = await people.get(tx, client_id)
    if person is None or await _shown(tx, practitioner, client_id) is None:
        return False
    last = _day(now, person)
    data = {"from": first_day(last).isoformat(), "to": last.isoformat()}
    await events.add(tx, now, "SummaryRead", client_id, practitioner.id, data)
    return True


def _day(at: datetime, person: Person) -> date:
    return at.astimezone(ZoneInfo(person.zone or HOME.zone)).date()


async def _shown(tx: Tx, practitioner: Person, client_id: int) -> Choices | None:
    """What that client chose, where they are this practitioner's and show them the week."""
    client = await clients.get(tx, client_id)
    if client is None or client.left_at is not None or client.practitioner_id != practitioner.id:
        return None
    choices = await consents.in_force(tx, client_id)
    return choices if practitioner.is_practitioner and choices.summary else None


async def _replies(tx: Tx, now: datetime, client_id: int, *, kept: bool) -> Sequence[Reply]:
    """What is not to be kept is there while the check-in lasts, and shown to nobody even then."""
    found = await prompts.of_person(tx, client_id, now - _LOOK_BACK)
    said = await check_ins.get_many(tx, [prompt.id for prompt in found] if kept else [])
    shared = [one.prompt_id for one in said.values() if one.words_shared]
    words = {prompt_id: await check_ins.words(tx, prompt_id) for prompt_id in shared}
    return [Reply(prompt, said.get(prompt.id), words.get(prompt.id)) for prompt in found]
