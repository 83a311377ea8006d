"""Monday says of everybody what is so: quiet, relapsed, paused, left, without check-ins; and of nobody what is not."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from trials.clinic.finding import Finding, none_of, so
from trials.clinic.living import Lived
from trials.clinic.looks.pages import mondays, names, under

Says = tuple[str, date, str, str]  # who, on which Monday, a sign of the line, and what it says
COURSE_OVER = date(2026, 8, 17)  # Ben's: half a year after the quit date


def monday(lived: Lived) -> Iterator[Finding]:
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


def _relapses(lived: Lived) -> Iterator[Says]:
    for name, life in lived.clinic.lives.items():
        if life.relapse is not None:
            day = life.relapse + timedelta(days=7 - life.relapse.weekday())
            since = f"{life.relapse.day} {life.relapse:%b}"
            yield name, day, rf"smoking.*{since}", f"says back to smoking since {since}, by their own word"


def _quiet(lived: Lived, came: dict[date, str]) -> Iterator[Finding]:
    ben = lived.clinic.lives["Ben"]
    days = [day for day in came if day < COURSE_OVER]
    quiet = [day for day in days if any("Ben" in line for line in under(came[day], "QUIET"))]
    yield Finding("Ben: Mondays on which he is quiet", f"{len(days)}", f"{len(quiet)}")
    said = [f"{day:%d %b} {line}" for day, text in came.items() for line in names(text, ben) if "smok" in line.lower()]
    yield none_of("Ben: Mondays that say anything of smoking", said)


def _drawn_anew(lived: Lived) -> Iterator[str]:
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
