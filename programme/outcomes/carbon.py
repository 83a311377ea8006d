"""Readings of carbon monoxide as steps of a working: the one that counts first, then every other of that time."""

from collections.abc import Callable, Sequence
from datetime import date

from programme.outcomes.record import VERIFIED_UNDER, CoReading
from programme.outcomes.working import Code, Step


def co_steps(readings: Sequence[CoReading], day: Callable[[date], int]) -> list[Step]:
    """The first counts; the others are shown. `day` gives the day of the attempt that a date is."""
    if not readings:
        return [Step.of(Code.CO_NONE)]
    first, *others = readings
    code = Code.CO_UNDER if first.ppm < VERIFIED_UNDER else Code.CO_NOT_UNDER
    counts = Step.of(code, ppm=first.ppm, limit=VERIFIED_UNDER, day=day(first.on))
    return [counts, *(Step.of(Code.CO_OTHER, ppm=one.ppm, day=day(one.on)) for one in others)]
