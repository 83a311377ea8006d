"""How outcomes were counted up to November 2026, frozen: to say once, to whoever relied on it, what has changed.

Nothing else may use it. It may go after 30 June 2027, and with it programme/outcomes/recount.py, care/recounted.py and
what stands in programme/errata.py for it (docs/decisions/0043). What was right and wrong in it: docs/decisions/0035.
"""

from datetime import date
from typing import Final

from programme.occurrence import DAY
from programme.outcomes.nhs import CLOSES_DAY, LAST_DAY, OPENS_DAY, Nhs
from programme.outcomes.record import FIRST_COUNTED, VERIFIED_UNDER, CoReading, Record, Said, by_day
from programme.outcomes.russell import ALLOWED, EARLY, GRACE, LATE, Months, Russell, months_after
from programme.quitting import Attempt

UNKNOWN: Final = "unknown"  # smoking for want of an answer alone


def nhs_before(record: Record, attempt: Attempt, today: date) -> Nhs:
    """The 4-week result of that try: every try's answers counted, "treated" not said counted as treated."""
    if not attempt.holds_on(attempt.quit_on) or (record.treatments and not record.treatments[-1].treated):
        return Nhs.NOT_COUNTED
    first, last, opens, closes = (attempt.quit_on + n * DAY for n in (FIRST_COUNTED, LAST_DAY, OPENS_DAY, CLOSES_DAY))
    smoked = any(least for day, (least, _) in by_day(record.days()).items() if first <= day <= last)
    answer = _answer(record, first, last, opens, min(closes, today))
    if smoked or (answer is not None and answer.most != 0):
        return Nhs.NOT_QUIT
    if answer is not None:
        reading = _reading(record, opens, closes)
        verified = reading is not None and reading.ppm < VERIFIED_UNDER
        return Nhs.CO_VERIFIED if verified else Nhs.SELF_REPORTED
    if record.left_by(min(closes, today)) or today > closes:
        return Nhs.NOT_KNOWN
    return Nhs.NOT_YET if today < opens else Nhs.WAITING


def russell_before(record: Record, attempt: Attempt, months: Months, today: date) -> str:
    """What a trial would have counted that try as, as a value of Russell or UNKNOWN: a corrected answer counted too."""
    if not attempt.holds_on(attempt.quit_on):
        return Russell.NOT_COUNTED
    start, due = attempt.quit_on + GRACE + DAY, months_after(attempt.quit_on, months)
    answer = _answer(record, start, due, due - EARLY, min(due + LATE, today))
    if answer is None:
        return _unanswered(record, due, today)
    days = by_day(one for one in record.days() if one.within(start, due)).values()
    spans = [one.least for one in record.said if one.follow_up and one.within(start, due)]
    least = max([sum(least for least, _ in days), answer.least, *spans])
    if least > ALLOWED or answer.most is None or answer.most > ALLOWED:
        return Russell.SMOKING
    if least > answer.most and any(most is None for _, most in days):
        return Russell.SMOKING
    if least > answer.most and sum(most or 0 for _, most in days) > ALLOWED:
        return Russell.SMOKING
    reading = _reading(record, due - EARLY, due + LATE)
    if reading is None:
        return Russell.SELF_REPORTED
    return Russell.VERIFIED if reading.ppm < VERIFIED_UNDER else Russell.SMOKING


def _unanswered(record: Record, due: date, today: date) -> str:
    if record.left_by(min(due + LATE, today)):
        return Russell.LEFT
    if today < due - EARLY:
        return Russell.NOT_YET
    return Russell.WAITING if today <= due + LATE else UNKNOWN


def _answer(record: Record, first: date, last: date, opens: date, closes: date) -> Said | None:
    """The last answer of those days, about whichever try it was, that is about all of the days that count."""
    told = [one for one in record.said if one.follow_up and opens <= one.told_on <= closes]
    found = [one for one in told if one.covers(first, min(last, one.told_on))]
    return max(reversed(found), key=lambda one: one.told_on, default=None)


def _reading(record: Record, first: date, last: date) -> CoReading | None:
    """The last of those days."""
    found = [one for one in record.readings if one.by_practitioner and first <= one.on <= last]
    return max(found, key=lambda one: one.on, default=None)
