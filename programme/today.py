"""Which day it is where somebody is."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from programme.people import Person
from programme.places import HOME


def today_of(now: datetime, person: Person) -> date:
    """The local date where that person is."""
    return now.astimezone(ZoneInfo(person.zone or HOME.zone)).date()
