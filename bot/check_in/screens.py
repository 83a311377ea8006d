"""The check-in as it stands, the one reminder, and that today's is done."""

from dataclasses import dataclass
from datetime import datetime

from bot.check_in import closing, questions
from bot.check_in.facts import CheckInFacts, next_hello
from bot.check_in.taps import LEAVE_IT, ONE_TAP
from bot.kit.parts import lines, rough
from bot.kit.screen import Screen, does
from bot.kit.taps import OPEN_VIEW
from bot.schedule.why import VIEW
from bot.texts import Texts
from bot.texts.dates import Expected, when
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.check_in.answers import DayInOneTap
from programme.people.person import Person
from programme.schedule.course import Form
from programme.schedule.prompt import PromptState, PromptStep

_ASIDES = {
    "not_now": closing.not_now_screen,
    "why": closing.why_aside_screen,
    "low": closing.very_low_screen,
    "enough": closing.enough_screen,
}


def check_in_screen(facts: CheckInFacts, texts: Texts) -> Screen:
    """What is true of this check-in now; something tapped open shows while it is not over."""
    prompt = facts.prompt
    if prompt.form == Form.LAST:
        return closing.why_aside_screen(facts, texts) if facts.view == "why" else questions.last_form(facts, texts)
    if prompt.state is PromptState.SKIPPED:
        return closing.skipped_screen(facts, texts)
    if prompt.state is PromptState.DONE:
        return _done(facts, texts)
    if not prompt.is_open and not facts.answering_late:
        return closing.closed_screen(facts, texts)
    if facts.view in _ASIDES:
        return _ASIDES[facts.view](facts, texts)
    if prompt.next_step is PromptStep.RETURN:
        return closing.snoozed_screen(facts, texts)
    return questions.question_screen(facts, texts)


def _done(facts: CheckInFacts, texts: Texts) -> Screen:
    """Its closing words, or what was tapped open over them; a very low mood that was said last is met first."""
    match facts.view:
        case "add" if facts.may_add:
            return closing.add_words_screen(facts, texts)
        case "barrier" if facts.may_say_barrier:
            return closing.barrier_screen(facts, texts)
        case "low":
            return closing.very_low_screen(facts, texts)
    return closing.saved_screen(facts, texts)


def reminder_screen(facts: CheckInFacts, texts: Texts) -> Screen:
    """Open it asks; otherwise it says what became of the check-in, with what rides in its closing words."""
    if facts.prompt.is_open:
        if facts.view == VIEW:
            return closing.why_aside_screen(facts, texts)
        ok, hard = (does(texts.label(f"reminder-{day}"), ONE_TAP, day) for day in (DayInOneTap.OK, DayInOneTap.HARD))
        if facts.soft:
            ok, hard = questions.soft_answers(texts)
        why = does(texts.label("button-why"), OPEN_VIEW, VIEW)
        leave = does(texts.label("reminder-leave"), LEAVE_IT)
        return Screen(texts("reminder-soft" if facts.soft else "reminder"), ((ok, hard), (leave, rough(texts)), (why,)))
    if facts.prompt.state is PromptState.DONE:
        return closing.saved_screen(facts, texts)
    if facts.prompt.state is PromptState.SKIPPED:
        return closing.skipped_screen(facts, texts)
    return closing.closed_screen(facts, texts)


@dataclass(frozen=True, slots=True)
class DoneTodayFacts:
    """`next_at` (UTC) is when the next one comes by itself, or None."""

    now: datetime
    zone: str | None
    next_at: Expected | None


async def done_today_facts(tx: Tx, person: Person, row: ScreenRow) -> DoneTodayFacts:  # noqa: ARG001
    """From their plan."""
    return DoneTodayFacts(tx.now, person.zone, await next_hello(tx, person))


def done_today_screen(facts: DoneTodayFacts, texts: Texts) -> Screen:
    """Thank you, and when the next one comes."""
    following = None
    if facts.next_at is not None:
        following = texts("check-in-next", when=when(texts, facts.next_at, facts.now, facts.zone))
    return Screen(lines(texts("check-in-done-today"), following))
