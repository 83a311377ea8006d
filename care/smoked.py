""" "I smoked": kept as it is, never a reset. After a lapse nothing comes unasked before the next morning."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from care import craving
from care.coming import coming
from care.hello import BACK, LAPSE, hello_plan, no_hello, promised, say_hello_at
from care.plans import close_open
from db import attempts, consents, events, prompts, smoked
from db.tx import Tx
from programme.check_in import HardMoment, Mood
from programme.course import WHOLE
from programme.occurrence import DAY
from programme.people import Person
from programme.places import HOME
from programme.plan import CHECK_IN
from programme.prompt import PromptState
from programme.smoking import DAYS_BACK, MORNING, TAKEN_BACK_WITHIN, TWICE, Smoked, evening_of, quiet_until

_A_MORNING = timedelta(hours=8)


@dataclass(frozen=True, slots=True)
class Told:
    """What they told of. `closed`: today's check-in was open, and now it is not asked any more.

    `known`: they had told of it a moment ago.
    """

    smoked: Smoked
    closed: bool = False
    known: bool = False


async def tell_smoked(tx: Tx, person: Person, *, another: bool = False) -> Told:
    """That client (locked) smoked.

    - Before the quit date, and without one, it is an entry of a diary; from then on a lapse. Either way it is kept, and
      nothing that was counted before is taken away.
    - Told twice within two minutes is told once, unless the first was earlier, or it is said to be `another`. Before
      four at night it belongs to the day before.
    - After a lapse the open check-in is closed, in kindness, and those due that evening are not asked; a hello comes
      the next morning, or the check-in that is due by then.
    """
    recent = [one for one in await smoked.since(tx, person.id, tx.now - TWICE) if one.was_at is None]
    if recent and not another:
        return Told(recent[-1], known=True)
    zone = person.zone or HOME.zone
    day = evening_of(tx.now, zone)
    told = await smoked.add(tx, person.id, day, await attempt_on(tx, person.id, day), zone)
    await _note(tx, person, "SmokedTold", told)
    await craving.let_go(tx, person.id, "smoked")
    return Told(told, told.is_lapse and await _leave_in_peace(tx, person))


async def attempt_on(tx: Tx, person_id: int, day: date) -> int | None:
    """The quit attempt that holds on that day."""
    found = await attempts.of_person(tx, person_id)
    return next((one.id for one in reversed(found) if one.holds_on(day)), None)


async def _note(tx: Tx, person: Person, kind: str, told: Smoked) -> None:
    """The history tells of it only where answers are kept: the telling is the answer."""
    if (await consents.in_force(tx, person.id)).keep_answers:
        data = {"smoked": told.id, "local_date": told.local_date.isoformat(), "lapse": told.is_lapse}
        await events.add(tx, kind, person.id, person.id, data)


async def _leave_in_peace(tx: Tx, person: Person) -> bool:
    left = [one for one in await prompts.open_of(tx, person.id) if one.kind == CHECK_IN]
    await close_open(tx, left, PromptState.SKIPPED, LAPSE)
    await promise_a_word(tx, person, LAPSE)
    return bool(left)


async def promise_a_word(tx: Tx, person: Person, why: str) -> None:
    """One word the next morning to that client (locked) whose evening is left in peace for `why`.

    What was promised for an earlier evening and would come in this one is not said; where a whole check-in is due that
    morning, it is the word. The hello at the end of a break stands.
    """
    zone = person.zone or HOME.zone
    earlier = await hello_plan(tx, person.id)
    if earlier is not None and earlier.rule.why != BACK and earlier.next_due_at < quiet_until(tx.now, zone):
        await no_hello(tx, person.id)
    if await promised(tx, person.id) is None and not await _is_asked_in_the_morning(tx, person):
        await say_hello_at(tx, person, evening_of(tx.now, zone) + DAY, MORNING, why)


async def _is_asked_in_the_morning(tx: Tx, person: Person) -> bool:
    """Whether a whole check-in comes that morning, as it is foreseen, wherever in its window it is drawn: the morning's
    one tap is too little of a word."""
    quiet = quiet_until(tx.now, person.zone or HOME.zone)
    noon = quiet + _A_MORNING
    found = [one for one in await coming(tx, person) if quiet <= one.at and (one.until or one.at) <= noon]
    return any(one.kind == CHECK_IN and one.form in WHOLE and one.comes for one in found)


async def amend(
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
    """Keep what was going on, how they felt, how many it were, or when it was: at that moment (UTC), or, where the day
    alone is known, up to two days before they told. None: not theirs.
    """
    told = await smoked.get(tx, smoked_id, person.id)
    if told is None or (days_back is not None and not 0 <= days_back <= DAYS_BACK):
        return None
    after = replace(told, moment=moment or told.moment, mood=mood or told.mood)
    if amount is not None:
        after = replace(after, cigarettes_from=amount[0], cigarettes_to=amount[1])
    if days_back is not None or was_at is not None:
        day = evening_of(was_at or told.told_at, person.zone or HOME.zone) - (days_back or 0) * DAY
        after = replace(after, local_date=day, was_at=was_at, attempt_id=await attempt_on(tx, person.id, day))
    await smoked.change(tx, after)
    return after


async def take_back(tx: Tx, person: Person, smoked_id: int) -> bool:
    """It was a mistake: it goes, and with it the hello that was promised for it. False after a day, or if not theirs.

    The check-in that was closed stays closed; the person may begin one by themselves.
    """
    told = await smoked.get(tx, smoked_id, person.id)
    if told is None or tx.now > told.told_at + TAKEN_BACK_WITHIN:
        return False
    await smoked.remove(tx, smoked_id)
    await _note(tx, person, "SmokedTakenBack", told)
    left = [one for one in await smoked.since(tx, person.id, tx.now - TAKEN_BACK_WITHIN) if one.is_lapse]
    hello = await hello_plan(tx, person.id)
    if told.is_lapse and not left and hello is not None and hello.rule.why == LAPSE:
        await no_hello(tx, person.id)
    return True
