"""Lived progress, for the client alone: days, urges, cigarettes and money, over all tries (FIELD.md 2.2, 4)."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from programme.outcomes.days import DayTold, Known, days_told, smoked_by_day
from programme.outcomes.record import Record, Usual, days_from
from programme.outcomes.working import Code, Step
from programme.progress import Progress, progress

_HOW = ((Known.TOGETHER, Code.TOLD_TOGETHER), (Known.SINCE, Code.TOLD_SINCE), (Known.ONE_OF, Code.ONE_OF))


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
    working: tuple[Step, ...]
    other_money: Mapping[str, int] = field(default_factory=dict)


def lived(record: Record, today: date) -> LivedProgress:
    """What a client has lived by now. No further day and no new attempt makes any of it smaller.

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
    steps = [Step.of(Code.FREE_DAYS, days=days.smoke_free, of=days.smoke_free + days.smoked)]
    steps += _how(told, tried)
    if days.not_known:
        steps.append(Step.of(Code.NOT_SAID_DAYS, days=days.not_known))
    if record.usual is None:
        return LivedProgress(days, record.ridden_out, None, None, (*steps, Step.of(Code.USUAL_NOT_SAID)))
    counted = _counted(record.usual, tried, known, today)
    spared = {day: _spared(record, day, told[day].most) for day in counted}
    steps += [*_usual(record), *_left_out(told, tried, spared)]
    money, prices = _money(record, spared)
    own = money.pop(record.usual.currency, 0) if prices else None
    others = {currency: many for currency, many in money.items() if currency and many}
    steps += prices or [Step.of(Code.PRICE_NOT_SAID)]
    return LivedProgress(days, record.ridden_out, sum(spared.values()), own, tuple(steps), others)


def _tried_days(record: Record, today: date) -> set[date]:
    """Days of attempts that are over."""
    ends = ((one, today if one.ended_on is None else min(today, one.ended_on)) for one in record.attempts)
    return {day for one, end in ends for day in days_from(one.quit_on, end) if day < end}


def _how(told: Mapping[date, DayTold], tried: Set[date]) -> Iterator[Step]:
    """Days of attempts that were told of in one go, by how that was."""
    found = Counter(one.known for day, one in told.items() if day in tried)
    return (Step.of(code, days=found[known]) for known, code in _HOW if found[known])


def _counted(usual: Usual, tried: Set[date], known: Collection[date], today: date) -> list[date]:
    """Days that were told of and are reckoned with."""
    return sorted(day for day in known if day in tried or (usual.since is not None and usual.since <= day < today))


def _spared(record: Record, day: date, most: int | None) -> int:
    usual = record.usual_on(day)
    return 0 if most is None or usual is None else max(0, usual.a_day - most)


def _usual(record: Record) -> Iterator[Step]:
    """What they told of a usual day, and what they had told before, up to when."""
    assert record.usual is not None, "looked at where it was told"
    later = record.usual
    for one in reversed(record.usual_before):
        if one.a_day != later.a_day and one.until is not None:
            yield Step.of(Code.USUAL_BEFORE, number=one.a_day, until=one.until.toordinal())
        later = one
    yield Step.of(Code.USUAL, number=record.usual.a_day)


def _left_out(told: Mapping[date, DayTold], tried: Set[date], spared: Mapping[date, int]) -> Iterator[Step]:
    """Where a range, or no upper end, decided what is counted; and days without an attempt."""
    ranged = sum(most is not None and least != most for least, most in (told[day].amount for day in spared))
    no_top = sum(told[day].most is None for day in spared)
    less = sum(many > 0 for day, many in spared.items() if day not in tried)
    counts = ((Code.MOST_COUNTED, ranged), (Code.NO_TOP, no_top), (Code.LESS_DAYS, less))
    return (Step.of(code, days=count) for code, count in counts if count)


def _money(record: Record, spared: Mapping[date, int]) -> tuple[dict[str | None, int], list[Step]]:
    """What was not spent, by currency, each day at the price of its time; and the prices, the newest last."""
    found: dict[str | None, Fraction] = {}
    for day, many in spared.items():
        at = record.usual_on(day)
        if at is not None and at.price is not None:
            spent = Fraction(many * at.price, at.packet_of)
            found[at.currency] = found.get(at.currency, Fraction()) + spent
    return {currency: int(many) for currency, many in found.items()}, list(_prices(record))


def _prices(record: Record) -> Iterator[Step]:
    later = record.usual
    steps = []
    for one in reversed(record.usual_before):
        if one.price is not None and later is not None and _costs(one) != _costs(later) and one.until is not None:
            step = Step.of(Code.PACKET_BEFORE, price=one.price, number=one.packet_of, until=one.until.toordinal())
            steps.append(step)
        later = one
    yield from reversed(steps)
    if record.usual is not None and record.usual.price is not None:
        yield Step.of(Code.PACKET, price=record.usual.price, number=record.usual.packet_of)


def _costs(usual: Usual) -> tuple[int | None, int, str | None]:
    return usual.price, usual.packet_of, usual.currency
