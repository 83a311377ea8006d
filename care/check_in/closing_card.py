"""What stands in the closing words of a check-in: a session's question, or one card, chosen when it ends."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Final

from care.check_in.cards_shown import cards_shown
from care.measures.due import aids_due, caffeine_due, easier_due, hsi_due, medicine_due, mpss_due, same_day_due
from care.planning import worries
from care.planning.goals import goal_due, problem_due
from care.planning.occasions import occasion_after_due, occasion_due
from care.quitting import outcomes
from care.quitting.preparing import prepare_due
from care.safety.plan import safety_due
from care.schedule import change_slot
from care.toolkit import keeps_words
from db import check_in, craving, events, measures, quitting
from db.people import accounts, consents
from db.schedule import plans, prompts
from db.tx import Tx
from programme.check_in.answers import CheckIn, Question
from programme.check_in.closing_card import OF_ITS_DAY, Card, CardContext, effort_at
from programme.check_in.events import CardTold
from programme.measures.dependence import TELLING
from programme.people.person import Person
from programme.schedule.course import WHOLE
from programme.schedule.plan import CHECK_IN, SESSION_AFTER, SESSION_BEFORE, Rule
from programme.schedule.prompt import Prompt, PromptState
from programme.schedule.reason_code import ReasonCode
from programme.schedule.slots import DAY


async def effort_due(tx: Tx, person: Person, context: CardContext) -> int | None:  # noqa: ARG001
    """How often something was tried with a craving, where that step was not told before; None: nothing to tell.

    Not within a day after a lapse was told of: it would sound as if it had not been heard.
    """
    if not (await consents.in_force(tx, person.id)).keep_answers:
        return None
    tried = sum(one.tried is not None for one in await craving.of_person(tx, person.id))
    step = effort_at(tried)
    if step is None or any(one.is_lapse for one in await quitting.smoked_since(tx, person.id, tx.now - DAY)):
        return None
    told = await cards_shown(tx, person.id, Card.EFFORT)
    return step if all(one.event.about < step for one in told) else None


_RESTS: Final = timedelta(days=7)  # after it was passed over: our own choice


async def ask_how_many(tx: Tx, person: Person, prompt: Prompt, said: CheckIn) -> CheckIn:
    """`said`, with the number asked for where that tells something.

    - Not on a low day, not from the quit date on, not where answers are not kept: nothing would come of it.
    - Not of somebody who smokes up to TELLING on a usual day: "6+" is more than half of that.
    - Passed over, it rests for a week.
    """
    if not said.may_ask_how_many or not await keeps_words(tx, person):
        return said
    attempt, told = await quitting.current_attempt(tx, person.id), await measures.usual_of_person(tx, person.id)
    if (attempt is not None and attempt.has_come(prompt.local_date)) or (told is not None and told.a_day <= TELLING):
        return said
    lately = await prompts.of_person(tx, person.id, prompt.due_at - _RESTS, kind=CHECK_IN)
    before = await check_in.get_many(tx, [one.id for one in lately if one.id != prompt.id])
    passed = (one for one in before.values() if one.is_open_ended and one.since is None)
    rests = any(Question.CIGARETTES in one.skipped for one in passed)
    return said if rests else replace(said, how_many=True)


async def usual_due(tx: Tx, person: Person, context: CardContext) -> int | None:
    """Once, on a day of six cigarettes or more before the quit date: how many on a usual day (0)."""
    if not context.said.smoked or (context.day is not None and context.day >= 0) or not await keeps_words(tx, person):
        return None
    if (context.said.cigarettes_from or 0) <= TELLING // 2 or await measures.usual_of_person(tx, person.id) is not None:
        return None
    return None if await cards_shown(tx, person.id, Card.USUAL) else 0


A_DAY = timedelta(days=1)
DueCard = Callable[[Tx, Person, CardContext], Awaitable[int | None]]
# When each is due: what it is about (an id, a number; 0 for nothing in particular), or None. Looked at in the order of
# programme.check_in.closing_card.Card, and no further once one is due, so each begins with what costs nothing: the day.
DUE_CARDS: Mapping[Card, DueCard] = {
    Card.MEDICINE: medicine_due,
    Card.SAME_DAY: same_day_due,
    Card.OUTCOME: outcomes.is_left_open,
    Card.SLOTS: change_slot.changed_slots_due,
    Card.OCCASION: occasion_due,
    Card.PREPARE: prepare_due,
    Card.MPSS: mpss_due,
    Card.CAFFEINE: caffeine_due,
    Card.GOAL: goal_due,
    Card.PROBLEM: problem_due,
    Card.OCCASION_AFTER: occasion_after_due,
    Card.USUAL: usual_due,
    Card.AIDS: aids_due,
    Card.HSI: hsi_due,
    Card.SAFETY: safety_due,
    Card.EASIER: easier_due,
    Card.EFFORT: effort_due,
    Card.BELIEF: worries.belief_due,
}


async def show_card(tx: Tx, prompt: Prompt, said: CheckIn) -> Card | None:
    """That check-in of a client's (locked) is answered: the first card that is due is told in its closing words.

    - Not in the short words after one tap, and not to what was added late.
    - Beside a question about a session only what belongs to its day; all else waits.
    - On a low, hard or lapse day only what programme.check_in.closing_card names for it: the rest waits for another
      check-in.
    """
    person = await accounts.get(tx, prompt.person_id)
    if person is None or said.form not in WHOLE or prompt.late:
        return None
    attempt = await quitting.current_attempt(tx, person.id)
    day = attempt.day_number(prompt.local_date) if attempt else None
    context = CardContext(prompt.id, prompt.local_date, day, said)
    beside: str | None = None
    for card in Card:
        may = context.takes(card) and (beside is None or card in OF_ITS_DAY)
        about = await DUE_CARDS[card](tx, person, context) if may else None
        if about is None:
            continue
        beside = beside or await session_in(tx, person.id, context.on, prompt.due_at - A_DAY)
        if beside is None or card in OF_ITS_DAY:
            await events.add(tx, person.id, CardTold(prompt_id=prompt.id, card=card, about=about))
            return card
    return None


async def card_shown_in(tx: Tx, prompt: Prompt) -> tuple[Card, int] | None:
    """The card in the closing words of that check-in, and what it is about."""
    told = await events.of_person(tx, prompt.person_id, kind=CardTold)
    found = next((one.event for one in told if one.event.prompt_id == prompt.id), None)
    return None if found is None or found.card not in set(Card) else (Card(found.card), found.about)


async def session_in(tx: Tx, person_id: int, on: date, since: datetime) -> str | None:
    """The kind of question about a session that rides inside that local day's check-in, where a message of its own
    was, or will be, left out."""
    for prompt in await prompts.of_person(tx, person_id, since):
        rides = prompt.state is PromptState.SKIPPED and prompt.reason == ReasonCode.CARD
        left_out = rides or prompt.state is PromptState.REPLACED  # by what they asked for themselves
        if prompt.kind in (SESSION_BEFORE, SESSION_AFTER) and prompt.local_date == on and left_out:
            return prompt.kind
    own = {plan.kind: plan.rule for plan in await plans.of_person(tx, person_id)}
    will = SESSION_BEFORE in own and CHECK_IN in own and _will_ride(own[SESSION_BEFORE], own[CHECK_IN], on)
    return SESSION_BEFORE if will else None


def _will_ride(card: Rule, check_in: Rule, on: date) -> bool:
    """Whether that day's check-in, which was done early, would have come with the card or after it."""
    whole = [one.wall for one in check_in.asked_on(on) if one.form in WHOLE]
    return any(one.wall <= max(whole, default=time.min) for one in card.asked_on(on))
