"""How acts send messages: they name a screen, and each person gets a row in the outbox."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from db.delivery import outbox, screens, speaking
from db.delivery.outbox import Rank
from db.delivery.screens import ScreenRow
from db.people import accounts
from db.tx import Tx
from programme.people.person import Person
from programme.schedule.kinds import REMINDER, SCREENS, STAYS
from programme.schedule.prompt import ASK, RETURN, of_key
from programme.schedule.reason_code import ReasonCode


@dataclass(frozen=True, slots=True)
class Wanted:
    """It may go."""


@dataclass(frozen=True, slots=True)
class Unwanted:
    """It may not go any more, and why."""

    reason: ReasonCode


@dataclass(frozen=True, slots=True)
class NotYet:
    """It may go after that moment (UTC)."""

    until: datetime


Verdict = Wanted | Unwanted | NotYet

# Screens that say whom to call: first in every queue.
CARDS: Final = frozenset({"crisis"})
# Screens of a practitioner's about one client.
OF_CLIENT: Final = ("summary", "outcomes", "scores", "coverage", "next", "picture_of", "safety_shown")


async def show(
    tx: Tx,
    person_id: int,
    name: str,
    args: Mapping[str, Any] | None = None,
    *,
    subject_id: int | None = None,
    rank: Rank = Rank.ANSWER,
    key: str | None = None,
    not_before: datetime | None = None,
    not_after: datetime | None = None,
) -> int:
    """Send a screen as a new message below; returns the screen's id.

    `args` are ids and codes. `key` makes a repeat harmless. `not_after` (UTC): too late after that. A card goes first,
    also where somebody asked for it.
    """
    screen_id = await screens.add(tx, person_id, name, args or {}, subject_id)
    first = Rank.CARD if name in CARDS else rank
    await outbox.put(tx, person_id, screen_id, "send", rank=first, key=key, not_before=not_before, not_after=not_after)
    return screen_id


async def show_in_place(
    tx: Tx, person: Person, name: str, args: Mapping[str, Any] | None = None, *, subject_id: int | None = None
) -> int:
    """Show that screen as a new message; older ones of that name and subject lose their buttons, and ask no more.

    The new one goes first: there is no moment without a way on. A crisis card whose words can be deleted keeps that.
    """
    live = await screens.live_of(tx, person.id, name, subject_id)
    old = {row.id for row in live if "wrote" not in row.args}
    if person.awaiting_screen in old:
        await forget_asked(tx, person)
    shown = await show(tx, person.id, name, args, subject_id=subject_id)
    for screen_id in sorted(old):
        await retire(tx, screen_id)
    return shown


async def await_words(tx: Tx, person: Person, what: str | None, screen_id: int | None = None) -> None:
    """Their next words are for that, as that screen asked; None: for nothing. What an older screen asked for stays
    asked for there."""
    await accounts.await_words(tx, person.id, what, screen_id)


async def screen_that_asked(tx: Tx, person: Person) -> ScreenRow | None:
    """Their screen that asked for the words they write now."""
    return await screens.get(tx, person.awaiting_screen) if person.awaiting_screen else None


async def forget_asked(tx: Tx, person: Person) -> None:
    """Their next words are for nothing any more, and the screen that asked for them asks no more."""
    if person.awaiting_screen is not None:
        await screens.asks_for(tx, person.awaiting_screen, None)
    await await_words(tx, person, None)


async def renew_menu(tx: Tx, person: Person) -> None:
    """Their list of commands follows what they now are."""
    await outbox.put(tx, person.id, None, "menu")


async def refresh(tx: Tx, screen_id: int) -> None:
    """Edit the screen's message to what is true by then. Waiting edits of it melt into this one.

    One that has lost its buttons is in nobody's way: it goes after all else.
    """
    row = await screens.get(tx, screen_id)
    if row is None:
        return
    await outbox.cancel_waiting(tx, screen_id, ReasonCode.NEWER, verbs=("edit",))
    rank = Rank.CARD if row.name in CARDS else Rank.ANSWER if row.live else Rank.STRIP
    await outbox.put(tx, row.person_id, screen_id, "edit", rank=rank)


async def become(
    tx: Tx,
    screen_id: int,
    name: str,
    args: Mapping[str, Any] | None = None,
    *,
    subject_id: int | None = None,
) -> None:
    """Turn the message of that screen into another screen."""
    await screens.become(tx, screen_id, name, args or {}, subject_id)
    await refresh(tx, screen_id)


async def retire(tx: Tx, screen_id: int) -> None:
    """Take the buttons of that screen away; what it says stays. A message that has none is left as it is."""
    row = await screens.get(tx, screen_id)
    if row is None or not row.live:
        return
    await screens.retire(tx, screen_id)
    await outbox.cancel_waiting(tx, screen_id, ReasonCode.RETIRED, verbs=("edit",))
    if not row.bare and (row.message_id is not None or await outbox.is_on_its_way(tx, screen_id)):
        await outbox.put(tx, row.person_id, screen_id, "strip", rank=Rank.STRIP)


async def retire_named(tx: Tx, person_id: int, name: str, subject_id: int | None = None) -> None:
    """Take the buttons of every live screen of that name (and subject) away."""
    for row in await screens.live_of(tx, person_id, name, subject_id):
        await retire(tx, row.id)


async def refresh_subject(tx: Tx, person_id: int, name: str, subject_id: int | None = None) -> None:
    """Edit every live screen of that name (and subject)."""
    for row in await screens.live_of(tx, person_id, name, subject_id):
        await refresh(tx, row.id)


async def refresh_client(tx: Tx, practitioner_id: int, client_id: int) -> None:
    """What a practitioner has open of that client shows what they may see now."""
    for name in OF_CLIENT:
        await refresh_subject(tx, practitioner_id, name, client_id)


@dataclass(frozen=True, slots=True)
class PromptMessage:
    """A message of a prompt: to whom, which screen, under which outbox key, until when (UTC) it is worth sending."""

    person_id: int
    screen: str
    key: str
    until: datetime


async def show_prompts(tx: Tx, asks: Mapping[int, PromptMessage]) -> None:
    """Send its screen, new and below, for each prompt (by its id)."""
    screen_ids = await speaking.add_screens(tx, {one: (ask.person_id, ask.screen) for one, ask in asks.items()})
    rows = [(ask.key, ask.person_id, screen_ids[one], ask.until) for one, ask in asks.items()]
    await speaking.put_sends(tx, rows)


async def refresh_prompts(tx: Tx, people: Mapping[int, int], reason: ReasonCode) -> frozenset[int]:
    """What is shown of these prompts (the person's id by the prompt's) becomes what is true now, by a silent edit.

    Their reminders lose their buttons, and nothing that waits for them is said any more. What is only to be read, and
    has arrived, stays as it is. Gives the prompts whose question, or its return after a snooze, was still waiting to go
    out.
    """
    return await _change(tx, people, reason, retired={REMINDER})


async def retire_prompts(tx: Tx, people: Mapping[int, int], reason: ReasonCode) -> frozenset[int]:
    """All that is shown of these prompts loses its buttons, because a new message takes its place; else as above."""
    return await _change(tx, people, reason, retired=SCREENS)


async def _change(tx: Tx, people: Mapping[int, int], reason: ReasonCode, *, retired: Set[str]) -> frozenset[int]:
    found = await speaking.live_screens(tx, SCREENS, people)
    live = [one for one in found if not one.there or one.screen.name in retired | (SCREENS - STAYS)]
    unsent = await speaking.cancel_screens(tx, [one.screen.id for one in live], reason)
    over = [one for one in live if one.screen.name in retired or not one.there]
    await speaking.retire_screens(tx, [one.screen.id for one in over])
    await speaking.put_changes(tx, "strip", [one.screen for one in over if one.has_buttons])
    await speaking.put_changes(tx, "edit", [one.screen for one in live if one not in over])
    keys = [of_key(key) for key in unsent.values() if key]
    return frozenset(one[0] for one in keys if one and one[1].startswith((ASK, RETURN)))
