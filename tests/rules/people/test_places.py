"""Countries and their zones."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from programme.people.person import HOME, Place, choices_of_zone, countries, is_place, only_place, zones_of
from tests.rows import each_row

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_the_guess_is_a_place() -> None:
    """What is guessed before anybody says is in the table."""
    assert is_place(HOME)
    assert only_place("GB") == HOME


@each_row("country", countries())
def test_every_country_has_zones_that_load(country: str) -> None:
    """Each country has a zone, each zone is one that Python knows, and there is at least one to choose."""
    assert all(ZoneInfo(zone) for zone in zones_of(country))
    assert set(choices_of_zone(country, NOW)) <= set(zones_of(country))
    assert choices_of_zone(country, NOW)


def test_zones_that_never_differ_are_one_choice() -> None:
    """The United States are a short list, with Arizona apart from Denver and Hawaii apart from Alaska."""
    offered = choices_of_zone("US", NOW)
    assert len(offered) <= 9
    assert {"America/New_York", "America/Denver", "America/Phoenix", "Pacific/Honolulu"} <= set(offered)


@each_row("place", [Place("GB", "Europe/Paris"), Place("XX", "Europe/London"), Place("gb", "")])
def test_a_zone_of_another_country_is_no_place(place: Place) -> None:
    """A forged pair is not taken."""
    assert not is_place(place)
    assert zones_of("XX") == ()
    assert only_place("US") is None
