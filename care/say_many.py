"""The same as care.say for many people at once, in a constant number of statements."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from db import speaking
from db.tx import Tx
from programme.prompt import ASK, prompt_key


@dataclass(frozen=True, slots=True)
class Ask:
    """A message of a prompt: to whom, under which outbox key, and until when (UTC) it is worth sending."""

    person_id: int
    key: str
    until: datetime


async def show_prompts(tx: Tx, now: datetime, name: str, asks: Mapping[int, Ask]) -> None:
    """Send that screen, new and below, for each prompt (by its id)."""
    screen_ids = await speaking.add_screens(tx, now, name, {one: ask.person_id for one, ask in asks.items()})
    rows = [(ask.key, ask.person_id, screen_ids[one], ask.until) for one, ask in asks.items()]
    await speaking.put_sends(tx, now, rows)


async def refresh_prompts(tx: Tx, now: datetime, people: Mapping[int, int], reason: str) -> frozenset[int]:
    """What is shown of these prompts (the person's id by the prompt's) becomes what is true now, by a silent edit.

    Their reminders lose their buttons, and nothing that waits for them is said any more. Gives the prompts whose
    question never went out.
    """
    shown = await speaking.live_screens(tx, ("check_in", "reminder"), people)
    unsent = await speaking.cancel_screens(tx, now, [row.id for row in shown], reason)
    over = [row for row in shown if row.name == "reminder" or row.id in unsent]
    await speaking.retire_screens(tx, [row.id for row in over])
    await speaking.put_changes(tx, now, "strip", [row for row in over if row.id not in unsent])
    await speaking.put_changes(tx, now, "edit", [row for row in shown if row not in over])
    return _never_asked(people, unsent)


async def retire_prompts(tx: Tx, now: datetime, people: Mapping[int, int], reason: str) -> frozenset[int]:
    """All that is shown of these prompts loses its buttons, because a new message takes its place; else as above."""
    shown = await speaking.live_screens(tx, ("check_in", "reminder"), people)
    unsent = await speaking.cancel_screens(tx, now, [row.id for row in shown], reason)
    await speaking.retire_screens(tx, [row.id for row in shown])
    await speaking.put_changes(tx, now, "strip", [row for row in shown if row.id not in unsent])
    return _never_asked(people, unsent)


def _never_asked(people: Mapping[int, int], unsent: Mapping[int, str | None]) -> frozenset[int]:
    asks = {prompt_key(one, ASK): one for one in people}
    return frozenset(asks[key] for key in unsent.values() if key in asks)
