"""Clocks of the world, for somebody who looks at one."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from programme.people.person import KNOWN_PLACES, clocks_around, countries, has_place, place_of, world_clocks, zones_of
from tests.rows import each_row

WINTER, SUMMER = datetime(2026, 1, 15, 12, 20, tzinfo=UTC), datetime(2026, 7, 15, 12, 20, tzinfo=UTC)


@each_row("now", [WINTER, SUMMER])
def test_every_zone_stands_on_one_clock(now: datetime) -> None:
    """Each zone of each country is on one clock, but for research stations; all of a clock agree now and for a year."""
    found = [zone for clock in world_clocks(now) for zone in clock.zones]
    assert len(found) == len(set(found))
    every = {zone for country in countries() for zone in zones_of(country)}
    assert set(found) == {zone for zone in every if not zone.startswith("Antarctica/")}
    for clock in world_clocks(now):
        for weeks in (0, 12, 24, 36, 48):
            at = now.replace(minute=0) + timedelta(weeks=weeks)
            assert len({at.astimezone(ZoneInfo(zone)).utcoffset() for zone in clock.zones}) == 1


def test_the_clock_of_home_stands_alone() -> None:
    """What to call in danger is another elsewhere: no other country's zone is on London's clock."""
    assert [clock.zones for clock in world_clocks(WINTER) if "Europe/London" in clock.zones] == [("Europe/London",)]


def test_ones_own_clock_is_left_out_and_those_beside_it_are_near() -> None:
    """Around Paris stand the clocks an hour away; Paris's own, with Berlin's, is not offered."""
    others, here = clocks_around("Europe/Paris", WINTER)
    assert all("Europe/Berlin" not in clock.zones for clock in others)
    assert others[here - 1].offset == timedelta(0)
    assert others[here].offset == timedelta(hours=1)  # without summer time
    assert [clock.offset for clock in others] == sorted(clock.offset for clock in others)


def test_the_cities_that_stand_for_a_clock_are_there() -> None:
    """Each known city is a zone of a country, and a made-up one is not."""
    assert all(map(has_place, KNOWN_PLACES))
    assert place_of("Europe/Paris").country == "FR"
    assert not has_place("Europe/Atlantis")
