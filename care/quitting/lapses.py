"""Smoking that a client tells of, kept as it is and never a reset, and skipping questions for tonight."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from care import craving
from care.schedule.plans import cancel_greeting, close_open, greeting_at, greeting_plan, schedule_greeting
from care.schedule.upcoming import upcoming
from db import events, quitting
from db.people import consents
from db.schedule import days, plans, prompts
from db.tx import Tx
from programme.check_in.answers import HardMoment, Mood
from programme.event import Event
from programme.people.person import HOME, Person
from programme.quitting.events import SmokedTakenBack, SmokedTold
from programme.quitting.lapses import (
    DAYS_BACK,
    MORNING,
    TAKEN_BACK_WITHIN,
    TWICE,
    Smoked,
    evening_of,
    quiet_evening_at,
    quiet_until,
)
from programme.schedule.course import WHOLE
from programme.schedule.day import ASKING
from programme.schedule.events import BackForTonight, LeftForTonight
from programme.schedule.plan import CHECK_IN
from programme.schedule.prompt import PromptState
from programme.schedule.reason_code import ReasonCode
from programme.schedule.slots import DAY

_A_MORNING = timedelta(hours=8)


@dataclass(frozen=True, slots=True)
class SmokingTold:
    """What they told of. `closed`: today's check-in was open, and now it is not asked any more.

    `known`: they had told of it a moment ago.
    """

    smoked: Smoked
    closed: bool = False
    known: bool = False


async def smoked_of(tx: Tx, person: Person, smoked_id: int | None) -> Smoked | None:
    """That smoking, where they told of it and did not take it back."""
    return await quitting.get_smoked(tx, smoked_id or 0, person.id)


async def tell_smoked(tx: Tx, person: Person, *, another: bool = False) -> SmokingTold:
    """That client (locked) smoked.

    - Before the quit date, and without one, it is an entry of a diary; from then on a lapse. Either way it is kept, and
      nothing that was counted before is taken away.
    - Told twice within two minutes is told once, unless the first was earlier, or it is said to be `another`. Before
      four at night it belongs to the day before.
    - After a lapse the open check-in is closed, in kindness, and those due that evening are not asked; a hello comes
      the next morning, or the check-in that is due by then.
    """
    recent = [one for one in await quitting.smoked_since(tx, person.id, tx.now - TWICE) if one.was_at is None]
    if recent and not another:
        return SmokingTold(recent[-1], known=True)
    zone = person.zone or HOME.zone
    day = evening_of(tx.now, zone)
    told = await quitting.add_smoked(tx, person.id, day, await attempt_on(tx, person.id, day), zone)
    await _note_told(tx, person, SmokedTold(told.id, told.local_date, told.is_lapse))
    await craving.let_go_of_question(tx, person.id, ReasonCode.SMOKED)
    return SmokingTold(told, told.is_lapse and await _begin_quiet_evening(tx, person))


async def attempt_on(tx: Tx, person_id: int, day: date) -> int | None:
    """The quit attempt that holds on that day."""
    found = await quitting.attempts_of_person(tx, person_id)
    return next((one.id for one in reversed(found) if one.holds_on(day)), None)


async def _note_told(tx: Tx, person: Person, event: Event) -> None:
    """The history tells of it only where answers are kept: the telling is the answer."""
    if (await consents.in_force(tx, person.id)).keep_answers:
        await events.add(tx, person.id, event, actor=person.id)


async def _begin_quiet_evening(tx: Tx, person: Person) -> bool:
    left = [one for one in await prompts.open_of(tx, person.id) if one.kind == CHECK_IN]
    await close_open(tx, left, PromptState.SKIPPED, ReasonCode.LAPSE)
    await schedule_lapse_follow_up(tx, person, ReasonCode.LAPSE)
    return bool(left)


async def schedule_lapse_follow_up(tx: Tx, person: Person, why: ReasonCode) -> None:
    """One word the next morning to that client (locked) whose evening is left in peace for `why`.

    What was promised for an earlier evening and would come in this one is not said; where a whole check-in is due that
    morning, it is the word. The hello at the end of a break stands.
    """
    zone = person.zone or HOME.zone
    earlier = await greeting_plan(tx, person.id)
    if (
        earlier is not None
        and earlier.rule.why != ReasonCode.PAUSE_ENDS
        and earlier.next_due_at < quiet_until(tx.now, zone)
    ):
        await cancel_greeting(tx, person.id)
    if await greeting_at(tx, person.id) is None and not await _is_asked_in_the_morning(tx, person):
        await schedule_greeting(tx, person, evening_of(tx.now, zone) + DAY, MORNING, why)


async def _is_asked_in_the_morning(tx: Tx, person: Person) -> bool:
    """Whether a whole check-in comes that morning, as it is foreseen, wherever in its window it is drawn: the morning's
    one tap is too little of a word."""
    quiet = quiet_until(tx.now, person.zone or HOME.zone)
    noon = quiet + _A_MORNING
    found = [one for one in await upcoming(tx, person) if quiet <= one.at and (one.until or one.at) <= noon]
    return any(one.kind == CHECK_IN and one.form in WHOLE and one.comes for one in found)


async def amend_smoked(
    tx: Tx,
    person: Person,
    smoked_id: int,
    *,
    moment: HardMoment | None = None,
    mood: Mood | None = None,
    days_back: int | None = None,
    amount: tuple[int, int | None] | None = None,
    was_at: datetime | None = None,
) -> Smoked | None:
    """Keep what was going on, how they felt, how many it were, or when it was: at that moment (UTC), or, where only
    the day is known, up to two days before they told. None: not theirs.
    """
    told = await quitting.get_smoked(tx, smoked_id, person.id)
    if told is None or (days_back is not None and not 0 <= days_back <= DAYS_BACK):
        return None
    after = replace(told, moment=moment or told.moment, mood=mood or told.mood)
    if amount is not None:
        after = replace(after, cigarettes_from=amount[0], cigarettes_to=amount[1])
    if days_back is not None or was_at is not None:
        day = evening_of(was_at or told.told_at, person.zone or HOME.zone) - (days_back or 0) * DAY
        after = replace(after, local_date=day, was_at=was_at, attempt_id=await attempt_on(tx, person.id, day))
    await quitting.change_smoked(tx, after)
    return after


async def take_back_smoked(tx: Tx, person: Person, smoked_id: int) -> bool:
    """It was a mistake: it goes, and with it the hello that was promised for it. False after a day, or if not theirs.

    The check-in that was closed stays closed; the person may begin one by themselves.
    """
    told = await quitting.get_smoked(tx, smoked_id, person.id)
    if told is None or tx.now > told.told_at + TAKEN_BACK_WITHIN:
        return False
    await quitting.remove_smoked(tx, smoked_id)
    await _note_told(tx, person, SmokedTakenBack(told.id, told.local_date, told.is_lapse))
    left = [one for one in await quitting.smoked_since(tx, person.id, tx.now - TAKEN_BACK_WITHIN) if one.is_lapse]
    hello = await greeting_plan(tx, person.id)
    if told.is_lapse and not left and hello is not None and hello.rule.why == ReasonCode.LAPSE:
        await cancel_greeting(tx, person.id)
    return True


async def skip_tonight(tx: Tx, person: Person) -> int | None:
    """That client (locked) leaves smoking for this evening; gives how many open check-ins were closed for it. None for
    somebody who is no client, or has a break already.

    - What is open is closed in kindness, and nothing more is asked before the night is over.
    - The next morning a hello comes, or the check-in that is due by then.
    - What they begin by themselves works as ever. It is no answer and no silence, and nobody is told.
    """
    pause = (await plans.running_pauses(tx, [person.id])).get(person.id)
    if not person.is_client or (pause is not None and pause.of_client):
        return None
    await days.begin_evening(tx, person.id)
    await _note_told(tx, person, LeftForTonight())
    left = [one for one in await prompts.open_of(tx, person.id) if one.kind in ASKING]
    await close_open(tx, left, PromptState.SKIPPED, ReasonCode.TONIGHT)
    await schedule_lapse_follow_up(tx, person, ReasonCode.TONIGHT)
    return sum(one.kind == CHECK_IN for one in left)


async def undo_skip_tonight(tx: Tx, person: Person) -> bool:
    """Tonight is as any other night; False where it was. What was closed stays closed."""
    if not await days.take_back_evening(tx, person.id):
        return False
    await _note_told(tx, person, BackForTonight())
    hello = await greeting_plan(tx, person.id)
    if hello is not None and hello.rule.why == ReasonCode.TONIGHT and await _quiet_evening_for(tx, person) is None:
        await cancel_greeting(tx, person.id)
    return True


async def reschedule_greeting(tx: Tx, person: Person) -> None:
    """That client's (locked) check-ins have changed: where this evening is left in peace, a word in the morning stays
    promised."""
    why = await _quiet_evening_for(tx, person)
    if why is not None:
        await schedule_lapse_follow_up(tx, person, why)


async def is_tonight_skipped(tx: Tx, person: Person) -> bool:
    """Whether this is such an evening."""
    return await _quiet_evening_for(tx, person, ReasonCode.TONIGHT) is not None


async def _quiet_evening_for(tx: Tx, person: Person, *whys: ReasonCode) -> ReasonCode | None:
    """Why nothing comes unasked just now, of these reasons or of any."""
    own = (await days.evenings_of_people(tx, [person.id], tx.now - 2 * DAY)).get(person.id, [])
    return quiet_evening_at(tx.now, [one for one in own if not whys or one.why in whys], person.zone or HOME.zone)
