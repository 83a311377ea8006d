"""The four outcomes of each, as they stand at the end, beside what they have to be by what each person told.

Written by hand from the rules: the NHS four-week result (days 15 to 28, asked on days 25 to 42), the Russell Standard
(up to five cigarettes since day 15, a follow-up at six months), the seven days before, and all days that were told of.
"""

import re
from collections.abc import Iterator
from datetime import date

from trials.clinic.finding import Finding, none_of
from trials.clinic.living import Lived
from trials.clinic.looks.pages import days_of, text_of

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


def outcomes(lived: Lived) -> Iterator[Finding]:
    """One finding for each result of each client with a quit date; who has none has none of the three."""
    last = max(days_of(lived, "outcomes"), default=date.min)
    for name, wanted in EXPECTED.items():
        if name in lived.clinic.lives and last >= date(2026, 10, 5):
            page = text_of(lived, name, "outcomes", last)
            yield from (_result(name, title, one, page) for title, one in zip(TITLES, wanted, strict=True))
    yield from _asked(lived)
    yield from _corrected(lived)


def _result(name: str, title: str, expected: str, page: str) -> Finding:
    """Of a number of days the number alone."""
    found = re.search(rf"{title}: (?:(\d+)|(.*))", page)
    return Finding(f"{name}: {title}", expected, (found[1] or found[2]) if found else "no such line")


def _asked(lived: Lived) -> Iterator[Finding]:
    """The days on which it was asked how it went; each had been promised ("I'll ask you at twelve weeks too")."""
    for name, wanted in ASKED.items():
        if name in lived.clinic.lives and lived.until.date() > date(2026, 10, 1):
            lines = [line for line in lived.clinic.people[name].lines if not line.by_them]
            days = dict.fromkeys(f"{line.at.day} {line.at:%b}" for line in lines if QUESTION.search(line.text))
            yield Finding(f"{name}: asked how it went on", wanted, ", ".join(days))


def _corrected(lived: Lived) -> Iterator[Finding]:
    """Gil's slip of the finger is nowhere to be read after it was put right."""
    pages = [one for one in lived.pages if one.client == "Gil" and one.day > date(2026, 3, 16)]
    wrong = [f"{one.name} of {one.day}" for one in pages if any(sign in one.text for sign in SLIP)]
    if pages:
        yield none_of("Gil: pages on which a corrected answer still counts", wrong)
