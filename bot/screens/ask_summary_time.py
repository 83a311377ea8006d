"""On which weekday and when the weekly summary comes; each tap holds at once."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from babel.dates import format_date

from bot.screen import Screen, does
from bot.screens.parts import go, lines, paragraphs, rows
from bot.screens.reads import zone_of
from bot.taps.practice import SUMMARY_AT, SUMMARY_DAY, SUMMARY_NONE
from bot.texts import Texts
from bot.texts.dates import clock, when
from care.weekly import MONDAY, MORNING, summary_plan
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person

OFFERED: Final = (time(7), time(8), time(9), time(12, 30), time(17))
_A_MONDAY: Final = date(2024, 1, 1)


@dataclass(frozen=True, slots=True)
class Facts:
    """`day` (Monday is 0) and `at` as they are chosen; `next_at` (UTC) is None while no summary is wanted."""

    now: datetime
    zone: str
    day: int = MONDAY
    at: time = MORNING
    next_at: datetime | None = None


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:  # noqa: ARG001
    """How it stands, for a practitioner."""
    if not person.is_practitioner:
        return None
    plan = await summary_plan(tx, person.id)
    if plan is None:
        return Facts(tx.now, zone_of(person))
    return Facts(tx.now, zone_of(person), min(plan.rule.weekdays), plan.rule.times[0], plan.next_due_at)


def name_of(texts: Texts, number: int, pattern: str = "EEEE") -> str:
    """A weekday by its number, Monday is 0: "Monday"."""
    return format_date(_A_MONDAY + timedelta(days=number), pattern, locale=texts.babel)


def screen(facts: Facts, texts: Texts) -> Screen:
    """Seven days and a few times to tap, or both typed."""
    there = facts.next_at is not None

    def marked(label: str, chosen: bool) -> str:
        return f"[{label}]" if chosen and there else label

    days = (does(marked(name_of(texts, n, "EEE"), n == facts.day), SUMMARY_DAY, n) for n in range(7))
    times = (does(marked(clock(at), at == facts.at), SUMMARY_AT, at) for at in OFFERED)
    stands = texts("summary-time-none")
    if facts.next_at is not None:
        stands = texts(
            "summary-time", day=name_of(texts, facts.day), time=clock(facts.at),
            when=when(texts, facts.next_at, facts.now, facts.zone),
        )  # fmt: skip
    none = (does(texts.label("summary-time-stop"), SUMMARY_NONE),) if there else ()
    last = (*none, go(texts, "button-done", "settings"))
    return Screen(paragraphs(stands, lines(texts("summary-time-ask"))), (*rows(days, 4), *rows(times, 5), last))
