"""How long what is kept about somebody stays (FIELD.md section 3, Retention; docs/decisions/0041)."""

from datetime import date, datetime, timedelta
from typing import Final

from programme.people.person import Person, today_of

ANSWERS: Final = timedelta(days=365)  # what somebody told, with us or not
AFTER_LEAVING: Final = timedelta(days=90)  # all of somebody who left and kept it
DECISIONS: Final = timedelta(days=365)  # what was asked, and why; who looked at what
CONSENTS: Final = timedelta(days=6 * 365 + 2)  # every yes and no
# Telegram repeats an update for a day at most; after two weeks its number may even be used for another one.
DONE_UPDATES: Final = timedelta(days=14)
SET_ASIDE: Final = timedelta(days=14)  # updates that nobody could read, once they came
SAID: Final = timedelta(days=90)  # what was said or not said, once it ended; the prompts and events stay
UNUSED_LINKS: Final = timedelta(days=30)  # after they ran out
PASSED_ON: Final = timedelta(days=90)  # words between supporters and clients
UNKEPT: Final = timedelta(days=1)  # what is told by who did not agree to have answers kept
SOFT: Final = timedelta(days=1)  # after the soft hours are over
TONIGHT: Final = timedelta(days=3)
TAKEN_OFF: Final = timedelta(days=1)  # for so long it can be undone
STRANGERS: Final = timedelta(days=1)  # who never joined, after they were here
HOUSEKEEPING: Final = timedelta(days=400)  # what the nightly jobs did


def kept_until(left_at: datetime, person: Person) -> date:
    """The last day, where they are, on which what they left with us is still there."""
    return today_of(left_at + AFTER_LEAVING, person)
