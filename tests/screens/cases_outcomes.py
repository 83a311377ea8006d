"""Outcomes with facts that bring out each category and every step of a working."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.screens.ask_reading import Facts as AskReading
from bot.screens.follow_up import Facts as FollowUp
from bot.screens.outcomes import DAYS, LIVED, NHS, SIX, Facts
from care.readings import Gone
from programme.outcomes import (
    Code,
    Nhs,
    NhsResult,
    Record,
    Russell,
    RussellResult,
    Said,
    SevenDays,
    SevenDaysResult,
    Step,
    outcomes,
)
from programme.quitting import Attempt

QUIT = date(2026, 2, 1)
TODAY = date(2026, 3, 10)
NASTY = '<b>"Sam" & co</b>'
ANSWERS = (
    Said.of_day(date(2026, 2, 3), 2, 5),
    *(Said.of_day(QUIT + timedelta(days=n), 0, 0) for n in range(3, 37)),
    Said(date(2026, 2, 16), date(2026, 3, 1), 0, 0, date(2026, 3, 2), follow_up=True),
)
RECORD = Record((Attempt(3, 7, QUIT),), ANSWERS, ridden_out=5)
COUNTS = {"first": 15, "last": 28, "days": 2, "of": 7, "day": 30, "ppm": 4, "limit": 10, "least": 2, "most": 5,
          "price": 1500, "number": 20}  # fmt: skip

Case = tuple[str, str, Any]


def outcome_cases() -> Iterator[Case]:
    """What the case is called, the screen's name, and its facts."""
    shown = Facts(7, "Sam", TODAY, outcomes(RECORD, TODAY))
    yield "all four", "outcomes", shown
    yield "treated, a nasty name", "outcomes", replace(shown, name=NASTY, treated=True)
    for view in (NHS, SIX, DAYS, LIVED):
        yield f"working, {view}", "outcomes", replace(shown, view=view)
    yield "no quit date, nothing told", "outcomes", replace(shown, outcomes=outcomes(Record(), TODAY))
    yield "not shown", "outcomes", Facts(7, NASTY, TODAY, None)
    yield "closed", "outcomes", Facts(0, "", TODAY, None)
    yield "", "ask_reading", AskReading(7, NASTY)
    yield "nobody to be asked", "outcomes", replace(shown, is_followed=False)
    for why in Gone:
        yield f"when, {why}", "follow_up", FollowUp(7, NASTY, TODAY, why=why)
        yield f"ended, {why}", "follow_up", FollowUp(7, NASTY, TODAY, ended=why)
    yield "another month", "follow_up", FollowUp(7, "Sam", TODAY, why=Gone.DIED, month=date(2026, 2, 1))
    yield "asked", "follow_up", FollowUp(7, NASTY, TODAY)
    yield "closed", "follow_up", FollowUp(0, "", TODAY)
    yield from _every_result(shown)


def _every_result(shown: Facts) -> Iterator[Case]:
    """Each category by name, and one working that holds every step there is."""
    assert shown.outcomes is not None
    for nhs in Nhs:
        found = replace(shown.outcomes, nhs=NhsResult(nhs, ()))
        yield f"NHS {nhs}", "outcomes", replace(shown, outcomes=found, view=NHS)
    for russell in Russell:
        found = replace(shown.outcomes, russell_6=RussellResult(6, russell, ()))
        yield f"Russell {russell}", "outcomes", replace(shown, outcomes=found, view=SIX)
    unknown = RussellResult(6, Russell.SMOKING, (Step.of(Code.UNKNOWN_IS_SMOKING),), sure=False)
    no_answer = replace(shown.outcomes, russell_6=unknown)
    yield "Russell, no answer", "outcomes", replace(shown, outcomes=no_answer, view=SIX)
    for days in SevenDays:
        found = replace(shown.outcomes, seven_days=SevenDaysResult(days, ()))
        yield f"seven days {days}", "outcomes", replace(shown, outcomes=found, view=DAYS)
    for case, counts in (("many", COUNTS), ("one", dict.fromkeys(COUNTS, 1)), ("none", dict.fromkeys(COUNTS, 0))):
        every = NhsResult(Nhs.NOT_KNOWN, tuple(Step(code, counts) for code in Code))
        yield f"every step, {case}", "outcomes", replace(shown, outcomes=replace(shown.outcomes, nhs=every), view=NHS)
