"""Lived progress, for the client alone: days, urges, cigarettes and money that nothing takes away (FIELD.md 2.2, 4)."""

from collections.abc import Collection, Set
from dataclasses import dataclass
from datetime import date

from programme.outcomes.record import Record, Usual, by_day, days_from
from programme.outcomes.working import Code, Step
from programme.progress import Progress, progress


@dataclass(frozen=True, slots=True)
class LivedProgress:
    """`days` over all attempts, urges that were ridden out, cigarettes not smoked and money not spent.

    The last two are None where the client did not say what they smoked before, or what a packet costs; money is in the
    smallest unit of their currency.
    """

    days: Progress
    ridden_out: int
    not_smoked: int | None
    money: int | None
    working: tuple[Step, ...]


def lived(record: Record, today: date) -> LivedProgress:
    """What a client has lived by now. No lapse and no new attempt makes any of it smaller.

    - Cigarettes not smoked are reckoned for days that are over and that they told of, in attempts and since they said
      what they used to smoke: that, less the larger number of the range they gave, and never less than none.
    - A day that was not told of adds nothing, and takes nothing away.
    """
    amounts = by_day(record.days())
    known = {day: least > 0 for day, (least, most) in amounts.items() if least or most == 0}
    days = progress(record.attempts, known, today)
    steps = [Step.of(Code.FREE_DAYS, days=days.smoke_free, of=days.smoke_free + days.smoked)]
    if days.not_known:
        steps.append(Step.of(Code.NOT_SAID_DAYS, days=days.not_known))
    if record.usual is None:
        return LivedProgress(days, record.ridden_out, None, None, (*steps, Step.of(Code.USUAL_NOT_SAID)))
    tried = _tried_days(record, today)
    spared = {day: _spared(record.usual.a_day, amounts[day][1]) for day in _counted(record.usual, tried, known, today)}
    steps.append(Step.of(Code.USUAL, number=record.usual.a_day))
    if ranged := sum(most is not None and least != most for least, most in map(amounts.__getitem__, spared)):
        steps.append(Step.of(Code.MOST_COUNTED, days=ranged))
    if no_top := sum(amounts[day][1] is None for day in spared):
        steps.append(Step.of(Code.NO_TOP, days=no_top))
    if less := sum(many > 0 for day, many in spared.items() if day not in tried):
        steps.append(Step.of(Code.LESS_DAYS, days=less))
    not_smoked = sum(spared.values())
    money, price = _money(record.usual, not_smoked)
    return LivedProgress(days, record.ridden_out, not_smoked, money, (*steps, price))


def _tried_days(record: Record, today: date) -> set[date]:
    """Days of attempts that are over."""
    ends = ((one, today if one.ended_on is None else min(today, one.ended_on)) for one in record.attempts)
    return {day for one, end in ends for day in days_from(one.quit_on, end) if day < end}


def _counted(usual: Usual, tried: Set[date], known: Collection[date], today: date) -> list[date]:
    """Days that were told of and are reckoned with."""
    return sorted(day for day in known if day in tried or (usual.since is not None and usual.since <= day < today))


def _spared(usual: int, most: int | None) -> int:
    return 0 if most is None else max(0, usual - most)


def _money(usual: Usual, not_smoked: int) -> tuple[int | None, Step]:
    if usual.price is None:
        return None, Step.of(Code.PRICE_NOT_SAID)
    step = Step.of(Code.PACKET, price=usual.price, number=usual.packet_of)
    return not_smoked * usual.price // usual.packet_of, step
