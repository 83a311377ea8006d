"""A request to get in touch: who gets it, in which order, and the hours in which they look."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from programme.schedule.slots import DAY, instant

KEPT_FOR: Final = timedelta(days=14)  # once its client has left
_SOON: Final = timedelta(hours=2)
_IN_TIME: Final = timedelta(hours=4)


class RequestTopic(StrEnum):
    """What a request is about, where its client says so by making it."""

    CLOZAPINE = "clozapine"  # for that very day
    MEDICINE = "medicine"
    SIDE_EFFECTS = "side-effects"
    PREGNANCY = "pregnancy"


def promise(about: RequestTopic | None, *, from_card: bool) -> timedelta:
    """Within how much of their own hours somebody is to open it, before the next in line gets it."""
    return _SOON if from_card or about is RequestTopic.CLOZAPINE else _IN_TIME


@dataclass(frozen=True, slots=True)
class Request:
    """A client asks their practitioner to get in touch. `about` is None where they say no more than that.

    `from_card`: they asked from the crisis card. `opened_at` is None until somebody in line said that they saw it, who
    is `opened_by`. `due_at` is when it is passed on if nobody has (UTC; None: nothing more comes by itself), `late_at`
    when that happened first. `taken_back_at`: the client did. `kept_at`: the client left and it stays, with the first
    name `name` and the time only; `person_id` is None once they are erased.
    """

    id: int
    person_id: int | None
    practitioner_id: int
    made_at: datetime
    opened_at: datetime | None
    about: RequestTopic | None = None
    from_card: bool = False
    due_at: datetime | None = None
    late_at: datetime | None = None
    opened_by: int | None = None
    taken_back_at: datetime | None = None
    kept_at: datetime | None = None
    name: str | None = None

    @property
    def waits(self) -> bool:
        """Whether it is still to be opened."""
        return self.opened_at is None and self.taken_back_at is None


@dataclass(frozen=True, slots=True)
class InLine:
    """Somebody in the line of a request, from place 0 on. `told_at`: when it went to them (None: it did not yet)."""

    request_id: int
    place: int
    practitioner_id: int
    told_at: datetime | None


@dataclass(frozen=True, slots=True)
class WaitingRequest:
    """A request that waits with a practitioner, and who made it: their name and what stands on their invitation."""

    request: Request
    name: str | None
    label: str | None = None


WORKDAYS: Final = frozenset(range(5))
EVERY_DAY: Final = frozenset(range(7))
A_DAY: Final = 24 * 60  # minutes
LONGEST: Final = 400  # characters of hours, as they are typed and as they are stored
MOST: Final = 9  # stretches: that many fit as they are stored
_LOOK_AHEAD: Final = 400  # days: hours of one weekday come round within eight, zones that leave dates out included
_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_GROUPS: Final = {
    "weekday": WORKDAYS, "weekdays": WORKDAYS, "workday": WORKDAYS, "workdays": WORKDAYS,
    "weekend": EVERY_DAY - WORKDAYS, "weekends": EVERY_DAY - WORKDAYS, "daily": EVERY_DAY, "everyday": EVERY_DAY,
}  # fmt: skip
_TIME = r"(\d{1,2})(?:[:.](\d{2}))? ?(am|pm)?"
_TIMES: Final = re.compile(rf"{_TIME} ?- ?{_TIME}(?![\d:.a-z])")
_NAMED: Final = re.compile(r"([a-z]+)(?: ?- ?([a-z]+))?")
_BETWEEN: Final = re.compile(r"[\s,&+]+")
_DAY_WORD: Final = (
    r"(?:mon(?:day)?s?|tue(?:s(?:day)?)?s?|wed(?:nesday)?s?|thu(?:rs?(?:day)?)?s?|fri(?:day)?s?|sat(?:urday)?s?|sun(?:day)?s?"
    r"|weekdays?|workdays?|weekends?|daily|every ?day)(?![a-z])"
)
_IS_DAY: Final = re.compile(_DAY_WORD)
_BEGINS_HOURS: Final = re.compile(rf"(?<!\S)(?:\d|{_DAY_WORD})")


@dataclass(frozen=True, slots=True)
class Stretch:
    """On these days of the week (Monday is 0) from one minute of the day to another; 1440 is midnight at its end."""

    days: frozenset[int]
    begins: int
    ends: int


Hours = tuple[Stretch, ...]
OFFICE: Final[Hours] = (Stretch(WORKDAYS, 9 * 60, 17 * 60),)  # where nobody said other hours


@dataclass(frozen=True, slots=True)
class Fault:
    """What cannot be read, and what to write instead, for whoever wrote it."""

    words: str


def opens_at(hours: Hours, now: datetime, zone: str) -> datetime:
    """From when on somebody with these hours in the IANA `zone` looks: `now` (UTC) where that is one of them."""
    return max(now, next(begins for begins, ends in _spans(hours, now, zone) if ends > now))


def promised_by(hours: Hours, since: datetime, zone: str, worth: timedelta) -> datetime:
    """When that much time of these hours is over, counted from `since` (UTC)."""
    left = worth
    for begins, ends in _spans(hours, since, zone):
        begun = max(begins, since)
        if ends - begun >= left:
            return begun + left
        left -= max(ends - begun, timedelta())
    raise ValueError("hours that never come round")


def _spans(hours: Hours, since: datetime, zone: str) -> Iterator[tuple[datetime, datetime]]:
    """The stretches that end after `since`, in order and without overlap, in UTC."""
    first, last = since.astimezone(ZoneInfo(zone)).date() - DAY, since
    for number in range(_LOOK_AHEAD):
        day = first + number * DAY
        found = ((_at(day, one.begins, zone), _at(day, one.ends, zone)) for one in hours if day.weekday() in one.days)
        for begins, ends in sorted((begins, ends) for begins, ends in found if begins and ends):
            if ends > last and ends > begins:
                yield max(begins, last), ends
                last = ends


def _at(day: date, minutes: int, zone: str) -> datetime | None:
    over, rest = divmod(minutes, A_DAY)
    return instant(day + over * DAY, time(rest // 60, rest % 60), zone)


def parse_hours(text: str) -> Hours | Fault:
    """ "Mon-Fri 9-17", "weekdays 9 to 5", "Mon, Wed 9:30-12, 14-17; Sat 10-12", or "9-17": Monday to Friday."""
    plain = text.casefold().replace("–", "-").replace("—", "-").replace(";", ",").replace("every day", "everyday")
    plain = re.sub(r"\s+to\s+", "-", re.sub(r"\band\b", ",", plain)).strip()
    if len(plain) > LONGEST:
        return Fault("that is longer than hours can be")
    found: list[Stretch] = []
    days, fresh, at = WORKDAYS, frozenset[int](), 0
    while at < len(plain):
        if between := _BETWEEN.match(plain, at):
            at = between.end()
        elif times := _TIMES.match(plain, at):
            days, fresh, at = fresh or days, frozenset(), times.end()
            span = _span(times)
            if isinstance(span, Fault):
                return span
            found.append(Stretch(days, *span))
        elif (named := _NAMED.match(plain, at)) and (these := _days(named)):
            fresh, at = fresh | these, named.end()
        else:
            return Fault(f'"{plain[at:].split()[0]}" is no day and no time; write hours as Mon-Fri 9-17')
    if fresh or not found:
        return Fault("there is no time in it; write hours as Mon-Fri 9-17")
    return tuple(found) if len(found) <= MOST else Fault("that is more than hours can be")


def _days(named: re.Match[str]) -> frozenset[int]:
    first, last = named[1], named[2]
    if last is None and first in _GROUPS:
        return _GROUPS[first]
    words = [word for word in (first, last) if word]
    numbers = [_DAYS.index(word[:3]) for word in words if _IS_DAY.fullmatch(word) and word not in _GROUPS]
    if len(numbers) < (1 if last is None else 2):
        return frozenset()
    begins, ends = numbers[0], numbers[-1]
    return frozenset(day % 7 for day in range(begins, (ends if ends >= begins else ends + 7) + 1))


def _span(times: re.Match[str]) -> tuple[int, int] | Fault:
    begins, ends = _minutes(*times.group(1, 2, 3)), _minutes(*times.group(4, 5, 6))
    if begins is None or ends is None:
        return Fault(f'"{times[0]}" is no time of day')
    if ends <= begins <= 12 * 60 and times[6] is None:  # "9 to 5"
        ends += 12 * 60
    if ends <= begins or begins >= A_DAY:
        return Fault(f'"{times[0]}" ends before it begins; write a night as 20-24, 0-8')
    return begins, ends


def _minutes(hour: str, minute: str | None, half: str | None) -> int | None:
    hours, minutes = int(hour), int(minute or 0)
    if half is not None:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half == "pm" else 0)
    total = hours * 60 + minutes
    return total if minutes < 60 and total <= A_DAY else None


def hours_code(hours: Hours) -> str:
    """As it is stored, and as `parse_hours` reads it: "Mon,Tue 9:00-17:00, Sat 10:00-12:00"."""
    return ", ".join(
        f"{','.join(_DAYS[day].title() for day in sorted(one.days))} {_clock(one.begins)}-{_clock(one.ends)}"
        for one in hours
    )


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


@dataclass(frozen=True, slots=True)
class AlertRoute:
    """What the operator says, by the names of practitioners in small letters: their hours, and who covers for them.

    `for_all` covers for everybody who has no cover of their own there.
    """

    hours: Mapping[str, Hours] = field(default_factory=dict)
    covers: Mapping[str, str] = field(default_factory=dict)
    for_all: str | None = None

    @property
    def names(self) -> Sequence[str]:
        """Everybody named in it."""
        every = (*self.hours, *self.covers, *self.covers.values(), *((self.for_all,) if self.for_all else ()))
        return tuple(dict.fromkeys(every))


def parse_route(text: str) -> AlertRoute | Fault:
    """ "lee Mon-Fri 9-17; cover:ade": entries with semicolons between, each a name with hours, or who covers.

    A name without hours has those of an office.
    A cover is for all who are named before it and have none yet; before any name, for everybody who has none. It may
    have hours of its own: "cover:ade Mon-Sun 8-20".
    """
    hours: dict[str, Hours] = {}
    covers: dict[str, str] = {}
    for_all, without = None, list[str]()
    for entry in filter(None, (part.strip() for part in text.split(";"))):
        is_cover, said = entry.casefold().startswith("cover:"), entry.partition(":")[2] if ":" in entry else ""
        name, own = _entry(said if is_cover else entry)
        if not name:
            return Fault(f'"{entry}" names nobody; write it as lee Mon-Fri 9-17; cover:ade')
        if isinstance(own, Fault):
            return Fault(f'in "{entry}" {own.words}')
        own = OFFICE if own is None and not is_cover else own
        if own is not None:
            if name in hours:
                return Fault(f'"{name}" has hours twice')
            hours[name] = own
        if not is_cover:
            without.append(name)
        elif name in without:
            return Fault(f'in "{entry}" "{name}" would cover for themselves')
        elif without:
            covers |= dict.fromkeys(without, name)
            without = []
        else:
            for_all = name
    return AlertRoute(hours, covers, for_all)


def _entry(said: str) -> tuple[str, Hours | Fault | None]:
    words = " ".join(said.casefold().split())
    hours = _BEGINS_HOURS.search(words)
    if hours is None:
        return words, None
    return words[: hours.start()].strip(" ,"), parse_hours(words[hours.start() :])


def named(wanted: str, names: Mapping[int, str | None]) -> Sequence[int]:
    """Whose name that is: the whole of it, or else one word of it. Several where it does not tell them apart."""
    plain = {one: " ".join((name or "").casefold().split()) for one, name in names.items()}
    whole = [one for one, name in plain.items() if name == wanted]
    return whole or [one for one, name in plain.items() if wanted in name.split()]
