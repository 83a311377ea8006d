"""Which clocks there are in the world now, for somebody who travels and looks at one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache, lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from programme.places import Place, countries, zones_of

# Zones of cities that people know, which stand for a clock before all others of it.
KNOWN: Final = (
    "Europe/London", "Europe/Dublin", "Europe/Lisbon", "Europe/Paris", "Europe/Berlin", "Europe/Madrid", "Europe/Rome",
    "Europe/Athens", "Europe/Istanbul", "Europe/Moscow", "Europe/Helsinki", "Europe/Kyiv", "Europe/Bucharest",
    "Atlantic/Reykjavik", "Atlantic/Azores", "Africa/Lagos", "Africa/Cairo", "Africa/Johannesburg", "Africa/Nairobi",
    "Africa/Casablanca", "Africa/Algiers", "Asia/Dubai", "Asia/Tehran", "Asia/Karachi", "Asia/Kolkata", "Asia/Dhaka",
    "Asia/Bangkok", "Asia/Singapore", "Asia/Hong_Kong", "Asia/Shanghai", "Asia/Tokyo", "Asia/Seoul", "Asia/Kathmandu",
    "Asia/Jerusalem", "Asia/Riyadh", "Asia/Tashkent", "Australia/Sydney", "Australia/Brisbane", "Australia/Adelaide",
    "Australia/Darwin", "Australia/Perth", "Pacific/Auckland", "Pacific/Honolulu", "Pacific/Fiji", "America/New_York",
    "America/Toronto", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles",
    "America/Anchorage", "America/Halifax", "America/St_Johns", "America/Mexico_City", "America/Bogota",
    "America/Caracas", "America/Sao_Paulo", "America/Argentina/Buenos_Aires", "America/Santiago", "America/Jamaica",
)  # fmt: skip
_STATIONS: Final = "Antarctica/"  # who works at one has typed where they are
_OWN_CARD: Final = "GB"  # what it calls in danger differs from everywhere else, so its clock stands alone


@dataclass(frozen=True, slots=True)
class Clock:
    """Zones that agree now and over the coming year, the best known first, and how far they are from UTC now."""

    zones: tuple[str, ...]
    offset: timedelta


def clocks(now: datetime) -> Sequence[Clock]:
    """Every clock of a town at that moment (aware), to the hour, from the earliest to the latest."""
    return _clocks(now.replace(minute=0, second=0, microsecond=0))


@lru_cache(maxsize=4)
def _clocks(hour: datetime) -> Sequence[Clock]:
    groups: dict[tuple[object, ...], list[str]] = {}
    for zone in _zones():
        place = ZoneInfo(zone)
        offsets = tuple((hour + timedelta(weeks=n)).astimezone(place).utcoffset() for n in range(0, 53, 4))
        groups.setdefault((place_of(zone).country == _OWN_CARD, *offsets), []).append(zone)
    found = [Clock(tuple(sorted(zones, key=_known)), _offset(zones[0], hour)) for zones in groups.values()]
    return sorted(found, key=lambda clock: (clock.offset, _known(clock.zones[0])))


def clocks_around(zone: str, now: datetime) -> tuple[Sequence[Clock], int]:
    """All clocks but that of the IANA `zone`, and where among them it would stand."""
    others = [clock for clock in clocks(now) if zone not in clock.zones]
    here = _offset(zone, now)
    return others, sum(clock.offset < here for clock in others)


@cache
def place_of(zone: str) -> Place:
    """The place of a zone; of one that lies in several countries, the first. Raises KeyError for no such zone."""
    return _places()[zone]


def has_place(zone: str) -> bool:
    """Whether there is a country in which that zone lies."""
    return zone in _places()


@cache
def _places() -> dict[str, Place]:
    found: dict[str, Place] = {}
    for country in countries():
        for zone in zones_of(country):
            found.setdefault(zone, Place(country, zone))
    return found


def _zones() -> list[str]:
    return [zone for zone in _places() if not zone.startswith(_STATIONS)]


def _offset(zone: str, at: datetime) -> timedelta:
    return at.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()


def _known(zone: str) -> tuple[int, str]:
    return (KNOWN.index(zone) if zone in KNOWN else len(KNOWN), zone)
