"""A client's safety plan, in their own words: what they notice, what helps, whom they call. Shown to nobody unasked."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from care.check_in.cards_shown import cards_shown
from care.practice.clients import authorise_client, unshow_of
from care.toolkit import keeps_words
from db import events, planning
from db.people import clients, consents
from db.tx import Tx
from programme.check_in.answers import Mood
from programme.check_in.closing_card import Card, CardContext
from programme.people.person import Person, Switch, today_of
from programme.planning.reasons import SAFETY, OwnWords, Purpose
from programme.safety.events import (
    CrisisCardShown,
    SafetyPlanChanged,
    SafetyPlanHidden,
    SafetyPlanRead,
    SafetyPlanShown,
)
from programme.toolkit.items import clean_words

MOST: Final = 7  # lines of a part
LENGTH: Final = 120  # characters of a line
OFFERED_AFTER: Final = timedelta(days=7)  # since they joined, and since a crisis card
_REST: Final = timedelta(days=60)  # between "not now" and the second offer, which is the last
_CALM: Final = frozenset({Mood.OK, Mood.GOOD})
SafetyPlan = Mapping[Purpose, Sequence[OwnWords]]


async def plan_of(tx: Tx, person: Person) -> SafetyPlan:
    """The lines of each part, oldest first."""
    found = await planning.own_words_of_person(tx, person.id, SAFETY)
    return {part: [one for one in found if one.purpose is part] for part in SAFETY}


async def has_plan(tx: Tx, person: Person) -> bool:
    """Whether there is a line in it."""
    return bool(await planning.own_words_of_person(tx, person.id, SAFETY))


async def is_plan_wanted(tx: Tx, person: Person) -> bool:
    """Whether there is none, and they did not say that they want none."""
    return await consents.has_preference(tx, person.id, Switch.SAFETY) and not await has_plan(tx, person)


async def plan_line(tx: Tx, person: Person, line_id: int, *, also_ended: bool = False) -> OwnWords | None:
    """That line, where it is one of theirs."""
    found = await planning.get_own_words(tx, line_id, person.id)
    mine = found is not None and found.purpose in SAFETY
    return found if mine and found is not None and (also_ended or not found.ended) else None


async def add_line(tx: Tx, person: Person, part: Purpose, text: str) -> int | None:
    """Keep one more line of that part; gives its id. The same words again are those.

    None where there are no words in it, the part is full, or answers are not to be kept.
    """
    words = clean_words(text, LENGTH)
    if words is None or not person.is_client or not await keeps_words(tx, person):
        return None
    there = (await plan_of(tx, person))[part]
    same = next((one.id for one in there if one.words == words), None)
    if same is not None or len(there) >= MOST:
        return same
    await events.add(tx, person.id, SafetyPlanChanged(), actor=person.id)
    return await planning.add_own_words(tx, person.id, part, words)


async def change_line(tx: Tx, person: Person, line_id: int, text: str) -> bool:
    """Other words for that line; False where there are none, or it is not theirs."""
    found, words = await plan_line(tx, person, line_id), clean_words(text, LENGTH)
    if found is None or words is None:
        return False
    await planning.change_own_words(tx, replace(found, words=words))
    await events.add(tx, person.id, SafetyPlanChanged(), actor=person.id)
    return True


async def end_line(tx: Tx, person: Person, line_id: int, *, back: bool = False) -> bool:
    """Off the plan, or back on it; False where it is not theirs."""
    if await plan_line(tx, person, line_id, also_ended=True) is None:
        return False
    await events.add(tx, person.id, SafetyPlanChanged(), actor=person.id)
    return await planning.end_own_words(tx, line_id, person.id, None if back else tx.now)


async def show_plan(tx: Tx, client: Person, words: str) -> bool:
    """Show their practitioner the plan as it stands now, in these words, in place of what was shown before.

    False without a practitioner, or where answers are not kept: what is kept nowhere cannot be shown.
    """
    with_whom = await clients.get(tx, client.id)
    if with_whom is None or with_whom.left_at is not None or not await keeps_words(tx, client):
        return False
    await _forget_shown(tx, client.id)
    on, about = today_of(tx.now, client), with_whom.practitioner_id
    await planning.add_own_words(tx, client.id, Purpose.SAFE_SHOWN, words, about_id=about, on_date=on)
    await events.add(tx, client.id, SafetyPlanShown(), actor=client.id)
    return True


async def hide_plan(tx: Tx, client: Person) -> None:
    """Nobody is shown it any more."""
    if await end_shown(tx, client.id, client.id):
        await unshow_of(tx, client.id)


async def end_shown(tx: Tx, client_id: int, actor_id: int | None) -> bool:
    """What was shown of it is gone; False where nothing was."""
    was_shown = await _forget_shown(tx, client_id)
    if was_shown:
        await events.add(tx, client_id, SafetyPlanHidden(), actor=actor_id)
    return was_shown


async def shown_of(tx: Tx, client_id: int) -> OwnWords | None:
    """What that client shows the practitioner they are with, as it was on its day; never what another was shown."""
    with_whom = await clients.get(tx, client_id)
    if with_whom is None or with_whom.left_at is not None:
        return None
    if not (await consents.in_force(tx, client_id)).keep_answers:
        return None
    found = await planning.own_words_of_person(tx, client_id, {Purpose.SAFE_SHOWN})
    return next((one for one in found if one.about_id == with_whom.practitioner_id), None)


async def plan_asked(tx: Tx, practitioner: Person, client_id: int) -> None:
    """The practitioner whom that client shows it to opened it: the client's history says so."""
    client = await authorise_client(tx, practitioner, client_id)
    if client is not None and await shown_of(tx, client.id) is not None:
        await events.add(tx, client.id, SafetyPlanRead(), actor=practitioner.id)


async def _forget_shown(tx: Tx, client_id: int) -> bool:
    gone = [one.id for one in await planning.own_words_of_person(tx, client_id, {Purpose.SAFE_SHOWN})]
    for one in gone:
        await planning.remove_own_words(tx, one, client_id)
    return bool(gone)


async def safety_due(tx: Tx, person: Person, context: CardContext) -> int | None:
    """In a calm hour, some time after the first week, to somebody who has none: once, and again after "not now".

    Not in the week after a crisis card, whatever it was for: nothing is to look as if it went back to one.
    """
    calm = context.said.mood in _CALM and not context.said.was_hard
    if not calm or not await keeps_words(tx, person) or not await consents.has_preference(tx, person.id, Switch.SAFETY):
        return None
    client, told = await clients.get(tx, person.id), await cards_shown(tx, person.id, Card.SAFETY)
    if client is None or tx.now - client.joined_at < OFFERED_AFTER or len(told) > 1:
        return None
    if (told and tx.now - told[-1].at < _REST) or await has_plan(tx, person):
        return None
    shown = await events.of_person(tx, person.id, kind=CrisisCardShown)
    return None if shown and tx.now - shown[-1].at < OFFERED_AFTER else 0
