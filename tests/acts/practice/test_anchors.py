"""Sessions, outcomes and "not now" as acts: whose they are, what is kept, and what ends with a yes taken back."""

from datetime import date, time

from care.people.consent import set_consent
from care.people.joining import set_place, set_time
from care.practice import sessions
from care.practice.sessions import SessionResult
from care.quitting import outcomes
from care.quitting.dates import set_quit_date, unset_quit_date
from care.schedule import pause
from care.schedule.course import check_in_plan
from db import quitting as kept
from db.practice import sessions as db_sessions
from db.schedule import plans
from db.tables import outcomes as outcomes_table
from db.tables import session_notes as notes_table
from programme.people.consent import ConsentItem
from programme.people.person import Person, Place
from programme.practice.sessions import Note
from programme.schedule.plan import OUTCOME, SESSION_AFTER, SESSION_BEFORE, TIMING
from programme.schedule.prompt import Prompt, PromptState
from tests.acts.town import Town, utc

NOON = "2026-11-20T12:00"
STOPPED = date(2026, 11, 6)
FOUR_WEEKS = "2026-12-04T10:00"
SESSION = utc("2026-11-25T11:00")


async def kinds(town: Town, person: Person) -> dict[str, str]:
    """When each kind that they have is due next."""
    found = await town.ask(plans.of_person, person.id)
    return {plan.kind: f"{plan.next_due_at:%m-%dT%H:%M}" for plan in found}


async def asked_how_it_went(town: Town, person: Person) -> Prompt:
    """The question of four weeks, open."""
    await town.do(set_quit_date, NOON, person, STOPPED)
    while (await town.open_due(FOUR_WEEKS)).more:
        pass
    return next(one for one in await town.prompts(person) if one.kind == OUTCOME and one.state is PromptState.OPEN)


async def test_an_outcome_is_kept_as_it_was_said(town: Town) -> None:
    """A range, once; a second answer corrects it, and what would follow is dropped."""
    sam = await town.client()
    prompt = await asked_how_it_went(town, sam)
    assert prompt.form == "28"
    assert (await kinds(town, sam))[OUTCOME] == "12-07T10:00"
    assert await town.do(outcomes.answer_outcome, FOUR_WEEKS, sam, prompt.id, "1-5")
    said = await town.do(outcomes.answer_outcome, FOUR_WEEKS, sam, prompt.id, "0")
    assert said is not None
    assert list(await town.ask(kept.outcomes_of_attempt, said.attempt_id)) == [said]
    assert (said.milestone, said.smoked_from, said.smoked_to) == (28, 0, 0)
    assert (await town.prompt(prompt)).state is PromptState.DONE
    assert (await kinds(town, sam))[OUTCOME] == "01-29T10:00"


async def test_a_forged_answer_is_none(town: Town) -> None:
    """Another's question, another code, another attempt: nothing is kept."""
    sam, kim = await town.client(1), await town.client(2)
    prompt = await asked_how_it_went(town, sam)
    assert await town.do(outcomes.answer_outcome, FOUR_WEEKS, kim, prompt.id, "0") is None
    assert await town.do(outcomes.answer_outcome, FOUR_WEEKS, sam, prompt.id, "2") is None
    await town.do(unset_quit_date, FOUR_WEEKS, sam)
    assert await town.do(outcomes.answer_outcome, FOUR_WEEKS, sam, prompt.id, "0") is None
    assert OUTCOME not in await kinds(town, sam)
    assert await town.count(outcomes_table) == 0


async def test_who_keeps_no_answers_is_not_asked_how_it_went(town: Town) -> None:
    """Taking that yes back ends the questions and forgets what was said; giving it brings them back."""
    sam = await town.client()
    prompt = await asked_how_it_went(town, sam)
    await town.do(outcomes.answer_outcome, FOUR_WEEKS, sam, prompt.id, "0")
    await town.do(set_consent, FOUR_WEEKS, sam, ConsentItem.KEEP_ANSWERS, False)
    assert OUTCOME not in await kinds(town, sam)
    assert await town.count(outcomes_table) == 0
    assert await town.events(sam, "OutcomeTold") == []
    await town.do(set_consent, FOUR_WEEKS, sam, ConsentItem.KEEP_ANSWERS, True)
    assert (await kinds(town, sam))[OUTCOME] == "12-07T10:00"


async def test_a_session_brings_its_two_words(town: Town) -> None:
    """The evening before and the one after, at the time of the check-in; both follow when that moves, or the zone."""
    sam = await town.client()
    assert await town.do(sessions.set_session, NOON, sam, sam.id, SESSION) is SessionResult.DONE
    found = await kinds(town, sam)
    assert (found[SESSION_BEFORE], found[SESSION_AFTER]) == ("11-24T18:30", "11-25T18:30")
    await town.do(set_time, NOON, sam, time(20))
    found = await kinds(town, sam)
    assert (found[SESSION_BEFORE], found[SESSION_AFTER]) == ("11-24T20:00", "11-25T20:00")
    await town.do(set_place, NOON, sam, Place("NZ", "Pacific/Auckland"))
    found = await kinds(town, sam)
    assert (found[SESSION_BEFORE], found[SESSION_AFTER]) == ("11-25T07:00", "11-26T07:00")
    assert await town.do(sessions.clear_session, NOON, sam, sam.id)
    assert not {SESSION_BEFORE, SESSION_AFTER} & (await kinds(town, sam)).keys()


async def test_no_word_comes_to_whoever_wants_none(town: Town) -> None:
    """Without check-ins a session is known, and nothing is said about it."""
    sam = await town.client(agrees=frozenset({ConsentItem.KEEP_ANSWERS}), at=None)
    assert await town.do(sessions.set_session, NOON, sam, sam.id, SESSION) is SessionResult.DONE
    assert await kinds(town, sam) == {}


async def test_a_note_is_shown_to_nobody_by_itself(town: Town) -> None:
    """Kept sealed, shared by a tap and taken back by another; with the yes to keeping goes what was kept."""
    sam = await town.client()
    day = SESSION.date()
    assert await town.do(sessions.write_note, NOON, sam, day, Note.BRING, "  Nights.  ")
    assert not await town.do(sessions.write_note, NOON, sam, day, Note.BRING, "   ")
    assert not await town.ask(db_sessions.notes_shared_since, [sam.id], day)
    assert await town.do(sessions.share_note, NOON, sam, day, shared=True)
    (note,) = (await town.ask(db_sessions.notes_shared_since, [sam.id], day))[sam.id]
    assert (note.words, note.shared) == ("Nights.", True)
    assert await town.do(sessions.share_note, NOON, sam, day, shared=False)
    assert not await town.ask(db_sessions.notes_shared_since, [sam.id], day)
    await town.do(set_consent, NOON, sam, ConsentItem.KEEP_ANSWERS, False)
    assert await town.count(notes_table) == 0
    assert not await town.do(sessions.write_note, NOON, sam, day, Note.BRING, "Nights.")


async def test_not_now_leaves_one_question(town: Town) -> None:
    """Check-ins and words about sessions end; the way back restores them as they were, a level picked included."""
    sam = await town.client()
    await town.do(sessions.set_session, NOON, sam, sam.id, SESSION)
    before = await town.ask(check_in_plan, sam.id)
    assert await town.do(pause.not_now, NOON, sam)
    assert await kinds(town, sam) == {TIMING: "12-04T18:30"}
    assert await town.ask(pause.is_not_now, sam)
    assert not await town.do(pause.not_now, NOON, sam)
    back = await town.do(pause.now_is_good, NOON, sam)
    assert back is not None
    assert before is not None
    assert back.rule == before.rule
    assert (await kinds(town, sam)).keys() == {"check_in", SESSION_BEFORE, SESSION_AFTER}
    assert not await town.ask(pause.is_not_now, sam)


async def test_not_now_is_not_for_somebody_with_a_quit_date(town: Town) -> None:
    """The day is taken away first; and nobody who never had check-ins says it."""
    sam, kim = await town.client(1), await town.client(2, at=None)
    await town.do(set_quit_date, NOON, sam, date(2026, 11, 25))
    assert not await town.do(pause.not_now, NOON, sam)
    assert not await town.do(pause.not_now, NOON, kim)
    assert not await town.ask(pause.is_not_now, kim)
