"""What clients do with a check-in: answer, pass over, put off, add late, share. Each tap is kept at once."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.check_in.taps import (
    ADD_LATE,
    ADD_WORDS,
    ALL_FOR_TODAY,
    ASK_FIRST,
    BARRIER,
    CIGARETTES,
    DO_IT_NOW,
    HELPED,
    LATER,
    LEAVE_IT,
    MOMENT,
    MOOD,
    NO_WORDS,
    NOT_TODAY,
    ONE_TAP,
    SHARE,
    SKIP,
    URGE,
)
from bot.door.awaited import OF_CHECK_IN
from bot.door.tap_table import Handlers
from bot.kit import reply
from bot.kit.visit import Awaits, Is, Visit
from bot.planning import occasion_handlers
from care.check_in import answers, starting
from care.check_in.answering import Answered, AnswerStatus
from care.check_in.answers import MOST_WORDS
from care.check_in.starting import Started
from care.delivery import say
from programme.check_in.answers import DayInOneTap, HardMoment, Mood, Question
from programme.people.person import Role
from programme.planning.goals import Barrier
from programme.schedule.pause import Until

router = Router(name="client")
taps = Handlers()
OVER = frozenset({AnswerStatus.STALE, AnswerStatus.TOO_LATE})


@taps.on(MOOD)
async def mood(visit: Visit, said: Mood) -> None:
    """On a very low day the way to help comes before the next question; a low one ends here."""
    answered, view = await _answered(visit, Question.MOOD, said), ""
    if said is Mood.VERY_LOW and answered.status in (AnswerStatus.NEXT, AnswerStatus.FINISHED):
        view = "low"
    elif said is Mood.LOW and answered.status is AnswerStatus.NEXT:
        view = "enough"
    await _next(visit, answered, view)


@taps.on(URGE)
async def urge(visit: Visit, strength: int) -> None:
    """How strong the urge was."""
    await _next(visit, await _answered(visit, Question.URGE, str(strength)))


@taps.on(CIGARETTES)
async def cigarettes(visit: Visit, said: str) -> None:
    """How many, or on which day."""
    await _next(visit, await _answered(visit, Question.CIGARETTES, said))


@taps.on(MOMENT)
async def moment(visit: Visit, said: HardMoment) -> None:
    """What was going on."""
    await _next(visit, await _answered(visit, Question.MOMENT, said))


@taps.on(HELPED)
async def helped(visit: Visit, item: int | None) -> None:
    """What helped, or nothing of theirs."""
    await _next(visit, await _answered(visit, Question.HELPED, str(item or 0)))


async def _answered(visit: Visit, question: Question, said: str) -> Answered:
    return await answers.answer(visit.tx, visit.person, visit.subject, question, said)


@taps.on(SKIP)
async def skip(visit: Visit, question: Question) -> None:
    """That question is passed over."""
    await _next(visit, await answers.skip_question(visit.tx, visit.person, visit.subject, question))


@taps.on(ALL_FOR_TODAY)
async def done(visit: Visit) -> None:
    """That is all for today."""
    await _next(visit, await answers.finish(visit.tx, visit.person, visit.subject))


@taps.on(ADD_LATE)
async def add_late(visit: Visit) -> None:
    """A closed check-in is filled in after all."""
    await _next(visit, await answers.add_late(visit.tx, visit.person, visit.subject))


@taps.on(DO_IT_NOW)
async def resume(visit: Visit) -> None:
    """What was put off is done now."""
    await _next(visit, await starting.resume(visit.tx, visit.person, visit.subject))


@taps.on(ONE_TAP)
async def one_tap(visit: Visit, value: DayInOneTap) -> None:
    """The reminder's one tap is a whole check-in."""
    await _next(visit, await answers.one_tap(visit.tx, visit.person, visit.subject, value))


@taps.on(LATER)
async def later(visit: Visit, until: Until) -> None:
    """Later today, tonight or tomorrow, where there is room before the night."""
    snoozed = await starting.snooze(visit.tx, visit.person, visit.subject, until)
    if snoozed.status is AnswerStatus.NEXT and snoozed.until is None:
        visit.toast = "toast-no-room"
        return
    await _next(visit, Answered(snoozed.status))


@taps.on(NOT_TODAY, LEAVE_IT)
async def not_today(visit: Visit) -> None:
    """Left for today; it is no silence."""
    await _next(visit, Answered(await starting.not_today(visit.tx, visit.person, visit.subject)))


async def view(visit: Visit, name: str) -> None:
    """Something is opened over it, or it is come back to. Whichever it is, the words that its question waits for are
    waited for from now on: whoever turned to something else meanwhile is back."""
    await reply.view(visit, name)
    question = await answers.stands_at(visit.tx, visit.person.id, visit.subject)
    if question in OF_CHECK_IN:
        await say.await_words(visit.tx, visit.person, OF_CHECK_IN[question], visit.tapped.id)


@taps.on(ADD_WORDS)
async def add_words(visit: Visit) -> None:
    """Words of their own to a check-in that is done."""
    await _shown(visit, "add")
    await say.await_words(visit.tx, visit.person, "words", visit.tapped.id)


@taps.on(NO_WORDS)
async def no_words(visit: Visit) -> None:
    """None after all."""
    await reply.forget(visit)
    await _shown(visit)


@taps.on(SHARE)
async def share(visit: Visit, shared: bool) -> None:
    """Own words are shown to the practitioner, or no more."""
    found = await answers.share_words(visit.tx, visit.person, visit.subject, shared=shared)
    visit.toast = ("toast-shared" if shared else "toast-kept") if found else "toast-empty"
    await _shown(visit)


@taps.on(BARRIER)
async def barrier(visit: Visit, said: Barrier | None) -> None:
    """What got in the way, or none of these."""
    if not await answers.say_barrier(visit.tx, visit.person, visit.subject, said):
        visit.toast = "toast-late"
    await _shown(visit)


@taps.on(ASK_FIRST)
async def ask_first(visit: Visit, first: str) -> None:
    """Mood first, or smoking first."""
    await answers.ask_first(visit.tx, visit.person, smoking=first == "smoking")
    await reply.answer(visit, "settings")


@router.message(Awaits("cigarettes"))
async def typed_number(message: Message, visit: Visit) -> None:
    """A number of cigarettes, or on which day it was; anything else is asked for kindly again."""
    row = await reply.asked(visit)
    prompt_id = row.subject_id or 0 if row else 0
    answered = await answers.type_cigarettes(visit.tx, visit.person, prompt_id, message.text or "")
    if answered.status in OVER or row is None:
        await _too_late(visit)
        return
    refused = {"view": "type_refused"} if answered.status is AnswerStatus.UNKNOWN else None
    await reply.ask(visit, _awaited(visit, answered), "check_in", refused, subject_id=prompt_id)


@router.message(Awaits("words"))
async def typed_words(message: Message, visit: Visit) -> None:
    """Own words: kept up to MOST_WORDS characters, and said so where that cut something off."""
    row = await reply.asked(visit)
    prompt_id = row.subject_id or 0 if row else 0
    text = message.text or ""
    answered = await answers.write_words(visit.tx, visit.person, prompt_id, text)
    if answered.status not in (AnswerStatus.NEXT, AnswerStatus.FINISHED):
        await reply.forget(visit)
        await occasion_handlers.keep(visit, text)
        return
    cut = {"cut": 1} if len(text.strip()) > MOST_WORDS else None
    await reply.ask(visit, _of(answered.question), "check_in", cut, subject_id=prompt_id)


@router.message(Command("checkin", ignore_mention=True), Is(Role.CLIENT))
async def check_in_now(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/checkin: the open one, today's closed one, or a new one; once a day is enough."""
    if await starting.start_now(visit.tx, visit.person) is Started.DONE_TODAY:
        await reply.append(visit, "done_today")


@router.message(Command("checkin", ignore_mention=True))
async def not_joined(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/checkin of somebody who has not joined."""
    await reply.note(visit, "not-joined")


def _awaited(visit: Visit, answered: Answered) -> str | None:
    return visit.person.awaiting if answered.status is AnswerStatus.UNKNOWN else _of(answered.question)


def _of(question: Question | None) -> str | None:
    return OF_CHECK_IN.get(question) if question is not None else None


async def _next(visit: Visit, answered: Answered, view: str = "") -> None:
    """Show the tapped screen as it now is, and remember what the next words are for."""
    if answered.status is AnswerStatus.UNKNOWN:
        visit.toast = "toast-old"
    elif answered.status in OVER:
        visit.toast = "toast-late"
    await _shown(visit, view)
    awaited = _awaited(visit, answered)
    if answered.status not in (AnswerStatus.UNKNOWN, *OVER) and (awaited or visit.person.awaiting):
        await say.await_words(visit.tx, visit.person, awaited, visit.tapped.id)
    if answered.status is AnswerStatus.FINISHED and not view:
        await reply.pin(visit)


async def _shown(visit: Visit, view: str = "") -> None:
    """The tapped message shows what is true now; where a newer one stands in for it, that one does."""
    row = visit.tapped
    args = {"view": view} if view else {}
    if not row.live and row.subject_id is not None:
        await say.refresh_subject(visit.tx, visit.person.id, "check_in", row.subject_id)
    elif row.args == args:
        await say.refresh(visit.tx, row.id)
    else:
        await say.become(visit.tx, row.id, row.name, args, subject_id=row.subject_id)


async def _too_late(visit: Visit) -> None:
    await reply.forget(visit)
    await reply.note(visit, "too-late")
