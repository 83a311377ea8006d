"""What practitioners do with outcomes: open them, say who is a treated smoker, and that nobody is to be asked."""

from datetime import date

from bot.dispatch import Handlers
from bot.routers import speak
from bot.taps.args import A_MONTH
from bot.taps.practice import FOLLOW_UP, FOLLOW_UP_BACK, GONE_BY, GONE_DAY, GONE_MONTH, OUTCOMES, TREATED
from bot.visit import Visit
from care.follow_up import end_with, take_back
from care.four_outcomes import outcomes_asked
from care.readings import Gone, say_treated

taps = Handlers()


@taps.on(OUTCOMES)
async def opened(visit: Visit) -> None:
    """The outcomes of the client whose week stands there; whether they may be seen is looked up when they are shown."""
    row = visit.tapped
    if row.subject_id is not None:
        await speak.forget(visit)
        await outcomes_asked(visit.tx, visit.person, row.subject_id)
        await speak.answer(visit, "outcomes", subject_id=row.subject_id)


@taps.on(TREATED)
async def treated(visit: Visit, yes: bool) -> None:
    """Attended, agreed to treatment and set a quit date, or not: the practitioner's word."""
    row = visit.tapped
    if row.subject_id is not None:
        await say_treated(visit.tx, visit.person, row.subject_id, treated=yes)
        await speak.view(visit)


@taps.on(FOLLOW_UP)
async def follow_up(visit: Visit) -> None:
    """Nobody is to be asked any more: what happened?"""
    row = visit.tapped
    if row.subject_id is not None:
        await speak.answer(visit, "follow_up", subject_id=row.subject_id)


@taps.on(GONE_BY)
async def gone(visit: Visit, why: Gone) -> None:
    """What happened; then the day is picked."""
    await speak.answer(visit, "follow_up", {"why": why}, subject_id=visit.subject)


@taps.on(GONE_MONTH)
async def gone_month(visit: Visit, month: date) -> None:
    """Another month to pick the day from."""
    why = visit.tapped.args.get("why")
    if why is not None:
        await speak.answer(visit, "follow_up", {"why": why, "month": A_MONTH.write(month)}, subject_id=visit.subject)


@taps.on(GONE_DAY)
async def gone_on(visit: Visit, on: date) -> None:
    """On that day."""
    row = visit.tapped
    if "why" not in row.args:
        return
    if not await end_with(visit.tx, visit.person, visit.subject, Gone(row.args["why"]), on):
        visit.toast = "toast-old"
    await speak.answer(visit, "follow_up", subject_id=row.subject_id)


@taps.on(FOLLOW_UP_BACK)
async def follow_up_back(visit: Visit) -> None:
    """It was a mistake."""
    await take_back(visit.tx, visit.person, visit.subject)
    await speak.answer(visit, "follow_up", subject_id=visit.subject)
