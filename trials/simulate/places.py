"""Where people live: zones with odd offsets and odd nights first, and when their clocks change."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from programme.places import Place, countries, zones_of

DAY = timedelta(days=1)

# Each has something that others have not: quarter hours (Kathmandu, Chatham), half hours (St Johns, Kolkata), a change
# of half an hour (Lord Howe) or of two (Troll), one at midnight (Havana, Beirut, Cairo), backwards in summer (Dublin),
# in Ramadan (Casablanca), the first and the last places of a day (Apia, Kiritimati, Pago Pago).
ODD = (
    "Europe/London", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia", "America/St_Johns", "Pacific/Chatham",
    "America/Havana", "Africa/Casablanca", "Asia/Beirut", "Africa/Cairo", "Europe/Dublin", "Antarctica/Troll",
    "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kolkata", "America/New_York", "America/Santiago",
    "Australia/Adelaide", "Asia/Tehran", "America/Sao_Paulo",
)  # fmt: skip


@cache
def every_place() -> tuple[Place, ...]:
    """Every zone with the first country that it lies in, the odd ones first."""
    found: dict[str, str] = {}
    for country in countries():
        for zone in zones_of(country):
            found.setdefault(zone, country)
    names = [*ODD, *sorted(found.keys() - set(ODD))]
    return tuple(Place(found[name], name) for name in names if name in found)


def changes(zone: str, start: date, days: int) -> Sequence[date]:
    """The local dates within so many days on which the clocks of that zone change."""
    place = ZoneInfo(zone)
    offsets = [datetime.combine(start + n * DAY, time(), place).utcoffset() for n in range(days + 1)]
    return [start + n * DAY for n in range(days) if offsets[n] != offsets[n + 1]]
