"""Which techniques reached a client: opened by their practitioner, or by themselves."""

from bot.dispatch import Handlers
from bot.routers import speak
from bot.taps.practice import COVERAGE, WEEK_OF, WORKED_WITH
from bot.visit import Visit
from care.coverage import coverage_asked

taps = Handlers()


@taps.on(COVERAGE)
async def of_client(visit: Visit) -> None:
    """Of the client whose week stands there; whether it may be seen is looked up when it is shown."""
    row = visit.tapped
    if row.subject_id is not None:
        await coverage_asked(visit.tx, visit.person, row.subject_id)
        await speak.answer(visit, "coverage", subject_id=row.subject_id)


@taps.on(WORKED_WITH)
async def own(visit: Visit) -> None:
    """One's own."""
    await speak.answer(visit, "worked_with")


@taps.on(WEEK_OF)
async def turn(visit: Visit, week: int) -> None:
    """Another week."""
    row = visit.tapped
    await speak.answer(visit, row.name, {"week": week}, subject_id=row.subject_id)
