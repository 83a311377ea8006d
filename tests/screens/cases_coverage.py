"""What reached somebody, what they wrote by themselves, and what they believe: for the golden file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.screens.coverage import Facts as Coverage
from care.coverage import Weekly
from programme.bct import TECHNIQUES, coverage, packed

MONDAY = date(2026, 3, 9)
SOME = [packed(["BM3", "BS6", "RC10"]), packed(["BS6", "BS2", "RD2"]), packed(["BS6"])]
WEEKLY = Weekly(MONDAY, coverage(SOME), (MONDAY, MONDAY - timedelta(days=7)))
NASTY = '<b>"Sam" & co</b>'


def coverage_cases() -> Iterator[tuple[str, str, Any]]:
    """Two weeks, the techniques read at their source alone, all of them, none."""
    yield "a week", "coverage", Coverage(7, "Sam", WEEKLY)
    read = replace(WEEKLY, coverage=coverage([packed(["BS6"])]), week=WEEKLY.weeks[1])
    yield "the week before, all codes checked", "coverage", Coverage(7, NASTY, read)
    every = replace(WEEKLY, coverage=coverage([packed(TECHNIQUES)]))
    yield "all there are", "coverage", Coverage(7, "Sam", every)
    yield "nothing", "coverage", Coverage(7, "Sam", Weekly(MONDAY, {}, (MONDAY,)))
    yield "not shown", "coverage", Coverage(7, "Sam", None)
    yield "closed", "coverage", Coverage(0, "", None)
    yield "a week", "worked_with", WEEKLY
    yield "all there are", "worked_with", every
    yield "nothing", "worked_with", Weekly(MONDAY, {}, (MONDAY,))
