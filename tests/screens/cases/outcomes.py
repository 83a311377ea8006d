"""Outcomes with facts that bring out each category and every step of a working."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.kit.calendar import OnDay
from bot.quitting.follow_up import AskHeardFacts, AskReadingFacts, FollowUpFacts
from bot.quitting.outcomes import DAYS, EARLIER, LIVED, NHS, SIX, TOLD, OutcomesFacts
from care.quitting.readings import FollowUpEnd, OutcomeEntry
from programme.quitting.attempts import Attempt
from programme.quitting.nhs import Nhs, NhsResult
from programme.quitting.outcomes import outcomes
from programme.quitting.record import CigarettesSaid, CoReading, Record, Relapse, Treated
from programme.quitting.russell import Russell, RussellResult
from programme.quitting.working import Code, SevenDays, SevenDaysResult, WorkingStep

QUIT = date(2026, 2, 1)
TODAY = date(2026, 3, 10)
NASTY = '<b>"Sam" & co</b>'
ANSWERS = (
    CigarettesSaid.of_day(date(2026, 2, 3), 2, 5),
    *(CigarettesSaid.of_day(QUIT + timedelta(days=n), 0, 0) for n in range(3, 37)),
    CigarettesSaid(date(2026, 2, 16), date(2026, 3, 1), 0, 0, date(2026, 3, 2), follow_up=True, attempt_id=3),
)
TRY = Attempt(3, 7, QUIT)
RECORD = Record((TRY,), ANSWERS, ridden_out=5, treatments=(Treated(3, treated=True, by=5, entered_on=QUIT),))
HEARD = CigarettesSaid(date(2026, 2, 16), date(2026, 3, 1), 1, 5, date(2026, 3, 4), follow_up=True, attempt_id=3, by=5)
READINGS = (CoReading(date(2026, 3, 1), 4, True, 5, TODAY), CoReading(date(2026, 3, 9), 20, True, 5, TODAY))
ENTRIES = (
    OutcomeEntry(20, date(2026, 3, 4), 5, TODAY, code="1-5"),
    OutcomeEntry(21, date(2026, 3, 5), 5, TODAY, code="not_said"),
    OutcomeEntry(22, date(2026, 3, 1), 5, TODAY, ppm=4),
)
COUNTS = {"first": 15, "last": 28, "days": 2, "of": 7, "day": 30, "ppm": 4, "limit": 10, "least": 2, "most": 5,
          "price": 1500, "number": 20, "by": 5}  # fmt: skip
Case = tuple[str, str, Any]


def outcome_cases() -> Iterator[Case]:
    """What the case is called, the screen's name, and its facts."""
    shown = _shown(RECORD)
    yield "all four", "outcomes", shown
    yield "a nasty name", "outcomes", replace(shown, name=NASTY, names={5: NASTY}, attempt=TRY)
    yield "nobody said treated", "outcomes", _shown(replace(RECORD, treatments=()))
    yield (
        "not treated",
        "outcomes",
        _shown(replace(RECORD, treatments=(Treated(3, treated=False, by=9, entered_on=QUIT),))),
    )
    verified = replace(RECORD, readings=READINGS)
    yield "CO checked, another reading", "outcomes", _shown(verified)
    both = replace(verified, said=(*ANSWERS, HEARD), relapses=(Relapse(3, date(2026, 3, 8)),))
    yield "what does not fit together", "outcomes", _shown(both)
    yield "told and entered", "outcomes", replace(_shown(both), entries=ENTRIES, view=TOLD)
    yield "told and entered, nothing", "outcomes", replace(_shown(Record((TRY,))), view=TOLD)
    ended = replace(TRY, ended_on=date(2026, 3, 1))
    twice = replace(both, attempts=(ended, Attempt(4, 7, date(2026, 3, 4))))
    again = replace(_shown(twice), attempt=twice.attempts[1])
    yield "a second try", "outcomes", again
    yield "earlier tries", "outcomes", replace(again, view=EARLIER)
    coming = Record((replace(TRY, quit_on=TODAY + timedelta(days=3)),))
    yield "a quit date to come", "outcomes", _shown(coming)
    for view in (NHS, SIX, DAYS, LIVED):
        yield f"working, {view}", "outcomes", replace(shown, view=view)
    yield "no quit date, nothing told", "outcomes", _shown(Record())
    yield "not shown", "outcomes", OutcomesFacts(7, NASTY, TODAY, None)
    yield "closed", "outcomes", OutcomesFacts(0, "", TODAY, None)
    today = OnDay(TODAY)
    yield "today", "ask_reading", AskReadingFacts(7, NASTY, today)
    yield "another day", "ask_reading", AskReadingFacts(7, "Sam", replace(today, on=date(2026, 3, 2)))
    yield "a month", "ask_reading", AskReadingFacts(7, "Sam", replace(today, month=date(2026, 2, 1)))
    yield "today", "ask_heard", AskHeardFacts(7, NASTY, today, QUIT)
    yield "outside the window", "ask_heard", AskHeardFacts(7, "Sam", replace(today, on=date(2026, 2, 20)), QUIT)
    yield "a month", "ask_heard", AskHeardFacts(7, "Sam", replace(today, month=date(2026, 3, 1)), QUIT)
    yield "no quit date", "ask_heard", AskHeardFacts(7, "Sam", today, None)
    yield "nobody to be asked", "outcomes", replace(shown, is_followed=False)
    for why in FollowUpEnd:
        yield f"when, {why}", "follow_up", FollowUpFacts(7, NASTY, TODAY, why=why)
        yield f"ended, {why}", "follow_up", FollowUpFacts(7, NASTY, TODAY, ended=why)
    yield "another month", "follow_up", FollowUpFacts(7, "Sam", TODAY, why=FollowUpEnd.DIED, month=date(2026, 2, 1))
    yield "asked", "follow_up", FollowUpFacts(7, NASTY, TODAY)
    yield "closed", "follow_up", FollowUpFacts(0, "", TODAY)
    yield from _every_result(shown)


def _shown(record: Record) -> OutcomesFacts:
    """That record, on its outcomes' first page."""
    attempt = record.attempts[0] if record.attempts else None
    return OutcomesFacts(7, "Sam", TODAY, outcomes(record, TODAY), record, attempt, names={5: "Lee"})


def _every_result(shown: OutcomesFacts) -> Iterator[Case]:
    """Each category by name, and one working that holds every step there is."""
    assert shown.outcomes is not None
    for nhs in Nhs:
        found = replace(shown.outcomes, nhs=NhsResult(nhs, ()))
        yield f"NHS {nhs}", "outcomes", replace(shown, outcomes=found, view=NHS)
    for russell in Russell:
        found = replace(shown.outcomes, russell_6=RussellResult(6, russell, ()))
        yield f"Russell {russell}", "outcomes", replace(shown, outcomes=found, view=SIX)
    unknown = RussellResult(6, Russell.SMOKING, (WorkingStep.of(Code.UNKNOWN_IS_SMOKING),), sure=False)
    no_answer = replace(shown.outcomes, russell_6=unknown)
    yield "Russell, no answer", "outcomes", replace(shown, outcomes=no_answer, view=SIX)
    for days in SevenDays:
        found = replace(shown.outcomes, seven_days=SevenDaysResult(days, ()))
        yield f"seven days {days}", "outcomes", replace(shown, outcomes=found, view=DAYS)
    for case, counts in (("many", COUNTS), ("one", dict.fromkeys(COUNTS, 1)), ("none", dict.fromkeys(COUNTS, 0))):
        every = NhsResult(Nhs.NOT_KNOWN, tuple(WorkingStep(code, counts) for code in Code))
        yield f"every step, {case}", "outcomes", replace(shown, outcomes=replace(shown.outcomes, nhs=every), view=NHS)
