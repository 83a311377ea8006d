"""Check-ins about several days, days that we did not ask about, and a price that changed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.check_in.facts import CheckInFacts
from bot.measures.ratings import UsualFacts
from bot.quitting.progress import ProgressFacts
from care.quitting.progress import Counted, LivedDays
from programme.check_in.answers import Question
from programme.measures.dependence import UsualBefore, UsualDay
from programme.quitting.attempts import Attempt
from programme.quitting.outcomes import LivedProgress, Progress
from programme.quitting.record import Usual as Held
from programme.quitting.working import Code, WorkingStep
from programme.schedule.prompt import PromptStep

TODAY = date(2026, 3, 10)
A_DAY = timedelta(days=1)
Case = tuple[str, str, Any]


def days_cases(check_in: CheckInFacts) -> Iterator[Case]:
    """Since a weekday, a date and the quit date; which day of a few and of many; and how all of it is counted."""
    yield from _since(replace(check_in, question=Question.CIGARETTES))
    yield from _counted()


def _since(asked: CheckInFacts) -> Iterator[Case]:
    on, said = asked.prompt.local_date, asked.said

    def facts(back: int, **more: Any) -> CheckInFacts:
        return replace(asked, said=replace(said, since=on - back * A_DAY, on=on, **more))

    yield "cigarettes, since a weekday", "check_in", facts(3)
    yield "cigarettes, since a date", "check_in", facts(13)
    yield "cigarettes, since the quit date", "check_in", replace(facts(9), since_quit=True)
    yield "typing, since a weekday", "check_in", replace(facts(3), view="type")
    late = replace(asked.prompt, late=True, next_step=PromptStep.CLOSE)
    yield "cigarettes, since a weekday, late", "check_in", replace(facts(3), prompt=late)
    yield "typing, since a weekday, late", "check_in", replace(facts(3), prompt=late, view="type")
    some = {"cigarettes_from": 2, "cigarettes_to": 5}
    yield "which of two days", "check_in", facts(1, **some)
    yield "which of four days", "check_in", facts(3, **some)
    yield "which of four days, late", "check_in", replace(facts(3, **some), prompt=late)
    yield "which of many days", "check_in", facts(13, **some)


def _counted() -> Iterator[Case]:
    lived = LivedDays(TODAY, Attempt(3, 7, TODAY - 9 * A_DAY), kept=True, days=Progress(6, 6, 1, 2))
    yield "days not asked about", "progress", ProgressFacts(lived, not_asked=1)
    yield "no day asked about", "progress", ProgressFacts(replace(lived, days=Progress(not_known=2)), not_asked=2)
    until = TODAY - 2 * A_DAY
    steps = (
        WorkingStep.of(Code.FREE_DAYS, days=6, of=7), WorkingStep.of(Code.TOLD_TOGETHER, days=3),
        WorkingStep.of(Code.TOLD_SINCE, days=1),
        WorkingStep.of(Code.ONE_OF, days=1), WorkingStep.of(Code.NOT_SAID_DAYS, days=2),
        WorkingStep.of(Code.USUAL_BEFORE, number=25, until=until.toordinal()), WorkingStep.of(Code.USUAL, number=20),
        WorkingStep.of(Code.PACKET_BEFORE, price=1300, number=20, until=until.toordinal()),
        WorkingStep.of(Code.PACKET, price=1500, number=20),
    )  # fmt: skip
    now = UsualDay(20, TODAY - 20 * A_DAY, 1500, "GBP")
    found = LivedProgress(lived.days, 0, 120, 8800, steps, {"EUR": 950})
    counted = Counted(now, found, (Held(25, 1300, until=until, currency="GBP"),))
    yield "money in two currencies", "progress", ProgressFacts(lived, counted=counted)
    yield "working, told in one go", "progress", ProgressFacts(lived, counted=counted, view="working", not_asked=1)
    before = UsualBefore(TODAY, 20, 1300, "GBP")
    yield "changed today", "usual", UsualFacts(now, before=before)
