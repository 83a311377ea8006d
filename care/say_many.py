"""The same as care.say for many people at once, in a constant number of statements."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import datetime

from db import speaking
from db.tx import Tx
from programme.kinds import REMINDER, SCREENS, STAYS
from programme.prompt import ASK, prompt_key


@dataclass(frozen=True, slots=True)
class Ask:
    """A message of a prompt: to whom, which screen, under which outbox key, until when (UTC) it is worth sending."""

    person_id: int
    screen: str
    key: str
    until: datetime


async def show_prompts(tx: Tx, asks: Mapping[int, Ask]) -> None:
    """Send its screen, new and below, for each prompt (by its id)."""
    screen_ids = await speaking.add_screens(tx, {one: (ask.person_id, ask.screen) for one, ask in asks.items()})
    rows = [(ask.key, ask.person_id, screen_ids[one], ask.until) for one, ask in asks.items()]
    await speaking.put_sends(tx, rows)


async def refresh_prompts(tx: Tx, people: Mapping[int, int], reason: str) -> frozenset[int]:
    """What is shown of these prompts (the person's id by the prompt's) becomes what is true now, by a silent edit.

    Their reminders lose their buttons, and nothing that waits for them is said any more. What is only to be read, and
    has arrived, stays as it is. Gives the prompts whose question was still waiting to go out.
    """
    return await _change(tx, people, reason, retired={REMINDER})


async def retire_prompts(tx: Tx, people: Mapping[int, int], reason: str) -> frozenset[int]:
    """All that is shown of these prompts loses its buttons, because a new message takes its place; else as above."""
    return await _change(tx, people, reason, retired=SCREENS)


async def _change(tx: Tx, people: Mapping[int, int], reason: str, *, retired: Set[str]) -> frozenset[int]:
    found = await speaking.live_screens(tx, SCREENS, people)
    live = [one for one in found if not one.there or one.screen.name in retired | (SCREENS - STAYS)]
    unsent = await speaking.cancel_screens(tx, [one.screen.id for one in live], reason)
    over = [one for one in live if one.screen.name in retired or not one.there]
    await speaking.retire_screens(tx, [one.screen.id for one in over])
    await speaking.put_changes(tx, "strip", [one.screen for one in over if one.has_buttons])
    await speaking.put_changes(tx, "edit", [one.screen for one in live if one not in over])
    asks = {prompt_key(one, ASK): one for one in people}
    return frozenset(asks[key] for key in unsent.values() if key in asks)
