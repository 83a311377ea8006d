"""Eight months, day by day: who joins, what Lee does, which of their own pages clients look at; and what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from db import event_replay
from db.event_replay import Memory
from trials.clinic.cast import BEGINS
from trials.clinic.clinic import (
    COVER,
    ENTERS,
    SEEN,
    Clinic,
    Page,
    asks_jo,
    client_joins,
    is_away,
    practitioner_joins,
    reads_monday,
)
from trials.clinic.life import Does, WrittenLife
from trials.clinic.someone import LONDON, ClinicService, Someone

PRACTITIONERS = ("Lee", "Max")
OPENS = time(8, 30)
LOOKS_AT = ("/progress", "/next")
MONTHS = (3, 5, 9, 10)  # in which pages are looked at closely, at their beginning


@dataclass(frozen=True)
class LivedClinic:
    """The clinic after its time: everybody with all that their phones showed, the pages as Lee read them, what stands
    in the service's memory at the end, and which number everybody had in it."""

    clinic: Clinic
    pages: Sequence[Page]
    until: datetime
    memory: Memory
    ids: Mapping[str, int]


async def live_clinic(folder: Path, lives: Sequence[WrittenLife], end: date, begins: date = BEGINS) -> LivedClinic:
    """Lives from the morning of `begins` to the night before `end`, in London."""
    start = datetime.combine(begins, OPENS, ZoneInfo(LONDON))
    async with ClinicService.open(folder, start) as service:
        clinic, pages = Clinic(service, lives), list[Page]()
        for name in PRACTITIONERS:
            await practitioner_joins(clinic, name)

        def each_day(clinic: Clinic, day: date) -> None:
            _lee_does(clinic, pages, day)
            _clients_do(clinic, day)

        await clinic.lives_until(end, each_day)
        return LivedClinic(
            clinic, pages, service.clock.now(), await service.database.read(event_replay.memory), clinic.ids
        )


def _lee_does(clinic: Clinic, pages: list[Page], day: date) -> None:
    lee = clinic.person("Lee")
    for life in clinic.lives.values():
        if life.joins == day:
            clinic.plan(lee, day, "10:00", _joins(clinic, life))
    if day.weekday() == 0 and clinic.has_begun(day) and not is_away(day):
        closely = day.day <= 7 and day.month in MONTHS
        clinic.plan(lee, day, "09:00", lambda _: reads_monday(clinic, pages, closely=closely))
    for at, phone, does in ENTERS:
        if at == day and phone in clinic.lives:
            clinic.plan(lee, day, "11:00", does)
    for at, who, does in (COVER, SEEN):
        if day == at:
            clinic.plan(clinic.person(who), day, "09:30", does)


def _joins(clinic: Clinic, life: WrittenLife) -> Does:
    return lambda _: client_joins(clinic, life)


def _clients_do(clinic: Clinic, day: date) -> None:
    for name, life in clinic.lives.items():
        me = clinic.people[name]
        if day.day == 1 and day.month in MONTHS and life.joins < day < (life.leaves or date.max):
            clinic.plan(me, day, "12:30", _looks)
        if name == "Sam P" and day == date(2026, 3, 10):
            clinic.plan(me, day, "12:00", lambda me: asks_jo(clinic, me))


async def _looks(me: Someone) -> None:
    with me.keeping():
        for command in LOOKS_AT:
            await me.writes(command)
