"""What a client fears will happen if they stop: kept, rated, looked at once more after some weeks."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from care.card_told import tellings
from care.notes import bring
from care.sessions import forget_note, notes_of
from db import consents, events, own_words
from db.tx import Tx
from programme.belief import LOOK_AFTER, About, Belief
from programme.card import Card, Ride
from programme.own_words import OwnWords, Purpose
from programme.people import Person
from programme.session import NEXT, Note, SessionNote
from programme.today import today_of
from programme.toolkit import clean_words

MOST: Final = 10


async def write_belief(tx: Tx, client: Person, text: str, about: About = About.OWN) -> int | None:
    """Keep what that client (locked) fears, sealed; gives its id.

    None where there are no words in it, answers are not to be kept, or there are MOST by now.
    """
    words = clean_words(text)
    if words is None or not client.is_client or not (await consents.in_force(tx, client.id)).keep_answers:
        return None
    if len(await of_client(tx, client)) >= MOST:
        return None
    on, code = today_of(tx.now, client), Belief(about).code
    await events.add(tx, "BeliefKept", client.id, client.id)
    return await own_words.add(tx, client.id, Purpose.BELIEF, words, on_date=on, code=code)


async def of_client(tx: Tx, client: Person) -> Sequence[OwnWords]:
    """All of theirs, oldest first."""
    return await own_words.of_person(tx, client.id, {Purpose.BELIEF})


async def belief_of(tx: Tx, client: Person, belief_id: int) -> OwnWords | None:
    """That one, where it is theirs and not taken off the list."""
    found = await own_words.get(tx, belief_id, client.id)
    return found if found is not None and found.purpose is Purpose.BELIEF and not found.ended else None


async def rate_belief(tx: Tx, client: Person, belief_id: int, sure: int, *, anew: bool) -> OwnWords | None:
    """How sure they are now, 0..5; `anew`: some time after they first said so.

    None where it is not theirs, or answers are not to be kept.
    """
    found = await belief_of(tx, client, belief_id)
    if found is None or not (await consents.in_force(tx, client.id)).keep_answers:
        return None
    after = replace(found, code=Belief.of(found).rated(sure, anew=anew).code)
    await own_words.change(tx, after)
    await events.add(tx, "BeliefRated", client.id, client.id)
    return after


async def take_off(tx: Tx, client: Person, belief_id: int, *, back: bool = False) -> bool:
    """Off the list, where nobody is shown it any more, or back on it; False where it is not theirs."""
    found = await own_words.get(tx, belief_id, client.id)
    if found is None or found.purpose is not Purpose.BELIEF:
        return False
    await _hide(tx, client, found)
    return await own_words.end(tx, belief_id, client.id, None if back else tx.now)


async def show_belief(tx: Tx, client: Person, belief_id: int, said: str) -> bool:
    """Shown to their practitioner with what they bring to the next session, in the words `said`, in place of before.

    False where it is not theirs, or the list for that session is full.
    """
    found = await belief_of(tx, client, belief_id)
    if found is None:
        return False
    await _hide(tx, client, found)
    note_id = await bring(tx, client, said, shared=True)
    await own_words.change(tx, replace(found, about_id=note_id))
    return note_id is not None


async def hide_belief(tx: Tx, client: Person, belief_id: int) -> None:
    """Not shown any more, where it was."""
    found = await belief_of(tx, client, belief_id)
    if found is not None:
        await _hide(tx, client, found)


async def is_shown(tx: Tx, client: Person, belief: OwnWords) -> bool:
    """Whether their practitioner can read it with what they bring to the next session."""
    note = await _note(tx, client, belief)
    return note is not None and note.shared


async def _note(tx: Tx, client: Person, belief: OwnWords) -> SessionNote | None:
    brought = await notes_of(tx, client, NEXT, Note.BRING)
    return next((one for one in brought if one.id == belief.about_id), None)


async def _hide(tx: Tx, client: Person, belief: OwnWords) -> None:
    note = await _note(tx, client, belief)
    if note is not None:
        await forget_note(tx, client, note.id)


async def due(tx: Tx, person: Person, ride: Ride) -> int | None:
    """The belief to look at again: two weeks after it was written and after the quit date; see `is_asked_again`."""
    if ride.day is None or ride.day < LOOK_AFTER:
        return None
    told = await tellings(tx, person.id, Card.BELIEF)
    old = ride.on - timedelta(days=LOOK_AFTER)
    ready = (one for one in await of_client(tx, person) if one.on_date is not None and one.on_date <= old)
    asked = ((one.id, Belief.of(one), [card.at for card in told if card.data["about"] == one.id]) for one in ready)
    return next((id_ for id_, belief, at in asked if belief.is_asked_again(at, tx.now)), None)
