"""How long what is kept about somebody stays (FIELD.md section 3, Retention; docs/decisions/0041)."""

from datetime import date, datetime, timedelta
from typing import Final

from programme.people import Person
from programme.today import today_of

ANSWERS: Final = timedelta(days=365)  # what somebody told, with us or not
AFTER_LEAVING: Final = timedelta(days=90)  # all of somebody who left and kept it
DECISIONS: Final = timedelta(days=365)  # what was asked, and why; who looked at what
CONSENTS: Final = timedelta(days=6 * 365 + 2)  # every yes and no


def kept_until(left_at: datetime, person: Person) -> date:
    """The last day, where they are, on which what they left with us is still there."""
    return today_of(left_at + AFTER_LEAVING, person)
