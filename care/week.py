"""The week of a client, for their own practitioner alone, and only while the client says yes to it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from db import check_ins, clients, consents, events, people, prompts, requests, toolkit
from db.tx import Tx
from programme.counts import Reply
from programme.people import Person
from programme.places import HOME
from programme.plan import CHECK_IN
from programme.summary import DAYS, Week, week

_LOOK_BACK = timedelta(days=2 * DAYS + 1)  # two weeks of local days, wherever the client is


async def week_of(tx: Tx, now: datetime, practitioner: Person, client_id: int) -> Week | None:
    """The client's last seven local days; None where they are not this practitioner's, or do not show it.

    Every look at a client's answers is written down as an event of theirs (OWASP ASVS 5.0 16.3.2).
    """
    client = await clients.get(tx, client_id)
    if client is None or client.left_at is not None or client.practitioner_id != practitioner.id:
        return None
    person = await people.get(tx, client_id)
    choices = await consents.in_force(tx, client_id)
    if person is None or not practitioner.is_practitioner or not choices.summary:
        return None
    items = {item.id: item.words for item in await toolkit.of_person(tx, client_id, also_hidden=True)}
    waiting = await requests.waiting(tx, practitioner.id, person_id=client_id)
    today = now.astimezone(ZoneInfo(person.zone or HOME.zone)).date()
    seen = week(await _replies(tx, now, client_id, kept=choices.keep_answers), today, items, waiting)
    data = {"from": seen.first.isoformat(), "to": seen.last.isoformat()}
    await events.add(tx, now, "SummaryRead", client_id, practitioner.id, data)
    return seen


async def _replies(tx: Tx, now: datetime, client_id: int, *, kept: bool) -> Sequence[Reply]:
    """What is not to be kept is there while the check-in lasts, and shown to nobody even then."""
    found = await prompts.of_person(tx, client_id, now - _LOOK_BACK, kind=CHECK_IN)
    said = await check_ins.get_many(tx, [prompt.id for prompt in found] if kept else [])
    shared = [one.prompt_id for one in said.values() if one.words_shared]
    words = {prompt_id: await check_ins.words(tx, prompt_id) for prompt_id in shared}
    return [Reply(prompt, said.get(prompt.id), words.get(prompt.id)) for prompt in found]
