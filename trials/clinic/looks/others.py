"""What others never learn, and what is left of who left; months that are told once; a request while Lee is away."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from trials.clinic.cast import OWN_WORDS
from trials.clinic.life import WrittenLife
from trials.clinic.living import LivedClinic
from trials.clinic.looks.pages import LookFinding, days_of, none_of, so, text_of
from trials.clinic.someone import ChatLine

NEVER_JO = re.compile(
    r"therap|depress|anxi|mood|practitioner|\blee\b|session|clinic|laps|urge|crav|medic|Paris|\bday \d", re.IGNORECASE
)
NUMBERS = re.compile(r"Smoked|Replied|Urge|Mood|Where:|smoke-free")
REACHED = re.compile(r"You've reached (.*?)\.")
GONE = ("Nothing but your Telegram number.", "1 message of mine: what kind and when")  # the one that says so
MONTHS = "2 months 11 Apr, 3 months 12 May, 4 months 11 Jun, 5 months 12 Jul, 6 months 10 Aug"
LONG = 185
ANSWERS = (  # kinds of events; each yes and no, and when something was asked, outlive an account without a name
    "CheckInAnswered", "OutcomeTold", "MilestoneReached", "StageSaid", "CravingRated", "QuitDateSet", "ToolkitAdded",
    "TreatedSaid", "NameSet", "PlaceSet",
)  # fmt: skip
LEFT = "LEFT"  # the line that says who left and when


def others(lived: LivedClinic) -> Iterator[LookFinding]:
    """All of it."""
    people = lived.clinic.people
    if "Jo" in people:
        yield none_of("Jo reads anything but what Sam ticked", _with(people["Jo"].lines, NEVER_JO))
    if "Hana" in people:
        yield none_of("Lee reads a number or a word of Hana's", _of_hana(lived))
    if "Max" in people and "Sam K" in people:
        came = [one for one in people["Max"].lines if "get in touch" in one.text and "S.K." in one.text]
        yield so("Sam K: the request of 15 April came to Max, who covers", came)
    yield from _milestones(lived) if "Ana" in people else ()
    yield from _left(lived)


def _with(lines: Sequence[ChatLine], sign: re.Pattern[str]) -> list[str]:
    return [
        f"{one.at:%d %b} {part}"
        for one in lines
        if not one.by_them
        for part in one.text.splitlines()
        if sign.search(part)
    ]


def _of_hana(lived: LivedClinic) -> list[str]:
    theirs = [line for name in ("Lee", "Max") for line in lived.clinic.people[name].lines]
    words = [f"{one.at:%d %b} {OWN_WORDS}" for one in theirs if OWN_WORDS in one.text]
    pages = [one for one in lived.pages if one.client.startswith("Hana") and NUMBERS.search(one.text)]
    return [*words, *(f"{one.day} {one.name}" for one in pages)]


def _milestones(lived: LivedClinic) -> Iterator[LookFinding]:
    """Ana stopped on 9 February: that many whole days are over on these evenings."""
    told = _reached(lived.clinic.people["Ana"].lines)
    often = Counter(name for name, _ in told)
    yield none_of("Ana: a milestone that was told twice", [name for name, number in often.items() if number > 1])
    if lived.until.date() > date(2026, 8, 20):
        came = [f"{name.split(' of ')[0]} {day:%d %b}" for name, day in told if "month" in name]
        yield LookFinding("Ana: months of smoke-free days, and when they were told", MONTHS, ", ".join(came))
        page = text_of(lived, "Ana", "outcomes", days_of(lived, "outcomes")[-2])
        days = re.search(r"(\d+) smoke-free days", page)
        enough = days is not None and int(days[1]) >= LONG
        yield so(
            f"Ana: {LONG} smoke-free days or more on her page in month 7", enough, days[0] if days else "no number"
        )


def _reached(lines: Sequence[ChatLine]) -> list[tuple[str, date]]:
    """Each milestone with the day on which it was read; a screen that is changed later that day says it once."""
    found = [(sign[1], line.at.date()) for line in lines if not line.by_them for sign in REACHED.finditer(line.text)]
    return list(dict.fromkeys(found))


def _left(lived: LivedClinic) -> Iterator[LookFinding]:
    for name, life in lived.clinic.lives.items():
        if life.leaves is None:
            continue
        if lived.until.date() > date(2026, 10, 1):
            last = lived.clinic.people[name].lines[-1].text.splitlines()
            kept = [part for part in last if part.startswith("· ") and part[2:] not in GONE]
            yield none_of(f"{name}: what is kept at the end, as /privacy says it", kept)
        if lived.until.date() > date(2026, 10, 1) or life.erases:
            events = (one for one in lived.memory.events if one.person_id == lived.ids[name])
            about = Counter(one.kind for one in events if one.kind in ANSWERS)
            rows = [f"{kind} {number}" for kind, number in sorted(about.items())]
            yield none_of(f"{name}: answers and acts in the history at the end", rows)
        late = [f"{one.day} {one.name}" for one in lived.pages if one.client == life.says and one.day > life.leaves]
        yield none_of(f"{name}: pages that Lee could read afterwards", late)
        yield none_of(f"{name}: numbers or words of theirs that still stand on Lee's phone", _standing(lived, life))


def _standing(lived: LivedClinic, life: WrittenLife) -> list[str]:
    """Messages of Lee's as they stand at the end, not as they came: pages of theirs, and lines of Mondays."""
    standing = lived.clinic.people["Lee"].phone.messages
    parts = [(one.date, part) for one in standing if not one.from_me for part in one.text.splitlines()]
    return [f"{at:%d %b} {part}" for at, part in parts if re.search(rf"\b{life.says}\b", part) and LEFT not in part]
