"""Every promise of when we write next was kept, and the four outcomes stand as they have to."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from trials.clinic.living import LivedClinic
from trials.clinic.looks.pages import LookFinding, days_of, none_of, text_of
from trials.clinic.someone import ChatLine

PROMISES = re.compile(
    r"(?:Next hello: |First hello: |I'll say hello |Paused until |in peace until )"
    r"(?P<day>today|tomorrow|[A-Z][a-z]+day \d+ [A-Z][a-z]+)?,? ?(?:at )?(?P<time>\d\d:\d\d)"
)
READS = ("“/progress”", "“/next”", "“/privacy”")  # they change nothing
WITHIN = timedelta(minutes=3)


def promises(lived: LivedClinic) -> Iterator[LookFinding]:
    """For each client: how many promises there were, and which were broken."""
    for name in lived.clinic.lives:
        made, broken = broken_promises(lived.clinic.people[name].lines, lived.until)
        yield none_of(f"{name}: of {made} promises of the next word were broken", broken)


def broken_promises(lines: Sequence[ChatLine], until: datetime) -> tuple[int, list[str]]:
    """How many promises there were on a phone up to that moment, and what was wrong with each that was broken."""
    made = [(number, at) for number, line in enumerate(lines) for at in _promised(line)]
    return len(made), [words for number, at in made if (words := _broken(lines, number, at, until))]


def _promised(line: ChatLine) -> Iterator[datetime]:
    if line.by_them:
        return
    for found in PROMISES.finditer(line.text):
        yield _moment(line.at, found["day"] or "tomorrow", found["time"])


def _moment(said: datetime, day: str, wall: str) -> datetime:
    hour, minute = map(int, wall.split(":"))
    if day in ("today", "tomorrow"):
        on = said.date() + timedelta(days=day == "tomorrow")
    else:
        on = next(on for n in range(400) if f"{(on := said.date() + timedelta(days=n)):%A} {on.day} {on:%B}" == day)
    return datetime(on.year, on.month, on.day, hour, minute, tzinfo=said.tzinfo)


def _broken(lines: Sequence[ChatLine], number: int, at: datetime, until: datetime) -> str:
    """What is wrong with that promise, or nothing. What its person does by themselves before then may change it."""
    said, words = lines[number], PROMISES.search(lines[number].text)
    promise = f"{said.at:%a %d %b %H:%M} “{words[0] if words else ''}”"
    for line in lines[number + 1 :]:
        if line.at > at + WITHIN:
            break
        if line.by_them and line.text not in READS:
            return ""
        if not (line.by_them or line.asked or line.changed):
            return "" if line.at >= at else f"{promise}, and {line.at:%a %d %b %H:%M} came “{_start(line)}”"
    return "" if at > until else f"{promise}, and nothing came"


def _start(line: ChatLine) -> str:
    return line.text.splitlines()[0][:60]


_QUIT, _CHECKED = "quit, self-reported", "quit, CO checked"
# The NHS at four weeks, a trial at six months, a week, smoke-free days; on Monday 5 October. Dan, Gil, Sam P and Tess
# joined one or two weeks after their quit date: nobody asked about the days before.
EXPECTED = {
    "Ana": (_CHECKED, _QUIT, "not known", "191"),
    "Ben": ("not known, lost to follow-up", "can be asked now", "not known", "0"),
    "Dan": (_QUIT, "too early", "not known", "121"),
    "Gil": (_QUIT, _QUIT, "not known", "169"),
    "Sam P": ("not quit", _QUIT, "not known", "175"),
    "Tess": (_CHECKED, _QUIT, "not known", "176"),
}
ASKED = {  # 28, 84 and 182 days after the quit date, once each, as they answer at once
    "Ana": "9 Mar, 4 May, 10 Aug",
    "Dan": "6 Jul, 31 Aug",
    "Eve": "23 Mar",
    "Gil": "16 Mar, 11 May, 17 Aug",
    "Sam P": "30 Mar, 25 May, 31 Aug",
    "Tess": "6 Apr, 1 Jun, 7 Sep",
}
QUESTION = re.compile(r"(?:weeks|half a year) since your quit date")
SLIP = ("6 or more", "counts as smoking", "not quit")
TITLES = ("NHS, 4 weeks", "Trials, 6 months", "The last 7 days", "All their days")


def outcomes(lived: LivedClinic) -> Iterator[LookFinding]:
    """One finding for each result of each client with a quit date; who has none has none of the three."""
    last = max(days_of(lived, "outcomes"), default=date.min)
    for name, wanted in EXPECTED.items():
        if name in lived.clinic.lives and last >= date(2026, 10, 5):
            page = text_of(lived, name, "outcomes", last)
            yield from (_result(name, title, one, page) for title, one in zip(TITLES, wanted, strict=True))
    yield from _asked(lived)
    yield from _corrected(lived)


def _result(name: str, title: str, expected: str, page: str) -> LookFinding:
    """Of a number of days the number alone."""
    found = re.search(rf"{title}: (?:(\d+)|(.*))", page)
    return LookFinding(f"{name}: {title}", expected, (found[1] or found[2]) if found else "no such line")


def _asked(lived: LivedClinic) -> Iterator[LookFinding]:
    """The days on which it was asked how it went; each had been promised ("I'll ask you at twelve weeks too")."""
    for name, wanted in ASKED.items():
        if name in lived.clinic.lives and lived.until.date() > date(2026, 10, 1):
            lines = [line for line in lived.clinic.people[name].lines if not line.by_them]
            days = dict.fromkeys(f"{line.at.day} {line.at:%b}" for line in lines if QUESTION.search(line.text))
            yield LookFinding(f"{name}: asked how it went on", wanted, ", ".join(days))


def _corrected(lived: LivedClinic) -> Iterator[LookFinding]:
    """Gil's slip of the finger is nowhere to be read after it was put right."""
    pages = [one for one in lived.pages if one.client == "Gil" and one.day > date(2026, 3, 16)]
    wrong = [f"{one.name} of {one.day}" for one in pages if any(sign in one.text for sign in SLIP)]
    if pages:
        yield none_of("Gil: pages on which a corrected answer still counts", wrong)
