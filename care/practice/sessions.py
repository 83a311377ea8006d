"""The next session of a client, as they or their practitioner enter it, and the two words that come with it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from care.practice.clients import unshow_of
from care.schedule import closing
from care.schedule.course import check_in_plan, evening_of
from care.schedule.plans import end_plans, set_plan
from db import events, quitting
from db.people import accounts, clients, consents
from db.practice import sessions
from db.schedule import plans, prompts
from db.tx import Tx
from programme.people.person import HOME, Person, today_of
from programme.practice.events import (
    SessionCleared,
    SessionNoteForgotten,
    SessionNoteKept,
    SessionNoteShared,
    SessionNoteUnshared,
    SessionSet,
)
from programme.practice.sessions import NEXT, Note, SessionNote, word_after, word_before
from programme.schedule.kinds import rule_of
from programme.schedule.plan import NEVER, SESSION_AFTER, SESSION_BEFORE, Rule
from programme.schedule.prompt import PromptState
from programme.schedule.reason_code import ReasonCode
from programme.schedule.slots import DAY
from programme.toolkit.items import clean_words

LATEST: Final = timedelta(days=366)
KINDS_OF: Final = {Note.BRING: SESSION_BEFORE, Note.AGREED: SESSION_AFTER}


class SessionResult(StrEnum):
    """What became of entering a session."""

    DONE = "done"
    OVER = "over"  # that moment has passed, or is more than a year away
    NOT_THEIRS = "not_theirs"


async def set_session(tx: Tx, actor: Person, client_id: int, at: datetime) -> SessionResult:
    """That client's next session is then (UTC), in place of what was entered before.

    - The client enters it, or their practitioner; the newest entry holds.
    - What they want to bring goes with it.
    - A word comes the evening before, and one after it, to a client whose check-ins are on.
    """
    if not await may_set(tx, actor, client_id):
        return SessionResult.NOT_THEIRS
    if not tx.now < at <= tx.now + LATEST:
        return SessionResult.OVER
    await accounts.lock(tx, [actor.id, client_id])
    client = await accounts.get(tx, client_id)
    over = await sessions.last(tx, client_id)
    is_over = over is not None and over <= tx.now
    await sessions.put(tx, client_id, at, actor.id)
    await events.add(tx, client_id, SessionSet(at), actor=actor.id)
    if client is not None:
        since = today_of(tx.now, client) + (DAY if is_over else timedelta())
        await sessions.carry_notes(tx, client_id, since, today_of(at, client))
        await schedule_session(tx, client, actor_id=actor.id, over=is_over)
    return SessionResult.DONE


async def clear_session(tx: Tx, actor: Person, client_id: int) -> bool:
    """No next session is known; False where none was entered, or it is not theirs to say."""
    if not await may_set(tx, actor, client_id):
        return False
    await accounts.lock(tx, [actor.id, client_id])
    client = await accounts.get(tx, client_id)
    return client is not None and await drop_session(tx, client, actor.id)


async def drop_session(tx: Tx, client: Person, actor_id: int | None = None) -> bool:
    """The next session of that client (locked) is not known any more; False where none was entered.

    What they want to bring waits for the one that is entered next.
    """
    if not await sessions.remove(tx, client.id):
        return False
    await sessions.carry_notes(tx, client.id, today_of(tx.now, client), NEXT)
    await events.add(tx, client.id, SessionCleared(), actor=actor_id)
    await end_plans(tx, client.id, set(KINDS_OF.values()))
    return True


async def may_set(tx: Tx, actor: Person, client_id: int) -> bool:
    """Whether it is theirs to say when that client's session is: their own, or that of their client."""
    if actor.id == client_id:
        return actor.is_client
    return actor.is_practitioner and await clients.is_with(tx, client_id, actor.id)


async def client_to_set(tx: Tx, actor: Person, client_id: int | None) -> Person | None:
    """The client whose session it is theirs to enter (see `may_set`); None for anybody else."""
    return await accounts.get(tx, client_id or 0) if await may_set(tx, actor, client_id or 0) else None


async def next_session(tx: Tx, client_id: int) -> datetime | None:
    """Their next session (UTC); None where none is known, or it is over."""
    return (await sessions.upcoming(tx, [client_id])).get(client_id)


async def session_on(tx: Tx, client: Person, on: date) -> datetime | None:
    """The session that was entered last (UTC), over or not, where it is of that date of theirs."""
    at = await sessions.last(tx, client.id)
    return at if at is not None and today_of(at, client) == on else None


async def is_first_session(tx: Tx, client: Person, on: date) -> bool:
    """Whether the session of that date is their first here, of somebody who never had a quit date."""
    joined = await clients.get(tx, client.id)
    if joined is None or await quitting.attempts_of_person(tx, client.id):
        return False
    after = await prompts.of_person(tx, client.id, joined.joined_at, kind=SESSION_AFTER)
    return all(one.local_date >= on for one in after)


async def schedule_session(tx: Tx, client: Person, *, actor_id: int | None = None, over: bool = False) -> None:
    """Write to that client (locked) about the session that is known, at the evening that they picked.

    Nothing is promised to somebody whose check-ins are off. `over`: the session before it is over, and the word after
    that one may still come.
    """
    at = await next_session(tx, client.id)
    agreed = (await consents.in_force(tx, client.id)).check_in and await check_in_plan(tx, client.id) is not None
    if at is None or not agreed:
        if at is not None:
            await end_plans(tx, client.id, set(KINDS_OF.values()))
        return
    zone, evening = client.zone or HOME.zone, await evening_of(tx, client.id)
    on, wall = word_before(at, evening, zone)
    await _put(tx, client, SESSION_BEFORE, rule_of(SESSION_BEFORE, wall, on=on), actor_id)
    on, wall = word_after(at, evening, zone)
    rule = rule_of(SESSION_AFTER, wall, on=on)
    if over:
        rule = await _with_the_last(tx, client.id, rule)
    await _put(tx, client, SESSION_AFTER, rule, actor_id)


async def _with_the_last(tx: Tx, client_id: int, rule: Rule) -> Rule:
    """The word after a session that is over comes as well, where it has not come yet; the later of both times."""
    last = next((plan for plan in await plans.of_person(tx, client_id) if plan.kind == SESSION_AFTER), None)
    if last is None or last.next_due_at == NEVER or last.rule.on is None or rule.on is None:
        return rule
    first = last.rule.on + timedelta(max(last.rule.days))
    if first >= rule.on:
        return rule
    times = (max(*last.rule.times, *rule.times),)
    return replace(rule, times=times, on=first, days=(0, (rule.on - first).days))


async def _put(tx: Tx, client: Person, kind: str, rule: Rule, actor_id: int | None) -> None:
    zone = client.zone or HOME.zone
    if rule.due_after(tx.now, zone) == NEVER:
        await end_plans(tx, client.id, {kind})
    else:
        await set_plan(tx, client.id, kind, rule, zone, actor_id=actor_id)


async def write_note(tx: Tx, client: Person, session_on: date, note: Note, text: str) -> bool:
    """Keep what that client (locked) wants to bring, or what was agreed, sealed; nobody is shown it by that.

    False where there are no words in it, or answers are not to be kept.
    """
    words = clean_words(text)
    if words is None or not client.is_client or not (await consents.in_force(tx, client.id)).keep_answers:
        return False
    on = await on_date(tx, client, session_on)
    await sessions.put_note(tx, client.id, on, note, words)
    await events.add(tx, client.id, SessionNoteKept(note), actor=client.id)
    asked = await closing.open_prompt_of(tx, client, KINDS_OF[note])
    if asked is not None:
        await closing.answer_prompt(tx, asked)
    return True


async def notes_of(tx: Tx, client: Person, session_on: date, note: Note) -> Sequence[SessionNote]:
    """What they wrote about that session, oldest first."""
    return await sessions.notes_of_session(tx, client.id, await on_date(tx, client, session_on), note)


async def forget_session_note(tx: Tx, client: Person, note_id: int) -> bool:
    """These words about a session go for good; False where they are not theirs."""
    was_shown = await sessions.is_note_shared(tx, client.id, note_id)
    if not await sessions.remove_note(tx, client.id, note_id):
        return False
    await events.add(tx, client.id, SessionNoteForgotten(), actor=client.id)
    if was_shown:
        await unshow_of(tx, client.id)
    return True


async def share_note(tx: Tx, client: Person, session_on: date, *, shared: bool) -> bool:
    """Show the practitioner what that client wants to bring, or no more; False where there is nothing."""
    if not await sessions.share_notes(tx, client.id, await on_date(tx, client, session_on), shared=shared):
        return False
    await events.add(tx, client.id, (SessionNoteShared if shared else SessionNoteUnshared)(), actor=client.id)
    if not shared:
        await unshow_of(tx, client.id)
    return True


async def nothing_to_say(tx: Tx, client: Person, prompt_id: int) -> bool:
    """Nothing to bring, or to write down; False where it is not theirs, or is over."""
    asked = await closing.own_prompt(tx, client, prompt_id, set(KINDS_OF.values()))
    if asked is None or not asked.is_open:
        return False
    await closing.answer_prompt(tx, asked, PromptState.SKIPPED, ReasonCode.NOTHING)
    return True


async def next_session_on(tx: Tx, client: Person) -> date:
    """The local date of their next session; NEXT where none is known."""
    at = await next_session(tx, client.id)
    return NEXT if at is None else today_of(at, client)


async def on_date(tx: Tx, client: Person, session_on: date) -> date:
    """That date; of NEXT, the one that it stands for now."""
    return await next_session_on(tx, client) if session_on == NEXT else session_on
