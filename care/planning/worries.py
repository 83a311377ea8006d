"""Notes that a client types, and what they fear will happen if they stop."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from care.check_in.cards_shown import cards_shown
from care.practice.sessions import forget_session_note, next_session_on, notes_of
from db import events, planning
from db.people import consents
from db.practice import sessions
from db.tx import Tx
from programme.check_in.closing_card import Card, CardContext
from programme.people.person import Person, today_of
from programme.planning.events import BeliefKept, BeliefRated
from programme.planning.reasons import BELIEF_LOOK_AFTER, Belief, BeliefTopic, OwnWords, Purpose
from programme.practice.events import NoteForgotten, NoteKept, SessionNoteKept
from programme.practice.sessions import NEXT, Note, SessionNote
from programme.toolkit.items import clean_words

MOST_WORDS: Final = 4096  # characters: a whole message of Telegram's
MOST_PARKED: Final = 12  # for one session: more is a list that nobody gets through, and no screen holds


async def keep_note(tx: Tx, client: Person, text: str) -> int | None:
    """Keep these words, sealed, for that client (locked) only; gives their id.

    None where there are none, or answers are not to be kept.
    """
    words = text.strip()[:MOST_WORDS]
    if not words or not client.is_client or not (await consents.in_force(tx, client.id)).keep_answers:
        return None
    await events.add(tx, client.id, NoteKept(), actor=client.id)
    return await planning.add_own_words(tx, client.id, Purpose.NOTE, words)


async def note_of(tx: Tx, client: Person, note_id: int) -> OwnWords | None:
    """That note, where it is theirs and still there."""
    found = await planning.get_own_words(tx, note_id, client.id)
    return found if found is not None and found.purpose is Purpose.NOTE else None


async def notes_kept(tx: Tx, client: Person) -> Sequence[OwnWords]:
    """Their notes to themselves, oldest first."""
    return await planning.own_words_of_person(tx, client.id, {Purpose.NOTE})


async def park_note(tx: Tx, client: Person, note_id: int) -> bool:
    """Bring that note to the next session: it stands with what they bring, and is shown where they share that.

    False where it is not there any more, or the list for that session is full.
    """
    found = await note_of(tx, client, note_id)
    if found is None or await bring_to_session(tx, client, found.words) is None:
        return False
    return await planning.remove_own_words(tx, note_id, client.id)


async def bring_to_session(tx: Tx, client: Person, words: str, *, shared: bool = False) -> int | None:
    """Put these words with what that client brings to the next session; gives their id, None where the list is full.

    `shared`: shown to their practitioner from now on.
    """
    on = await next_session_on(tx, client)
    if len(await sessions.notes_of_session(tx, client.id, on, Note.BRING)) >= MOST_PARKED:
        return None
    note_id = await sessions.put_note(tx, client.id, on, Note.BRING, words, shared=shared)
    await events.add(tx, client.id, SessionNoteKept(Note.BRING), actor=client.id)
    return note_id


async def forget_note(tx: Tx, client: Person, note_id: int) -> bool:
    """That note goes for good; False where it is not theirs."""
    if await note_of(tx, client, note_id) is None or not await planning.remove_own_words(tx, note_id, client.id):
        return False
    await events.add(tx, client.id, NoteForgotten(), actor=client.id)
    return True


MOST: Final = 10


async def write_belief(tx: Tx, client: Person, text: str, about: BeliefTopic = BeliefTopic.OWN) -> int | None:
    """Keep what that client (locked) fears, sealed; gives its id.

    None where there are no words in it, answers are not to be kept, or there are MOST now.
    """
    words = clean_words(text)
    if words is None or not client.is_client or not (await consents.in_force(tx, client.id)).keep_answers:
        return None
    if len(await beliefs_of_client(tx, client)) >= MOST:
        return None
    on, code = today_of(tx.now, client), Belief(about).code
    await events.add(tx, client.id, BeliefKept(), actor=client.id)
    return await planning.add_own_words(tx, client.id, Purpose.BELIEF, words, on_date=on, code=code)


async def beliefs_of_client(tx: Tx, client: Person) -> Sequence[OwnWords]:
    """All of theirs, oldest first."""
    return await planning.own_words_of_person(tx, client.id, {Purpose.BELIEF})


async def belief_of(tx: Tx, client: Person, belief_id: int) -> OwnWords | None:
    """That one, where it is theirs and not taken off the list."""
    found = await planning.get_own_words(tx, belief_id, client.id)
    return found if found is not None and found.purpose is Purpose.BELIEF and not found.ended else None


async def rate_belief(tx: Tx, client: Person, belief_id: int, sure: int, *, again: bool) -> OwnWords | None:
    """How sure they are now, 0..5; `again`: some time after they first said so.

    None where it is not theirs, or answers are not to be kept.
    """
    found = await belief_of(tx, client, belief_id)
    if found is None or not (await consents.in_force(tx, client.id)).keep_answers:
        return None
    after = replace(found, code=Belief.of(found).rated(sure, again=again).code)
    await planning.change_own_words(tx, after)
    await events.add(tx, client.id, BeliefRated(), actor=client.id)
    return after


async def take_off_belief(tx: Tx, client: Person, belief_id: int, *, back: bool = False) -> bool:
    """Off the list, where nobody is shown it any more, or back on it; False where it is not theirs."""
    found = await planning.get_own_words(tx, belief_id, client.id)
    if found is None or found.purpose is not Purpose.BELIEF:
        return False
    await _hide(tx, client, found)
    return await planning.end_own_words(tx, belief_id, client.id, None if back else tx.now)


async def show_belief(tx: Tx, client: Person, belief_id: int, said: str) -> bool:
    """Shown to their practitioner with what they bring to the next session, in the words `said`, in place of before.

    False where it is not theirs, or the list for that session is full.
    """
    found = await belief_of(tx, client, belief_id)
    if found is None:
        return False
    await _hide(tx, client, found)
    note_id = await bring_to_session(tx, client, said, shared=True)
    await planning.change_own_words(tx, replace(found, about_id=note_id))
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
        await forget_session_note(tx, client, note.id)


async def belief_due(tx: Tx, person: Person, context: CardContext) -> int | None:
    """The belief to look at again: two weeks after it was written and after the quit date; see `is_asked_again`."""
    if context.day is None or context.day < BELIEF_LOOK_AFTER:
        return None
    told = await cards_shown(tx, person.id, Card.BELIEF)
    old = context.on - timedelta(days=BELIEF_LOOK_AFTER)
    ready = (one for one in await beliefs_of_client(tx, person) if one.on_date is not None and one.on_date <= old)
    asked = ((one.id, Belief.of(one), [card.at for card in told if card.event.about == one.id]) for one in ready)
    return next((id_ for id_, belief, at in asked if belief.is_asked_again(at, tx.now)), None)
