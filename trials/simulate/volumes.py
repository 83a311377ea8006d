"""How much there was: messages and taps a client-day by the day of the course, and what became of what was due."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from programme.kinds import REMINDER
from programme.people import Role
from programme.prompt import PromptState
from trials.simulate.life import Life, about_prompt, counts
from trials.simulate.residents import What

DAY = timedelta(days=1)
NO_DATE, PLANNING = "no quit date", "planning"
# FIELD.md 2.10. Each ends with the day before the next one begins; days are counted from the quit date, which is 0.
PHASES = ((0, "quit day"), (1, "days 1-4"), (5, "days 5-17"), (18, "days 18-28"), (29, "weeks 5-12"), (85, "later"))
COURSE = (NO_DATE, PLANNING, *(name for _, name in PHASES))


@dataclass(frozen=True, slots=True)
class Volume:
    """Of the client-days of one part of the course: how many, and per day on average and at most; messages by kind."""

    part: str
    days: int
    messages: float
    most_messages: int
    taps: float
    most_taps: int
    kinds: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of all that was due of one kind, by state; `held_back` counts what was held back and why."""

    kind: str
    states: Mapping[str, int]
    held_back: int


def volumes(life: Life) -> Sequence[Volume]:
    """By the part of the course that each client's local day was in; only messages that nobody asked for."""
    messages, taps = _messages(life), _taps(life)
    found: dict[str, list[tuple[Counter[str], int]]] = defaultdict(list)
    for person_id, day in client_days(life):
        found[part_of(life, person_id, day)].append((messages[person_id, day], taps[person_id, day]))
    return [_volume(part, found[part]) for part in COURSE if found[part]]


def _volume(part: str, days: Sequence[tuple[Counter[str], int]]) -> Volume:
    messages, taps = [one[0].total() for one in days], [one[1] for one in days]
    kinds: Counter[str] = sum((one[0] for one in days), Counter())
    return Volume(
        part, len(days), _a_day(sum(messages), days), max(messages), _a_day(sum(taps), days), max(taps),
        {kind: _a_day(count, days) for kind, count in sorted(kinds.items())},
    )  # fmt: skip


def _a_day(count: int, days: Sequence[object]) -> float:
    return round(count / len(days), 2)


def client_days(life: Life) -> Iterator[tuple[int, date]]:
    """Every local day of every client, from the day after joining to the day before they leave, or before the end."""
    for person_id, spans in _with_us(life).items():
        for since, until in spans:
            day, last = life.local_date(person_id, since) + DAY, life.local_date(person_id, until)
            while day < last:
                yield person_id, day
                day += DAY


def _with_us(life: Life) -> Mapping[int, Sequence[tuple[datetime, datetime]]]:
    found: dict[int, list[tuple[datetime, datetime]]] = defaultdict(list)
    for did in life.doings(What.JOIN, What.LEAVE):
        if life.population.residents[did.who].role is not Role.CLIENT:
            continue
        if did.what is What.JOIN:
            found[did.person_id].append((did.at, life.population.end))
        else:
            found[did.person_id][-1] = (found[did.person_id][-1][0], did.at)
    return found


def part_of(life: Life, person_id: int, day: date) -> str:
    """Which part of the course that day is in, by the quit date that held at its end."""
    chosen = next(
        (to for at, to in reversed(life.quit_dates(person_id)) if life.local_date(person_id, at) <= day), None
    )
    if chosen is None:
        return NO_DATE
    number = (day - chosen).days
    return next((name for first, name in reversed(PHASES) if first <= number), PLANNING)


def _messages(life: Life) -> Mapping[tuple[int, date], Counter[str]]:
    found: dict[tuple[int, date], Counter[str]] = defaultdict(Counter)
    for one in life.unasked:
        about = about_prompt(one.key)
        if about is not None and counts(one):
            kind = REMINDER if about[1] == "remind" else life.prompts[about[0]].kind
            found[one.person_id, life.local_date(one.person_id, one.at)][kind] += 1
    return found


def _taps(life: Life) -> Counter[tuple[int, date]]:
    taps = Counter[tuple[int, date]]()
    for did in life.truth.did:
        taps[did.person_id, life.local_date(did.person_id, did.at)] += did.taps
    return taps


def outcomes(life: Life) -> Sequence[Outcome]:
    """What became of each kind."""
    kinds = sorted({one.kind for one in life.planned})
    return [_outcome(life, kind) for kind in kinds]


def _outcome(life: Life, kind: str) -> Outcome:
    ours = [one for one in life.planned if one.kind == kind]
    states = Counter(one.state.value for one in ours)
    held = sum(len(one.decision["held_back"]) for one in ours)
    return Outcome(kind, {state.value: states[state.value] for state in PromptState if states[state.value]}, held)
