"""What rides in the closing words of a check-in: a session's question, or one card, chosen when the check-in ends."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import date, datetime, time, timedelta

from care import beliefs, changed_for, outcomes
from care.card_told import TOLD
from care.effort import effort_due
from care.goal import goal_due
from care.how_many import usual_due
from care.measures_due import aids_due, caffeine_due, easier_due, hsi_due, medicine_due, mpss_due
from care.occasions import occasion_after_due, occasion_due
from care.preparing import prepare_due
from care.problem import problem_due
from care.safety import safety_due
from care.smoking_change import same_day_due
from db import attempts, events, people, plans, prompts
from db.tx import Tx
from programme.card import OF_ITS_DAY, Card, Ride
from programme.check_in import CheckIn
from programme.course import WHOLE
from programme.people import Person
from programme.plan import CHECK_IN, SESSION_AFTER, SESSION_BEFORE
from programme.prompt import CARD, Prompt, PromptState
from programme.rule import Rule

A_DAY = timedelta(days=1)
Due = Callable[[Tx, Person, Ride], Awaitable[int | None]]

# When each is due: what it is about (an id, a number; 0 for nothing in particular), or None. Looked at in the order of
# programme.card.Card, and no further once one is due, so each begins with what costs nothing: the day.
DUE: Mapping[Card, Due] = {
    Card.MEDICINE: medicine_due,
    Card.SAME_DAY: same_day_due,
    Card.OUTCOME: outcomes.is_left_open,
    Card.SLOTS: changed_for.due,
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
    Card.BELIEF: beliefs.due,
}


async def tell_card(tx: Tx, prompt: Prompt, said: CheckIn) -> Card | None:
    """That check-in of a client's (locked) is answered: the first card that is due is told in its closing words.

    - Not in the short words after one tap, and not to what was added late.
    - Beside a question about a session only what belongs to its day; all else waits.
    - On a low, hard or lapse day only what programme.card names for it: the rest waits for another check-in.
    """
    person = await people.get(tx, prompt.person_id)
    if person is None or said.form not in WHOLE or prompt.late:
        return None
    attempt = await attempts.current(tx, person.id)
    day = attempt.day_number(prompt.local_date) if attempt else None
    ride = Ride(prompt.id, prompt.local_date, day, said)
    beside: str | None = None
    for card in Card:
        may = ride.takes(card) and (beside is None or card in OF_ITS_DAY)
        about = await DUE[card](tx, person, ride) if may else None
        if about is None:
            continue
        beside = beside or await session_in(tx, person.id, ride.on, prompt.due_at - A_DAY)
        if beside is None or card in OF_ITS_DAY:
            data = {"prompt_id": prompt.id, "card": card.value, "about": about}
            await events.add(tx, TOLD, person.id, None, data)
            return card
    return None


async def told_in(tx: Tx, prompt: Prompt) -> tuple[Card, int] | None:
    """The card in the closing words of that check-in, and what it is about."""
    told = await events.of_person(tx, prompt.person_id, kind=TOLD)
    found = next((one.data for one in told if one.data["prompt_id"] == prompt.id), None)
    return None if found is None or found["card"] not in set(Card) else (Card(found["card"]), found["about"])


async def session_in(tx: Tx, person_id: int, on: date, since: datetime) -> str | None:
    """The kind of question about a session that rides inside that local day's check-in, where a message of its own
    was, or will be, left out."""
    for prompt in await prompts.of_person(tx, person_id, since):
        rides = prompt.state is PromptState.SKIPPED and prompt.reason == CARD
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
