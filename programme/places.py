"""Countries and the time zones in them, from the zone tables of the tzdata package."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Final
from zoneinfo import ZoneInfo


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
