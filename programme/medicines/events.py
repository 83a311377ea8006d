"""Medicines and aids."""

from datetime import date

from programme.event import Answer, absent, event
from programme.medicines.regular import SmokingChange


@event
class MedicineAnswered(Answer):
    """A client answered the question about medicines. Older rows do not say which."""

    medicine: int | None = absent()


@event
class MedicineChecked(Answer):
    """A practitioner checked a client's medicine."""


@event
class SameDayTold(Answer):
    """The team was told the same day of what `moment` changes for a medicine, by that request."""

    moment: SmokingChange
    on: date
    request: int


@event
class AidSaid(Answer):
    """A client said how it goes with an aid."""
