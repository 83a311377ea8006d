"""The time zone data that runs: that of the pinned tzdata package, whatever the system has.

Python looks at the system's folders first, and those may be years older. `use_pinned` is called when the programme is
imported, so before any floor makes a ZoneInfo. A moment that was reckoned with other data is reckoned again by
`moved`, from the offsets that were kept with it.
"""

import zoneinfo
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from importlib.metadata import version
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, Self
from zoneinfo import ZoneInfo

PINNED: Final = Path(str(files("tzdata").joinpath("zoneinfo")))
FOUND: Final = zoneinfo.TZPATH  # where Python would have looked first: what ran before this was kept
TESTED: Final = ("2026f", date(2026, 10, 28))  # the release that the pins name, and its date; both move with the pin
OLD: Final = timedelta(days=365)
KEPT: Final = timedelta(days=800)  # how far ahead offsets are kept: a session lies a year ahead at most
_STEP: Final = timedelta(days=14)  # shorter than any time for which a zone changes its clocks
_MINUTE: Final = timedelta(minutes=1)
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def use_pinned() -> None:
    """Every ZoneInfo made from now on is the pinned package's; PYTHONTZPATH counts for nothing."""
    zoneinfo.reset_tzpath(to=[str(PINNED)])
    ZoneInfo.clear_cache()


@dataclass(frozen=True, slots=True)
class ZoneData:
    """Which data runs: the package's `version` ("2026.6"), its source's (`iana`, "2026f"), where Python looks first."""

    version: str
    iana: str
    path: str

    @property
    def is_pinned(self) -> bool:
        """Whether it is the package's, and no older release than the pins name."""
        return self.path == str(PINNED) and self.iana >= TESTED[0]

    def is_old(self, on: date) -> bool:
        """Whether it came out over a year before that day; of a release whose date is not known, its year counts."""
        released = TESTED[1] if self.iana == TESTED[0] else date(int(self.iana[:4]), 12, 31)
        return on > released + OLD


def in_use() -> ZoneData:
    """The data that runs now."""
    with PINNED.joinpath("tzdata.zi").open(encoding="utf-8") as data:
        iana = data.readline().split()[-1]  # "# version 2026f"
    return ZoneData(version("tzdata"), iana, zoneinfo.TZPATH[0] if zoneinfo.TZPATH else "")


def of_system(zone: str, path: Sequence[str]) -> ZoneInfo | None:
    """That zone as the first of these folders has it; None where none does."""
    for folder in path:
        found = Path(folder) / zone
        if found.is_file():
            with found.open("rb") as data:
                return ZoneInfo.from_file(data, key=zone)
    return None


@dataclass(frozen=True, slots=True)
class Offsets:
    """The offsets of some zones from `since` to `until` (UTC), as data of that version has them.

    `of` holds for each zone the moments at which an offset begins, with the offset: (minutes of the epoch, minutes).
    """

    version: str
    since: datetime
    until: datetime
    of: Mapping[str, tuple[tuple[int, int], ...]]

    def at(self, moment: datetime, zone: str) -> timedelta | None:
        """The offset of the zone at that moment; None where it is not known."""
        found = self.of.get(zone)
        if found is None or not self.since <= moment <= self.until:
            return None
        place = bisect_right(found, (_minutes(moment), 24 * 60)) - 1
        return timedelta(minutes=found[max(place, 0)][1])

    def differing(self, other: Self) -> set[str]:
        """The zones of both whose offsets differ in the time that both know."""
        since, until = _minutes(max(self.since, other.since)), _minutes(min(self.until, other.until))
        both = self.of.keys() & other.of.keys()
        return {
            zone for zone in both if _between(self.of[zone], since, until) != _between(other.of[zone], since, until)
        }

    def to_json(self) -> dict[str, Any]:
        """As it is stored."""
        return {
            "version": self.version,
            "since": self.since.isoformat(),
            "until": self.until.isoformat(),
            "of": {zone: [list(one) for one in found] for zone, found in self.of.items()},
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """The offsets of `to_json`."""
        of = {zone: tuple((at, offset) for at, offset in found) for zone, found in stored["of"].items()}
        since, until = datetime.fromisoformat(stored["since"]), datetime.fromisoformat(stored["until"])
        return cls(stored["version"], since, until, of)


def offsets(zones: Mapping[str, tzinfo], now: datetime, version: str) -> Offsets:
    """The offsets of these zones from two days before `now` on."""
    since, until = now - timedelta(days=2), now + KEPT
    steps = [since + _STEP * n for n in range((until - since) // _STEP + 1)] + [until]
    return Offsets(version, since, until, {name: _offsets(zone, steps) for name, zone in zones.items()})


def _between(found: Sequence[tuple[int, int]], since: int, until: int) -> list[tuple[int, int]]:
    first = [offset for at, offset in found if at <= since][-1:]
    return [(since, offset) for offset in first] + [one for one in found if since < one[0] <= until]


def moved(at: datetime, zone: str, before: Offsets) -> datetime:
    """The moment (UTC) that has now the wall time which `at` had in that zone before; `at` where that is not known."""
    offset = before.at(at, zone)
    if offset is None or at.astimezone(ZoneInfo(zone)).utcoffset() == offset:
        return at
    wall = (at.astimezone(UTC) + offset).replace(tzinfo=ZoneInfo(zone))
    return wall.astimezone(UTC)


def _offsets(zone: tzinfo, steps: Sequence[datetime]) -> tuple[tuple[int, int], ...]:
    found = [(_minutes(steps[0]), _offset(zone, steps[0]))]
    for before, after in pairwise(steps):
        offset = _offset(zone, after)
        if offset != found[-1][1]:
            found.append((_begins(zone, before, after, offset), offset))
    return tuple(found)


def _begins(zone: tzinfo, before: datetime, after: datetime, offset: int) -> int:
    """The first minute of the epoch of that offset, which holds at `after` and not at `before`."""
    first, last = _minutes(before), _minutes(after)
    while last - first > 1:
        middle = (first + last) // 2
        if _offset(zone, _EPOCH + _MINUTE * middle) == offset:
            last = middle
        else:
            first = middle
    return last


def _offset(zone: tzinfo, at: datetime) -> int:
    return (at.astimezone(zone).utcoffset() or timedelta()) // _MINUTE


def _minutes(at: datetime) -> int:
    return (at - _EPOCH) // _MINUTE
