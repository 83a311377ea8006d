"""Monday says of everybody what is so, and the weeks add up."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from trials.clinic.clinic import Page
from trials.clinic.life import DAY
from trials.clinic.living import LivedClinic
from trials.clinic.looks.pages import LookFinding, days_of, mondays, names, none_of, page_of, so, under
from trials.clinic.someone import days_from, told_days

Says = tuple[str, date, str, str]  # who, on which Monday, a sign of the line, and what it says
COURSE_OVER = date(2026, 8, 17)  # Ben's: half a year after the quit date


def monday(lived: LivedClinic) -> Iterator[LookFinding]:
    """All of it."""
    came = mondays(lived)
    lives = lived.clinic.lives
    yield from _quiet(lived, came) if "Ben" in lives else ()
    for name, day, sign, says in (*_relapses(lived), *LINES):
        if name in lives and day in came:
            lines = names(came[day], lives[name])
            stands = any(re.search(sign, line, re.IGNORECASE) for line in lines)
            yield so(f"{name}: Monday {day.day} {day:%B} {says}", stands, " / ".join(lines) or "no line with the name")
    not_asked = [f"{day:%d %b} {' '.join(found)}" for day, text in came.items() if (found := under(text, "NOT ASKED"))]
    yield none_of("“not asked” of anybody, though the service was never down", not_asked)
    yield none_of(
        "an older Monday, changed when somebody left, that tells of what came later", list(_drawn_anew(lived))
    )
    yield none_of("one Sam without a sign which", _nameless(came) if "Sam K" in lives else [])


def _relapses(lived: LivedClinic) -> Iterator[Says]:
    for name, life in lived.clinic.lives.items():
        if life.relapse is not None:
            day = life.relapse + timedelta(days=7 - life.relapse.weekday())
            since = f"{life.relapse.day} {life.relapse:%b}"
            yield name, day, rf"smoking.*{since}", f"says back to smoking since {since}, by their own word"


def _quiet(lived: LivedClinic, came: dict[date, str]) -> Iterator[LookFinding]:
    ben = lived.clinic.lives["Ben"]
    days = [day for day in came if day < COURSE_OVER]
    quiet = [day for day in days if any("Ben" in line for line in under(came[day], "QUIET"))]
    yield LookFinding("Ben: Mondays on which he is quiet", f"{len(days)}", f"{len(quiet)}")
    said = [f"{day:%d %b} {line}" for day, text in came.items() for line in names(text, ben) if "smok" in line.lower()]
    yield none_of("Ben: Mondays that say anything of smoking", said)


def _drawn_anew(lived: LivedClinic) -> Iterator[str]:
    """Lines of older Mondays, changed because somebody left, that tell of what came after their day."""
    lines = lived.clinic.people["Lee"].lines
    for one in lines:
        head = HEAD_DAY.match(one.text)
        if head and one.changed and not one.asked:
            of = _day(head[1])
            for line in one.text.splitlines():
                yield from (f"{of:%d %b}: {line}" for said in LATER.findall(line) if _day(said) > of)


def _day(said: str) -> date:
    """The day of "15 Apr" in the year that is lived."""
    day, month = said.split()
    return date(2026, [f"{date(2026, n, 1):%b}" for n in range(1, 13)].index(month[:3]) + 1, int(day))


def _nameless(came: dict[date, str]) -> list[str]:
    both = {day: text for day, text in came.items() if day > date(2026, 3, 30)}
    return [f"{day:%d %b} {line}" for day, text in both.items() for line in text.splitlines() if _BARE.search(line)]


HEAD_DAY = re.compile(r"Mon (\d+ [A-Z][a-z]+) · \d+ p")
LATER = re.compile(r"(?:since |, )[A-Z][a-z]{2} (\d+ [A-Z][a-z]+)(?=$|[ ,·]| \d\d:\d\d\. Not opened)")
_BARE = re.compile(r"\bSam\b(?! ?[(·]? ?S\.)")
_NONE = "no check-ins"
LINES: tuple[Says, ...] = (
    ("Dan", date(2026, 3, 23), _NONE, "says that he chose no check-ins"),
    ("Eve", date(2026, 4, 6), r"left", "says that she left"),
    ("Ivy", date(2026, 5, 11), r"paused", "says that Ivy paused"),
    ("Ivy", date(2026, 7, 13), _NONE, "says that Ivy chose no check-ins"),
    ("Ana", date(2026, 8, 24), r"six months", "says that her six months are done"),
)

SMOKED = re.compile(r"Smoked (\d+) of (\d+) days?")
WEEK = timedelta(days=7)


def weeks(lived: LivedClinic) -> Iterator[LookFinding]:
    """For each client who shows their week: smoked and told days of all Mondays, and which one differs first."""
    for name, life in lived.clinic.lives.items():
        if "Show" in life.shows:
            yield _of(lived, name)


def _of(lived: LivedClinic, name: str) -> LookFinding:
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
    return LookFinding(says, f"{wanted[0]} of {wanted[1]}", f"{found[0]} of {found[1]}{differs}")


def _told(lived: LivedClinic, name: str, page: Page) -> tuple[int, int]:
    """Of the seven days before that Monday, as they were told until Lee read the page: smoked, and all."""
    days = told_days(lived.clinic.people[name].told, page.at)
    week = [days[day] for day in days_from(page.day - WEEK, page.day - DAY) if day in days]
    return sum(week), len(week)


def _read(page: str) -> tuple[int, int]:
    found = SMOKED.search(page)
    return (int(found[1]), int(found[2])) if found else (0, 0)
