"""What is said to come comes: over many made-up days, and whatever else is due, open, in a break or after a lapse."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from random import Random

from programme.quitting.follow_ups import DAYS, asked_at
from programme.quitting.lapses import Evening
from programme.schedule.course import WHOLE, Course, Level
from programme.schedule.day import ASKING, DayState, soft_from
from programme.schedule.due import DuePlan, decide, due, prompt_summary
from programme.schedule.foresee import Foreseen, foresee
from programme.schedule.kinds import rule_of
from programme.schedule.pause import Pause, Silence
from programme.schedule.plan import (
    CHECK_IN,
    HELLO,
    MOMENT,
    NEVER,
    OUTCOME,
    QUIT_DAY,
    SESSION_AFTER,
    SESSION_BEFORE,
    Plan,
    Rule,
)
from programme.schedule.prompt import PromptState, PromptSummary
from programme.schedule.reason_code import ReasonCode

TODAY = date(2026, 11, 18)
END = datetime(2026, 11, 20, tzinfo=UTC)  # of tomorrow: until then it is known what comes
ZONE = "Europe/London"
MANY = 400
SESSIONS = (SESSION_BEFORE, SESSION_AFTER)
SINCE_QUIT = (*range(-8, 6), 12, 27, 28, 28, 29, 31, 34, 35, 84, 87, 91, 182, 364)
Line = tuple[datetime, str, str | None, str | None]


@dataclass(frozen=True)
class Days:
    """Somebody's today and tomorrow, looked at `now`."""

    now: datetime
    day: DayState
    plans: tuple[DuePlan, ...]
    evenings: tuple[Evening, ...] = ()

    def without(self, *kinds: str) -> "Days":
        """The same without plans of these kinds."""
        return replace(self, plans=tuple(one for one in self.plans if one.plan.kind not in kinds))


def made(seed: int) -> Days:
    """One of many: plans of every kind at near and equal times, a lapse, a card, a break, or none of it."""
    chance = Random(seed)
    now = datetime(2026, 11, 18, chance.choice((5, 9, 12, 17)), tzinfo=UTC)
    quit_on = TODAY - timedelta(chance.choice(SINCE_QUIT))
    evening = chance.choice((time(10), time(16), time(18, 30), time(20)))
    rules = [(CHECK_IN, _check_in(chance, quit_on, evening)), *_others(chance, quit_on, evening)]
    pause = _pause(chance, now)
    found = tuple(_candidate(kind, rule, now, pause) for kind, rule in rules)
    lapse = (Evening(now, ReasonCode.LAPSE),) if chance.random() < 0.2 and now.hour > 7 and pause is None else ()
    if lapse or pause:
        why = "lapse" if lapse else "pause"
        found += (_candidate(HELLO, rule_of(HELLO, time(8), on=TODAY + timedelta(1), why=why), now, None),)
    soft = (soft_from(now, ZONE),) if chance.random() < 0.15 else ()
    silence = Silence(chance.choice((2, 5, 6)), TODAY - timedelta(2)) if chance.random() < 0.2 else Silence()
    ready = tuple(one for one in found if one.plan.next_due_at < NEVER)
    return Days(now, DayState(quit_on=quit_on, silence=silence, soft=soft), ready, lapse)


def _check_in(chance: Random, quit_on: date, evening: time) -> Rule:
    if chance.random() < 0.3:
        return rule_of(CHECK_IN, *chance.choice(((time(10),), (time(9), time(18, 30)), (time(7), time(10), time(20)))))
    risk = chance.choice((None, time(7), time(10), time(14)))
    course = Course(chance.choice(tuple(Level)), quit_on, risk, chance.choice((time(7), time(8), time(10))))
    return replace(rule_of(CHECK_IN, evening), course=course)


def _others(chance: Random, quit_on: date, evening: time) -> Iterator[tuple[str, Rule]]:
    if quit_on >= TODAY:
        yield QUIT_DAY, rule_of(QUIT_DAY, time(8), on=quit_on)
    yield OUTCOME, rule_of(OUTCOME, chance.choice((asked_at(evening), time(10))), on=quit_on, days=DAYS)
    if chance.random() < 0.6:
        wall = chance.choice((time(10), time(17), evening, time(20)))
        kind = chance.choice(SESSIONS)
        yield kind, rule_of(kind, wall, on=TODAY + timedelta(chance.choice((0, 1))))


def _pause(chance: Random, now: datetime) -> Pause | None:
    return Pause(now, datetime(2026, 11, 19, 8, tzinfo=UTC)) if chance.random() < 0.15 else None


def _candidate(kind: str, rule: Rule, now: datetime, pause: Pause | None) -> DuePlan:
    number = (CHECK_IN, QUIT_DAY, OUTCOME, *SESSIONS, HELLO).index(kind) + 1
    plan = Plan(number, 1, kind, rule, ZONE, 1, rule.due_after(now - MOMENT, ZONE), None)
    return DuePlan(plan, True, True, pause if kind != HELLO else None)


@cache
def seen(seed: int) -> tuple[Days, tuple[Foreseen, ...]]:
    """Those days, and what /next says of them."""
    days = made(seed)
    return days, tuple(foresee(days.day, days.plans, days.now, END, days.evenings))


def lines(found: Sequence[Foreseen]) -> list[Line]:
    """When, of which kind, what is asked, and why it is not said."""
    return sorted((_line(one) for one in found), key=lambda line: (line[0], line[1]))


def _line(one: Foreseen) -> Line:
    slot = one.slot
    held = None if slot.state is PromptState.OPEN else slot.reason
    return slot.occurrence.at_utc, one.plan.kind, slot.form, held


def said(found: Sequence[Foreseen], *kinds: str) -> list[Line]:
    """Those of these kinds that come."""
    return [line for line in lines(found) if line[3] is None and line[1] in kinds]


def lived(days: Days, *, answers: bool) -> list[Line]:
    """The same days as they come, moment by moment: what is asked is answered, or stays open until the next comes."""
    waiting = {one.plan.id: one for one in days.plans}
    records: tuple[PromptSummary, ...] = ()
    came: list[Line] = []
    while (at := min(one.plan.next_due_at for one in waiting.values())) <= END:
        coming = [one for one in waiting.values() if one.plan.next_due_at <= at]
        rest = tuple(one.plan for one in waiting.values() if one.plan.next_due_at > at)
        state = {1: replace(days.day, records=records, plans=rest)}
        looked = [due(one.plan, at, reachable=True, own=(), pause=one.pause, evenings=days.evenings) for one in coming]
        for one in decide(at, looked, state):
            waiting[one.plan.id] = replace(waiting[one.plan.id], plan=replace(one.plan, next_due_at=one.next_due_at))
            for slot in one.slots:
                came.append(_line(Foreseen(one.plan, slot, 0)))
                records = (
                    *_left(records, one.plan, slot.state),
                    _then(prompt_summary(one.plan, slot, at), at, answers),
                )
    return sorted((line for line in came if line[0] > days.now), key=lambda line: (line[0], line[1]))


def _left(records: tuple[PromptSummary, ...], plan: Plan, state: PromptState) -> tuple[PromptSummary, ...]:
    """A question that is asked takes the place of one that is open."""
    if state is not PromptState.OPEN or plan.kind not in ASKING:
        return records
    return tuple(
        replace(one, state=PromptState.REPLACED) if one.state is PromptState.OPEN and one.kind in ASKING else one
        for one in records
    )


def _then(record: PromptSummary, at: datetime, answers: bool) -> PromptSummary:
    done = answers and record.state is PromptState.OPEN
    return replace(record, state=PromptState.DONE, seen_at=at, answered_at=at) if done else record


def _before(at: datetime, later: datetime) -> bool:
    return at < later and at.date() == later.date()


def broken(holds: Callable[[Days, Sequence[Foreseen]], bool]) -> list[int]:
    """The seeds of the days on which that does not hold."""
    return [seed for seed in range(MANY) if not holds(*seen(seed))]


def test_what_is_foreseen_for_today_and_tomorrow_is_what_comes() -> None:
    """S11: minute, kind and what is asked, whether or not what came before is answered."""
    loud = [seed for seed in range(MANY) if made(seed).day.silence.days == 0]
    for answers in (True, False):
        assert [one for one in loud if lines(seen(one)[1]) != lived(seen(one)[0], answers=answers)] == []


def test_an_outcome_question_swallows_no_check_in() -> None:
    """With the question due, each check-in comes as it would without it, to whoever answers; but for one that came
    before it that day, of more than the day may have: the question has nothing to ride in then."""

    def holds(days: Days, found: Sequence[Foreseen]) -> bool:
        bare = days.without(OUTCOME)
        alone = said(foresee(bare.day, bare.plans, bare.now, END, bare.evenings), CHECK_IN)
        asked = [line[0] for line in said(found, OUTCOME)]
        lost = set(alone) - set(said(found, CHECK_IN))
        return days.day.silence.days > 0 or all(any(_before(line[0], at) for at in asked) for line in lost)

    assert broken(holds) == []


def test_what_is_said_to_ride_has_a_check_in_to_ride_in() -> None:
    """A session's question, or an outcome's, that is left out for one finds a whole one, then or later that day."""

    def holds(_: Days, found: Sequence[Foreseen]) -> bool:
        whole = [line for line in said(found, CHECK_IN) if line[2] in WHOLE]
        riding = [line for line in lines(found) if line[3] == ReasonCode.CARD]
        return all(any(one[0].date() == line[0].date() and one[0] >= line[0] for one in whole) for line in riding)

    assert broken(holds) == []


def test_a_promised_hello_comes_and_nothing_before_it() -> None:
    """After a lapse it is quiet until the minute that was said, and then the hello is there."""

    def holds(_: Days, found: Sequence[Foreseen]) -> bool:
        hello = [line for line in lines(found) if line[1] == HELLO]
        first = min((line[0] for line in lines(found) if line[3] is None), default=None)
        return all(line[3] is None and line[0] == first for line in hello)

    assert broken(holds) == []


def test_a_quit_morning_comes() -> None:
    """On its minute: only the peace after a lapse, and a break, hold it back."""

    def holds(_: Days, found: Sequence[Foreseen]) -> bool:
        return all(line[3] in (None, "lapse", "paused") for line in lines(found) if line[1] == QUIT_DAY)

    assert broken(holds) == []
