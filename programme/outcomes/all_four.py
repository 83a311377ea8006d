"""The four outcomes of one client side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from programme.outcomes.lived import LivedProgress, lived
from programme.outcomes.nhs import NhsResult, nhs_four_week
from programme.outcomes.record import Record
from programme.outcomes.russell import RussellResult, russell
from programme.outcomes.seven_days import SevenDaysResult, seven_days
from programme.quitting import Attempt


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
    attempt = about or latest(record.attempts, today)
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


def latest(attempts: Iterable[Attempt], today: date) -> Attempt | None:
    """The attempt with the last quit date that has come and was not taken away before."""
    came = [one for one in attempts if one.holds_on(one.quit_on) and one.has_come(today)]
    return max(came, key=lambda one: (one.quit_on, one.id), default=None)


def shown(attempts: Sequence[Attempt], today: date) -> Attempt | None:
    """The one that a practitioner reads of: the latest, or else the one that is still to come."""
    to_come = (one for one in attempts if one.ended_on is None)
    return latest(attempts, today) or next(to_come, None)
