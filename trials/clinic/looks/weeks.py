"""The weeks add up: on each Monday the page of a client has the days of which they had told, and no others."""

import re
from collections.abc import Iterator
from datetime import timedelta

from trials.clinic.finding import Finding
from trials.clinic.lee import Page
from trials.clinic.life import DAY
from trials.clinic.living import Lived
from trials.clinic.looks.pages import days_of, page_of
from trials.clinic.someone import days_from, told_days

SMOKED = re.compile(r"Smoked (\d+) of (\d+) days?")
WEEK = timedelta(days=7)


def weeks(lived: Lived) -> Iterator[Finding]:
    """For each client who shows their week: smoked and told days of all Mondays, and which one differs first."""
    for name, life in lived.clinic.lives.items():
        if "Show" in life.shows:
            yield _of(lived, name)


def _of(lived: Lived, name: str) -> Finding:
    wanted, found, differs = [0, 0], [0, 0], ""
    for monday in days_of(lived, "summary"):
        page = page_of(lived, name, "summary", monday)
        if page is None:
            continue
        told, read = _told(lived, name, page), _read(page.text)
        wanted, found = [wanted[0] + told[0], wanted[1] + told[1]], [found[0] + read[0], found[1] + read[1]]
        if told != read and not differs:
            differs = f"; {monday:%a %d %b}: {read[0]} of {read[1]} for {told[0]} of {told[1]}"
    says = f"{name}: smoked days, of days told, on all Mondays together"
    return Finding(says, f"{wanted[0]} of {wanted[1]}", f"{found[0]} of {found[1]}{differs}")


def _told(lived: Lived, name: str, page: Page) -> tuple[int, int]:
    """Of the seven days before that Monday, as they were told until Lee read the page: smoked, and all."""
    days = told_days(lived.clinic.people[name].told, page.at)
    week = [days[day] for day in days_from(page.day - WEEK, page.day - DAY) if day in days]
    return sum(week), len(week)


def _read(page: str) -> tuple[int, int]:
    found = SMOKED.search(page)
    return (int(found[1]), int(found[2])) if found else (0, 0)
