"""How it went 4, 12, 26 and 52 weeks after the quit date: asked up to three times each, and kept as it was said."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from care.schedule import closing
from care.schedule.course import evening_of
from care.schedule.plans import end_plans, set_plan
from db import events, quitting
from db.people import consents
from db.schedule import plans, prompts
from db.tx import Tx
from programme.check_in.closing_card import CardContext
from programme.people.person import HOME, Person, today_of
from programme.quitting.attempts import Attempt
from programme.quitting.events import OutcomeTold
from programme.quitting.follow_ups import (
    DAYS,
    RANGES,
    OutcomeAnswer,
    asked_at,
    asked_till,
    milestone_of,
    over_by,
    without_follow_ups,
)
from programme.schedule.kinds import rule_of
from programme.schedule.plan import NEVER, OUTCOME, Plan, Rule
from programme.schedule.prompt import Prompt, PromptState
from programme.schedule.reason_code import ReasonCode
from programme.schedule.slots import DAY


async def schedule_outcomes(tx: Tx, person: Person) -> Plan | None:
    """Ask that client (locked) how it went, so long after the quit date that holds; gives the plan.

    - Only of somebody who agreed to be written to, and to their answers being kept: what is wiped is no outcome.
    - What was answered of this attempt is not asked again.
    - None, and nothing is asked any more, without a quit date, or once all of it is over.
    """
    attempt = await quitting.current_attempt(tx, person.id)
    choices = await consents.in_force(tx, person.id)
    if attempt is None or not choices.check_in or not choices.keep_answers:
        await cancel_outcomes(tx, person.id)
        return None
    rule = rule_of(OUTCOME, asked_at(await evening_of(tx, person.id)), on=attempt.quit_on, days=DAYS)
    for said in await quitting.outcomes_of_attempt(tx, attempt.id):
        rule = without_follow_ups(rule, said.milestone)
    return await _put(tx, person, rule)


async def asks_next(tx: Tx, person: Person) -> int | None:
    """The milestone that this person is asked about next by itself; None where nothing is asked any more."""
    plan = next((one for one in await plans.of_person(tx, person.id) if one.kind == OUTCOME), None)
    if plan is None or plan.rule.on is None or plan.next_due_at == NEVER:
        return None
    if OUTCOME in await consents.stopped_kinds(tx, person.id):
        return None
    on = plan.next_due_at.astimezone(ZoneInfo(plan.zone)).date()
    return milestone_of((on - plan.rule.on).days)


async def cancel_outcomes(tx: Tx, person_id: int) -> None:
    """There is nothing to ask about any more."""
    await end_plans(tx, person_id, {OUTCOME})


async def _put(tx: Tx, person: Person, rule: Rule) -> Plan | None:
    zone = person.zone or HOME.zone
    if rule.due_after(tx.now, zone) == NEVER:
        await cancel_outcomes(tx, person.id)
        return None
    return await set_plan(tx, person.id, OUTCOME, rule, zone)


async def asked_about(tx: Tx, person: Person, prompt: Prompt) -> tuple[Attempt, int] | None:
    """The attempt and the milestone that this question is about; None where that attempt goes on no more."""
    attempt = await quitting.current_attempt(tx, person.id)
    if attempt is None:
        return None
    day = attempt.day_number(prompt.local_date)
    milestone = milestone_of(day)
    return (attempt, milestone) if milestone is not None and day in DAYS else None


@dataclass(frozen=True, slots=True)
class OutcomeQuestion:
    """Which try and milestone a question is about, what they said to it, and the last day it is about."""

    attempt: Attempt
    milestone: int
    said: OutcomeAnswer | None
    last: date | None


async def question_of(tx: Tx, person: Person, prompt: Prompt) -> OutcomeQuestion | None:
    """What this question of theirs is about (see `asked_about`); not what a practitioner heard."""
    about = await asked_about(tx, person, prompt)
    if about is None:
        return None
    attempt, milestone = about
    told = await quitting.outcomes_of_attempt(tx, attempt.id)
    said = next((one for one in told if one.milestone == milestone), None)
    last = over_by(attempt.quit_on, milestone, today_of(tx.now, person), said)
    return OutcomeQuestion(attempt, milestone, said, last)


async def answer_outcome(tx: Tx, person: Person, prompt_id: int, code: str) -> OutcomeAnswer | None:
    """Keep what that client (locked) says they smoked since day 15, as a code of RANGES; a second answer corrects it.

    - Nothing is asked of that milestone any more.
    - A question that closed still takes it, until the next milestone is asked about.
    - A correction is about the days that the first answer was about, and keeps its day.
    - None where it is not theirs, not such a code, or about a try at stopping that is over.
    """
    prompt = await closing.own_prompt(tx, person, prompt_id, {OUTCOME})
    about = await asked_about(tx, person, prompt) if prompt else None
    if prompt is None or about is None or code not in RANGES:
        return None
    if not (await consents.in_force(tx, person.id)).keep_answers or _is_over(tx.now, person, *about):
        return None
    attempt, milestone = about
    on, last = await _days_of(tx, person, attempt, milestone)
    said = OutcomeAnswer(attempt.id, milestone, tx.now, *RANGES[code], code, on, last)
    await quitting.put_outcome(tx, person.id, said)
    await events.add(
        tx, person.id, OutcomeTold(attempt=attempt.id, milestone=milestone, value=code, on=on), actor=person.id
    )
    await closing.answer_prompt(tx, prompt)
    await _ask_no_more(tx, person, milestone)
    return said


async def _days_of(tx: Tx, person: Person, attempt: Attempt, milestone: int) -> tuple[date, date]:
    """The local day on which that answer is first told, and the last of the days that it is about."""
    told = await quitting.outcomes_of_attempt(tx, attempt.id)
    before = next((one for one in told if one.milestone == milestone), None)
    today = today_of(tx.now, person)
    if before is None or before.is_not_said:
        return today, asked_till(attempt.quit_on, milestone, today)
    return before.told_on, before.last_on


async def is_left_open(tx: Tx, person: Person, context: CardContext) -> int | None:
    """The question about how it went that made way for this check-in, was left out for it, or never came, by its id;
    see care.check_in.closing_card."""
    if context.day not in DAYS:
        return None
    asked = await prompts.of_person(tx, person.id, tx.now - 2 * DAY, kind=OUTCOME)
    return next((one.id for one in asked if one.local_date == context.on and _is_left(one)), None)


def _is_left(prompt: Prompt) -> bool:
    rides = prompt.state is PromptState.SKIPPED and prompt.reason == ReasonCode.CARD
    made_way = prompt.state in (PromptState.REPLACED, PromptState.MISSED_BY_US)
    return prompt.answered_at is None and (rides or made_way)


def _is_over(now: datetime, person: Person, attempt: Attempt, milestone: int) -> bool:
    return (milestone_of(attempt.day_number(today_of(now, person))) or 0) > milestone


async def _ask_no_more(tx: Tx, person: Person, milestone: int) -> None:
    plan = next((one for one in await plans.of_person(tx, person.id) if one.kind == OUTCOME), None)
    if plan is not None:
        await _put(tx, person, without_follow_ups(plan.rule, milestone))
