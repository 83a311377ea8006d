"""Who writes to us: what they may be to the service, their switches, and where and on which day they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final
from zoneinfo import ZoneInfo

NAME_LENGTH: Final = 40  # characters: what fits a greeting and a line of a summary


class Role(StrEnum):
    """What a person is here. One person may be several; without any, a stranger."""

    PRACTITIONER = "practitioner"
    CLIENT = "client"
    SUPPORTER = "supporter"  # somebody was asked to be one, whatever became of it


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who wrote to us at least once. `name` is what they asked to be called, `country` ISO 3166, `zone` IANA.

    `nation` is whose crisis numbers they chose by a tap (programme.safety.cards.CHOICES); None: they did not choose.
    `awaiting` says what their next words are for, and `awaiting_screen` which screen asked. `pinned_at`: when the
    message with the crisis numbers was put down for them (UTC).
    """

    id: int
    telegram_id: int
    name: str | None
    locale: str
    country: str | None
    zone: str | None
    cannot_reach_since: datetime | None
    hold_until: datetime | None
    awaiting: str | None
    awaiting_screen: int | None
    roles: frozenset[Role]
    nation: str | None = None
    pinned_at: datetime | None = None

    @property
    def is_client(self) -> bool:
        """Joined, and has not left."""
        return Role.CLIENT in self.roles

    @property
    def is_practitioner(self) -> bool:
        """Joined as a practitioner."""
        return Role.PRACTITIONER in self.roles

    @property
    def is_guest(self) -> bool:
        """Knows of us as somebody's supporter, and as nothing else: reads nothing of clients' matters."""
        return self.roles == {Role.SUPPORTER}


@dataclass(frozen=True, slots=True)
class Client:
    """Somebody who joined with a practitioner's link. `left_at` is None while they stay.

    `keep_until` is the last day, where they were, on which what they left with us is kept, as it was named to them.
    """

    person_id: int
    practitioner_id: int
    joined_at: datetime
    left_at: datetime | None
    keep_until: date | None = None


# Signs that turn the direction of a line around can make a name look like another one.
_TURNS: Final = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C))


def clean_name(text: str) -> str | None:
    """A name as we keep it: one line, no double spaces, no direction signs, at most NAME_LENGTH. None if empty."""
    shown = "".join(sign for sign in text.translate(_TURNS) if sign.isprintable() or sign.isspace())
    return " ".join(shown.split())[:NAME_LENGTH].strip() or None


class Switch(StrEnum):
    """By its name."""

    BODY = "body"  # what changes in the body, shown with their progress
    AIDS = "aids"  # asked how it is going with what they use to stop
    EASIER = "easier"  # asked what got easier
    SAFETY = "safety"  # offered a safety plan
    SCALES = "scales"  # offered the nine questions


USUAL: Mapping[Switch, bool] = {one: one is not Switch.BODY for one in Switch}


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is: `country` ISO 3166 (two capitals), `zone` an IANA name."""

    country: str
    zone: str


HOME: Final = Place("GB", "Europe/London")  # what is guessed before anybody says where they are


@cache
def _zone_table() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    lines = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            country, _, zone, *_ = line.split("\t")
            table[country] = (*table.get(country, ()), zone)
    return table


def countries() -> tuple[str, ...]:
    """Every country that has a time zone, by its ISO 3166 code, in alphabetical order of the codes."""
    return tuple(sorted(_zone_table()))


def zones_of(country: str) -> tuple[str, ...]:
    """The zones of a country, its main one first where the table knows; empty for an unknown country."""
    return _zone_table().get(country, ())


def every_zone() -> frozenset[str]:
    """The zones of all countries: those in which a person can be."""
    return frozenset(zone for zones in _zone_table().values() for zone in zones)


def is_place(place: Place) -> bool:
    """Does that zone lie in that country?"""
    return place.zone in zones_of(place.country)


def only_place(country: str) -> Place | None:
    """The place of a country with one zone; None where there are several, or no such country."""
    zones = zones_of(country)
    return Place(country, zones[0]) if len(zones) == 1 else None


def choices_of_zone(country: str, now: datetime) -> Sequence[str]:
    """One zone for each clock there is in the country: zones that agree now and over the coming year are one choice."""
    seen: dict[tuple[timedelta | None, ...], str] = {}
    for zone in zones_of(country):
        offsets = (ZoneInfo(zone).utcoffset((now + timedelta(weeks=w)).replace(tzinfo=None)) for w in range(0, 53, 4))
        seen.setdefault(tuple(offsets), zone)
    return tuple(seen.values())


def today_of(now: datetime, person: Person) -> date:
    """The local date where that person is."""
    return now.astimezone(ZoneInfo(person.zone or HOME.zone)).date()


# Zones of cities that people know, which stand for a clock before all others of it.
KNOWN_PLACES: Final = (
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
class WorldClock:
    """Zones that agree now and over the coming year, the best known first, and how far they are from UTC now."""

    zones: tuple[str, ...]
    offset: timedelta


def world_clocks(now: datetime) -> Sequence[WorldClock]:
    """Every clock of a town at that moment (aware), to the hour, from the earliest to the latest."""
    return _clocks(now.replace(minute=0, second=0, microsecond=0))


@lru_cache(maxsize=4)
def _clocks(hour: datetime) -> Sequence[WorldClock]:
    groups: dict[tuple[object, ...], list[str]] = {}
    for zone in _zones():
        place = ZoneInfo(zone)
        offsets = tuple((hour + timedelta(weeks=n)).astimezone(place).utcoffset() for n in range(0, 53, 4))
        groups.setdefault((place_of(zone).country == _OWN_CARD, *offsets), []).append(zone)
    found = [WorldClock(tuple(sorted(zones, key=_known)), _offset(zones[0], hour)) for zones in groups.values()]
    return sorted(found, key=lambda clock: (clock.offset, _known(clock.zones[0])))


def clocks_around(zone: str, now: datetime) -> tuple[Sequence[WorldClock], int]:
    """All clocks but that of the IANA `zone`, and where among them it would stand."""
    others = [clock for clock in world_clocks(now) if zone not in clock.zones]
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
    return (KNOWN_PLACES.index(zone) if zone in KNOWN_PLACES else len(KNOWN_PLACES), zone)
