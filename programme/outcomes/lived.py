"""Lived progress, for the client alone: days, urges, cigarettes and money that nothing takes away (FIELD.md 2.2, 4)."""

from dataclasses import dataclass
from datetime import date

from programme.outcomes.record import Record, Usual, by_day, days_from
from programme.outcomes.working import Code, Step
from programme.progress import Progress, progress


@dataclass(frozen=True, slots=True)
class LivedProgress:
    """`days` over all attempts, urges that were ridden out, cigarettes not smoked and pence not spent.

    The last two are None where the client did not say what they smoked before, or what a packet costs.
    """

    days: Progress
    ridden_out: int
    not_smoked: int | None
    pence: int | None
    working: tuple[Step, ...]


def lived(record: Record, today: date) -> LivedProgress:
    """What a client has lived by now. No lapse and no new attempt makes any of it smaller.

    - Cigarettes not smoked are reckoned for days of attempts that are over and that they told of: what they smoked
      before, less the larger number of the range they gave, and never less than none.
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
    counted = {day: amounts[day] for day in _lived_days(record, today) if day in known}
    not_smoked = sum(_spared(record.usual.a_day, most) for _, most in counted.values())
    steps.append(Step.of(Code.USUAL, number=record.usual.a_day))
    if ranged := sum(least != most for least, most in counted.values()):
        steps.append(Step.of(Code.MOST_COUNTED, days=ranged))
    pence, price = _money(record.usual, not_smoked)
    return LivedProgress(days, record.ridden_out, not_smoked, pence, (*steps, price))


def _lived_days(record: Record, today: date) -> set[date]:
    ends = ((one, today if one.ended_on is None else min(today, one.ended_on)) for one in record.attempts)
    return {day for one, end in ends for day in days_from(one.quit_on, end) if day < end}


def _spared(usual: int, most: int | None) -> int:
    return 0 if most is None else max(0, usual - most)


def _money(usual: Usual, not_smoked: int) -> tuple[int | None, Step]:
    if usual.packet_pence is None:
        return None, Step.of(Code.PRICE_NOT_SAID)
    step = Step.of(Code.PACKET, pence=usual.packet_pence, number=usual.packet_of)
    return not_smoked * usual.packet_pence // usual.packet_of, step
