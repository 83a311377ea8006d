"""The four outcomes of each, as they stand at the end, beside what they have to be by what each person told.

Written by hand from the rules: the NHS four-week result (days 15 to 28, asked on days 25 to 42), the Russell Standard
(up to five cigarettes since day 15, a follow-up at six months), the seven days before, and all days that were told of.
"""

import re
from collections.abc import Iterator
from datetime import date

from trials.clinic.finding import Finding, so
from trials.clinic.living import Lived
from trials.clinic.looks.pages import days_of, text_of

_QUIT, _CHECKED = "quit, self-reported", "quit, CO checked"
EXPECTED = {  # the NHS at four weeks, a trial at six months, a week, smoke-free days; on Monday 5 October
    "Ana": (_CHECKED, _QUIT, "not known", "191"),
    "Ben": ("not known, lost to follow-up", "can be asked now", "not known", "0"),
    "Dan": (_QUIT, "too early", "not known", "128"),
    "Gil": (_QUIT, _QUIT, "not known", "183"),
    "Sam P": ("not quit", _QUIT, "not known", "182"),
    "Tess": (_CHECKED, _QUIT, "not known", "183"),
}
TITLES = ("NHS, 4 weeks", "Trials, 6 months", "The last 7 days", "All their days")
LEFT = ("Eve", "Finn")
UNSHOWN = "Hana"


def outcomes(lived: Lived) -> Iterator[Finding]:
    """One finding for each result of each client with a quit date; who has none has none of the three."""
    last = days_of(lived, "outcomes")[-1]
    for name, wanted in EXPECTED.items():
        if name in lived.clinic.lives and last >= date(2026, 10, 5):
            page = text_of(lived, name, "outcomes", last)
            for title, expected in zip(TITLES, wanted, strict=True):
                found = re.search(rf"{title}: (.*)", page)
                number = re.match(r"\d+", found[1]) if found else None
                yield Finding(
                    f"{name}: {title}", expected, number[0] if number else found[1] if found else "no such line"
                )
    yield from _corrected(lived)


def _corrected(lived: Lived) -> Iterator[Finding]:
    """Gil's slip of the finger is nowhere to be read after it was put right."""
    pages = [one for one in lived.pages if one.client == "Gil" and one.day > date(2026, 3, 16)]
    if pages:
        wrong = [
            one for one in pages if "6 or more" in one.text or "counts as smoking" in one.text or "not quit" in one.text
        ]
        yield so(
            "Gil: a corrected answer is replaced", not wrong, f"{wrong[0].name} of {wrong[0].day}" if wrong else ""
        )
