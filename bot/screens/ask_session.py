"""A client's next session: a small calendar of the weeks to come, then an hour; or both typed."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from bot.screen import Button, Rows, Screen, does
from bot.screens.ask_summary_time import name_of
from bot.screens.client_list import shown_name
from bot.screens.parts import paragraphs, rows
from bot.screens.reads import zone_of
from bot.texts import Texts, texts_for
from bot.texts.dates import clock, day, local, place
from db import clients, people
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person

WEEKS: Final = 5
HOURS: Final = range(8, 20)
_ONE: Final = timedelta(days=1)
_NOTHING: Final = does("·", "session_no_day")  # a day that is over


@dataclass(frozen=True, slots=True)
class Facts:
    """`day` was picked, and the hour is asked (None: the day is). `today` is where the practitioner is."""

    name: str
    zone: str
    today: date
    day: date | None = None


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts | None:
    """For their own practitioner alone."""
    client = await people.get(tx, row.subject_id or 0)
    if client is None or not await clients.is_with(tx, client.id, person.id):
        return None
    picked = row.args.get("day")
    return Facts(
        name=shown_name(client.id, client.name, texts_for(person.locale)),
        zone=zone_of(person),
        today=local(now, zone_of(person)).date(),
        day=date.fromisoformat(picked) if picked else None,
    )


def screen(facts: Facts, texts: Texts) -> Screen:
    """The day, then the hour; whose clock it is is said."""
    typed = texts("session-typed", place=place(texts, facts.zone))
    close = does(texts.label("button-back"), "session_back")
    if facts.day is not None:
        asked = texts("session-hour", name=facts.name, day=day(texts, facts.day))
        hours = (_hour(time(hour)) for hour in HOURS)
        return Screen(paragraphs(asked, typed), (*rows(hours, 4), (close,)))
    return Screen(paragraphs(texts("session-day", name=facts.name), typed), (*_calendar(facts, texts), (close,)))


def _hour(at: time) -> Button:
    return does(clock(at), "session_at", clock(at).replace(":", ""))


def _calendar(facts: Facts, texts: Texts) -> Rows:
    """Weeks from this one on, Monday first; the first of a month says which."""
    monday = facts.today - facts.today.weekday() * _ONE
    names = tuple(does(name_of(texts, n, "EEEEEE"), "session_no_day") for n in range(7))
    days = [monday + n * _ONE for n in range(7 * WEEKS)]
    cells = (_NOTHING if one < facts.today else does(_label(one), "session_day", one.isoformat()) for one in days)
    return (names, *rows(cells, 7))


def _label(one: date) -> str:
    return f"{one.day}/{one.month}" if one.day == 1 else str(one.day)
