"""Check-ins about several days, days that we did not ask about, and a price that changed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.screens.check_in.view import Facts as CheckIn
from bot.screens.progress import Facts as Progressed
from bot.screens.usual import Facts as Usual
from care.lived import Counted
from care.progress import Lived
from programme.check_in import Question
from programme.outcomes import Code, LivedProgress, Step
from programme.outcomes import Usual as Held
from programme.progress import Progress
from programme.prompt import Step as Next
from programme.quitting import Attempt
from programme.usual import UsualBefore, UsualDay

TODAY = date(2026, 3, 10)
A_DAY = timedelta(days=1)

Case = tuple[str, str, Any]


def days_cases(check_in: CheckIn) -> Iterator[Case]:
    """Since a weekday, a date and the quit date; which day of a few and of many; and how all of it is counted."""
    yield from _since(replace(check_in, question=Question.CIGARETTES))
    yield from _counted()


def _since(asked: CheckIn) -> Iterator[Case]:
    on, said = asked.prompt.local_date, asked.said

    def facts(back: int, **more: Any) -> CheckIn:
        return replace(asked, said=replace(said, since=on - back * A_DAY, on=on, **more))

    yield "cigarettes, since a weekday", "check_in", facts(3)
    yield "cigarettes, since a date", "check_in", facts(13)
    yield "cigarettes, since the quit date", "check_in", replace(facts(9), since_quit=True)
    yield "typing, since a weekday", "check_in", replace(facts(3), view="type")
    late = replace(asked.prompt, late=True, next_step=Next.CLOSE)
    yield "cigarettes, since a weekday, late", "check_in", replace(facts(3), prompt=late)
    yield "typing, since a weekday, late", "check_in", replace(facts(3), prompt=late, view="type")
    some = {"cigarettes_from": 2, "cigarettes_to": 5}
    yield "which of two days", "check_in", facts(1, **some)
    yield "which of four days", "check_in", facts(3, **some)
    yield "which of four days, late", "check_in", replace(facts(3, **some), prompt=late)
    yield "which of many days", "check_in", facts(13, **some)


def _counted() -> Iterator[Case]:
    lived = Lived(TODAY, Attempt(3, 7, TODAY - 9 * A_DAY), kept=True, days=Progress(6, 6, 1, 2))
    yield "days not asked about", "progress", Progressed(lived, not_asked=1)
    yield "no day asked about", "progress", Progressed(replace(lived, days=Progress(not_known=2)), not_asked=2)
    until = TODAY - 2 * A_DAY
    steps = (
        Step.of(Code.FREE_DAYS, days=6, of=7), Step.of(Code.TOLD_TOGETHER, days=3), Step.of(Code.TOLD_SINCE, days=1),
        Step.of(Code.ONE_OF, days=1), Step.of(Code.NOT_SAID_DAYS, days=2),
        Step.of(Code.USUAL_BEFORE, number=25, until=until.toordinal()), Step.of(Code.USUAL, number=20),
        Step.of(Code.PACKET_BEFORE, price=1300, number=20, until=until.toordinal()),
        Step.of(Code.PACKET, price=1500, number=20),
    )  # fmt: skip
    now = UsualDay(20, TODAY - 20 * A_DAY, 1500, "GBP")
    found = LivedProgress(lived.days, 0, 120, 8800, steps, {"EUR": 950})
    counted = Counted(now, found, (Held(25, 1300, until=until, currency="GBP"),))
    yield "money in two currencies", "progress", Progressed(lived, counted=counted)
    yield "working, told in one go", "progress", Progressed(lived, counted=counted, view="working", not_asked=1)
    before = UsualBefore(TODAY, 20, 1300, "GBP")
    yield "changed today", "usual", Usual(now, before=before)
