"""Lived progress over all tries, the four outcomes of one client side by side, and what in them cannot be true."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from itertools import accumulate

from programme.quitting.attempts import Attempt
from programme.quitting.days import Account, DayTold, HowKnown, account, cigarettes_in, days_told, smoked_by_day
from programme.quitting.nhs import NhsResult, nhs_four_week
from programme.quitting.record import CigarettesSaid, Record, Usual, days_from
from programme.quitting.russell import RussellResult, russell
from programme.quitting.working import Code, SevenDaysResult, WorkingStep, seven_days

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Progress:
    """Days over all attempts. `longest` is the longest stretch of smoke-free days without a smoked one in between."""

    smoke_free: int = 0
    longest: int = 0
    smoked: int = 0
    not_known: int = 0


def progress(attempts: Sequence[Attempt], days: Mapping[date, bool], today: date) -> Progress:
    """What the days of all attempts come to. `days` says of a local date whether they smoked; absent: they did not say.

    - A day counts once it is over, from the quit date on (that day too), while its attempt holds.
    - A day without an answer is not known: it is never smoke-free, never smoked, and ends no stretch.
    - A stretch is of one attempt. A day that two attempts share counts once.
    """
    lived = [list(_days_of(attempt, today)) for attempt in attempts]
    every = {day for one in lived for day in one}
    known = [days[day] for day in every if day in days]
    return Progress(
        smoke_free=known.count(False),
        longest=max((_longest(days[day] for day in one if day in days) for one in lived), default=0),
        smoked=known.count(True),
        not_known=len(every) - len(known),
    )


def progress_gaps(attempts: Sequence[Attempt], days: Mapping[date, bool], today: date) -> list[date]:
    """The days of all attempts that are not known, in order."""
    return sorted({day for one in attempts for day in _days_of(one, today)} - days.keys())


def _days_of(attempt: Attempt, today: date) -> Iterator[date]:
    end = today if attempt.ended_on is None else min(today, attempt.ended_on)
    return (attempt.quit_on + n * _DAY for n in range((end - attempt.quit_on).days))


def _longest(smoked: Iterable[bool]) -> int:
    """The most smoke-free days in a row, of the days that are known, in order."""
    run = accumulate(smoked, lambda length, smoked: 0 if smoked else length + 1, initial=0)
    return max(run)


_HOW = ((HowKnown.TOGETHER, Code.TOLD_TOGETHER), (HowKnown.SINCE, Code.TOLD_SINCE), (HowKnown.ONE_OF, Code.ONE_OF))


@dataclass(frozen=True, slots=True)
class LivedProgress:
    """`days` over all attempts, urges that were ridden out, cigarettes not smoked and money not spent.

    The last two are None where the client did not say what they smoked before, or what a packet costs. `money` is in
    the smallest unit of the currency that they told last, `other_money` what was in others, by the currency.
    """

    days: Progress
    ridden_out: int
    not_smoked: int | None
    money: int | None
    working: tuple[WorkingStep, ...]
    other_money: Mapping[str, int] = field(default_factory=dict)


def lived(record: Record, today: date) -> LivedProgress:
    """What a client has lived so far. No further day and no new attempt makes any of it smaller.

    - A day that they tell of later, or correct, counts as if they had said so at first: a smoke-free day that turns out
      to have been none is none.
    - Cigarettes not smoked are reckoned for days that are over and that they told of, in attempts and since they said
      what they used to smoke: that, less the larger number of the range they gave, and never less than none.
    - Each day goes by what was usual, and by the price, at its time.
    - A day that was not told of adds nothing, and takes nothing away.
    """
    told = days_told(record.said, record.attempts)
    known = smoked_by_day(told)
    days = progress(record.attempts, known, today)
    tried = _tried_days(record, today)
    steps = [WorkingStep.of(Code.FREE_DAYS, days=days.smoke_free, of=days.smoke_free + days.smoked)]
    steps += _how(told, tried)
    if days.not_known:
        steps.append(WorkingStep.of(Code.NOT_SAID_DAYS, days=days.not_known))
    if record.usual is None:
        return LivedProgress(days, record.ridden_out, None, None, (*steps, WorkingStep.of(Code.USUAL_NOT_SAID)))
    counted = _counted(record.usual, tried, known, today)
    spared = {day: _spared(record, day, told[day].most) for day in counted}
    steps += [*_usual(record), *_left_out(told, tried, spared)]
    money, prices = _money(record, spared)
    own = money.pop(record.usual.currency, 0) if prices else None
    others = {currency: many for currency, many in money.items() if currency and many}
    steps += prices or [WorkingStep.of(Code.PRICE_NOT_SAID)]
    return LivedProgress(days, record.ridden_out, sum(spared.values()), own, tuple(steps), others)


def _tried_days(record: Record, today: date) -> set[date]:
    """Days of attempts that are over."""
    ends = ((one, today if one.ended_on is None else min(today, one.ended_on)) for one in record.attempts)
    return {day for one, end in ends for day in days_from(one.quit_on, end) if day < end}


def _how(told: Mapping[date, DayTold], tried: Set[date]) -> Iterator[WorkingStep]:
    """Days of attempts that were told of in one go, by how that was."""
    found = Counter(one.known for day, one in told.items() if day in tried)
    return (WorkingStep.of(code, days=found[known]) for known, code in _HOW if found[known])


def _counted(usual: Usual, tried: Set[date], known: Collection[date], today: date) -> list[date]:
    """Days that were told of and are reckoned with."""
    return sorted(day for day in known if day in tried or (usual.since is not None and usual.since <= day < today))


def _spared(record: Record, day: date, most: int | None) -> int:
    usual = record.usual_on(day)
    return 0 if most is None or usual is None else max(0, usual.a_day - most)


def _usual(record: Record) -> Iterator[WorkingStep]:
    """What they told of a usual day, and what they had told before, up to when."""
    assert record.usual is not None, "looked at where it was told"
    later = record.usual
    for one in reversed(record.usual_before):
        if one.a_day != later.a_day and one.until is not None:
            yield WorkingStep.of(Code.USUAL_BEFORE, number=one.a_day, until=one.until.toordinal())
        later = one
    yield WorkingStep.of(Code.USUAL, number=record.usual.a_day)


def _left_out(told: Mapping[date, DayTold], tried: Set[date], spared: Mapping[date, int]) -> Iterator[WorkingStep]:
    """Where a range, or no upper end, decided what is counted; and days without an attempt."""
    ranged = sum(most is not None and least != most for least, most in (told[day].amount for day in spared))
    no_top = sum(told[day].most is None for day in spared)
    less = sum(many > 0 for day, many in spared.items() if day not in tried)
    counts = ((Code.MOST_COUNTED, ranged), (Code.NO_TOP, no_top), (Code.LESS_DAYS, less))
    return (WorkingStep.of(code, days=count) for code, count in counts if count)


def _money(record: Record, spared: Mapping[date, int]) -> tuple[dict[str | None, int], list[WorkingStep]]:
    """What was not spent, by currency, each day at the price of its time; and the prices, the newest last."""
    found: dict[str | None, Fraction] = {}
    for day, many in spared.items():
        at = record.usual_on(day)
        if at is not None and at.price is not None:
            spent = Fraction(many * at.price, at.packet_of)
            found[at.currency] = found.get(at.currency, Fraction()) + spent
    return {currency: int(many) for currency, many in found.items()}, list(_prices(record))


def _prices(record: Record) -> Iterator[WorkingStep]:
    later = record.usual
    steps = []
    for one in reversed(record.usual_before):
        if one.price is not None and later is not None and _costs(one) != _costs(later) and one.until is not None:
            step = WorkingStep.of(
                Code.PACKET_BEFORE, price=one.price, number=one.packet_of, until=one.until.toordinal()
            )
            steps.append(step)
        later = one
    yield from reversed(steps)
    if record.usual is not None and record.usual.price is not None:
        yield WorkingStep.of(Code.PACKET, price=record.usual.price, number=record.usual.packet_of)


def _costs(usual: Usual) -> tuple[int | None, int, str | None]:
    return usual.price, usual.packet_of, usual.currency


@dataclass(frozen=True, slots=True)
class Outcomes:
    """`attempt` is the one that the first three are about: the last whose day has come. None: no day has come yet."""

    attempt: Attempt | None
    nhs: NhsResult | None
    russell_6: RussellResult | None
    russell_12: RussellResult | None
    seven_days: SevenDaysResult
    lived: LivedProgress


def outcomes(record: Record, today: date, about: Attempt | None = None) -> Outcomes:
    """All four as they are known on `today`, the client's local date; of that attempt, or of the latest."""
    attempt = about or latest_attempt(record.attempts, today)
    week, ever = seven_days(record, today), lived(record, today)
    if attempt is None:
        return Outcomes(None, None, None, None, week, ever)
    return Outcomes(
        attempt=attempt,
        nhs=nhs_four_week(record, attempt, today),
        russell_6=russell(record, attempt, 6, today),
        russell_12=russell(record, attempt, 12, today),
        seven_days=week,
        lived=ever,
    )


def latest_attempt(attempts: Iterable[Attempt], today: date) -> Attempt | None:
    """The attempt with the last quit date that has come and was not taken away before."""
    came = [one for one in attempts if one.holds_on(one.quit_on) and one.has_come(today)]
    return max(came, key=lambda one: (one.quit_on, one.id), default=None)


def attempts_shown(attempts: Sequence[Attempt], today: date) -> Attempt | None:
    """The one that a practitioner reads of: the latest, or else the one that is still to come."""
    to_come = (one for one in attempts if one.ended_on is None)
    return latest_attempt(attempts, today) or next(to_come, None)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """`more` tells of cigarettes in days of which `less` says fewer. `told_on` is the date of each, `by` its teller.

    Where `more` is no answer it was told day by day, or, with `is_relapse`, by naming a relapse on that day.
    """

    more: CigarettesSaid
    less: CigarettesSaid
    is_relapse: bool = False


def contradictions(record: Record, attempt: Attempt, today: date = date.max) -> tuple[Contradiction, ...]:
    """Every two tellings about that try, as known on `today`, that cannot both be; in the order of the later telling.

    An answer beside another, beside all that was told of from day to day (as one telling, on its last day), or beside
    a relapse that was named (one cigarette at least, on its day).
    """
    told = account(record, attempt, today)
    return tuple(sorted(_found(told), key=lambda one: (_later(one), one.more.told_on, one.less.told_on)))


def _later(one: Contradiction) -> date:
    return max(one.more.told_on, one.less.told_on)


def _found(told: Account) -> Iterator[Contradiction]:
    for less in told.answers:
        for more in (*told.answers, *_days(told, less)):
            if _differ(more, less):
                yield Contradiction(more, less)
        for more in (_relapse(told, day) for day in told.relapses):
            if _differ(more, less):
                yield Contradiction(more, less, is_relapse=True)
        if less.least and told.is_free(less.first, less.last):
            yield Contradiction(
                less, CigarettesSaid(less.first, less.last, 0, 0, less.last, attempt_id=told.attempt.id)
            )


def _differ(more: CigarettesSaid, less: CigarettesSaid) -> bool:
    return less.most is not None and more.least > less.most and more.within(less.first, less.last)


def _days(told: Account, answer: CigarettesSaid) -> Iterator[CigarettesSaid]:
    """The smoked days that the answer is about, as one telling."""
    smoked = [one for one in told.daily(answer.first, answer.last) if one.least]
    if smoked:
        first, last = min(one.first for one in smoked), max(one.last for one in smoked)
        yield CigarettesSaid(first, last, *cigarettes_in(smoked), last, attempt_id=told.attempt.id)


def _relapse(told: Account, day: date) -> CigarettesSaid:
    return CigarettesSaid(day, day, 1, None, day, attempt_id=told.attempt.id)
