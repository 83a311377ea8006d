"""Putting off: each choice is before the night, and none comes after the next one of its own (FIELD S4, S6)."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from programme.schedule.pause import snoozes
from programme.schedule.slots import is_quiet
from tests.rows import each_row

LONDON = "Europe/London"
SLOT = time(18, 30)


def at(text: str) -> datetime:
    """A moment on Monday 2 or Tuesday 3 March 2026: "2 18:30"."""
    return datetime.strptime(f"2026 3 {text}", "%Y %m %d %H:%M").replace(tzinfo=UTC)


@each_row(
    ("now", "coming", "found"),
    [
        ("2 18:35", "3 18:30", "later 2 19:35, tonight 2 20:00, tomorrow 3 18:30 by itself"),
        ("2 18:40", None, "later 2 19:40, tonight 2 21:30, tomorrow 3 18:30"),
        ("2 08:05", "2 18:30", "later 2 09:05"),
        ("2 12:00", "3 08:00", "later 2 13:00, tonight 2 20:00, tomorrow 3 08:00 by itself"),
        ("2 19:31", None, "later 2 20:31, tonight 2 21:30, tomorrow 3 18:30"),
        ("2 20:31", None, "later 2 21:31, tomorrow 3 18:30"),
        ("2 21:01", "3 18:30", "tonight 2 21:30, tomorrow 3 18:30 by itself"),
        ("2 21:06", "3 18:30", "tomorrow 3 18:30 by itself"),
        ("2 23:00", None, "tomorrow 3 18:30"),
    ],
)
def test_the_choices(now: str, coming: str | None, found: str) -> None:
    """Later, tonight, tomorrow, each with its moment."""
    offered = snoozes(at(now), LONDON, SLOT, at(coming) if coming else None)
    said = [f"{one.until} {one.at.day} {one.at:%H:%M}{' by itself' * one.by_itself}" for one in offered]
    assert ", ".join(said) == found


def test_nothing_is_put_off_beyond_another_question() -> None:
    """S6: it would take this one's place; tomorrow's own check-in stays a choice, for this one is left then."""
    offered = snoozes(at("2 18:35"), LONDON, SLOT, at("3 18:30"), at("2 19:50"))
    assert [one.until for one in offered] == ["later", "tomorrow"]
    assert snoozes(at("2 18:40"), LONDON, SLOT, None, at("2 19:00")) == []


def test_never_into_the_night() -> None:
    """S4: at whatever minute it is put off, in whatever zone, it comes back by day."""
    for zone in (LONDON, "Asia/Kolkata", "America/St_Johns", "Pacific/Apia"):
        start = datetime(2026, 3, 28, tzinfo=ZoneInfo(zone)).astimezone(UTC)
        for minute in range(0, 2 * 24 * 60, 7):
            now = start + timedelta(minutes=minute)
            assert not any(is_quiet(one.at, zone) or one.at <= now for one in snoozes(now, zone, SLOT))
